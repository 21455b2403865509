import json
from collections import Counter
from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.analyzed_answer import analyze_answer, analyze_document
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonArray, JsonObject, dump_json
from inspector_app.session.presentation import outline_builder
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.record_list import MIN_RECORDS
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, changed, exchange
from tests.session.documents import documents, leaves

VIEW = TimeContext(NOW, UTC)
USER_BY_ONE = "type 0: user by one table of the documentation, not in the other"


def tree(answer, status=200):
    return outline_builder.build_outline(analyze_answer(exchange(answer, status)))


def rows(node):
    for child in node.list_children():
        yield child
        yield from rows(child)


def row(root, *path):
    return next(node for node in rows(root) if node.path == path)


def groups(root):
    return [
        (str(one.label), one.render_value(str), str(one.format_meaning(VIEW)))
        for one in root.list_children()
    ]


def group(root, label):
    return next(one for one in root.list_children() if str(one.label).startswith(label))


def test_a_sessions_groups_say_their_point_and_begin_with_what_matters():
    assert groups(tree(SUCCESS)) == [
        ("Organizations", "Head Office", "works in the home organization"),
        ("Timing", "2 h session", "idle 5 min, about 1 h 54 min left"),
        ("User", "portal_test01", "enabled; " + USER_BY_ONE),
        (
            "Not set (12)",
            "mfaType, createdAt, emailVerifiedAt, 9 more",
            "null or empty",
        ),
        ("Other fields", "", ""),
    ]
    assert [one.icon for one in tree(SUCCESS).list_children()] == [
        *("building-2", "clock", "user", "circle-minus", "braces")
    ]
    assert [one.is_folded for one in tree(SUCCESS).list_children()] == [
        *(False, False, True, True, False)
    ]


def test_reports_list_the_fields_in_the_order_of_the_documentation():
    root = outline_builder.build_report_outline(analyze_answer(exchange(SUCCESS, 200)))

    assert [str(one.label) for one in root.list_children()] == [
        *("User", "Organizations", "Timing", "Other fields")
    ]
    assert sorted(map(str, filter(None, (one.path for one in rows(root))))) == sorted(
        map(str, filter(None, (one.path for one in rows(tree(SUCCESS)))))
    )


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_what_is_null_or_empty_is_in_one_row_and_nowhere_else(nothing):
    paths = [("session", "user", "email"), ("session", "extra"), ("requestId",)]
    root = tree(changed("success", {".".join(path): nothing for path in paths}))
    folded = group(root, "Not set")

    for path in paths:
        assert [one.path for one in rows(root)].count(path) == 1
        assert path in [one.path for one in folded.list_children()]
    assert str(folded.label) == f"Not set ({folded.child_count})"


@pytest.mark.parametrize("value", [0, False, " ", [None], {"a": None}, "null"])
def test_zero_and_false_are_values(value):
    root = tree(changed("success", {"session.user.description": value}))
    folded = group(root, "Not set")

    assert "description" not in [one.label for one in folded.list_children()]


def test_a_null_where_a_value_is_documented_is_counted_in_the_row():
    folded = group(tree(changed("success", {"session.user.name": None})), "Not set")

    assert str(folded.format_meaning(VIEW)) == "null or empty; where a value is documented: 1"
    assert folded.severity is Severity.NOTICE


def test_a_session_without_empty_fields_has_no_such_row():
    root = tree({"status": 0, "success": True, "session": {"id": CREDENTIAL, "expires": 7200}})

    assert not any(str(one.label).startswith("Not set") for one in root.list_children())


def test_the_names_in_the_row_are_masked_and_short():
    """A1."""
    names = (CREDENTIAL, "n" * 5000, "a\u202eb")
    session = {"id": CREDENTIAL} | dict.fromkeys(names)
    answer = {"status": 0, "success": True, "session": session}
    shown = group(tree(answer), "Not set").render_value(str)

    assert CREDENTIAL not in shown
    assert "\u202e" not in shown
    assert len(shown) < 200


def test_a_refusal_has_one_group_with_the_code_and_its_meaning():
    root = tree(changed("refusal", {}))

    assert groups(root) == [("Answer", "30404", "session information is not found")]
    assert root.get_child(0).severity is Severity.BAD
    assert [str(node.label) for node in root.get_child(0).list_children()][:3] == [
        *("status", "message", "requestId")
    ]


def test_a_page_shows_its_beginning_as_plain_text():
    root = tree(b"<html><b>Sign in</b>\n", 502)

    assert groups(root)[0][:2] == ("Answer", "HTTP 502")
    body = root.get_child(0).get_child(0)
    assert body.value == "<html><b>Sign in</b>\\n"
    assert str(body.format_meaning(VIEW)) == "The answer is a web page or XML, not JSON."


