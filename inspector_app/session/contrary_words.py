"""Words of names and texts that speak of an error, of a refusal or of an end of a session."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_TEXT_LENGTH: Final = 2000
"""Characters of a name or text that are looked at."""

SUCCESS_TEXTS: Final = frozenset(
    {"", "ok", "success", "successful", "succeeded", "none", "null", "成功", "操作成功", "请求成功"}
)

_NAME_HINTS: Final = (
    *("err", "exception", "fail", "fault", "valid", "active", "ed", "out", "auth", "alive", "line"),
    *("enable", "usable", "dead", "void", "stale", "frozen", "code", "stat", "ret", "rc", "result"),
    *("phase", "flag", "cycle", "ok", "succe", "log", "expir", "end", "ttl", "left", "remain"),
    *("until", "terminat", "revoc", "after", "complete", "suspen", "anonym"),
)
"""In every name that is looked at closer: searching it is much quicker than taking names apart."""

_NAME_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FUSED_BEGINNING: Final = re.compile(r"\A(?:is|has|was)(?=[a-z]{4})")
"""Of a name in small letters alone: ``isexpired``."""

_END_WORDS: Final = frozenset(
    {"invalidated", "expired", "revoked", "ended", "terminated", "closed", "deleted", "kicked"}
    | {"logout", "signout", "logoff", "signoff", "loggedout", "signedout", "killed", "dead"}
    | {"void", "voided", "cancelled", "canceled", "destroyed", "removed", "evicted", "replaced"}
    | {"superseded", "deactivated"}
)
CONTRARY_NAMES: Final = _END_WORDS | {
    *("error", "errors", "err", "exception", "fault", "failure", "failed", "fail", "invalid"),
    *("inactive", "disabled", "blocked", "locked", "suspended", "denied", "rejected", "refused"),
    *("unauthorized", "unauthenticated", "banned", "frozen", "stale", "offline", "incomplete"),
    *("errno", "suspension", "anonymous"),
}
AFFIRMING_NAMES: Final = frozenset(
    {"valid", "active", "alive", "enabled", "enable", "authenticated", "online", "authorized"}
    | {"usable", "ok", "success", "successful", "succeeded"}
)
_AFFIRMING_ENDS: Final = frozenset({("logged", "in"), ("signed", "in"), ("mfa", "completed")})
_CONTRARY_ENDS: Final = frozenset(
    (verb, end) for verb in ("logged", "signed", "timed") for end in ("out", "off")
)
_NEGATIONS: Final = frozenset({"non", "not", "never"})
"""``accountNonLocked``: the opposite of what follows."""

_ABOUT_NAMES: Final = frozenset(
    {"time", "at", "date", "on", "until", "after", "before", "seconds", "millis", "count"}
    | {"url", "uri", "link", "path"}
)
"""What is about an error or an end, and says nothing of whether there was one."""

_CODE_QUALIFIERS: Final = frozenset(
    {"status", "http", "error", "err", "result", "return", "ret", "response", "resp", "sub", "biz"}
    | {"business", "api", "reason"}
)
_CODE_NAMES: Final = frozenset({"code", "errno", "ret", "rc"})
"""Names that alone say that a number is the code of a result."""

_STATE_WORDS: Final = frozenset(
    {"status", "state", "phase", "stage", "flag", "flags", "lifecycle", "result"}
)
_INSTANT_WORDS: Final = frozenset({"at", "time", "date", "on", "timestamp"})
_EXPIRY_WORDS: Final = _END_WORDS | {
    *("expire", "expires", "expiry", "expiration", "end", "ends", "termination", "revocation"),
}
_LATEST_WORDS: Final = frozenset({("valid", "until"), ("valid", "to"), ("not", "after")})
_OTHER_OWNERS: Final = frozenset({"last", "previous", "prior", "password", "pwd"})
"""Of another session, or of no session."""

_LOCK_WORDS: Final = frozenset({"locked", "blocked", "suspended", "banned", "disabled", "frozen"})
_REMAINING_WORDS: Final = frozenset({"ttl", "remaining", "left"})
_SPAN_WORDS: Final = frozenset({"seconds", "millis", "ms", "time", "in"})

_CHINESE: Final = (
    "过期|失效|无效|未找到|不存在|未登录|重新登录|先登录|拒绝|失败|错误|登出|禁用|终止|注销|已退出|超时"
    "|下线|踢出|锁定|冻结|无权|未授权|已结束|不可用|作废|停用|撤销"
)
_CHINESE_TEXT: Final = re.compile(_CHINESE)
_CHINESE_ABOUT: Final = ("时间", "日期", "次数", "时刻", "有效期")
_ADDRESS: Final = re.compile(r"(?:https?:/)?/[!-~]{1,500}")
"""``/logout`` is where one may sign out."""

_CONTRARY_TEXT: Final = re.compile(
    r"(?<![a-z])(?:expired|invalid|not valid|not found|no session|no such|ended|terminat|revoke"
    r"|(?:log(?:ged)?|sign(?:ed)?)[ _-]?(?:out|off)|re-?log-?in|(?:log|sign)[ -]?in (?:again|first)"
    r"|(?:log|sign)[ -]?in (?:is )?(?:required|needed)|not (?:logged|signed|active|auth|allowed)"
    r"|time[ds]?[ _-]?out|do(?:es)? ?n[o']t exist|no longer|(?:is|was) over|no permission"
    r"|unauthori[sz]ed|unauthenticated|denied|forbidden|refused|rejected|error|fail|disabled"
    r"|inactive|kicked|elsewhere|closed|canceled|cancelled"
    r"|removed(?!\])|destroyed|deleted"
    r"|superseded|replaced by|blocked|locked|suspended|banned|frozen|killed|dead(?![a-z])"
    r"|stale(?![a-z])|evicted"
    r"|deactivated|authorization required|bad credential|wrong token|unable to"
    r"|could ?n[o']t|can ?not)"
    rf"|{_CHINESE}",
    re.IGNORECASE,
)


def may_be_contrary(names: str) -> bool:
    """Whether a closer look is worth it: at one name, or at many in one text."""
    lower = names.lower()
    return not names.isascii() or any(hint in lower for hint in _NAME_HINTS)


def split_member_name(name: str) -> tuple[str, ...]:
    """The words of a member's name in lower case, however they are joined."""
    name = name[:MAX_TEXT_LENGTH]
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    if name.islower():
        name = _FUSED_BEGINNING.sub("", name, count=1) if name.isalpha() else name
    return tuple(word.lower() for word in _NAME_WORD.findall(name))


