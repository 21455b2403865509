"""Names what is pasted in a token's place: an address, an ID, a password, an application's keys."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted.candidate import COVER_MARK, ENOS_PREFIXES
from inspector_app.gateway.pasted.known_tokens import COVERED, CUT, TORN
from inspector_app.session.translatable_text import Text, tr

CHANGED_CASE: Final = tr(
    "Capital and small letters were changed in the token: EnOS tokens begin with IAM_S_ or "
    "APP_PORTAL_S_. Copy it again where it is as it was."
)
MISREAD: Final = tr(
    "The beginning of the token was misread: EnOS tokens begin with IAM_S_ or APP_PORTAL_S_. Copy "
    "it again where it is as it was."
)
ONE_CASE_HINT: Final = tr(
    "Its letters are all capital or all small, which is unusual: was it changed on its way?"
)
_ADDRESS_TEXT: Final = tr(
    "This is an address, and there is no token in it. Paste the user's session token."
)
_ID_TEXT: Final = tr(
    "This is the ID of a user or an organization, not a token. Paste the user's session token."
)
_FILE_TEXT: Final = tr("This is the name of a file. Open the file, and paste what is in it.")
_PASSWORD_TEXT: Final = tr(
    "There is a password here and no token. Delete it where it was sent: nobody needs it. Paste "
    "the user's session token."
)
_KEYS_TEXT: Final = tr(
    "These are the keys of an application, not of a user. Paste the user's session token."
)

_ADDRESS: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,20}://\S++|[^\s@]{1,100}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?:[a-z0-9-]{1,40}\.){1,6}(?:com|net|org|info|io|cloud|dev|app|local|internal|lan|corp"
    r"|cn|sg|de|eu|fr|uk|us|jp|kr|in|au|hk|tw|my)(?::\d{1,5})?(?:/\S*+)?"
)
_FILE: Final = re.compile(
    r"(?:[A-Za-z]:[\\/]|\\\\|file:).*+"
    r"|[^\n]{1,200}\.(?:txt|har|json|log|png|jpe?g|gif|bmp|pdf|docx?|xlsx?|csv|eml|msg|zip|html?)"
    r"|\[[^\]\n]{1,200}\.(?:png|jpe?g|gif|bmp|pdf)\]",
    re.IGNORECASE,
)
_ID: Final = re.compile(r"[uor]\d{13,40}")
"""A letter and when it was made, in epoch milliseconds, then more digits."""

_PASSWORD: Final = re.compile(
    r"(?:\b(?:password|passwd|pwd|passwort|kennwort)|密码|口令)[\"']?\s{0,3}[:=\uff1a\uff1d]"
    r"[ \t]{0,3}[\"']?[^\s\"',;]{4,80}[\"']?[ \t]{0,3}(?:[,;}\r\n]|\Z)",
    re.IGNORECASE,
)
_KEYS: Final = re.compile(
    r"(?:access|secret|app)[_ -]?(?:key|secret)(?:[_ -]?id)?[\"']?\s{0,3}[:=\uff1a\uff1d]"
    r"[ \t]{0,3}[\"']?[\w.+/-]{6}",
    re.IGNORECASE | re.ASCII,
)
_BARE_PREFIX: Final = re.compile(
    rf"(?:IAM|APP_PORTAL)_S_(?:(?P<cover>{COVER_MARK}{{3}})|(?P<cut>…|\.{{2,}})"
    r"|(?P<torn>[ \t\u00a0]{1,3}[A-Za-z0-9]{16}))"
)
_OTHER_CASE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?!(?:IAM|APP_PORTAL)_S_)(?i:IAM|APP_PORTAL)_[sS]_[A-Za-z0-9]{16}"
)
_MISREAD: Final = re.compile(
    r"(?<![A-Za-z0-9])(?!(?:IAM|APP_PORTAL)_S_)(?:[Il1|]AM|APP_?P[O0]RTA[LIl1|])"
    r"(?:_[S5$]_[A-Za-z0-9]{16}|_?[S5$]_?(?:[A-Za-z0-9]{128}|[A-Za-z0-9]{32})(?![A-Za-z0-9]))"
)
"""With look-alikes, as in a picture's text, or without the marks of italics, as on a page."""

_MANY_LETTERS: Final = 16
_DIFFERENT_LETTERS: Final = 8
_MAX_WHOLE: Final = 2048
_MAX_LENGTH: Final = 64 * 1024
"""Characters that are looked at: what is named stands at the beginning."""


def find_changed_prefix(text: str) -> Text | None:
    """What was done to the prefix of an EnOS token; None where there is none that was changed."""
    if _OTHER_CASE.search(text) is not None:
        return CHANGED_CASE
    return MISREAD if _MISREAD.search(text) is not None else None


def has_one_case(value: str) -> bool:
    """Whether an EnOS token has letters of one case alone behind its prefix, and many of them."""
    rest = value.removeprefix(next(filter(value.startswith, ENOS_PREFIXES), value))
    letters = "".join(filter(str.isalpha, rest))
    is_random = len(letters) >= _MANY_LETTERS and len(set(letters)) >= _DIFFERENT_LETTERS
    return is_random and (letters.isupper() or letters.islower())


def find_other_thing(text: str) -> Text | None:
    """What to say of a text in which no token was found; None if it is nothing that is known."""
    text = text[:_MAX_LENGTH].strip()
    whole = text.strip("\"'`<>()[]") if "\n" not in text and len(text) <= _MAX_WHOLE else ""
    bare = _BARE_PREFIX.search(text)
    if bare is not None:
        return COVERED if bare["cover"] else CUT if bare["cut"] else TORN
    changed = find_changed_prefix(text)
    if changed is not None:
        return changed
    for pattern, said in ((_PASSWORD, _PASSWORD_TEXT), (_KEYS, _KEYS_TEXT)):
        if pattern.search(text):
            return said
    for pattern, said in ((_FILE, _FILE_TEXT), (_ID, _ID_TEXT), (_ADDRESS, _ADDRESS_TEXT)):
        if whole and pattern.fullmatch(whole):
            return said
    return None
