"""The main window: its widgets, menu and status bar."""
