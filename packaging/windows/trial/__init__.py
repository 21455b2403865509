"""The app on something like Windows: a real CPython for Windows, run by Wine on Debian.

For tests alone. Nothing that is made here is published: it stays below build/windows-trial.
"""
