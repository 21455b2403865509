"""A search through long lists finds what looking at every row finds, in every kind of list."""

import json
import time
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation import outline_rows, record_index
from inspector_app.session.presentation.outline import NodeKind
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.presentation.outline_search import OutlineSearch
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import MASK
from tests.session.answers import CREDENTIAL, NOW, changed, exchange

ZONES = (UTC, timezone(timedelta(hours=8)), timezone(-timedelta(hours=3, minutes=30)))


@pytest.fixture
def short_lists(monkeypatch):
    """Lists of few items are searched as long ones are, in blocks and ranges of a few."""
    monkeypatch.setattr(outline_rows, "MIN_RECORDS", 1)
    monkeypatch.setattr(outline_rows, "MAX_ROWS", 5)
    monkeypatch.setattr(record_index, "_BLOCK_LENGTH", 3)


def texts_of(node, view, translate):
    label = node.label if isinstance(node.label, str) else translate(node.label)
    return label, node.render_value(translate), translate(node.format_meaning(view))


def rows_of(node, way=()):
    """Every row, one by one."""
    for row in range(node.child_count):
        child = node.get_child(row)
        yield child, (*way, row)
        yield from rows_of(child, (*way, row))


def look_at_every_row(root, sought, view, translate):
    return [
        way
        for node, way in rows_of(root)
        if node.kind not in {NodeKind.RANGE, NodeKind.UNSET}
        and any(sought.casefold() in text.casefold() for text in texts_of(node, view, translate))
    ]


def list_shown(root, view):
    """The way to each row that is searched, and its texts."""
    return [
        (way, "\0".join(texts_of(node, view, str)).casefold())
        for node, way in rows_of(root)
        if node.kind not in {NodeKind.RANGE, NodeKind.UNSET}
    ]


def search(searching, sought, view):
    return [way for way in searching.iter_matches(sought, view) if way is not None]


NAMES = st.sampled_from(
    ("id name state createTime seenAt token Maße 组织 a\u202eb kind " + CREDENTIAL).split()
)
IDS = st.integers(1_300_000_000_000, 1_900_000_000_000).map(lambda at: f"o{at}7")
TEXTS = st.one_of(
    IDS,
    st.sampled_from(["", "Wind|park", "STRASSE", "Straße", "İzmir", "风电场", "\u202edetrevni"])
    | st.sampled_from(
        ["a\nb", "\ud800", "null", "0", "true", MASK, f"x {CREDENTIAL} y", CREDENTIAL]
    )
    | st.sampled_from(["1578046546000", "2020-01-02T03:04:05Z", "o1557822798557", "\U0001f511"]),
    st.text(max_size=6),
)
SCALARS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-5, 10**13))
MEMBERS = st.dictionaries(
    NAMES, SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(NAMES, SCALARS, max_size=2),
    max_size=4,
)  # fmt: skip
ITEMS = st.lists(MEMBERS | SCALARS | st.lists(SCALARS, max_size=2), min_size=1, max_size=12)
FIELDS = st.sampled_from(
    ["session.user.guestOrganizations", "session.unknown", "session.token", "session.user.roles"]
)
WORDS = st.sampled_from(
    [
        *(
            "•",
            "removed]",
            "credential",
            "iam_s_",
            "o",
            "0",
            "created",
            "d 20",
            " utc",
            "utc+8, inf",
        ),
        *(
            "fields: 2",
            "entries",
            "not documented",
            "empty",
            "STRASSE",
            "ss",
            "“”",
            "\\n",
            "\\u202e",
        ),
        *("|", "\n", "1", "11", "null", "where", "name of", "2020-01-02", "03:04"),
    ]
)


@pytest.mark.usefixtures("short_lists")
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), items=ITEMS, field=FIELDS, zone=st.sampled_from(ZONES))
def test_it_finds_what_a_look_at_every_row_finds(data, items, field, zone):
    root = build_outline(analyze_answer(exchange(changed("success", {field: items}))))
    view, searching = TimeContext(NOW, zone), OutlineSearch(root)
    below = [node for node, way in rows_of(root) if len(way) > 2]  # the list's, most of all
    shown = [text for node in below for text in texts_of(node, view, str) if text]
    for _ in range(6):
        if data.draw(st.booleans()):
            sought = data.draw(WORDS)
        else:
            text = data.draw(st.sampled_from(shown))
            start = data.draw(st.integers(0, len(text) - 1))
            sought = text[start : data.draw(st.integers(start + 1, len(text)))]
        assert search(searching, sought, view) == look_at_every_row(root, sought, view, str)


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("name", ["id", "name", "state", "createTime", "kind"])
def test_what_stands_beside_each_kind_of_value_is_found(name):
    values: tuple[Any, ...] = (None, True, False, 1, "", "x", [], ["x"], {}, "o1557822798557")
    items = [{name: value} for value in values for _ in range(3)]  # a block of each
    root = build_outline(
        analyze_answer(exchange(changed("success", {"session.user.guestOrganizations": items})))
    )
    view, searching = TimeContext(NOW, UTC), OutlineSearch(root)
    below = [node for node, way in rows_of(root) if len(way) > 2]
    for sought in {text for node in below for text in texts_of(node, view, str) if text}:
        assert search(searching, sought, view) == look_at_every_row(root, sought, view, str)


