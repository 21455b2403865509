"""What the person takes out of the window: copies, reports, files, paper."""
