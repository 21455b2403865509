"""The history in the window: the answers of this run, and how one of them is shown again."""
