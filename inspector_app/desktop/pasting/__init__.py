"""Pastes and drops: reads what other programs offer without waiting for them in the UI thread."""