def test_a_failure_has_no_tree():
    failure = Failure(FailureKind.TIMED_OUT, Route("x.example.com"), NOW)

    assert outline_builder.build_outline(analyze_answer(failure)).child_count == 0


def test_working_elsewhere_is_a_warning_on_the_group():
    root = tree(changed("success", {"session.workingOrganization.id": "o15578227985999"}))

    organizations = group(root, "Organizations")
    assert str(organizations.format_meaning(VIEW)) == "differs from home"
    assert organizations.severity is Severity.WARNING


def test_a_disabled_account_shows_on_the_group_and_on_its_field():
    root = tree(changed("success", {"session.user.state": 1}))

    user = group(root, "User")
    assert str(user.format_meaning(VIEW)) == "disabled; " + USER_BY_ONE
    assert user.severity is Severity.BAD
    assert row(root, "session", "user", "state").severity is Severity.BAD


def test_guest_organizations_stand_with_the_organizations():
    root = tree(
        changed("success", {"session.user.guestOrganizations": [{"id": "o1", "name": "A"}]})
    )

    organizations = group(root, "Organizations").list_children()
    assert "guestOrganizations" in [node.label for node in organizations]
    assert row(root, "session", "user", "guestOrganizations", 0).value == "A"
    user = group(root, "User").list_children()
    assert "guestOrganizations" not in [node.label for node in user]


def test_numbers_are_shown_digit_for_digit():
    body = json.dumps(SUCCESS).replace("1601192046000.0", "1.601192046E12").encode()

    assert row(tree(body), "session", "user", "password_expire_time").value == "1.601192046E12"


def test_the_credential_is_masked_wherever_it_stands():
    answer = changed(
        "success",
        {"message": f"session {CREDENTIAL} ok", "session.copy": CREDENTIAL, CREDENTIAL: 1},
    )
    root = tree(answer)

    assert row(root, "session", "id").value == "IAM_S_" + "•" * 12
    assert row(root, "session", "id").is_secret
    assert row(root, "message").is_secret
    assert row(root, "session", "copy").is_secret
    assert not group(root, "User").is_secret
    shown = [
        (str(n.label), n.value, n.raw, str(n.format_meaning(VIEW)), n.path) for n in rows(root)
    ]
    assert CREDENTIAL not in repr(shown)


def test_a_group_with_the_credential_for_its_name_is_as_secret_as_its_row():
    """A1: then neither is copied without a question."""
    root = tree(changed("success", {"session.user.name": CREDENTIAL}))
    user = group(root, "User")
    assert user.is_secret
    assert user.value == user.raw == "IAM_S_" + "•" * 12


def test_a_credential_of_any_type_is_masked():
    for odd in (12345678, [[12345678]], ["IAM", {"x": "part-of-it"}], {"value": "secret-part"}):
        root = tree(changed("success", {"session.id": odd}))
        shown = [(n.value, n.raw) for n in rows(root)]
        assert not any(part in repr(shown) for part in ("12345678", "part-of-it", "secret-part"))


def test_nothing_is_called_by_a_credential_or_by_what_hides():
    """A1, J2: neither a group nor one of a list."""
    name = f"x {CREDENTIAL} \u202ey"
    places = ("user", "workingOrganization", "residentOrganization")
    answer = changed("success", {f"session.{one}.name": name for one in places})
    answer["session"]["user"]["guestOrganizations"] = [{"id": "o9", "name": name}]
    found = [*rows(tree(answer))]
    assert len([one for one in found if "\\u202ey" in one.value]) > len(places)
    assert [one for one in found if CREDENTIAL in f"{one.value} {one.raw}"] == []
    assert [one for one in found if "\u202e" in one.value] == []


def test_another_credential_in_an_unknown_field_is_masked():
    root = tree({"data": {"accessToken": "abcdef", "expire": 7200}})

    assert row(root, "data", "accessToken").value == "•" * 12


def test_hidden_characters_are_shown_and_the_exact_text_is_kept_for_copying():
    """J2."""
    node = row(
        tree(changed("success", {"session.user.name": "a\u202eb"})), *("session", "user", "name")
    )

    assert node.value == "a\\u202eb"
    assert node.raw == "a\u202eb"


def test_a_wrong_type_is_badged():
    """J4."""
    node = row(tree(changed("success", {"session.user.state": "0"})), "session", "user", "state")

    assert str(node.format_meaning(VIEW)) == "enabled (text where a number is documented)"
    assert node.severity is Severity.NOTICE


def test_an_unknown_number_stays_unknown():
    node = row(tree(changed("success", {"session.user.type": 7})), "session", "user", "type")

    assert str(node.format_meaning(VIEW)) == "unknown (7)"


