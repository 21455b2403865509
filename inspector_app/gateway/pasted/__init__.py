"""What people paste: each kind of text is taken apart in a module of its own."""
