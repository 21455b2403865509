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
    """What is left of the findings: tokens by value, of which ``most`` are kept; and complaints."""

    tokens: dict[str, FoundToken] = field(default_factory=dict, repr=False)
    complaints: list[Complaint] = field(default_factory=list)
    most: int = _MAX_VALUES

    def add_all(self, findings: Iterable[Finding], undone: tuple[Text, ...]) -> None:
        """Add what was found in one view; for a token that is known already, only its host."""
        tokens = dict(self.tokens)
        for finding in findings:
            check_interruption()
            if isinstance(finding, Complaint):
                self.complaints.append(finding)
                continue
            if len(tokens) < self.most:
                self._add(finding, undone, tokens)
        self.tokens = tokens

    def drop_secret_hosts(self) -> None:
        """Drop each host that has a part of a token in it: a host is shown, and no token is."""
        complained = [one.value for one in self.complaints[: self.most] if one.value]
        known = Credentials((*self.tokens, *complained))
        hosts = {one.host for one in self.tokens.values()}
        secret = {host for host in hosts if host is not None and known.has_match(host)}
        for value, one in self.tokens.items():
            if one.host in secret:
                self.tokens[value] = replace(one, host=None)

    def get_value(self, found: FoundToken) -> str:
        """The text of one of these tokens, as it is after it was cleaned."""
        return next(value for value, one in self.tokens.items() if one is found)

    def _add(
        self, candidate: Candidate, undone: tuple[Text, ...], tokens: dict[str, FoundToken]
    ) -> None:
        value, notes = token_cleanup.clean_token(candidate.value)
        complaint = check_value(value)
        if complaint is None and (_WORD.fullmatch(value) or not any(map(str.isalnum, value))):
            complaint = Complaint(TEMPLATE, Weight.PLACEHOLDER)
        if complaint is None and CLEAN_OPAQUE.fullmatch(value) is None:
            complaint = Complaint(SOILED, Weight.DAMAGED, value)
        if complaint is not None:
            self.complaints.append(complaint)
            return
        place = () if candidate.place is None else (candidate.place,)
        hint = (ONE_CASE_HINT,) if has_one_case(value) else ()
        all_notes = tuple(dict.fromkeys((*candidate.notes, *place, *undone, *notes, *hint)))
        found = FoundToken(Token(value), candidate.place, None, candidate.host, all_notes)
        earlier = tokens.setdefault(value, found)
        if earlier.host is None and found.host is not None:
            tokens[value] = replace(earlier, host=found.host)


def choose(pool: Pool) -> tuple[tuple[FoundToken, ...], tuple[Text, ...]]:
    """The tokens of the likeliest kind, of which there should be one; and notes on the others."""
    damaged = {one.value for one in pool.complaints if one.weight is Weight.DAMAGED and one.value}
    found = [
        one
        for value, one in pool.tokens.items()
        if not _is_doubtful(value, damaged) and not _is_overlong(value, pool.tokens)
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
    found = {
        value: one
        for value, one in pool.tokens.items()
        if is_documented(value)
        or not (_is_doubtful(value, damaged) or _is_overlong(value, pool.tokens))
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
