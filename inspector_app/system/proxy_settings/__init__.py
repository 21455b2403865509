"""The proxy of the desktop's own settings: GNOME, KDE, Windows and macOS."""
