"""Many tokens at once: the queue in the window, its table, and what leaves it."""
