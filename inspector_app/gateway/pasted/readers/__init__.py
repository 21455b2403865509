"""Readers of pasted text: each kind of text has a module of its own."""
