"""Names what stands in a token's place: templates, words of programs, words of loggers."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.session.translatable_text import Text, tr

_TEMPLATE: Final = re.compile(
    r"(?:\$\{?[\w.:-]+\}?|\$\(.*\)|%\w+%|%[(\w)]*[sdv]|\{+[\w .$:-]*\}+|<%?=?[\w .-]+%?>"
    r"|\[[\w .-]+\]"
    r"|#\{.*\}|@\w+|:\w+|\(.*\)|your[\w-]*|(?:insert|paste|enter|put|add|my|the|some)[-_ ][\w -]*"
    r"|[\w-]*token[-_]?(?:here|goes[-_]here|value)|(?:access|bearer|session|auth|api|id|jwt)?[-_]?"
    r"(?:token|id|key)|x{8,}|X{3,}|0{8,}|-+|_+|\.\.\.|example|string|test|dummy|changeme|tbd|todo"
    r"|\w{0,20}process\.env.*|os\.environ.*|os\.getenv.*)",
    re.IGNORECASE,
)
_NO_VALUE: Final = re.compile(
    r"undefined|null|none|nil|nan|void|empty|false|true|\(null\)|<nil>|<null>|<none>|nullptr|n/a|na"
    r"|\[object object\]|\[object promise\]|<?promise ?\{.*|function ?\(.*|<class '.*",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(
    r"[\[<({*]{0,3}(?:redacted|hidden|masked|filtered|removed|secret|sensitive|private|protected"
    r"|sanitized|sanitised|censored|obfuscated|scrubbed|stripped|omitted|confidential|suppressed"
    r"|elided|snip|snipped|\w*[ _-]?redacted|redacted[ _-]\w*|value removed|not shown|concealed)"
    r"[\])>}*]{0,3}",
    re.IGNORECASE,
)
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
    for pattern, said in (
        (_NO_VALUE, _NO_VALUE_TEXT),
        (_HIDDEN, _HIDDEN_TEXT),
        (_TAKEN_AWAY, _TAKEN_AWAY_TEXT),
        (_TEMPLATE, TEMPLATE),
    ):
        if pattern.fullmatch(value):
            return said
    enos = _ENOS.fullmatch(value)
    if enos is None:
        return None
    return TEMPLATE if _FILLED.fullmatch(enos[1]) else find_placeholder(enos[1])