def is_contrary_name(name: str, words: tuple[str, ...]) -> bool:
    """Whether what the name says, if it is so, speaks of an error or an end."""
    if not name.isascii() and _CHINESE_TEXT.search(name[:MAX_TEXT_LENGTH]) is not None:
        return not name.endswith(_CHINESE_ABOUT)
    said = words[-2:] in _CONTRARY_ENDS or not CONTRARY_NAMES.isdisjoint(words)
    if not _ABOUT_NAMES.isdisjoint(words):
        return False
    return _is_affirming(words) if _is_denied_in(words) else said


def is_affirming_name(words: tuple[str, ...]) -> bool:
    """Whether what the name says, if it is not so, speaks of an error or an end."""
    if words[-2:] in _AFFIRMING_ENDS:
        return True
    if not _ABOUT_NAMES.isdisjoint(words):
        return False
    return not CONTRARY_NAMES.isdisjoint(words) if _is_denied_in(words) else _is_affirming(words)


def is_code_name(words: tuple[str, ...]) -> bool:
    """Whether a number of this name is the code of a result."""
    if len(words) == 1:
        return words[0] in _CODE_NAMES
    if words[-1:] == ("code",):
        return not _CODE_QUALIFIERS.isdisjoint(words)
    return words[-2:] == ("http", "status")


def is_state_name(words: tuple[str, ...]) -> bool:
    """Whether a word under this name is a state of what it belongs to."""
    return bool(words) and words[-1] in _STATE_WORDS


def is_end_name(words: tuple[str, ...]) -> bool:
    """Whether an instant of this name is the end of the session."""
    if not _OTHER_OWNERS.isdisjoint(words):
        return False
    if words[-2:] in _LATEST_WORDS:
        return True
    return bool(words) and words[-1] in _INSTANT_WORDS and not _EXPIRY_WORDS.isdisjoint(words)


def is_lock_end_name(words: tuple[str, ...]) -> bool:
    """Whether an instant of this name is the end of a lock: ``lockedUntil``."""
    return words[-1:] == ("until",) and not _LOCK_WORDS.isdisjoint(words)


def is_remaining_name(words: tuple[str, ...]) -> bool:
    """Whether a number of this name is the time that a session has left."""
    if not words or not _OTHER_OWNERS.isdisjoint(words):
        return False
    if words[-1] in _REMAINING_WORDS:
        return len(words) == 1 or words[-2] in {"time", "session", "ttl"}
    if words[-1] not in _SPAN_WORDS:
        return False
    return not _REMAINING_WORDS.isdisjoint(words) or words[-2:] == ("expires", "in")


def is_contrary_text(text: str) -> bool:
    """Whether a text speaks of an error or an end; its first characters are looked at."""
    text = text[:MAX_TEXT_LENGTH]
    return _CONTRARY_TEXT.search(text) is not None and _ADDRESS.fullmatch(text) is None


def is_contrary_state(text: str) -> bool:
    """Whether a word or two, as a state is given, speak of an error or an end."""
    words = split_member_name(text.strip() if not text.isupper() else text.strip().lower())
    if len(words) > 3:  # noqa: PLR2004
        return False
    return is_contrary_name(text, words) or is_contrary_text(text)


def _is_denied_in(words: tuple[str, ...]) -> bool:
    return not _NEGATIONS.isdisjoint(words)


def _is_affirming(words: tuple[str, ...]) -> bool:
    return not AFFIRMING_NAMES.isdisjoint(words)
