"""Reports of a comparison: two redacted answers with the same labels, in every form."""
