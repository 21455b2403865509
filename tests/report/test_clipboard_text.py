import json
from datetime import UTC

import pytest
from hypothesis import given, settings

from inspector_app.demo.scenario import Scenario
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.report import clipboard_text
from inspector_app.report.credential_scan import has_credential
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.parsing.json_document import JsonDocument
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import tr
from tests.report.answers import NOW, Generated, answer_of, answers, examined, exchange
from tests.report.test_spreadsheet_cell import SIGNS

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara\tlindqvist", "type": 2, "state": 0}
VIEW = TimeContext(NOW, UTC)
CREDENTIALS = Credentials((TOKEN,))


def document() -> JsonDocument:
    found = examined(answer_of(USER, TOKEN)).document
    assert found is not None
    return found


NAME = Node("name", r"mara\tlindqvist", ("session", "user", "name"), raw="mara\tlindqvist")
SECRET = Node("id", "IAM_S_••••••••••••", ("session", "id"), is_secret=True, raw=TOKEN)
ROWS = (NAME, SECRET)
GROUP = Node(tr("User"), kind=NodeKind.GROUP, child_count=2, get_child=ROWS.__getitem__)


def test_a_value_is_copied_exactly_as_it_was_sent():
    """J2."""
    assert clipboard_text.format_value(NAME, CREDENTIALS) == "mara\tlindqvist"
    odd = "\u202e<b>\ud800\0{} %s"
    assert clipboard_text.format_value(Node("name", "x", raw=odd), CREDENTIALS) == odd


def test_a_secret_gives_its_mask_in_every_form():
    assert clipboard_text.format_value(SECRET, CREDENTIALS) == "IAM_S_••••••••••••"
    assert clipboard_text.format_row(SECRET, VIEW, CREDENTIALS) == "id\tIAM_S_••••••••••••\t"
    assert (
        json.loads(clipboard_text.format_subtree(SECRET, document(), CREDENTIALS))
        == "IAM_S_••••••••••••"
    )
    assert TOKEN not in clipboard_text.format_subtree(SECRET, document())


def test_a_credential_in_another_value_is_masked():
    """E1."""
    message = Node("message", f"no {TOKEN}", ("message",), raw=f"no {TOKEN}")
    assert clipboard_text.format_value(message) == "no IAM_S_••••••••••••"
    opaque = "opaque-token-of-this-user"
    message = Node(opaque, f"no {opaque}", ("a", opaque), raw=opaque.encode().hex())
    for text in (
        clipboard_text.format_value(message, Credentials((opaque,))),
        clipboard_text.format_row(message, VIEW, Credentials((opaque,))),
        clipboard_text.format_path(message, Credentials((opaque,))),
    ):
        assert not has_credential(text.encode(), Credentials((opaque,)))


def test_a_path_is_copied_as_people_say_it():
    assert clipboard_text.format_path(NAME) == "session.user.name"
    assert (
        clipboard_text.format_path(Node("0", path=("a", 3, "first name"))) == 'a[3]["first name"]'
    )
    assert clipboard_text.format_path(GROUP) == ""


def test_the_way_is_copied_for_programs_as_well():
    node = Node("x", path=("a/b", 3, "it's"))
    assert clipboard_text.format_pointer(node) == "/a~1b/3/it's"
    assert clipboard_text.format_query(node) == r"$['a/b'][3]['it\'s']"
    assert clipboard_text.format_name(node) == "it's"
    assert (
        clipboard_text.format_pointer(GROUP),
        clipboard_text.format_query(GROUP),
        clipboard_text.format_name(GROUP),
    ) == ("", "", "")
    opaque = "opaque-token-of-this-user"
    node = Node("x", path=("a", opaque))
    for form in (
        clipboard_text.format_pointer,
        clipboard_text.format_query,
        clipboard_text.format_name,
    ):
        assert not has_credential(
            form(node, Credentials((opaque,))).encode(), Credentials((opaque,))
        )


@pytest.mark.parametrize(
    ("name", "kind", "raw", "seconds"),
    [
        ("createTime", NodeKind.NUMBER, "1700000000", 1_700_000_000),
        ("passwordExpireTime", NodeKind.NUMBER, "1700000000123", 1_700_000_000.123),
        ("createdAt", NodeKind.STRING, "2023-11-14 22:13:20", 1_700_000_000),
        ("expires", NodeKind.NUMBER, "7200", None),
        ("createTime", NodeKind.STRING, "soon", None),
        ("createTime", NodeKind.NULL, "null", None),
        ("id", NodeKind.STRING, "o15578227985001", None),
    ],
)
def test_a_row_that_holds_a_time_tells_it(name, kind, raw, seconds):
    assert (
        clipboard_text.find_time(Node(name, path=("session", name), kind=kind, raw=raw)) == seconds
    )


