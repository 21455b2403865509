"""What a name or a text says of an error or an end, word by word."""

import pytest

from inspector_app.session import contrary_words
from inspector_app.session.contrary_words import split_member_name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sessionExpired", ("session", "expired")),
        ("HTTPStatus", ("http", "status")),
        ("MFACompleted", ("mfa", "completed")),
        ("signed_off-now 2", ("signed", "off", "now")),
        ("isexpired", ("expired",)),
        ("hasended", ("ended",)),
        ("wasvalid", ("valid",)),
        ("isok", ("isok",)),
        ("isisended", ("isended",)),
        ("thisended", ("thisended",)),
        ("is_expired", ("is", "expired")),
        ("isExpired", ("is", "expired")),
        ("\uff45nded", ("ended",)),
        ("e\u0301nded", ("nded",)),
        ("x" * 2000 + "Ended", ("x" * 2000,)),
        ("", ()),
        ("42", ()),
    ],
)
def test_a_name_is_taken_apart_however_it_is_joined(name, words):
    assert split_member_name(name) == words


PREDICATES = {
    "contrary": contrary_words.is_contrary_name,
    "affirming": lambda _name, words: contrary_words.is_affirming_name(words),
    "code": lambda _name, words: contrary_words.is_code_name(words),
    "state": lambda _name, words: contrary_words.is_state_name(words),
    "end": lambda _name, words: contrary_words.is_end_name(words),
    "lock end": lambda _name, words: contrary_words.is_lock_end_name(words),
    "remaining": lambda _name, words: contrary_words.is_remaining_name(words),
}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("expired", {"contrary"}),
        ("loggedOut", {"contrary"}),
        ("timedOff", {"contrary"}),
        ("outLogged", set()),
        ("nonExpired", {"affirming"}),
        ("notValid", {"contrary"}),
        ("neverActive", {"contrary"}),
        ("valid", {"affirming"}),
        ("loggedIn", {"affirming"}),
        ("signedIn", {"affirming"}),
        ("mfaCompleted", {"affirming"}),
        ("loggedInUrl", set()),
        ("errorCount", set()),
        ("validUntil", {"end"}),
        ("validTo", {"affirming", "end"}),
        ("notAfter", {"end"}),
        ("passwordValidUntil", set()),
        ("errorTime", set()),
        ("expireTime", {"end"}),
        ("expiryTimestamp", {"end"}),
        ("time", set()),
        ("loginTime", set()),
        ("lastLogoutTime", set()),
        ("logoutDate", {"end"}),
        ("lockedUntil", {"lock end"}),
        ("lockUntil", set()),
        ("untilLocked", set()),
        ("code", {"code"}),
        ("rc", {"code"}),
        ("status", {"state"}),
        ("resultCode", {"code"}),
        ("countryCode", set()),
        ("errorCode", {"contrary", "code"}),
        ("httpStatus", {"code", "state"}),
        ("statusHttp", set()),
        ("ttl", {"remaining"}),
        ("remaining", {"remaining"}),
        ("timeLeft", {"remaining"}),
        ("sessionTtl", {"remaining"}),
        ("ttlLeft", {"remaining"}),
        ("daysLeft", set()),
        ("passwordTtl", set()),
        ("ttlSeconds", {"remaining"}),
        ("remainingMs", {"remaining"}),
        ("expiresIn", {"remaining"}),
        ("endsIn", set()),
        ("seconds", set()),
        ("previousTtlSeconds", set()),
        ("已过期", {"contrary"}),
        ("过期时间", set()),
        ("有效期", set()),
        ("名字", set()),
        ("", set()),
    ],
)
def test_each_name_says_what_it_says_and_no_more(name, said):
    """J4."""
    words = split_member_name(name)
    assert {kind for kind, says in PREDICATES.items() if says(name, words)} == said


@pytest.mark.parametrize(
    ("name", "is_looked_at"),
    [("sessionEXPIRED", True), ("ttl", True), ("名字", True), ("name", False), ("", False)],
)
def test_only_names_that_may_say_something_are_looked_at_closer(name, is_looked_at):
    assert contrary_words.may_be_contrary(name) is is_looked_at


@pytest.mark.parametrize(
    ("text", "is_text", "is_state"),
    [
        ("EXPIRED", True, True),
        ("session has ended long ago by now", True, False),
        ("session has ended", True, True),
        (" Locked ", True, True),
        ("NOT_ACTIVE", False, True),
        ("isexpired", False, True),
        ("ACTIVE", False, False),
        ("/logout", False, True),
        ("https://portal.example.com/logged_out", False, False),
        ("see /logout: it was denied", True, False),
        ("已过期", True, True),
        ("x" * 2000 + " expired", False, False),
        ("x" * 1992 + " expired", True, True),
        ("", False, False),
    ],
)
def test_a_text_and_a_state_are_read_up_to_a_bound(text, is_text, is_state):
    """J4, J5."""
    assert contrary_words.is_contrary_text(text) is is_text
    assert contrary_words.is_contrary_state(text) is is_state
