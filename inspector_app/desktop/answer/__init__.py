"""Widgets that show an answer: verdict banner, outline tree, JSON text and request."""
