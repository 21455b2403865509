"""Chooses among the candidates of all readers, and refuses where the choice is the person's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import (
    Candidate,
    Complaint,
    Finding,
    Weight,
    detect_kind,
    get_rank,
)
from inspector_app.gateway.pasted.found_token import FoundToken
from inspector_app.gateway.pasted.known_tokens import SOILED
from inspector_app.gateway.pasted.other_things import ONE_CASE_HINT, has_one_case
from inspector_app.gateway.pasted.placeholders import TEMPLATE
from inspector_app.gateway.pasted.token_forms import get_beginnings, is_documented
from inspector_app.gateway.pasted.value_check import CLEAN_OPAQUE, check_value, get_hints
from inspector_app.session.credentials.credential_set import Credentials
from inspector_app.session.interruption import check_interruption
from inspector_app.session.token import Token, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_WORD: Final = re.compile(r"[A-Za-z]?[a-z]{0,11}|[A-Z]{1,12}")
"""A word of a sentence or a program, such as a broken ``Bearer``, and no token behind a name."""

_SEVERAL: Final = tr(
    "There is more than one token in this text: {count} different ones. Paste the one to inspect."
)
_OTHERS: Final = tr("There are other tokens in this text; they were left out.")
_MAX_VALUES: Final = 64


@dataclass(slots=True)
class Pool:
    """What is left of the findings: clean tokens by value, others, and complaints.

    Of clean and of unclean ones ``most`` are kept.
    """

    clean: dict[str, FoundToken] = field(default_factory=dict, repr=False)
    unclean: dict[str, FoundToken] = field(default_factory=dict, repr=False)
    complaints: list[Complaint] = field(default_factory=list)
    most: int = _MAX_VALUES

    def add_all(self, findings: Iterable[Finding], undone: tuple[Text, ...]) -> None:
        """Add what was found in one view; for a token that is known already, only its host."""
        clean, unclean = dict(self.clean), dict(self.unclean)
        for finding in findings:
            check_interruption()
            if isinstance(finding, Complaint):
                self.complaints.append(finding)
                continue
            if len(clean) < self.most:
                self._add(finding, undone, clean, unclean)
        self.clean, self.unclean = clean, unclean

    def drop_secret_hosts(self) -> None:
        """Drop each host that has a part of a token in it: a host is shown, and no token is."""
        complained = [one.value for one in self.complaints[: self.most] if one.value]
        known = Credentials((*self.clean, *self.unclean, *complained))
        hosts = {one.host for one in (*self.clean.values(), *self.unclean.values())}
        hosts |= {one.host for one in self.complaints}
        secret = {host for host in hosts if host is not None and known.has_match(host)}
        if not secret:
            return
        for values in (self.clean, self.unclean):
            for value, one in values.items():
                if one.host in secret:
                    values[value] = replace(one, host=None)
        self.complaints = [
            replace(one, host=None) if one.host in secret else one for one in self.complaints
        ]

    def get_value(self, found: FoundToken) -> str:
        """The text of one of these tokens, as it is after it was cleaned."""
        every = (*self.clean.items(), *self.unclean.items())
        return next(value for value, one in every if one is found)

    def _add(
        self,
        candidate: Candidate,
        undone: tuple[Text, ...],
        clean: dict[str, FoundToken],
        unclean: dict[str, FoundToken],
    ) -> None:
        value, notes = token_cleanup.clean_token(candidate.value)
        complaint = check_value(value, candidate.host)
        if complaint is not None:
            self.complaints.append(complaint)
            return
        place = () if candidate.place is None else (candidate.place,)
        hint = (ONE_CASE_HINT,) if has_one_case(value) else ()
        all_notes = tuple(dict.fromkeys((*candidate.notes, *place, *undone, *notes, *hint)))
        found = FoundToken(Token(value), candidate.place, None, candidate.host, all_notes)
        is_clean = CLEAN_OPAQUE.fullmatch(value) is not None
        is_word = _WORD.fullmatch(value) or not any(map(str.isalnum, value))
        if candidate.place is not None and is_word:
            self.complaints.append(Complaint(TEMPLATE, Weight.PLACEHOLDER, candidate.host))
            return
        if not is_clean and candidate.place is not None:
            self.complaints.append(Complaint(SOILED, Weight.DAMAGED, candidate.host, value))
            return
        known = clean if is_clean else unclean
        earlier = known.get(value)
        if earlier is None and len(known) < self.most:
            known[value] = found
        elif earlier is not None and earlier.host is None and found.host is not None:
            known[value] = replace(earlier, host=found.host)


def choose(pool: Pool) -> tuple[tuple[FoundToken, ...], tuple[Text, ...]]:
    """The tokens of the likeliest kind, of which there should be one; and notes on the others."""
    values = pool.clean or pool.unclean
    damaged = {one.value for one in pool.complaints if one.weight is Weight.DAMAGED and one.value}
    found = [
        one
        for value, one in values.items()
        if not _is_doubtful(value, damaged) and not _is_overlong(value, values)
    ]
    if not found:
        return (), ()
    best = min(get_rank(one.kind) for one in found)
    chosen = tuple(one for one in found if get_rank(one.kind) == best)
    if chosen[0].kind is TokenKind.OPAQUE:
        chosen = chosen[:1]  # of names that say which is which: the first reader's
    return chosen, (_OTHERS,) if len(found) > len(chosen) else ()


def choose_every(pool: Pool) -> dict[str, FoundToken]:
    """All tokens of a known form by their values, else those of the first name that has one."""
    damaged = {one.value for one in pool.complaints if one.weight is Weight.DAMAGED and one.value}
    values = pool.clean or pool.unclean
    found = {
        value: one
        for value, one in values.items()
        if is_documented(value) or not (_is_doubtful(value, damaged) or _is_overlong(value, values))
    }
    known = {value: one for value, one in found.items() if one.kind is not TokenKind.OPAQUE}
    if known:
        return known
    first = next(iter(found.values()), None)
    return {value: one for value, one in found.items() if first and one.place == first.place}


def get_several_problem(found: tuple[FoundToken, ...]) -> Text:
    """Why none of several tokens was taken."""
    return replace(_SEVERAL, values=(("count", len(found)),))


def choose_complaint(pool: Pool) -> tuple[Complaint | None, tuple[Text, ...]]:
    """The weightiest complaint, the first of several, and a hint beside it."""
    if not pool.complaints:
        return None, ()
    worst = max(pool.complaints, key=lambda one: one.weight)
    return worst, get_hints(worst)


def _is_overlong(value: str, values: Container[str]) -> bool:
    """Whether it is a token that stands there whole, and a word that came to it by undoing."""
    return not is_documented(value) and any(one in values for one in get_beginnings(value))


def _is_doubtful(value: str, damaged: set[str]) -> bool:
    """Whether a token of no known length was seen to be damaged in any of the views."""
    if is_documented(value) or detect_kind(value) is TokenKind.OPAQUE:
        return False
    return any(one.startswith(value) or value.startswith(one) for one in damaged)
