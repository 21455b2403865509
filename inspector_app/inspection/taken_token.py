"""Says what was taken out of a text, from where, what was undone, and which host it was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gateway.pasted.found_token import MULTIPLE_TOKENS
from inspector_app.gateway.pasted.parse_result import describe_host
from inspector_app.inspection.several_tokens import describe_kind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.gateway.pasted.parse_result import TokenParseResult


def describe_taken(parsed: TokenParseResult) -> tuple[Text, ...]:
    """Sentences for one line; none where the text was the token and nothing else.

    They name the token by its kind and fingerprint, and hold no more of the text than the host.
    """
    found = next((one for one in parsed.candidates if one.token == parsed.token), None)
    if not parsed.notes or found is None:
        return parsed.notes
    kind, fingerprint = describe_kind(found.kind), found.fingerprint
    if found.line is None:
        what = tr("{kind} {fingerprint}.", kind=kind, fingerprint=fingerprint)
    else:
        what = tr(
            "{kind} {fingerprint}, line {line}.",
            kind=kind,
            fingerprint=fingerprint,
            line=found.line,
        )
    if parsed.host is None:
        return (what, *parsed.notes)
    # Second, as the end of a line that is too long is not seen.
    host = describe_host(parsed.host)
    return (what, host, *(note for note in parsed.notes if note != host))


def has_other_tokens(notes: tuple[Text, ...]) -> bool:
    """Whether these sentences say that the text is a recording that holds other tokens, too."""
    return MULTIPLE_TOKENS in notes
