"""Packages for macOS: the disk image, code signing and notarisation."""
