"""Reading what was saved: an export of ours, or a bare answer."""
