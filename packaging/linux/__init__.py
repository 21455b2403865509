"""Packages for Linux: what a bare one lacks, the Debian package, the portable archive."""
