"""Masks what looks like a secret that a program made, whatever it is called: passwords, keys.

No list of names is whole. What tells tokens apart for a person, such as a time, an address, the ID
of a user or the number of a ticket, does not look so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import detect_kind
from inspector_app.session.token import MASK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_WORD: Final = re.compile(
    # Capital and small letters and digits; padded base64; a digest or a key in hex.
    r"(?<![\w+•%])(?:(?=[^\W_]*[a-z])(?=\w*[A-Z])(?=\w*\d)[\w+]{8,}+={0,2}"
    r"|(?=\w*[A-Z])[A-Za-z0-9+]{4,}+={1,2}(?=[\s\"'`,;)}\]]|\Z)"
    r"|[0-9a-f]{32,}+(?![\w+]))",
    re.ASCII,
)
_PIECE: Final = re.compile(r"[A-Za-z0-9]{6,}+")
_KUBERNETES_SECRET: Final = re.compile(r"(?<!\w)kind[\"']?:[ \t]{0,4}[\"']?Secret\b")


def mask_generated_words(line: str, kept: Collection[str]) -> str:
    """The line with a mask in place of each word that looks as if a program had made it.

    ``kept`` stays: what stands in place of tokens.
    """
    for one in kept:
        if one in line:
            return one.join(mask_generated_words(part, kept) for part in line.split(one))
    return _WORD.sub(MASK, line)


def mask_pieces(line: str, values: Iterable[str]) -> str:
    """The line with a mask in place of each piece of these tokens, as wrapped lines leave them."""
    rests = [value.removeprefix(detect_kind(value).value) for value in values]
    return _PIECE.sub(
        lambda piece: MASK if any(piece[0] in rest for rest in rests) else piece[0], line
    )


def is_kubernetes_secret(text: str) -> bool:
    """Whether each value of the text is a secret, whatever its name: so says its kind."""
    return _KUBERNETES_SECRET.search(text) is not None
