from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation import outline_builder
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW, changed, exchange

VIEW = TimeContext(NOW, UTC)
ADMIN_BY_ONE = "admin by one table of the documentation, not in the other"


def found(path, value, besides=None):
    answer = changed("success", {path: value, **(besides or {})})
    way = tuple(path.split("."))
    waiting = list(outline_builder.build_outline(analyze_answer(exchange(answer))).list_children())
    while waiting:
        node = waiting.pop()
        if node.path == way:
            return node
        waiting += node.list_children()
    raise AssertionError(path)


def meaning(path, value):
    return str(found(path, value).format_meaning(VIEW))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        *(
            ("type", 0, "user by one table of the documentation, not in the other"),
            ("type", 1.0, "owner or user, by which table of the documentation"),
            ("type", 2, "owner or admin, by which table of the documentation"),
            ("type", "3", f"{ADMIN_BY_ONE} (text where a number is documented)"),
            ("type", 4, "unknown (4)"),
        ),
        *(("state", 0, "enabled"), ("state", 1, "disabled"), ("state", 5, "unknown (5)")),
        *(("authType", 0, "EnOS account"), ("authType", 1, "LDAP account")),
        *(("mfaType", 0, "disabled"), ("mfaType", 1, "by SMS"), ("mfaType", 2, "by email")),
        *(("mfaType", 3, "by SMS or email, as the user chooses"), ("mfaType", None, "not set")),
        *(("password_state", 0.0, "normal"), ("passwordState", 1, "password must be changed")),
        *(("password_strength", "MEDIUM", "medium"), ("passwordStrength", 2, "very strong")),
        *(("passwordStrength", "VERY STRONG", "very strong"), ("passwordStrength", 1, "strong")),
        *(("password_strength", "ODD", "unknown (ODD)"), ("name", "pat", "login name")),
        *(("phone", "", "empty"), ("name", None, "null where a value is documented")),
        *(("phone", "5550100", "not verified"), ("email", "a@example.com", "verified")),
        *(("guestOrganizations", None, "not set"), ("nickname", "x", "not documented")),
        (
            "guestOrganizations",
            ["o1"],
            "where the user is an external user, inferred from the name; entries: 1",
        ),
        ("id", "u15578227990211", "created 2019-05-14 08:33:19 UTC, inferred from the id"),
        ("id", "somebody", "the user's id"),
        ("state", True, "unknown (true or false where a number is documented)"),
        ("emailVerified", "true", "verified (text where true or false is documented)"),
        ("seenTime", 1562850072, "not documented; perhaps 2019-07-11 13:01:12 UTC, 5 min ago"),
    ],
)
def test_fields_of_the_user(name, value, words):
    assert meaning(f"session.user.{name}", value) == words


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("createTime", 1562849746, "2019-07-11 12:55:46 UTC, 10 min ago (read as seconds)"),
        ("createTime", 1562849746000, "2019-07-11 12:55:46 UTC, 10 min ago (read as milliseconds)"),
        ("refreshTime", -1, "not a date"),
        ("refreshTime", "x", "not a date (text where a number is documented)"),
        ("expires", 7200, "2 h: ends about 15:00:52 UTC if it slides"),
        ("expires", 0, "not a span of time"),
        ("user.password_expire_time", 0, "not a date; perhaps never, or not applicable"),
        ("user.password_expire_time", -1, "not a date; perhaps it means “never”"),
        (
            "user.password_expire_time",
            1562850000,
            "2019-07-11 13:00:00 UTC, 6 min ago (read as seconds)",
        ),
        (
            "user.createTime",
            "2019-05-14 08:33:19.0",
            "2019-05-14 08:33:19 UTC, 58 days ago (read as UTC)",
        ),
        (
            "user.emailVerifiedAt",
            1562850000,
            "2019-07-11 13:00:00 UTC, 6 min ago (read as seconds)",
        ),
    ],
)
def test_times_are_told_both_ways_and_guesses_are_labelled(path, value, words):
    """J6."""
    assert meaning(f"session.{path}", value) == words


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("session.status", 0, "initialized: access is limited"),
        ("session.status", 1, "normal"),
        ("session.ssoLogin", True, "SSO login"),
        ("status", 0, "success"),
        ("status", 30511, "account or LDAP login disabled (EnOS documentation of the login call)"),
        ("status", 30403, "unknown (30403); perhaps: permission denied (IAM)"),
        ("status", 77, "unknown (77)"),
        ("requestId", None, "none given"),
        ("session.workingOrganization.domain", None, "not set"),
    ],
)
def test_fields_of_session_and_envelope(path, value, words):
    assert meaning(path, value) == words


ZERO = "1970-01-01 00:00:00.0"


@pytest.mark.parametrize(
    ("name", "value", "besides", "words"),
    [
        ("phoneVerifiedAt", ZERO, {}, "never verified, inferred from 1970"),
        ("phoneVerifiedAt", "1970-01-01 08:00:00.0", {}, "never verified, inferred from 1970"),
        ("emailVerifiedAt", 0, {"emailVerified": False}, "never verified, inferred from 1970"),
        ("emailVerifiedAt", ZERO, {}, "no date: perhaps it was not noted"),  # its flag is true
        ("phoneVerifiedAt", "1970-01-02 00:00:00.0", {}, "1970-01-02 00:00:00 UTC"),
        ("createdAt", ZERO, {}, "not a date"),
        ("createdByUserId", "0", {}, "the system, inferred from the 0"),
        ("createdByUserId", "00", {}, "who created the account"),
        ("passwordExpireTime", 0, {"authType": 2}, "never: not applicable to an SSO account"),
        ("password_expire_time", 1, {"authType": 2}, "not used by an SSO account"),
        ("passwordState", 1, {"authType": 2}, "not used by an SSO account"),
        ("password_state", 9, {"authType": "2"}, "not used by an SSO account"),
        ("passwordState", 1, {"authType": 1}, "password must be changed"),
        ("password_state", None, {"authType": 2}, "null where a value is documented"),
    ],
)
def test_a_field_of_the_user_is_read_by_the_fields_beside_it(name, value, besides, words):
    changes = {f"session.user.{other}": beside for other, beside in besides.items()}
    told = str(found(f"session.user.{name}", value, changes).format_meaning(VIEW))

    assert told.startswith(words)


def test_each_row_says_where_it_is_documented():
    assert "2.3 and later" in str(found("session.status", 1).source)
    assert "UTC inferred" in str(found("session.user.createTime", "2019-05-14 08:33:19.0").source)
    assert str(found("session.region", "eu").source) == "not documented"


def test_only_what_matters_stands_out():
    assert found("session.user.state", 1).severity is Severity.BAD
    assert found("session.status", 0).severity is Severity.WARNING
    assert found("session.user.name", "pat").severity is Severity.PLAIN
    assert found("session.user.nickname", "pat").severity is Severity.NOTICE


@pytest.mark.parametrize(
    ("seconds_after_now", "besides", "severity"),
    [
        (-86_400, {}, Severity.BAD),
        (-86_400, {"session.user.authType": 1}, Severity.PLAIN),
        (-86_400, {"session.ssoLogin": True}, Severity.PLAIN),
        (86_400, {}, Severity.PLAIN),
    ],
)
def test_the_date_of_an_expired_password_stands_out_where_it_matters(
    seconds_after_now, besides, severity
):
    expires = int(NOW + seconds_after_now) * 1000
    assert found("session.user.password_expire_time", expires, besides).severity is severity
