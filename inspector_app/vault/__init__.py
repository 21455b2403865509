"""Where a token may live: an allow-listed keyring, or memory for this run."""
