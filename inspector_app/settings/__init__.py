"""Settings: the JSON file that holds environments and choices, and its parts."""
