"""What keeps the credential in: clipboard, lock, screen sharing, keyring, crash reports."""
