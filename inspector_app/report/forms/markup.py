"""A report in lines of some markup, in which all that came from outside is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import checked
from inspector_app.report.forms.facts import facts
from inspector_app.report.material import content
from inspector_app.session.plain_text import visible
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.report.forms.facts import Facts
    from inspector_app.report.material import Material

_TIME: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?: [A-Z]{2,5}| [+-][0-9]{4})?"
)
_NUMBER: Final = r"[0-9]{1,6}(?:\.[0-9]{1,3}){0,2}(?: ms)?"
_WORDS: Final = r"[^\W\d_]+(?: [^\W\d_]+)*"
_PLAIN: Final = re.compile(f"{_TIME}|{_NUMBER}|{_WORDS}")


def written(
    material: Material,
    say: Callable[[Text], str],
    lines: Callable[[Facts], Iterable[Text]],
    quote: Callable[[str], str],
) -> bytes:
    """The report as a file in UTF-8.

    Args:
        material: the inspection and how to redact it.
        say: brings a text into the reader's language.
        lines: lays the facts out.
        quote: makes a value from outside mean nothing to the markup.

    Raises:
        CredentialFound: if a credential is still in it; then nothing may leave.
    """
    quoted = quoting(quote)
    made = lines(facts(content(material), material))
    text = "".join(f"{say(line.with_each(quoted))}\n" for line in made)
    return checked(text.encode(errors="replace"), material.credentials)


def styled(style: str, text: Text) -> Text:
    """The text with the markup of a ``style`` around its place, ``{text}``."""
    return Text(style, (("text", text),))


def quoting(quote: Callable[[str], str]) -> Callable[[str], str]:
    """What makes a value from outside one line of plain text, ``quote`` where it needs it.

    Times, figures and words of letters alone stay as they are, so that they can be read.
    """

    def quoted(text: str) -> str:
        text = visible(text)
        return text if not text or _PLAIN.fullmatch(text) else quote(text)

    return quoted