def test_long_lists_become_ranges_whose_rows_are_made_when_asked_for():
    root = tree(changed("success", {"session.user.guestOrganizations": ["o"] * 2500}))
    node = row_of_list(root)

    assert node.child_count == 3
    assert [child.label for child in node.list_children()] == [
        "0 … 999",
        "1000 … 1999",
        "2000 … 2499",
    ]
    assert {child.kind for child in node.list_children()} == {NodeKind.RANGE}
    assert node.get_child(2).child_count == 500
    assert node.get_child(2).get_child(499).path[-1] == 2499
    with pytest.raises(IndexError):
        node.get_child(2).get_child(500)
    with pytest.raises(IndexError):
        node.get_child(3)


def row_of_list(root):
    return next(
        node
        for node in group(root, "Organizations").list_children()
        if node.label == "guestOrganizations"
    )


def test_a_list_of_a_thousand_is_shown_in_one_go():
    root = tree(changed("success", {"session.user.guestOrganizations": ["o"] * 1000}))

    assert row_of_list(root).child_count == 1000


def test_the_names_that_the_items_of_a_list_share_hide_nothing_and_are_no_credential():
    """A1, J2: they are told once, above the records."""
    items = [{f"a\u202e{CREDENTIAL}": 1, "b\u202e": 2}] * MIN_RECORDS
    records = row(tree(changed("success", {"session.many": items})), "session", "many").records
    assert records is not None
    shown = [records.format_label(name) for name in items[0]]
    assert CREDENTIAL not in shown[0]
    assert shown[1] == "b\\u202e"


def test_many_fields_become_ranges_too():
    root = tree({f"field{number}": number for number in range(1001)})

    assert [child.label for child in root.get_child(0).list_children()] == [
        "0 … 999",
        "1000 … 1000",
    ]


def test_other_sessions_of_a_list_are_not_lost():
    session = SUCCESS["session"]
    root = tree(changed("success", {"session": [session, {"id": "IAM_S_other-one-here"}]}))

    assert row(root, "session", 1, "id").is_secret
    assert row(root, "session", 0, "user", "name").value == "portal_test01"


@settings(max_examples=60, deadline=None)
@given(documents(), st.integers(100, 599))
def test_every_leaf_of_any_document_stands_in_the_tree_exactly_once(document, status):
    """J4."""
    body = dump_json(document).encode()
    analyzed = analyze_answer(exchange(body, status))
    if analyzed.document is None:
        return

    sent = Counter(repr(path) for path, _ in leaves(analyzed.document.root))
    shown = Counter(
        repr(node.path)
        for node in rows(outline_builder.build_outline(analyzed))
        if node.path is not None and node.child_count == 0
    )
    named_by_it = any(  # a field named like a credential has no path
        analyzed.credentials.has_match_in_path(path) for path, _ in leaves(analyzed.document.root)
    )
    assert shown == sent or named_by_it


@settings(max_examples=60, deadline=None)
@given(
    documents(),
    st.floats(-1e13, 1e13),
    st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))]),
)
def test_every_row_can_be_shown_from_anywhere_and_shows_no_credential(document, now, zone):
    """J4, J6, A1."""
    analyzed = analyze_answer(exchange(dump_json(document).encode()))
    view = TimeContext(now, zone)

    for node in rows(outline_builder.build_outline(analyzed)):
        shown = f"{node.label} {node.value} {node.raw} {node.format_meaning(view)} {node.source}"
        assert CREDENTIAL not in shown


@pytest.mark.parametrize("is_saved", [False, True])
def test_a_long_text_is_made_safe_to_show_before_its_row_is(is_saved):
    """J5: the window makes rows, and each took a second where a name had megabytes of lines."""
    long = "a\n" * (1 << 14)
    sent = exchange(changed("success", {"session.workingOrganization.name": long}))
    if is_saved:
        analyzed = analyze_document(sent, strict_json.parse_document(sent.body))
    else:
        analyzed = analyze_answer(sent)
    path = ("session", "workingOrganization", "name")
    made = [row(outline_builder.build_outline(analyzed), *path).value for _ in range(2)]
    assert made[0] == long.replace("\n", r"\n")
    assert made[0] is made[1]


def test_a_hundred_thousand_organizations_open_at_once():
    many = JsonArray(tuple("o" for _ in range(100_000)))
    body = dump_json(JsonObject((("session", JsonObject((("user", many),))),)), None).encode()

    root = outline_builder.build_outline(analyze_answer(exchange(body)))

    assert root.get_child(0).get_child(0).child_count == 100


@pytest.mark.parametrize("body", [b"\xff\xfe a page", "页面 a page".encode("gbk"), b"\x80 a page"])
def test_a_page_in_any_encoding_is_shown(body):
    (page,) = tree(body).get_child(0).list_children()
    assert "a page" in page.render_value(str)


def test_a_row_without_rows_below_it_has_none():
    with pytest.raises(IndexError):
        Node("a").get_child(0)
