"""The machine underneath: directories, settings, whole-or-nothing files, resources."""
