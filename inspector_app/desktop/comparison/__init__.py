"""The comparison of two answers in the window."""
