"""The session domain: pure functions over frozen data, without I/O and without a clock."""
