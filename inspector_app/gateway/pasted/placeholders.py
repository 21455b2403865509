"""Names what stands in a token's place: templates, words of programs, words of loggers."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.session.translatable_text import Text, tr

_TEMPLATE: Final = re.compile(
    r"\A(?:\$\{?[\w.:-]+\}?|\$\(.*\)|%\w+%|%[(\w)]*[sdv]|\{+[\w .$:-]*\}+|<%?=?[\w .-]+%?>"
    r"|\[[\w .-]+\]"
    r"|#\{.*\}|@\w+|:\w+|\(.*\)|your[\w-]*"
    r"|(?:insert|paste|enter|put|add|my|the|some)[-_ ](?!(?:.*\d){3})[\w -]*"
    r"|[\w-]*token[-_]?(?:here|goes[-_]here|value)|x{8,}|X{3,}|0{8,}|-+|_+"
    r"|\w{0,20}process\.env.*|os\.environ.*|os\.getenv.*)",
    re.IGNORECASE,
)
_TEMPLATE_WORDS: Final = frozenset(
    {"...", "example", "string", "test", "dummy", "changeme", "tbd", "todo"}
    | {
        f"{kind}{sign}{name}"
        for kind in ("", "access", "bearer", "session", "auth", "api", "id", "jwt")
        for sign in ("", "-", "_")
        for name in ("token", "id", "key")
    }
)
_NO_VALUE: Final = re.compile(r"\A(?:<?promise ?\{|function ?\(|<class ').*", re.IGNORECASE)
_NO_VALUE_WORDS: Final = frozenset(
    {"undefined", "null", "none", "nil", "nan", "void", "empty", "false", "true", "(null)"}
    | {"<nil>", "<null>", "<none>", "nullptr", "n/a", "na", "[object object]", "[object promise]"}
)
_HIDDEN: Final = re.compile(r"\A[\[<({*]{0,3}(?P<words>[\w -]++)[\])>}*]{0,3}")
_HIDDEN_WORDS: Final = frozenset(
    {"hidden", "masked", "filtered", "removed", "secret", "sensitive", "private", "protected"}
    | {"sanitized", "sanitised", "censored", "obfuscated", "scrubbed", "stripped", "omitted"}
    | {"confidential", "suppressed", "elided", "snip", "snipped", "value removed", "not shown"}
    | {"concealed"}
)
_REDACTED: Final = re.compile(r"\A(?:\w*[ -]?redacted|redacted[ _-]\w*)")
_TAKEN_AWAY: Final = re.compile(r"deleted|delete|expired|logout|cleared|logged ?out", re.IGNORECASE)
_ENOS: Final = re.compile(r"(?:IAM_S_|APP_PORTAL_S_)(.+)", re.DOTALL)
_FILLED: Final = re.compile(
    r"[xX]{8,}|0{8,}|9{8,}|(?:yourtoken|token|sessionid|example)\w*", re.IGNORECASE
)
_MAX_LENGTH: Final = 200

TEMPLATE: Final = tr("This is a placeholder. Paste the token that belongs in its place.")
_NO_VALUE_TEXT: Final = tr(
    "There is a program's word for no value (undefined, null, None) in the token's place: the "
    "program sent the call without a token. Sign in again and copy it anew."
)
_HIDDEN_TEXT: Final = tr(
    "The token was removed: a program wrote a word such as REDACTED in its place. Copy it where it "
    "is shown in full."
)
_TAKEN_AWAY_TEXT: Final = tr(
    "The cookie is deleted here: this is the answer to a sign-out, and there is no token in it. "
    "Copy it from a call before the sign-out."
)


def find_placeholder(value: str) -> Text | None:
    """What to say of a value that only stands in a token's place; None if it is not one."""
    if len(value) > _MAX_LENGTH:
        return None
    for is_meant, said in (
        (_says_no_value, _NO_VALUE_TEXT),
        (_says_hidden, _HIDDEN_TEXT),
        (_TAKEN_AWAY.fullmatch, _TAKEN_AWAY_TEXT),
        (_is_template, TEMPLATE),
    ):
        if is_meant(value):
            return said
    enos = _ENOS.fullmatch(value)
    if enos is None:
        return None
    return TEMPLATE if _FILLED.fullmatch(enos[1]) else find_placeholder(enos[1])


def _says_no_value(value: str) -> bool:
    return value.lower() in _NO_VALUE_WORDS or _NO_VALUE.fullmatch(value) is not None


def _says_hidden(value: str) -> bool:
    match = _HIDDEN.fullmatch(value)
    words = match["words"].lower() if match else ""
    return words in _HIDDEN_WORDS or _REDACTED.fullmatch(words) is not None


def _is_template(value: str) -> bool:
    return value.lower() in _TEMPLATE_WORDS or _TEMPLATE.fullmatch(value) is not None
