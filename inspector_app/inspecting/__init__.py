"""One inspection from what was given to what is shown: what the window and the console share."""