def test_a_time_is_copied_in_words_and_in_figures():
    assert clipboard_text.format_time(1_700_000_000.123, UTC) == "2023-11-14 22:13:20 UTC"
    assert clipboard_text.format_epoch_seconds(1_700_000_000.123) == "1700000000"
    assert clipboard_text.format_epoch_milliseconds(1_700_000_000.123) == "1700000000123"


def test_several_rows_are_lines_of_cells():
    assert clipboard_text.format_rows(ROWS, VIEW, CREDENTIALS) == (
        clipboard_text.format_row(NAME, VIEW) + "\nid\tIAM_S_••••••••••••\t"
    )


def test_a_member_of_the_answer_is_a_row_without_its_credential():
    """E1."""
    found = document()
    assert (
        clipboard_text.build_member_node(("session", "id"), found, CREDENTIALS).raw
        == "IAM_S_••••••••••••"
    )
    assert clipboard_text.build_member_node(("session", "user", "type"), found).raw == "2"
    assert not clipboard_text.has_value(clipboard_text.build_member_node(("session",), found))
    assert (
        clipboard_text.build_member_node(("session", "user", "name"), found).raw
        == "mara\tlindqvist"
    )


@pytest.mark.parametrize(
    ("path", "label", "value", "raw", "kind"),
    [
        ((), "", "", "", NodeKind.OBJECT),
        (("list",), "list", "", "", NodeKind.ARRAY),
        (("list", 1), "1", "2.50", "2.50", NodeKind.NUMBER),
        (("a\u202e",), "a\\u202e", "b\\nc", "b\nc", NodeKind.STRING),
        (("yes",), "yes", "true", "true", NodeKind.STRING),
        (("none",), "none", "null", "null", NodeKind.STRING),
        (("gone",), "gone", "null", "null", NodeKind.STRING),
    ],
)
def test_a_member_of_the_answer_is_a_row_of_its_kind(path, label, value, raw, kind):
    root = {"list": [1, 2.50], "a\u202e": "b\nc", "yes": True, "none": None}
    text = json.dumps(root).replace("2.5", "2.50")
    node = clipboard_text.build_member_node(path, parse_document(text.encode()))
    assert (node.label, node.value, node.raw, node.kind) == (label, value, raw, kind)
    assert node.path == path
    pointer = "".join(f"/{step}" for step in path)
    assert clipboard_text.format_pointer(node) == pointer


def test_a_row_is_three_cells():
    node = Node(
        "type",
        "2",
        ("session", "user", "type"),
        format_meaning=lambda _view: tr("admin\tor\nowner"),
    )
    assert clipboard_text.format_row(node, VIEW) == "type\t2\tadmin\\tor\\nowner"
    assert clipboard_text.format_row(GROUP, VIEW) == "User\t\t"
    assert clipboard_text.format_row(NAME, VIEW).count("\t") == 2


@pytest.mark.parametrize("sign", SIGNS)
def test_no_cell_of_a_row_is_a_formula_where_it_is_pasted(sign: str):
    """E3: a name like that may be an attack; the value alone is copied as it was sent."""
    sent = f"{sign}1+1"
    node = Node(sent, sent, (sent,), raw=sent, format_meaning=lambda _view: tr("{sent}", sent=sent))
    assert clipboard_text.format_row(node, VIEW) == "\t".join([f"'{sent}"] * 3)
    assert clipboard_text.format_value(node) == sent


def test_a_row_speaks_the_readers_language():
    assert (
        clipboard_text.format_row(GROUP, VIEW, Credentials(), lambda text: str(text).upper())
        == "USER\t\t"
    )


def test_a_subtree_is_json_as_it_was_sent():
    sent = parse_document(b'{"session": {"user": {"n": 1.0E+2, "a": "\\ud800"}}}')
    node = Node("user", path=("session", "user"), kind=NodeKind.OBJECT)
    assert clipboard_text.format_subtree(node, sent) == '{\n  "n": 1.0E+2,\n  "a": "\\ud800"\n}'


