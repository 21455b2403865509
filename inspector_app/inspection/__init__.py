"""The inspection pipeline, from user input to result, shared by the desktop app and the CLI."""
