"""Undoes the marks of Markdown, wikis and chats: escapes, bold, links, fences, quotations."""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(r"\\([_*\-.\[\](){}`~#+!|<>=&$])")
_FENCE: Final = re.compile(
    r"^[ \t>]*+(?:(?:`{3}|~{3})[\w+#.-]{0,20}|\{(?:code|noformat)(?:[:|][^}\n]{0,200}+)?\}"
    r"|\[/?code\])[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ONE_LINE_FENCE: Final = re.compile(
    r"`{3}|\{\{|\}\}|\{(?:code|noformat)(?::[^}\n]{0,200}+)?\}", re.IGNORECASE
)
_QUOTE_MARK: Final = re.compile(r"^(?:[ \t]?>)+[ \t]?", re.MULTILINE)
_STARS: Final = re.compile(r"(?<![*\w])(\*{1,3}|~~)(?=[^\s*~])([^*~\n]{1,8192}+)\1(?![*\w])")
_CODE_SPAN: Final = re.compile(r"(?<!`)`([^`\n]{1,8192}+)`(?!`)")
_UNDERLINES: Final = re.compile(r"(?<![\w])(_{1,3})(?=(?:IAM_S_|APP_PORTAL_S_|eyJ))([\w.-]++)")
_CHAT_LINK: Final = re.compile(
    r"<((?i:https?|mailto)://?[^\s<>|]{1,2048}+)(?:\|[^<>\n]{0,2048}+)?>"
)
_MARKDOWN_LINK: Final = re.compile(r"\[([^\[\]\n]{1,2048}+)\]\(((?i:https?)://[^\s()]{1,2048}+)\)")
_WIKI_LINK: Final = re.compile(
    r"\[(?:[^\[\]|\n]{1,512}+\|)?((?i:https?)://[^\s\[\]|]{1,2048}+)(?:\|[a-z-]{1,20})?\]"
)


def undo_markdown(text: str) -> str:
    """The text without marks; what they enclose stays."""
    text = _CHAT_LINK.sub(r"\1", text)
    text = _WIKI_LINK.sub(r"\1", _MARKDOWN_LINK.sub(r"\2", text))
    text = _QUOTE_MARK.sub("", _FENCE.sub("", text))
    text = _CODE_SPAN.sub(r"\1", _ONE_LINE_FENCE.sub("", text))
    text = _STARS.sub(r"\2", text)
    text = _UNDERLINES.sub(_strip_underlines, text)
    return _ESCAPE.sub(r"\1", text)


def _strip_underlines(match: re.Match[str]) -> str:
    marks, word = match[1], match[2]
    return word.removesuffix(marks) if word.endswith(marks) else match[0]
