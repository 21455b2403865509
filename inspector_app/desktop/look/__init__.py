"""How the window looks: colours, icons, and the small parts that pages are made of."""