def test_a_subtree_of_the_whole_session_has_its_id_masked():
    node = Node("session", path=("session",), kind=NodeKind.OBJECT)
    copied = json.loads(clipboard_text.format_subtree(node, document(), CREDENTIALS))
    assert copied == {**answer_of(USER, TOKEN)["session"], "id": "IAM_S_••••••••••••"}
    root = Node("", path=(), kind=NodeKind.OBJECT)
    assert not has_credential(clipboard_text.format_subtree(root, document()).encode(), CREDENTIALS)


def test_a_group_is_an_object_of_its_rows():
    assert json.loads(clipboard_text.format_subtree(GROUP, document(), CREDENTIALS)) == {
        "name": "mara\tlindqvist",
        "id": "IAM_S_••••••••••••",
    }


def test_a_range_is_a_list_or_an_object_like_what_it_is_a_part_of():
    sent = parse_document(b'{"a": [10, 11, 12, 13], "b": {"x": 1, "y": 2}}')
    part = Node(
        "1 … 2",
        kind=NodeKind.RANGE,
        child_count=2,
        get_child=lambda number: Node(str(number), path=("a", number + 1)),
    )
    assert json.loads(clipboard_text.format_subtree(part, sent)) == [11, 12]
    names = ("x", "y")
    part = Node(
        "0 … 1",
        kind=NodeKind.RANGE,
        child_count=2,
        get_child=lambda number: Node(names[number], path=("b", names[number])),
    )
    assert json.loads(clipboard_text.format_subtree(part, sent)) == {"x": 1, "y": 2}


def test_a_page_that_is_no_document_is_one_text():
    page = Node(tr("body"), raw="<h1>no</h1>")
    assert json.loads(clipboard_text.format_subtree(page, document())) == "<h1>no</h1>"


def test_the_credential_leaves_by_the_form_that_says_so_and_from_its_own_row_alone():
    assert clipboard_text.find_credential(SECRET, document()) == TOKEN
    for node in (NAME, GROUP, Node("x", is_secret=True), Node("session", path=("session",))):
        assert clipboard_text.find_credential(node, document()) is None


def list_different(texts: list[str]) -> list[str]:
    """Without the long ones that are a part of another: to search megabytes takes seconds."""
    kept: list[str] = []
    for text in sorted(texts, key=len, reverse=True):
        if len(text) < 100_000 or not any(text in one for one in kept):
            kept.append(text)
    return kept


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda one: one.id)
def test_every_row_of_the_demo_gives_every_form_without_the_credential(scenario: Scenario):
    """E1."""
    answer = scenario.build_response(NOW)
    analyzed = analyze_answer(exchange(answer.body, answer.status))
    copied: list[str] = []
    waiting = list(build_outline(analyzed).list_children())
    while waiting and len(copied) < 1000:
        node = waiting.pop()
        known = analyzed.credentials
        copied += [
            clipboard_text.format_value(node, known),
            clipboard_text.format_path(node, known),
        ]
        copied += [clipboard_text.format_row(node, VIEW, known)]
        if analyzed.document is not None and node.child_count < 50:
            copied.append(clipboard_text.format_subtree(node, analyzed.document))
        waiting += [node.get_child(number) for number in range(min(node.child_count, 40))]
    assert len(copied) > 3
    searched = "\n".join(list_different(copied)).encode()
    assert not has_credential(searched, Credentials((scenario.token,)))


@pytest.mark.parametrize("path", [("absent",), ("session", 0), ("session", "user", "name", "x")])
def test_a_way_that_leads_nowhere_is_null(path):
    assert clipboard_text.format_subtree(Node("x", path=path), document()) == "null"


@settings(deadline=None, max_examples=60)
@given(answers())
def test_no_copied_subtree_of_any_answer_holds_a_credential(generated: Generated):
    """E1."""
    analyzed = generated.examination
    assert analyzed.document is not None
    for path in ((), ("session",), ("session", "history"), ("message",), ("session", 0)):
        node = Node("x", path=path, kind=NodeKind.OBJECT)
        text = clipboard_text.format_subtree(node, analyzed.document, analyzed.credentials)
        assert not has_credential(text.encode(), Credentials((generated.credential,)))
        assert clipboard_text.format_subtree(node, analyzed.document, analyzed.credentials) == text


def test_a_mask_in_an_export_is_not_copied_as_the_credential():
    """A1."""
    analyzed = examined(answer_of(USER, SECRET.value))
    assert analyzed.document is not None

    assert clipboard_text.find_credential(SECRET, analyzed.document) is None
