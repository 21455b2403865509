"""The answers of this run, newest first: what is known of each, and never its credential."""
