"""The main window: its widgets, actions, menu and status bar."""
