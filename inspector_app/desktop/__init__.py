"""The Qt desktop application: composition root, background executor, main window, dialogs."""
