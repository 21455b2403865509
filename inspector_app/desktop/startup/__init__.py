"""Start of the desktop app: command line, first paint, then the rest."""
