"""The Qt application: composition, background work, window, tree, dialogs."""
