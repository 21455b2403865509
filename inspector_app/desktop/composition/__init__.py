"""Creates and connects the controllers of the app, part by part, once its window is painted."""
