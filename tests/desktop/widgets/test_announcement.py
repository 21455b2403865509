"""What changes where the focus is not is told to screen readers, as it is shown."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.widgets import announcement
from tests.desktop.at_work import inspect, token_of


@pytest.fixture
def spoken(monkeypatch):
    """What Qt would hand to a screen reader."""
    said = []

    class Reader:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event):  # noqa: N802  # Qt's own name
            said.append(event.message())

    monkeypatch.setattr(announcement, "QAccessible", Reader)
    return said


def test_the_sentence_is_said_once_for_each_answer(demo, qtbot, spoken):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    demo.window.result_view.refresh_times()  # as each second does
    assert spoken.count("The user's account is disabled") == 1


def test_copies_problems_and_counts_are_said(demo, qtbot, spoken):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(demo.window, Qt.Key.Key_U, keys)
    assert "Copied the reply to the user." in spoken
    find = demo.window.result_view.answer_pages.find_field
    find.setFocus()
    qtbot.keyClicks(find, "mfaType")
    qtbot.waitUntil(lambda: "1 of 1" in spoken)
    demo.window.remember_check_box.setChecked(False)
    demo.window.show_problem("Paste the session token that the user sent.")
    assert spoken[-1] == "Paste the session token that the user sent."


def test_a_count_is_spoken_when_the_typing_rests(qtbot, appearance, spoken):
    field = FindField(appearance)
    qtbot.addWidget(field)
    field.show()
    for count in ("1 of 40", "1 of 7", "1 of 2"):
        field.show_count(count)
        assert spoken == []
    qtbot.waitUntil(lambda: spoken == ["1 of 2"])
    field.show_count("")
    field.stop_timers()
    assert spoken == ["1 of 2"]


def test_nothing_of_a_hidden_widget_is_said(demo, qtbot, spoken):
    demo.window.status_bar.hide()
    demo.window.status_bar.show_message("unseen")
    assert "unseen" not in spoken


def test_a_row_speaks_field_value_and_meaning_in_one_text(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    tree = demo.window.result_view.tree_view
    tree.select_path(("session", "user", "state"))
    index: QModelIndex = tree.currentIndex().siblingAtColumn(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "state, 1, disabled"
    assert index.data() == "state"


def test_icons_of_severity_have_names(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    assert demo.window.result_view.banner.head._icon_label.accessibleName() == "Problem"


def test_no_description_has_markup_in_it(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    described = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Description)
        for one in demo.window.findChildren(QWidget)
        if one.isVisible()
    ]
    assert any(described)
    assert not [text for text in described if "<" in text]
