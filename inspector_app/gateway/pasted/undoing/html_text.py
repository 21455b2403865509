"""Undoes HTML: entities, and the tags of a text that was copied as a page's source."""

from __future__ import annotations

import html
import re
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
_INLINE_TAG: Final = re.compile(
    r"</?(?:wbr|b|i|u|em|strong|span|code|mark|font|tt|kbd|small|s|a)(?:\s[^<>]{0,600})?/?>",
    re.IGNORECASE,
)
_BLOCK_TAG: Final = re.compile(
    r"</?(?:br|p|div|li|ul|ol|pre|td|th|tr|table|tbody|blockquote|h[1-6]|samp)"
    r"(?:\s[^<>]{0,600})?/?>",
    re.IGNORECASE,
)


def undo_html(text: str) -> str:
    """The text without tags, its entities as the characters they stand for."""
    if "<" in text:
        text = _BLOCK_TAG.sub("\n", _INLINE_TAG.sub("", text))
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)
