"""Mutation testing: small faults put into the app, which some test must notice."""
