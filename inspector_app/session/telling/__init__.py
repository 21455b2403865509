"""The answer and the call in rows and words: what tree, search, picture and reports share."""