EVERY_KIND: list[Any] = [
    {"id": "o15578227985571", "name": "Wind|park", "state": 0, "createTime": 1578046546000},
    {"id": "o99", "name": CREDENTIAL, "state": 7, "createTime": ""},
    {"id": "", "name": "", "state": None, "createTime": None},
    {"id": 15578227985571, "name": True, "state": "1", "seenAt": "2020-01-02T03:04:05Z"},
    {"token": "abcdef", "kind": {"name": "Straße"}, CREDENTIAL: [1]},
    {"组织": "风电场", "a\u202eb": "\u202edetrevni", "seenAt": 1578046546},
    {"id": "o15578227985572", "name": "a\nb"},
    *("STRASSE", "", "APP_PORTAL_S_" + "m2Vx" * 8, f"x {CREDENTIAL} y", "null", "true"),
    *(None, True, False, 15578227985571, ["name", 1], [], {}),
]
EVERY_WORD = [
    *("•", "iam_s_•", "iam_s_", "app_portal_s_", "eyj", "[credential", "personal data", "removed]"),
    *("credential", "o", "0", "7", "18", "created", "2019", "d 2019-05", " utc", "utc+8", "08:26"),
    *("2020-01-02", "03:04", "fields: 2", "fields: 0", "entries", "not documented", "empty", "“”"),
    *("strasse", "ss", "\\n", "\\u202e", "|", "\n", "null", "true", "false", "where", "name of"),
    *("wind|park", "风", "组织", "m2vx", "x iam", "abcdef", "15578227985571", "undefined", "1578"),
]


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize(
    ("field", "zone"), [("session.user.guestOrganizations", ZONES[1]), ("session.unknown", UTC)]
)
def test_each_word_is_found_in_each_kind_of_item(field, zone):
    """Where no search before it has joined anything, and where all have."""
    root = build_outline(analyze_answer(exchange(changed("success", {field: EVERY_KIND}))))
    view, used = TimeContext(NOW, zone), OutlineSearch(root)
    shown = list_shown(root, view)
    for word in EVERY_WORD:
        expected = [way for way, texts in shown if word in texts]
        assert search(OutlineSearch(root), word, view) == expected
        assert search(used, word, view) == expected


ALIKE: dict[str, list[Any]] = {
    "texts": ["Wind|park", "Straße", "a\nb"],
    "a line": ["风电场", "\u202edetrevni", "STRASSE"],
    "empty": ["", "", "x"],
    "forms": ["", 7, None],
    "ids": ["o15578227985571", "", 15578227985571],
    "no id": [None, True, "o15578227985572"],
    "containers": ["x", [1], "Wind"],
    "secrets": ["x", CREDENTIAL, f"x {CREDENTIAL} y"],
    "codes": [1, 1, 99],
    "lines": ["a\nb", "x", "e\nx"],
    "moments": [1578046546000, "2020-01-02T03:04:05Z", ""],
}
"""Of three items the values of one member each, in every form that a column may have."""


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("name", ["id", "state", "seenAt"])
@pytest.mark.parametrize("values", ALIKE.values(), ids=ALIKE)
def test_each_word_is_found_in_items_that_are_alike(values, name):
    """They are joined member by member, unless a name is repeated."""
    items = [{name: value, "note": f"n{number}", "n": 1} for number, value in enumerate(values)]
    answer = exchange(changed("success", {"session.user.guestOrganizations": items}))
    for body in (answer.body, answer.body.replace(b'"n":', b'"note":')):
        find_each_word(build_outline(analyze_answer(replace(answer, body=body))))


def find_each_word(root):
    view = TimeContext(NOW, ZONES[1])
    shown, searching = list_shown(root, view), OutlineSearch(root)
    for word in (*EVERY_WORD, "n2", "2", "02", "x", "e\nx", "note", "99"):
        assert search(searching, word, view) == [way for way, texts in shown if word in texts]


