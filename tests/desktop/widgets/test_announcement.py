"""What changes where the focus is not is told to screen readers, as it is shown."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.comparison.comparison_card import ComparisonCard
from inspector_app.desktop.environments.elsewhere_panel import ElsewherePanel, Knowledge
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.environments.environment_list_dialog import EnvironmentListDialog
from inspector_app.desktop.many.many_card import ManyCard
from inspector_app.desktop.widgets import announcement
from inspector_app.desktop.widgets.notice_bar import NoticeBar
from inspector_app.inspection.connection_check import ConnectionReport
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import inspect, stop_timers, token_of


class Spoken(list[str]):
    """What was said, and of it what was said in the place of something else."""

    def __init__(self):
        super().__init__()
        self.urgent: list[str] = []


@pytest.fixture
def spoken(monkeypatch):
    """What Qt would hand to a screen reader."""
    said = Spoken()

    class Reader:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event):  # noqa: N802  # Qt's own name
            said.append(event.message())
            if event.politeness() is QAccessible.AnnouncementPoliteness.Assertive:
                said.urgent.append(event.message())

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
    assert spoken.urgent == ["Paste the session token that the user sent."]


def test_a_count_is_spoken_when_the_typing_rests(qtbot, appearance, spoken):
    field = FindField(appearance)
    qtbot.addWidget(field)
    field.show()
    for count in ("1 of 40", "1 of 7", "1 of 2"):
        field.show_count(count)
        assert spoken == []
    qtbot.waitUntil(lambda: spoken == ["1 of 2"])
    field.show_count("")
    stop_timers(field)
    assert spoken == ["1 of 2"]


def test_nothing_of_a_hidden_widget_is_said(demo, qtbot, spoken):
    demo.window.status_bar.hide()
    demo.window.status_bar.show_message("unseen")
    assert "unseen" not in spoken


@pytest.fixture
def shown(appearance, qtbot):
    """Shows a part alone."""

    def show(part):
        made = part(appearance)
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def test_a_notice_and_how_far_a_queue_is_are_said(shown, spoken):
    shown(NoticeBar).show_notice("Saved as a.txt.", "Show in folder", str)
    card = shown(ManyCard)
    for done in (0, 1, 10, 11, 20):
        card.show_progress(f"{done} of 100", done, 100)
    assert spoken == ["Saved as a.txt.", "0 of 100", "10 of 100", "20 of 100"]


def test_a_question_and_what_each_environment_answers_are_said(shown, spoken):
    panel = shown(ElsewherePanel)
    panel.ask([(create_environment("Staging", "https://a.example.com"), "a.example.com")])
    panel.show_knowledge(0, Knowledge.KNOWS)
    assert spoken == [
        "Send this token to these hosts, too? Each is asked once.",
        "Staging: knows this session",
    ]


def test_what_two_answers_differ_in_is_said(shown, spoken):
    card = shown(ComparisonCard)
    card.headline_label.setText("They differ in 2 respects.")
    card.announce_headline()
    assert spoken == ["They differ in 2 respects."]


def test_what_dialogs_add_below_their_fields_is_said(start, spoken):
    app = start()
    app.window.action_collection[ActionId.ADD_ENVIRONMENT].trigger()
    (dialog,) = app.window.findChildren(EnvironmentDialog)
    dialog._show_report(ConnectionReport(is_good=True, sentences=(tr("It answers."),)))
    assert spoken == ["It answers."]
    dialog.reject()
    listed = EnvironmentListDialog(app.theme, app.preferences, app.background, app.window)
    listed.open_on_current()
    listed.show_note("Two were imported.")
    assert spoken[1:] == ["Two were imported."]
    listed.reject()


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
