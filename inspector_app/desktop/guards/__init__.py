"""Guards that act on the whole window: lock, screen sharing, idle time, crash reports."""
