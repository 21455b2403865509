"""Presentation of answer and call as rows and text: for tree, search, timeline and reports."""
