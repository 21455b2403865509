"""What changed between two answers: only what both of them say, and without a name."""

import json

import pytest

from inspector_app.inspection.watch_changes import ChangeKind, find_changes, read_facts
from tests.inspection.test_many_summary import result_of
from tests.session.answers import REFUSAL, SUCCESS, changed

CHANGES = {
    "session.user.id": ("u99", ChangeKind.USER),
    "session.user.state": (1, ChangeKind.ACCOUNT),
    "session.user.password_state": (1, ChangeKind.PASSWORD),
    "session.workingOrganization.id": ("o7", ChangeKind.WORKING_ORGANIZATION),
    "session.residentOrganization.id": ("o7", ChangeKind.HOME_ORGANIZATION),
    "session.status": (0, ChangeKind.ACCESS),
    "session.expires": (900, ChangeKind.LIFETIME),
    "session.createTime": (1562849700, ChangeKind.CREATED),
}
BEFORE = changed("success", {"session.status": 1})


def compare(before, after):
    return find_changes(*(read_facts(result_of(one)) for one in (before, after)))


@pytest.mark.parametrize("path", CHANGES)
def test_each_change_is_told_once_and_of_its_kind(path):
    value, kind = CHANGES[path]
    after = changed("success", {"session.status": 1, path: value})
    found = compare(BEFORE, after)
    assert [one.kind for one in found] == [kind]
    assert str(value) not in str(found[0].sentence)


def test_an_account_that_is_enabled_again_is_told_apart():
    disabled = changed("success", {"session.user.state": 1})
    (found,) = compare(disabled, SUCCESS)
    assert found.kind is ChangeKind.ACCOUNT_ENABLED
    assert "enabled" in str(found.sentence)


@pytest.mark.parametrize("path", CHANGES)
def test_what_one_answer_does_not_have_did_not_change(path):
    """The app never claims more than the answers say."""
    lacking = changed("success", {"session.status": 1}, without=(path,))
    for pair in ((BEFORE, lacking), (lacking, BEFORE)):
        assert compare(*pair) == ()


def test_the_same_answer_and_a_later_refresh_are_no_change():
    later = changed("success", {"session.refreshTime": SUCCESS["session"]["refreshTime"] + 30})
    assert compare(SUCCESS, SUCCESS) == ()
    assert compare(SUCCESS, later) == ()


def test_an_answer_without_a_session_is_not_compared():
    assert compare(SUCCESS, REFUSAL) == ()


def test_no_sentence_names_anybody():
    """A7: they go into notifications."""
    words = {"id": "u77", "name": "yuki.tanaka", "state": 9, "password_state": 1}
    after = json.loads(json.dumps(BEFORE))
    after["session"]["user"] |= words | {"id": BEFORE["session"]["user"]["id"]}
    after["session"]["workingOrganization"] = {"id": "o8", "name": "Wind Farm South"}
    said = " ".join(str(one.sentence) for one in compare(BEFORE, after))
    assert len(said) > 50
    assert not any(one in said for one in ("yuki", "Wind", "u77", "o8", "9"))


@pytest.mark.parametrize(
    ("path", "before", "after", "kind", "words"),
    [
        ("session.user.id", "u1", "u2", "user", "It is the session of another user now."),
        ("session.user.state", 1, 0, "account_enabled", "The account is enabled now."),
        ("session.user.state", 0, 1, "account", "The account is disabled now."),
        ("session.user.state", 0, 9, "account", "The account’s state is another one now."),
        ("session.user.password_state", 0, 1, "password", "The password must be changed now."),
        (
            "session.user.password_state",
            1,
            0,
            "password",
            "The password need not be changed any more.",
        ),
        ("session.user.password_state", 0, 2, None, ""),
        (
            "session.workingOrganization.id",
            "o1",
            "o2",
            "working_organization",
            "The user works in another organization now.",
        ),
        (
            "session.residentOrganization.id",
            "o1",
            "o2",
            "home_organization",
            "The home organization is another one now.",
        ),
        ("session.status", 1, 0, "access", "The session’s access is limited now."),
        ("session.status", 0, 1, "access", "The session’s access is not limited any more."),
        ("session.status", 1, 2, None, ""),
        ("session.expires", 800, 900, "lifetime", "The session’s lifetime is another one now."),
        ("session.expires", 800, 800, None, ""),
        (
            "session.createTime",
            1562849700,
            1562849800,
            "created",
            "The session’s creation time is another one now.",
        ),
    ],
)
def test_each_change_has_its_kind_and_its_sentence(path, before, after, kind, words):
    """What a person is told of happens, and the other way round is told as that."""
    found = compare(*(changed("success", {path: value}) for value in (before, after)))
    assert [(one.kind.value, str(one.sentence)) for one in found] == (
        [(kind, words)] if kind else []
    )
