"""Inspect a user's EnOS session: what it is, what it means, and what to tell the user."""

__version__ = "0.1.0"
