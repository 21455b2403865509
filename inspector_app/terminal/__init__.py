"""The console app ``enos-session``: the same result for scripts and remote shells, without Qt."""
