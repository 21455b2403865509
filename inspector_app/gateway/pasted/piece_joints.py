"""What may stand between two pieces of a token: marks, tags, line ends, the joints of strings."""

from __future__ import annotations

import re
from typing import Final

_QUOTE: Final = r"(?:[\"'`\\]|&(?:quot|apos|#3[49]);|%2[27])"
_TAG: Final = r"(?:</?[a-z]{1,10}(?:[ \t][^<>]{0,200}+)?/?>|&lt;/?[a-z]{1,6} ?/?&gt;)"
GLUE: Final = re.compile(
    # Blanks are looked at from the first of them only: a token ends with none.
    r"(?P<line>(?P<soft>[=\\])?(?<![ \t|])[ \t|]*+"
    r"(?:\r?\n|\r|\u2028|<br ?/?>|(?:\\{1,4}r)?\\{1,4}n)"
    r"(?:[ \t>|*#=]|\r?\n|\\n|<wbr ?/?>|&gt;){0,9})"
    r"|(?P<blank>[ \t\u00a0\u3000]{1,2}|>[ \t]?)"
    rf"|(?P<joint>{_QUOTE}(?:[\s+.&|~_>\\\"'`]|\\[nrt]|%2[06B]|%7[CE]|%0[AD]){{0,98}}"
    rf"[bfru@$]{{0,2}}{_QUOTE})"
    # Tags and escapes may be broken over lines themselves.
    rf"|(?P<mark>{_TAG}{{1,4}}|</?[a-z]{{0,3}}\r?\n[ \t>]{{0,4}}[a-z]{{0,3}}/?>|</?[a-z]"
    r"|\\u[0-9A-Fa-f]{0,3}\r?\n[ \t>]{0,4}[0-9A-Fa-f]{1,4}|[^A-Za-z0-9\s&;,|)}\]>({:?#]{1,2})"
)
"""What stands behind a token that may go on: a line end, a blank, a joint or a mark, by name."""

ONLY_BLANKS: Final = re.compile(rf"{_QUOTE}[ \t]*{_QUOTE}")
"""A joint of two strings without a sign between them: to a shell these are two words."""

_BLANKS: Final = r"[ \t]{0,8}+"
_LINE: Final = r"(?:[_\\]?[ \t]{0,8}+\r?\n[ \t]{0,80}+)?"
_OPENING: Final = r"[bfruBFRU@$]{0,2}\\?[\"'`]"
STRING_JOINT: Final = (
    rf"\\?[\"'`]{_BLANKS}(?:[+.&|~]{{1,2}}{_BLANKS})?{_LINE}"
    rf"(?:[+.&|~]{{1,2}}{_BLANKS})?{_OPENING}"
)
"""A regular expression: a quotation mark, what joins the pieces, and a quotation mark again.

``"…" + "…"`` of Java, JavaScript and C#, ``.`` of PHP and Perl, ``..`` of Lua, ``||`` of SQL,
``& _`` of Visual Basic, ``~`` of Jinja, and nothing but blanks of Python, C and shells.
"""

_WITH_SIGN: Final = re.compile(
    rf"\\?(?P<quote>[\"'`])(?:{_BLANKS}(?:\+|\.{{1,2}}|&|\|\||~){_BLANKS}{_LINE}"
    rf"|{_BLANKS}\r?\n[ \t]{{0,80}}+(?:\+|\.{{1,2}}|&|\|\||~){_BLANKS})\\?(?P=quote)"
)


def join_strings(text: str) -> str:
    """The text with strings in one where a sign says that the one goes on in the other."""
    return _WITH_SIGN.sub("", text)
