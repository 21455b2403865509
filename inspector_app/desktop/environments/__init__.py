"""Choosing and editing the environments to work in."""
