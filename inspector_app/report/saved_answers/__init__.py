"""Parsers for saved answers: JSON exports of this app, HAR files and raw HTTP answers."""
