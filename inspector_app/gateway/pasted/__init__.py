"""Parsers for pasted text: each format has a module of its own."""
