"""The pages that show an answer: verdict, tree, text and request."""
