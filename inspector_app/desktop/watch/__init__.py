"""Watching one session: what is asked before, the bar that shows it, and the notifications."""
