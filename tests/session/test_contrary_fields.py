"""What an answer says against its own success, in the kinds of ways that services say it."""

from itertools import count
from typing import Any

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.contrary_fields import (
    has_cache_header,
    has_contrary_header,
    iter_contrary_paths,
)
from inspector_app.session.doubts import DoubtKind
from inspector_app.session.interruption import interruptible
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonObject
from tests.session.answers import NOW, changed, exchange

OPEN, CLOSED = int(NOW) + 9000, int(NOW) - 9000


def doubts_of(path: str, value: Any) -> set[DoubtKind]:
    found = analyze_answer(exchange(changed("success", {path: value})))
    return {one.kind for one in found.doubts}


CODES = ["resultCode", "http_status", "retCode", "statusCode", "errno", "rc", "bizCode"]
NESTED: list[tuple[str, Any]] = [
    *(("meta", one) for one in ({"status": 401}, {"code": 30404}, {"error": "x"}, [{"ok": False}])),
    *(("session.x", one) for one in ({"expired": True}, {"a": {"state": "ended"}}, ["KICKED"])),
    *(("session.user.x", one) for one in ({"locked": True}, {"deep": [{"status": "disabled"}]})),
]
NAMES = [
    *(("session." + one, True) for one in ("isexpired", "loggedOut", "signed_off", "killed")),
    *(("session." + one, False) for one in ("loggedIn", "MFACompleted", "authorized", "isvalid")),
    *(("session." + one, True) for one in ("\uff45nded", "已过期", "incomplete", "stale")),
    *(("session.user." + one, False) for one in ("accountNonLocked", "credentials_non_expired")),
    *((one, False) for one in ("ok", "isOk", "isSuccess", "result")),
]
STATES = ["lifecycle", "sessionState", "phase", "flags", "user.accountStatus", "user.status"]
TEXTS = [
    *("timed out", "session is over", "session no longer exists", "does not exist", "stale"),
    *("please re-login", "login required", "signed off", "superseded by another", "not active"),
    *("replaced by a new login", "account locked", "could not be verified", "session was closed"),
    *("已注销", "超时", "请先登录", "已下线", "被踢出", "已锁定", "无权限", "未授权", "不可用"),
]
TIMES = [
    *("expiresAt", "expireTime", "logoutTime", "revokedAt", "endTime", "validUntil", "notAfter"),
    *("session_end_date", "deletedAt"),
]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *((name, value) for name in CODES for value in (30401, "404", 1)),
        *NESTED,
        *NAMES,
        *((f"session.{name}", "LOCKED") for name in STATES),
        *(("hint", text) for text in TEXTS),
        *((f"session.{name}", CLOSED) for name in TIMES),
        ("session.expiresAt", "2015-01-01"),
        ("session.expiresAt", "2015-01-01T00:00:00Z"),
        *((f"session.{name}", 0) for name in ("ttl", "remaining", "timeLeft", "expires_in")),
        ("session.timeLeft", -5),
        ("session.user.lockedUntil", OPEN),
    ],
)
def test_what_speaks_against_the_success_is_a_doubt(path, value):
    """J4: by code, by name, by a state, by text, by time, and within other members."""
    assert DoubtKind.CONTRARY_WORDS in doubts_of(path, value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *((name, value) for name in CODES for value in (0, None)),
        *(("session." + one, False) for one in ("isexpired", "loggedOut", "killed", "已过期")),
        *(("session." + one, True) for one in ("loggedIn", "MFACompleted", "authorized")),
        *(("session.user." + one, True) for one in ("accountNonLocked", "nonExpired")),
        *((f"session.{name}", "ACTIVE") for name in STATES),
        *((f"session.{name}", OPEN) for name in TIMES),
        *((f"session.{name}", one) for name in ("ttl", "timeLeft") for one in (7000, -1)),
        *(("countryCode", one) for one in (86, "CN")),
        *(("session." + one, CLOSED) for one in ("lastLogoutTime", "loginTime", "passwordEndDate")),
        ("session.user.lockedUntil", CLOSED),
        ("session.user.x", {"title": "Failure analyst", "note": "expired"}),
        ("session.过期时间", OPEN),
        ("meta", {"status": 0, "region": "eu", "rows": [1, 2]}),
        ("session.logoutUrl", "https://portal.example.com/logout?error=0"),
        ("server", "unlocked-deadline-2"),
    ],
)
def test_what_does_not_is_none(path, value):
    assert doubts_of(path, value) == set()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sessions", [{"id": "other"}]),
        ("data", {"session": {"id": "other"}}),
        ("result", {"Sessions": [{"id": "other"}]}),
    ],
)
def test_another_session_in_another_place_is_a_second_one(path, value):
    assert DoubtKind.SEVERAL_SESSIONS in doubts_of(path, value)


