"""The console twin ``enos-session``: the same answer for scripts and remote shells, without Qt."""
