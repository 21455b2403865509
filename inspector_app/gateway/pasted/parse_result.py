"""What reading a pasted text came to: the token to inspect with, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.gateway.pasted.found_token import FoundToken
    from inspector_app.session.token import Token


TOO_LONG: Final = tr(
    "This text is too long to look for a token in it. Paste only the lines around the token."
)


@dataclass(frozen=True, slots=True)
class TokenParseResult:
    """The token to inspect with, or else the problem for the person.

    ``notes`` say what was found and dropped, and which host it was for; neither they nor
    ``problem`` hold any more of the text than that host. ``host`` is that of the request which
    carries the token, with its port if that is not 443. It is there to be offered as a new
    environment: the token never goes to it by itself. ``candidates`` are all tokens of the kind
    that was looked for, in the order of the text: several where the choice is the person's. A
    stored token has neither notes, a host nor candidates.
    """

    token: Token | None = None
    problem: Text | None = None
    notes: tuple[Text, ...] = ()
    host: str | None = None
    candidates: tuple[FoundToken, ...] = ()


def describe_host(host: str) -> Text:
    """The note on the host that the token was for."""
    return tr("It was for {host}.", host=host)


def build_result(
    chosen: FoundToken, notes: tuple[Text, ...], candidates: tuple[FoundToken, ...]
) -> TokenParseResult:
    """The result that this token is the one, with all that is known of it."""
    notes = (*chosen.notes, *notes)
    if chosen.host is not None:
        notes = (*notes, describe_host(chosen.host))
    return TokenParseResult(chosen.token, notes=notes, host=chosen.host, candidates=candidates)