@pytest.mark.parametrize("value", [[], {}, "x", 2, None])
def test_what_holds_no_session_is_no_second_one(value):
    assert doubts_of("sessions", value) == set()


@pytest.mark.parametrize(
    ("name", "value", "is_contrary"),
    [
        ("WWW-Authenticate", 'Bearer error="invalid_token"', True),
        ("apim_status", "4011", True),
        ("Grpc-Status", "16", True),
        ("X-Auth-Error", "session", True),
        ("apim_status", "0", False),
        ("Grpc-Status", "x", False),
        ("X-Error", "", False),
        ("X-Error", "none", False),
        ("Content-Type", "application/json", False),
        ("X-Frame-Options", "DENY", False),
    ],
)
def test_headers_speak_too(name, value, is_contrary):
    assert has_contrary_header([("Date", "x"), (name, value)]) is is_contrary


@pytest.mark.parametrize("expires", [2**63, 1e300, 400_000_000])
def test_a_lifetime_that_no_session_has_tells_no_end(expires):
    """J6."""
    found = analyze_answer(exchange(changed("success", {"session.expires": expires})))

    assert found.lifetimes is not None
    assert found.lifetimes.compute_time_left(NOW) is None


@pytest.mark.parametrize(
    ("name", "value", "is_stored"),
    [
        ("Age", "900", True),
        ("AGE", " 1 ", True),
        ("Age", "0", False),
        ("Age", "-5", False),
        ("Age", "long", False),
        ("Age", "900, 901", True),
        ("Age", "+090", True),
        ("Age", "0.9", False),
        ("Warning", '110 - "Response is Stale"', True),
        ("Warning", '113 a "Heuristic Expiration"', True),
        ("Warning", '199 a "Other"', False),
        ("X-Cache", "HIT", True),
        ("X-Cache", "Hit from proxy.example.com", True),
        ("X-Cache", "TCP_MEM_HIT from a", True),
        ("X-Cache", "MISS, HIT", True),
        ("X-Cache", "Miss from proxy.example.com", False),
        ("X-Cache", "RefreshHit from proxy.example.com", False),
        ("X-Cache", "white", False),
        ("Cache-Status", "a; hit; ttl=30", True),
        ("Cache-Status", "a; fwd=miss; stored", False),
        ("CF-Cache-Status", "STALE", True),
        ("CF-Cache-Status", "DYNAMIC", False),
        ("Cache-Status", "a; fwd=stale", False),
        ("X-Cache-Status", "UPDATING", True),
        ("X-Edge-Cache-Status", "HIT", True),
        ("X-Fastcgi-Cache", "HIT", True),
        ("X-Cache-Remote", "TCP_HIT from a", True),
        ("X-Cache-Lookup", "HIT from a:3128", False),
        ("Cache-Control", "stale-while-revalidate=9", False),
        ("X-Cache-Hits", "0", False),
        ("X-Note", "HIT", False),
    ],
)
def test_a_header_tells_that_a_cache_had_stored_the_answer(name, value, is_stored):
    assert has_cache_header([("Date", "now"), (name, value)]) is is_stored


def test_between_any_two_members_it_can_be_left():
    """A user may have half a million of them, each with a text to look at."""
    members = tuple((f"x{number}", "a text") for number in range(500))
    asked = count()
    with interruptible(lambda: next(asked) < 0):
        list(iter_contrary_paths(ObjectType.SESSION, (), JsonObject(members)))
    assert next(asked) >= len(members)