@pytest.mark.usefixtures("short_lists")
def test_an_item_is_found_by_its_number():
    items = [{"id": f"o{'abcdefgh'[number % 7]}x"} for number in range(30)]
    root = build_outline(analyze_answer(exchange(changed("success", {"session.unknown": items}))))
    view, searching = TimeContext(NOW, UTC), OutlineSearch(root)
    for sought in ("29", "9", "029", "290", "30"):
        assert search(searching, sought, view) == look_at_every_row(root, sought, view, str)


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Asia/Kolkata", "Europe/Berlin", "UTC"])
def test_the_date_in_an_id_is_found_by_any_part_of_its_words(zone):
    items = [{"id": f"o{1_557_822_798_557 + step * 10_000_000_000}1"} for step in range(9)]
    changes = {"session.user.guestOrganizations": items}
    root = build_outline(analyze_answer(exchange(changed("success", changes))))
    view = TimeContext(NOW, ZoneInfo(zone))

    def translate(text):
        return str(text).replace("created", "angelegt am 1.").replace("inferred", "erschlossen")

    searching = OutlineSearch(root, translate)
    *_, words = texts_of(
        next(n for n, _ in rows_of(root) if n.raw == items[4]["id"]), view, translate
    )
    assert "angelegt am 1. 20" in words
    for start in range(0, len(words), 3):
        for end in (start + 2, start + 5, start + 17, len(words)):
            sought = words[start:end]
            if sought:
                expected = look_at_every_row(root, sought, view, translate)
                assert search(searching, sought, view) == expected


@pytest.mark.usefixtures("short_lists")
def test_in_a_language_whose_words_leave_the_date_out_every_row_is_looked_at():
    items = [{"id": f"o{1_557_822_798_557 + step}1", "name": "Site"} for step in range(9)]
    changes = {"session.user.guestOrganizations": items}
    root = build_outline(analyze_answer(exchange(changed("success", changes))))
    view = TimeContext(NOW, UTC)

    def translate(text):
        words = str(text)
        return f"{view.zone} as of its id" if "created 20" in words else words

    searching = OutlineSearch(root, translate)
    for sought in ("as of", "UTC as", "site", items[4]["id"]):
        expected = look_at_every_row(root, sought, view, translate)
        assert len(expected) >= 1
        assert search(searching, sought, view) == expected


def test_of_a_long_list_the_rows_of_what_may_match_alone_are_made(monkeypatch):
    items = [{"id": f"o{number}", "name": f"Site {number:05}"} for number in range(5_000)]
    changes = {"session.user.guestOrganizations": items}
    root = build_outline(analyze_answer(exchange(changed("success", changes))))
    steps = list(OutlineSearch(root).iter_matches("site 04999", TimeContext(NOW, UTC)))
    assert len([way for way in steps if way is not None]) == 2
    assert len(steps) < 200


@pytest.mark.parametrize("is_alike", [True, False])
def test_a_text_across_two_cells_of_an_item_makes_no_row(is_alike):
    items = [{"id": "o1", "name": "Site", "note": f"n{number}"} for number in range(500)]
    if not is_alike:
        items[7] = {"name": "Site"}
    changes = {"session.user.guestOrganizations": items}
    root = build_outline(analyze_answer(exchange(changed("success", changes))))
    view, searching = TimeContext(NOW, UTC), OutlineSearch(root)
    nowhere = list(searching.iter_matches("no such words", view))
    for sought in ("o1site", "siten9", "siten"):
        assert list(searching.iter_matches(sought, view)) == nowhere


def test_a_list_that_is_a_secret_has_nothing_to_search_in(monkeypatch):
    """A1."""
    monkeypatch.setattr(outline_rows, "MIN_RECORDS", 1)
    root = build_outline(
        analyze_answer(exchange(changed("success", {"session.token": ["abcdef"]})))
    )
    assert [node for node, _ in rows_of(root) if node.label == "session.token"]
    assert not [node for node, _ in rows_of(root) if node.label == "session.token" and node.records]


@pytest.mark.timing
def test_a_search_takes_no_longer_than_reading_the_answer_a_few_times():
    """J5: each of a hundred thousand rows was made and translated for it once, for 10 s."""
    items = [{"id": f"o{number:014}", "name": f"Site {number:05}"} for number in range(20_000)]
    answer = exchange(changed("success", {"session.user.guestOrganizations": items}))
    root = build_outline(analyze_answer(answer))
    view, searching = TimeContext(NOW, UTC), OutlineSearch(root)
    begun = time.process_time()
    json.loads(answer.body)
    read = time.process_time()
    assert len(search(searching, "site 19999", view)) == 2
    first = time.process_time()
    assert len(search(searching, "site 01234", view)) == 2
    second = time.process_time()
    assert first - read < 8 * (read - begun)
    assert second - first < read - begun
