"""From bytes to what the answer holds, strictly read and tolerantly understood."""
