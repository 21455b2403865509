"""The parts of the history: what each is made of, says and paints, in every state that it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget

from inspector_app.desktop.actions import ActionCollection
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.history import entry_delegate, entry_texts, recall_strip
from inspector_app.desktop.history.entry_delegate import EntryDelegate
from inspector_app.desktop.history.history_menu import HistoryButton
from inspector_app.desktop.history.history_model import HistoryModel
from inspector_app.desktop.history.history_pane import HistoryPane
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.desktop.history.note_dialog import NoteDialog
from inspector_app.desktop.history.recall_strip import RecallStrip
from inspector_app.history.entry import EntryEnvironment, EntryNames
from inspector_app.history.history import EMPTY_HISTORY, add_earlier, add_entry
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.diagnosis.verdict_words import get_verdict_word
from inspector_app.session.severity import Severity
from tests.desktop.described_parts import (
    IS_PINNED,
    build_option,
    check_parts,
    describe_model,
    describe_part,
    list_menu,
    recorded_painting,
    write,
)
from tests.history.test_history import ENTRY

FILE = Path(__file__).with_name("history.json")
NOW = ENTRY.answered_at + 7_500.5
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
STATES = {
    "plain": QStyle.StateFlag.State_Enabled,
    "chosen": QStyle.StateFlag.State_Selected,
    "with the keys": QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus,
    "keys elsewhere": QStyle.StateFlag.State_HasFocus,
}


def list_entries():
    """An entry of each severity, with and without what an entry may have."""
    valid = VerdictCode.VALID
    return (
        ENTRY,
        replace(
            ENTRY, code=valid, word=get_verdict_word(valid), severity=Severity.GOOD,
            answered_at=NOW - 61, ends_at=NOW + 600, note="",
        ),
        replace(
            ENTRY, severity=Severity.WARNING, answered_at=NOW - 3,
            environment=EntryEnvironment("e2", "  zeta ", "https://b.example.com"),
        ),
        replace(ENTRY, severity=Severity.NOTICE, environment=EntryEnvironment(), fingerprint=""),
        replace(ENTRY, severity=Severity.PLAIN, names=EntryNames(), masked_names=EntryNames()),
    )  # fmt: skip


@pytest.fixture
def store(qapp, tmp_path, monkeypatch):
    for module in (entry_delegate, entry_texts, recall_strip):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: NOW))
    background = BackgroundExecutor()
    made = HistoryStore(background, tmp_path)
    history = EMPTY_HISTORY
    for entry in list_entries():
        history = add_entry(history, entry)
    made.history = history
    yield made
    background.close(5.0)


def create_model(store, *, is_shared=False):
    model = HistoryModel(lambda: UTC, store)
    model.set_entries(store.history.entries, is_shared=is_shared)
    return model


def paint_entries(theme, store):
    """Each entry in each state: alone, shown, with a letter, folded, and mirrored."""
    model = create_model(store)
    delegate = EntryDelegate(theme, model, store)
    for is_compact in (False, True):
        delegate.is_compact = is_compact
        yield write(delegate.sizeHint(build_option(QRect()), model.index(0)))
        height = 32 if is_compact else 56
        for shown, letters in ((None, {}), (3, {}), (3, {4: "A", 2: "B"})):
            delegate.shown_number, delegate.letters = shown, letters
            for row in range(model.rowCount()):
                for name, state in STATES.items():
                    rect = QRect(5, 100 * row, 272, height)
                    yield f"{is_compact} {shown} {letters} {row} {name}"
                    yield from paint(delegate, build_option(rect, state), model.index(row))
        yield "mirrored"
        option = build_option(QRect(5, 0, 300, height), direction=RIGHT_TO_LEFT)
        yield from paint(delegate, option, model.index(1))
    model.set_entries(store.history.entries, is_shared=True)
    delegate.is_compact = False
    yield "shared"
    yield from paint(delegate, build_option(QRect(0, 0, 90, 56)), model.index(4))


def paint(delegate, option, index):
    with recorded_painting() as (painter, lines):
        delegate.paint(painter, option, index)
        return lines


def show_pane(qtbot, theme, store):
    """The pane in each state that it has, one after the other."""
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionCollection(theme, window)
    pane = HistoryPane(theme, actions, store, lambda: UTC, window)
    yield "folded", describe_part(theme, pane)
    pane.set_open(is_open=True)
    yield "open", describe_part(theme, pane)
    pane.show_current(2)
    yield "current", [str(pane.view.currentIndex().row()), str(pane.view.delegate.shown_number)]
    pane.set_letters({1: "A"})
    yield "letters", [str(pane.view.delegate.letters)]
    pane.filter_field.setText("zeta")
    yield "filtered", describe_part(theme, pane)
    pane.filter_field.setText("nobody")
    yield "nothing fits", describe_part(theme, pane)
    pane.set_shared(True)
    yield "shared", describe_model(theme, pane.model)
    pane.set_locked(True)
    yield "locked", [*describe_part(theme, pane), *describe_model(theme, pane.model)]
    pane.set_locked(False)
    store.keeps_on_disk, store.history = True, EMPTY_HISTORY
    store.changed.emit()
    yield "empty", describe_part(theme, pane)
    pane.set_open(is_open=False)
    yield "folded again", describe_part(theme, pane)


def show_strip(qtbot, theme, store):
    strip = RecallStrip(theme)
    qtbot.addWidget(strip)
    yield "away", describe_part(theme, strip)
    for number, entry in enumerate(store.history.entries[:3]):
        strip.show_entry(entry, UTC, has_token=number == 0)
        yield f"of entry {number}", describe_part(theme, strip)
    strip.show_entry(replace(ENTRY, number=-1), UTC, has_token=False)
    yield "of an earlier run", describe_part(theme, strip)
    strip.put_away()
    yield "put away", describe_part(theme, strip)


def show_button(qtbot, theme, store):
    button = HistoryButton(theme, store)
    qtbot.addWidget(button)
    yield "button", describe_part(theme, button)
    for is_shared, number in ((False, 2), (True, None)):
        button.is_shared, button.shown_number = is_shared, number
        yield f"menu {is_shared}", fill_menu(theme, button)
    store.history = add_earlier(EMPTY_HISTORY, (ENTRY,) * 25)
    yield "long menu", fill_menu(theme, button)
    store.history = EMPTY_HISTORY
    yield "no menu", fill_menu(theme, button)
    store.changed.emit()
    yield "none", describe_part(theme, button)


def fill_menu(theme, button):
    button._menu.aboutToShow.emit()
    return list_menu(theme, button._menu)


@IS_PINNED
def test_each_part_is_what_it_was(qtbot, known_theme, store):
    parts = {}
    for is_shared in (False, True):
        model = create_model(store, is_shared=is_shared)
        parts[f"model {is_shared}"] = describe_model(known_theme, model)
    parts["painted"] = list(paint_entries(known_theme, store))
    for name, show in (("strip", show_strip), ("pane", show_pane)):
        parts |= {f"{name}: {state}": said for state, said in show(qtbot, known_theme, store)}
    check_parts(parts, FILE)


@IS_PINNED
def test_the_menu_is_what_it_was(qtbot, known_theme, store):
    parts = dict(show_button(qtbot, known_theme, store))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NoteDialog(known_theme, "INC-1", window)
    parts["note"] = describe_part(known_theme, dialog)
    check_parts(parts, FILE.with_name("history_menu.json"))
