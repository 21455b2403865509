"""Packages for Windows: the installer, the portable archive, signatures on both."""
