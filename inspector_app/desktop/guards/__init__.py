"""Guards for secrets: clipboard, window lock, screen sharing, token store, crash reports."""
