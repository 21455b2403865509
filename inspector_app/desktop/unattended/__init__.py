"""Runs without a person: the screenshot run and the self-test."""
