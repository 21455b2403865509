"""Looks for what is left of a credential in what the app shows and writes."""

import re

RUN = 16
"""Characters of a credential that nothing which leaves the app may have in a row."""

_SEPARATORS = re.compile(r"[\W_]+")


def squash(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return _SEPARATORS.sub("", text).lower()


def find_runs(output: str, credential: str) -> list[str]:
    """Runs of the credential's characters in the output, whatever stands between them."""
    secret, shown = squash(credential), squash(output)
    pieces = (secret[start : start + RUN] for start in range(len(secret) - RUN + 1))
    return [piece for piece in pieces if piece in shown]
