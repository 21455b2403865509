"""The applications of a portal's user are gone through by keys, as any list is."""

from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionCollection
from inspector_app.desktop.answer.applications_view import ApplicationsView
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_keys_go_from_row_to_row(appearance, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    time_context = TimeContext(NOW, UTC)
    view = ApplicationsView(appearance, ActionCollection(appearance, owner), time_context)
    qtbot.addWidget(view)
    view.show_applications(analyzed_of(SCENARIOS["portal-app-access"]), time_context)
    view.show()
    view.setCurrentIndex(view.model().index(0, 0))
    first = view.currentIndex()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.indexAbove(view.currentIndex()) == first
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex() == first
