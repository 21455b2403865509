"""Parsing of answers: strict about JSON, tolerant about the fields in it."""
