"""Packages for Linux: system dependencies, the Debian package, the portable archive."""
