"""Rows of a queue: which are shown in what order, what their cells say, which answers are kept."""

import time
from dataclasses import replace
from datetime import UTC
from functools import cache
from typing import Any

import pytest
from PySide6.QtGui import QColor

from inspector_app.desktop.many import kept_answers, many_files
from inspector_app.desktop.many.kept_answers import KeptAnswers
from inspector_app.desktop.many.many_cells import ManyCells, list_headers
from inspector_app.desktop.many.many_files import read_queue, render_copy, render_file
from inspector_app.desktop.many.many_rows import (
    EntryState,
    RowFilter,
    RowOrder,
    TableRow,
    select_rows,
)
from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.many_groups import RowGroup
from inspector_app.report.many_rows import QueueRow, RowPlace
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, as_literal
from tests.session.answers import knows

TOKEN = "IAM_S_" + "Vk2sHd9w" * 4
GROUPS = (RowGroup.VALID, RowGroup.ATTENTION, RowGroup.PROBLEM, RowGroup.UNKNOWN)


def answer(number, user, organization, ends, severity=Severity.GOOD):
    place = RowPlace(number, None, "")
    words = as_literal(f"words {number}")
    return QueueRow(place, "valid", severity, words, user, organization, ends)


def row(number, group=None, *, user="", organization="", ends=None, fingerprint="", line=None):
    """A row with an answer where it has a group; without persons it is named user#."""
    severity = {RowGroup.ATTENTION: Severity.WARNING, RowGroup.PROBLEM: Severity.BAD}
    seen = severity.get(group, Severity.GOOD)
    return TableRow(
        number,
        fingerprint,
        as_literal(f"place {number}"),
        line,
        EntryState.WAITING if group is None else EntryState.DONE,
        None if group is None else answer(number, user, organization, ends, seen),
        None if group is None else answer(number, user and "user#", "org#", ends, seen),
        group,
        f"words {number}" if group else "",
        search_text=f"{user} words",
        shared_search_text="user# words",
    )


ROWS = [
    row(1, RowGroup.PROBLEM, user="lea", organization="b", ends=30.0, fingerprint="cc", line=7),
    row(2),
    row(3, RowGroup.VALID, user="Akira", organization="", ends=None, fingerprint="", line=None),
    row(4, RowGroup.UNKNOWN, user="", organization="A", ends=10.0, fingerprint="aa", line=3),
    row(5, RowGroup.ATTENTION, user="mara", organization="c", ends=0.0, fingerprint="bb", line=5),
]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (0, [1, 2, 3, 4, 5]),
        (1, [3, 5, 1, 4, 2]),
        (2, [3, 1, 5, 2, 4]),
        (3, [4, 1, 5, 2, 3]),
        (4, [5, 4, 1, 2, 3]),
        (5, [4, 5, 1, 2, 3]),
        (6, [4, 5, 1, 2, 3]),
    ],
)
@pytest.mark.parametrize("is_descending", [False, True])
def test_rows_are_sorted_by_each_column_both_ways(column, order, is_descending):
    """What is missing comes last, and equal ones by their numbers."""
    selected = select_rows(ROWS, RowFilter(), RowOrder(column, is_descending), is_shared=False)
    numbers = [one.number for one in selected]
    if not is_descending:
        assert numbers == order
    elif column in {0, 1}:
        assert numbers == order[::-1]
    else:
        missing = {one for one in order[3:] if one != order[2]}
        assert [one for one in numbers if one not in missing] == [
            one for one in order[::-1] if one not in missing
        ]


@pytest.mark.parametrize(
    ("chosen", "is_shared", "numbers"),
    [
        (RowFilter(), False, [1, 2, 3, 4, 5]),
        (RowFilter(RowGroup.VALID), False, [3]),
        (RowFilter(is_pending_only=True), False, [2]),
        (RowFilter(words="mara"), False, [5]),
        (RowFilter(words="mara"), True, []),
        (RowFilter(words="user#"), True, [1, 2, 3, 4, 5]),
        (RowFilter(RowGroup.PROBLEM, "mara"), False, []),
        (RowFilter(RowGroup.PROBLEM, "lea"), False, [1]),
        (RowFilter(RowGroup.PROBLEM, is_pending_only=True), False, []),
    ],
)
def test_rows_are_chosen_by_group_and_words(chosen, is_shared, numbers):
    """A4: where others see the screen, by no name."""
    selected = select_rows(ROWS, chosen, RowOrder(), is_shared=is_shared)
    assert [one.number for one in selected] == numbers


def test_where_others_see_the_screen_the_order_tells_nothing_of_names():
    selected = select_rows(ROWS, RowFilter(), RowOrder(2), is_shared=True)
    assert [one.number for one in selected] == [1, 3, 5, 2, 4]


@pytest.fixture
def cells(appearance):
    made = ManyCells(appearance)
    made.zone = UTC
    return made


def texts(cells, one):
    return [cells.get_text(one, column) for column in range(7)]


