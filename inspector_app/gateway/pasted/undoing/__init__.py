"""What programs do to a text on its way is undone here: each step has a module of its own."""
