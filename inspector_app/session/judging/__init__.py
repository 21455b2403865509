"""From what the answer holds to the verdict, its evidence and what else was noticed."""
