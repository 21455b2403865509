"""Page that shows the applications of the portal, and asks about one of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.applications_model import (
    SWITCH_COLUMN,
    TYPE_COLUMN,
    ApplicationsModel,
)
from inspector_app.desktop.answer.outline_model import FIELD_COLUMN, VALUE_COLUMN
from inspector_app.desktop.answer.outline_view import OutlineView
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.enter_key import is_plain_enter

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.time_format import TimeContext


class ApplicationsView(OutlineView):
    """``asked`` carries the row of the list that is to be asked about: by Enter, or two clicks."""

    asked = Signal(int)
    model_class = ApplicationsModel
    column_ratios = MappingProxyType(
        {FIELD_COLUMN: 0.28, VALUE_COLUMN: 0.2, TYPE_COLUMN: 0.08, SWITCH_COLUMN: 0.12}
    )

    def __init__(self, theme: Theme, actions: ActionCollection, time_context: TimeContext) -> None:
        super().__init__(theme, actions, time_context, (ActionId.COPY_VALUE, ActionId.COPY_ROW))
        self.setAccessibleName(translate("The applications"))
        self.setExpandsOnDoubleClick(False)
        # Of the rows on screen alone: five columns of 1,000 rows would take 0.2 s.
        self.header().setResizeContentsPrecision(0)
        self.doubleClicked.connect(self._ask_about)

    def show_applications(self, analyzed: AnalyzedAnswer, time_context: TimeContext) -> None:
        """Show the list; the one that was asked about is selected, with what is below it."""
        from inspector_app.session.presentation.application_outline import (
            build_application_outline,
            find_asked_row,
        )

        self.show_outline(build_application_outline(analyzed), time_context)
        asked = find_asked_row(analyzed)
        if asked is not None:
            self.select_row(asked)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self._ask_about(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _ask_about(self, index: QModelIndex) -> None:
        from inspector_app.session.presentation.application_outline import ApplicationNode

        node = self.outline_model.get_node(index)
        if isinstance(node, ApplicationNode) and node.row is not None:
            self.asked.emit(node.row)
