"""What the portal is asked about applications: the field, the list of them, and the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.answer.applications_view import ApplicationsView
from inspector_app.desktop.answer.find_target import OutlineTarget
from inspector_app.desktop.answer.finder import Finder
from inspector_app.desktop.answer.question_field import QuestionField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.time_format import TimeContext


class ApplicationQuestions(QObject):
    """``asked`` carries the application that is asked about; empty for all of them."""

    asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        background: BackgroundExecutor,
        time_context: TimeContext,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.field = QuestionField(theme)
        self.view = ApplicationsView(theme, actions, time_context)
        self.finder = Finder(self.field, OutlineTarget(self.view), background)
        self._result: InspectionResult | None = None
        self._question = ""
        self.field.asked.connect(self._ask)
        self.view.asked.connect(self._ask_about_row)

    def offer(self, result: InspectionResult) -> bool:
        """Take another result; returns whether its applications are known or can be asked for."""
        from inspector_app.inspection.application_inspection import can_ask_applications
        from inspector_app.session.companion import CompanionKind

        self._result = result
        known = result.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
        if known is not None and not self.field.text():
            self.field.setText(known.subject)  # of a saved answer
        is_offered = known is not None or can_ask_applications(result)
        if not is_offered:
            self._question = ""
            self.field.clear()
        return is_offered

    def ask_for_list(self) -> None:
        """Ask for all applications, where they can be asked for and were not."""
        from inspector_app.session.companion import CompanionKind

        if self._result is None or not self._can_ask(self._result):
            return
        if self._result.analyzed.get_companion(CompanionKind.APPLICATION_LIST) is None:
            self.asked.emit(self._question)

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Say whether the portal can be asked now: not about an answer to another text."""
        can_ask = is_enabled and self._result is not None and self._can_ask(self._result)
        self.field.setEnabled(can_ask)

    def discard_result(self) -> None:
        """Drop the result, which holds a credential, and what was asked about it."""
        self._result = None
        self._question = ""
        self.field.clear()

    @staticmethod
    def _can_ask(result: InspectionResult) -> bool:
        from inspector_app.inspection.application_inspection import can_ask_applications

        return can_ask_applications(result)

    def _ask(self, question: str) -> None:
        self._question = question
        self.asked.emit(question)

    def _ask_about_row(self, row: int) -> None:
        """Make a row of the list the question, by what tells it from all others."""
        from inspector_app.inspection.masked_result import unmask_result
        from inspector_app.session.companion import CompanionKind

        if self._result is None or not self.field.isEnabled():
            return
        shown = self._result.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
        real = unmask_result(self._result).analyzed.get_companion(CompanionKind.APPLICATION_LIST)
        listed = None if real is None else real.applications
        if listed is None or shown is None or shown.applications is None:
            return
        application = listed.applications[row]
        names = (application.title, *application.keys)
        telling = (name for name in names if len(listed.find_all(name)) == 1)
        self.field.setText(shown.applications.applications[row].title)
        self._ask(next(telling, application.title))
