"""Widgets to choose and edit environments."""
