"""Describes a body that is not JSON: a web page by its title, a text by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.parsing.parse_errors import ParseErrorKind
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.parse_errors import BodyParseError

_TITLE_PATTERN: Final = re.compile(
    rb"<title[^>]{0,200}>(.{1,400}?)</title", re.IGNORECASE | re.DOTALL
)
_CHARSET_PATTERN: Final = re.compile(
    rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_CHARSETS: Final = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252"), "cp1252"),
    **{name: name for name in ("big5", "shift_jis", "euc-jp", "euc-kr", "iso-8859-15")},
}
"""Of pages that are not in UTF-8: what Python reads for the name that a page gives."""

_MAX_PAGE: Final = 65536


def describe_web_page(context: RuleContext) -> Text:
    """That a web page came, with its title."""
    body = context.exchange.body[:_MAX_PAGE] if context.exchange is not None else b""
    title = _TITLE_PATTERN.search(body)
    words = "" if title is None else " ".join(_decode(title[1], body, context).split())
    if not words:
        return tr("A web page came instead (HTTP {status}).", status=context.http_status)
    return tr(
        "A web page came instead, titled “{title}” (HTTP {status}).",
        title=context.sanitize(words),
        status=context.http_status,
    )


def check_unreadable_body(context: RuleContext) -> Verdict | None:
    """The verdict on a body that is neither JSON nor a web page; None on any other."""
    parse_error = context.analyzed.parse_error
    if parse_error is None:
        return None
    is_text = parse_error.kind is ParseErrorKind.PLAIN_TEXT
    return Verdict(
        VerdictCode.UNREADABLE,
        Severity.BAD,
        tr("A plain text came instead of a documented answer")
        if is_text
        else tr("The answer cannot be read"),
        context.with_message(_describe_error(parse_error, context.http_status)),
        (),
        tr("Inspect again. If it stays so, tell the gateway's administrators."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _describe_error(error: BodyParseError, status: int) -> Text:
    if error.kind is ParseErrorKind.EMPTY:
        return tr("The answer is empty (HTTP {status}).", status=status)
    if error.kind is ParseErrorKind.PLAIN_TEXT:
        return tr("HTTP {status}. Whether the session is valid cannot be told.", status=status)
    return tr(
        "{cause} Reading stopped at byte {offset} (HTTP {status}).",
        cause=error.cause,
        status=status,
        offset=error.offset,
    )


def _decode(title: bytes, body: bytes, context: RuleContext) -> str:
    """The title in the page's encoding; empty where that is not known."""
    try:
        return title.decode()
    except UnicodeDecodeError:
        header = context.exchange and context.exchange.get_header("Content-Type")
    said = header and _CHARSET_PATTERN.search(header.encode())
    named = said or _CHARSET_PATTERN.search(body)
    charset = _CHARSETS.get(named[1].decode().lower()) if named is not None else None
    return "" if charset is None else title.decode(charset, errors="replace")
