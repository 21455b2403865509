"""Token storage: an allow-listed keyring, or memory for this run."""
