"""Rule-based diagnosis of an answer: the verdict, its evidence and further findings."""
