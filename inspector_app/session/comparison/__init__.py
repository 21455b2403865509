"""Compares two answers: what matters in words, what always differs, and every field of both."""
