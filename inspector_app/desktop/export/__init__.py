"""Copying, exporting, printing and dragging of reports."""