def test_each_cell_says_what_is_known(cells):
    assert list_headers() == (
        *("#", "Verdict", "User", "Working organization", "Estimated end", "Token", "Place"),
    )
    waiting, asked = row(2), row(2)
    asked.state = EntryState.ASKING
    assert texts(cells, waiting) == ["2", "Waiting", "", "", "", "–", "place 2"]
    assert texts(cells, asked) == ["2", "Asking…", "", "", "", "–", "place 2"]
    bare = row(3, RowGroup.VALID)
    assert texts(cells, bare) == ["3", "words 3", "not sent", "–", "–", "–", "place 3"]
    ends = time.time() + 3600
    whole = row(4, RowGroup.VALID, user="mara", organization="Wind", ends=ends, fingerprint="aa")
    said = texts(cells, whole)
    assert said[:4] == ["4", "words 4", "mara", "Wind"]
    assert said[4] not in {"", "–"}
    assert said[5:] == ["aa", "place 4"]
    assert all(one in cells.get_spoken_text(whole, 0) for one in said)
    assert cells.get_spoken_text(whole, 2) == "mara"
    cells.zone = None
    assert cells.get_text(whole, 4) == "–"
    cells.is_shared = True
    assert texts(cells, whole)[2:4] == ["user#", "org#"]
    assert cells.get_search_text(whole, is_shared=True) == "words 4 user# org# aa place 4"
    assert cells.get_search_text(whole, is_shared=False) == "words 4 mara wind aa place 4"
    assert cells.get_search_text(waiting, is_shared=False).split() == ["place", "2"]


def test_icons_and_colours_say_the_same_as_the_words(cells, appearance):
    """Nothing is told by a colour alone."""
    colours = appearance.colours
    severities = [colours.get_severity_colour(one) for one in (Severity.WARNING, Severity.BAD)]
    assert [cells._find_icon(row(1, group)) for group in GROUPS] == [
        ("circle-check", colours.good),
        ("triangle-alert", severities[0]),
        ("circle-x", severities[1]),
        ("circle-help", colours.muted),
    ]
    waiting, asked = row(2), row(2)
    asked.state = EntryState.ASKING
    assert cells._find_icon(waiting) == ("clock", colours.muted)
    assert cells._find_icon(asked) == ("loader-circle", colours.link)
    muted, link = QColor(colours.muted), QColor(colours.link)
    shown = [cells.get_colour(asked, column) for column in range(7)]
    assert shown == [None, link, *[muted] * 3, None, muted]
    named = row(3, RowGroup.VALID, user="mara")
    shown = [cells.get_colour(named, column) for column in range(7)]
    assert shown == [*[None] * 6, muted]
    assert cells.get_colour(row(3, RowGroup.VALID), 2) == muted
    assert cells.get_background(asked) == QColor(colours.chosen_row)
    assert cells.get_background(waiting) is None


@cache
def result_of(size):
    """An answer of that many bytes."""
    begin, end = b'{"status": 30404, "success": false, "message": "', b'"}'
    body = begin + b"x" * (size - len(begin) - len(end)) + end
    head = b"HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 08:00:00 GMT\r\n\r\n"
    return analyze_saved_data(head + body, time.time())


def test_the_latest_answers_are_kept_as_many_as_memory_allows(monkeypatch):
    """J5: 2,000 of them, and 4 MiB; one alone however large it is."""
    assert kept_answers._MAX_COUNT == 2000
    assert kept_answers._MAX_SIZE == 4 * 1024 * 1024
    monkeypatch.setattr(kept_answers, "_MAX_COUNT", 3)
    monkeypatch.setattr(kept_answers, "_MAX_SIZE", 300)
    kept = KeptAnswers()

    def numbers():
        return [number for number in range(10) if kept.find(number) is not None]

    for number in range(4):
        kept.add(number, result_of(100))
    assert numbers() == [1, 2, 3]
    kept.add(1, result_of(100))
    kept.add(4, result_of(100))
    assert numbers() == [1, 3, 4]
    kept.add(5, result_of(101))
    assert numbers() == [4, 5]
    kept.add(6, result_of(400))
    assert numbers() == [6]
    kept.add(6, result_of(100))
    kept.add(7, result_of(200))
    assert numbers() == [6, 7]
    kept.discard()
    assert numbers() == []
    kept.add(8, result_of(300))
    assert numbers() == [8]


def test_the_tokens_of_a_queue_are_known_before_anybody_sees_them(tmp_path):
    """A1."""
    heard: list[Any] = []
    entries = read_queue(f"see {TOKEN} it", heard.append)
    assert not isinstance(entries, Text)
    assert [one.number for one in entries] == [1]
    assert knows(heard[0], TOKEN)
    file = tmp_path / "tokens.txt"
    file.write_text(TOKEN)
    assert not isinstance(read_queue(file, heard.append), Text)
    assert len(heard) == 2
    assert knows(heard[1], TOKEN)
    assert isinstance(read_queue("nothing", heard.append), Text)
    assert isinstance(read_queue(tmp_path / "missing", heard.append), Text)
    assert len(heard) == 2


def test_reading_for_ever_is_given_up(monkeypatch):
    """R3."""
    assert many_files._READING_TIME == 60.0
    monkeypatch.setattr(many_files, "_READING_TIME", 0.0)
    assert "took too long" in str(read_queue(f"see {TOKEN} it", lambda _: None))


@pytest.mark.parametrize("form", [ReportFormat.CSV, ReportFormat.JSON])
def test_what_leaves_has_its_name_and_form_and_no_credential(form):
    """A1, E1."""
    rows = [answer(1, "mara", "Wind", None)]
    made = render_file(rows, form, RedactionLevel.SECRETS, "queue One")
    assert not isinstance(made, Text)
    assert made.name == f"queue One{form.suffix}"
    assert made.level is RedactionLevel.SECRETS
    is_csv = form is ReportFormat.CSV
    assert (b"words 1" in made.data, made.data[:1] == b"\xef") == (True, is_csv)
    assert "mara" in str(render_copy(rows))
    leaking = [replace(answer(1, "mara", "Wind", None), sentence=as_literal(f"see {TOKEN}"))]
    for refused in (render_copy(leaking), render_file(leaking, form, RedactionLevel.SECRETS, "a")):
        assert isinstance(refused, Text)
        assert TOKEN not in str(refused)
