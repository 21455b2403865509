"""Redacts known credentials in any text to be written, by their fingerprints alone."""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import TYPE_CHECKING, Final

from inspector_app.session.fingerprints import (
    MIN_CANDIDATE_LENGTH,
    compute_fingerprint,
    compute_fingerprints,
    iter_candidates,
)
from inspector_app.session.token import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.session.credentials import Credentials, RunMasker

_MIN_SECRET_ARGUMENT: Final = 20
"""Characters from which on an argument of the command line is masked: it may be a token."""

_MAX_TEXT: Final = 100_000
"""Characters of a pasted text whose words are fingerprinted: a token is among the first of them."""

_WORD: Final = re.compile(rf"[!-~]{{{MIN_CANDIDATE_LENGTH},}}")
_DIGIT: Final = re.compile(r"[0-9]")
_AUTHORIZATION: Final = re.compile(r"\b(bearer|basic)(\s+)[!-~]+", re.IGNORECASE)
_LONG_RUN: Final = re.compile(r"[A-Za-z0-9+=]{32,}")
"""No word of a program's own is as long without an underscore in it."""

_E_MAIL_DOMAIN: Final = r"@[\w-]++(?:\.[\w-]++)++"
_E_MAIL: Final = re.compile(
    # From the start of a word, so that none is looked at twice; and addresses that hang together.
    rf"(?<![\w.+-])[\w.+-]++{_E_MAIL_DOMAIN}(?:[\w.+-]*+{_E_MAIL_DOMAIN})*+"
)


class KnownSecrets:
    """Remembers the fingerprints of this run's credentials.

    A fingerprint is enough to find a credential in a text and of no use for anything else, so it
    may stay in memory when the credential itself has been cleared.
    """

    def __init__(self) -> None:
        self._fingerprints: set[str] = set()
        self._run_maskers: tuple[RunMasker, RunMasker] | None = None
        self._lock = threading.Lock()

    @classmethod
    def from_arguments(cls, arguments: Iterable[str]) -> KnownSecrets:
        """Create one with the long arguments of a command line, any of which may be a token."""
        secrets = cls()
        for argument in arguments:
            if len(argument) >= _MIN_SECRET_ARGUMENT:
                secrets.add_text(argument)
        return secrets

    def add_credentials(self, credentials: Credentials) -> None:
        """Add the fingerprints of these credentials."""
        fingerprints, runs = (
            credentials.compute_fingerprints(),
            credentials.compute_run_fingerprints(),
        )
        with self._lock:
            self._fingerprints |= fingerprints
            self._get_run_maskers()[0].add(runs)

    def add_text(self, text: str) -> None:
        """Add the fingerprint of every word of a text with a credential somewhere in it."""
        for word in _WORD.findall(text[:_MAX_TEXT]):
            fingerprints = compute_fingerprints(word)
            with self._lock:
                self._fingerprints |= fingerprints
                if _DIGIT.search(word) is not None:  # the words of a command have none
                    self._get_run_maskers()[1].add_text(word)

    def redact(self, text: str) -> str:
        """Return the text with credentials masked, the known ones and what looks like one.

        E-mail addresses are masked as well.
        """
        text = _AUTHORIZATION.sub(rf"\1\2{MASK}", _create_patterns().mask_text(text))
        text = _WORD.sub(lambda word: self._mask_known(word[0]), text)
        with self._lock:
            maskers = self._get_run_maskers()
        for one in maskers:
            text = one.mask(text)
        return _LONG_RUN.sub(MASK, _E_MAIL.sub("[e-mail address]", text))

    def _get_run_maskers(self) -> tuple[RunMasker, RunMasker]:
        """What masks runs of credentials and of pasted words; made when first needed.

        Apart, as each forgets the oldest: one pasted text has more runs than all credentials.
        """
        from inspector_app.session.credentials import RunMasker

        if self._run_maskers is None:
            self._run_maskers = RunMasker(), RunMasker()
        return self._run_maskers

    def _mask_known(self, word: str) -> str:
        for spelling in sorted(set(iter_candidates(word)), key=len, reverse=True):
            if compute_fingerprint(spelling) in self._fingerprints:
                word = word.replace(spelling, MASK)
        return word


@cache
def _create_patterns() -> Credentials:
    """What finds a credential that nobody named; the start of the app does without it."""
    from inspector_app.session.credentials import Credentials

    return Credentials()
