"""Packages for macOS: the disk image, signatures, and Apple's word that it has looked at them."""
