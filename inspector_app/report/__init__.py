"""Redaction of an inspection, and reports of it in several file formats."""
