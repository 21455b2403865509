"""Format the path of a value in an answer: for people, as JSON Pointer and as JSONPath."""

from __future__ import annotations

import json
import re
from typing import Final, TypeAlias

from inspector_app.session.plain_text import escape_invisible

Path: TypeAlias = tuple[str | int, ...]
"""The names and indexes that lead from the root to a value."""

_SIMPLE_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NEEDS_ESCAPE: Final = re.compile(r"[\x00-\x1f'\\\ud800-\udfff]")
_SHORT_ESCAPES: Final = str.maketrans(
    {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", "'": r"\'", "\\": r"\\"}
)


def format_dotted(path: Path) -> str:
    """The path in dotted notation, safe to show: ``session.user.name``, ``list[3].id``.

    Names that are not simple are quoted (``user["first name"]``); the root is the empty text.
    """
    return "".join(_format_dotted_step(step) for step in path).removeprefix(".")


def format_json_pointer(path: Path) -> str:
    """The path as a JSON Pointer (RFC 6901), names exactly as sent: ``/session/user/0``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def format_json_path(path: Path) -> str:
    """The path as a normalized JSONPath (RFC 9535), ``$['session']['user'][0]``.

    Half a surrogate pair, which JSONPath cannot name, is written as a JSON escape.
    """
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f"['{_escape_name(step)}']" for step in path
    )


def _format_dotted_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _SIMPLE_NAME.fullmatch(step):
        return "." + step
    return f"[{escape_invisible(json.dumps(step, ensure_ascii=False))}]"


def _escape_name(name: str) -> str:
    return _NEEDS_ESCAPE.sub(_escape_match, name)


def _escape_match(found: re.Match[str]) -> str:
    short = found[0].translate(_SHORT_ESCAPES)
    return short if short != found[0] else f"\\u{ord(short):04x}"
