"""Several tokens in one text: what a person needs to choose one, and no token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.found_token import MAX_CHOICES, find_likeliest, find_newest
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.gateway.pasted.found_token import FoundToken, MaskedLine
    from inspector_app.settings.environment import Environment


_KINDS: Final[dict[TokenKind, Text]] = {
    TokenKind.SESSION: tr("Session token"),
    TokenKind.PORTAL: tr("Portal token"),
    TokenKind.JWT: tr("JSON Web Token"),
    TokenKind.OPAQUE: tr("Token of an unknown kind"),
}


@dataclass(frozen=True, slots=True)
class TokenChoice:
    """One of the tokens: its kind, its fingerprint, whether it is whole, and its place.

    ``is_complete`` is None where its kind has no known length, or it is longer. ``host`` is the one
    that it was sent to, with its port if that is not 443; None where the text names none. ``lines``
    are those around ``line``, with every token in them masked; none where it cannot be found in the
    text.
    """

    kind: TokenKind
    fingerprint: str
    is_complete: bool | None
    is_newest: bool
    place: Text
    host: str | None
    line: int | None
    lines: tuple[MaskedLine, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SeveralTokens:
    """No request was sent: the text holds several tokens, and the person has to choose.

    ``proposed`` is the number of the one to propose. ``netloc`` is the environment's own host, with
    its port if that is not 443.
    """

    environment: Environment
    problem: Text
    choices: tuple[TokenChoice, ...]
    proposed: int
    netloc: str

    @property
    def may_be_more(self) -> bool:
        """Whether the text may hold more than these: no choice is among more."""
        return len(self.choices) >= MAX_CHOICES

    @property
    def is_of_host(self) -> bool:
        """Whether the proposed one was sent to the environment's own host."""
        return self.choices[self.proposed].host == self.netloc


def build_choices(
    environment: Environment, problem: Text, found: tuple[FoundToken, ...], netloc: str
) -> SeveralTokens:
    """The choice among the tokens of a text; ``netloc`` is the environment's host and port."""
    # By need, as most texts are a token alone, and the readers of all others take 20 ms.
    from inspector_app.gateway.pasted.places import describe_place

    newest, proposed = find_newest(found), find_likeliest(found, netloc)
    choices = tuple(
        TokenChoice(
            kind=one.kind,
            fingerprint=one.fingerprint,
            is_complete=one.is_complete,
            is_newest=number == newest,
            place=describe_place(one),
            host=one.host,
            line=one.line,
            lines=one.lines,
        )
        for number, one in enumerate(found)
    )
    return SeveralTokens(environment, problem, choices, proposed, netloc)


def describe_kind(kind: TokenKind, *, is_complete: bool | None = None) -> Text:
    """The kind in words, and whether the token is whole, where that is known."""
    match is_complete:
        case True:
            return tr("{kind}, complete", kind=_KINDS[kind])
        case False:
            return tr("{kind}, perhaps cut off", kind=_KINDS[kind])
        case None:
            return _KINDS[kind]
