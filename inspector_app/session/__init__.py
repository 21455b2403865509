"""What a session is and what it means: pure functions over frozen data, no I/O, no clock."""
