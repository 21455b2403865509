"""Widgets that every part of the window uses: buttons, labels, dialogs and bars."""
