"""The written forms of a report, from one set of facts."""
