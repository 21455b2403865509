"""Stacked pages of one result (tree, JSON, request) with the tool row above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.answer.finder import Finder
from inspector_app.desktop.answer.json_view import JsonView
from inspector_app.desktop.answer.page_switch import Page, PageSwitch
from inspector_app.desktop.answer.request_tree import RequestTree
from inspector_app.desktop.answer.session_tree import SessionTree
from inspector_app.desktop.look.plain import explain
from inspector_app.desktop.look.quiet_page import QuietPage
from inspector_app.desktop.look.words import say
from inspector_app.session.telling.outline import Node
from inspector_app.session.telling.request_facts import build_request_facts

if TYPE_CHECKING:
    from inspector_app.desktop.background import Background
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.session.moment import TimeContext
    from inspector_app.session.path import Path


class ExpectedOrganization(QLineEdit):
    """Line edit for the organization ID that the user is expected to work in; never saved."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("look", "small")
        self.setMaxLength(200)
        self.setPlaceholderText(say("Expected organization ID"))
        self.setAccessibleName(say("Expected organization ID"))
        explain(self, say("Where the user should be working: compared with each answer."))
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        appearance.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._icon.setIcon(self._appearance.icon("building-2"))


class AnswerPages(QWidget):
    """Shows one result on three pages; keeps the current page where it is available."""

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        background: Background,
        view: TimeContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcome: InspectionResult | None = None
        self.search = FindField(appearance)
        self.expected = ExpectedOrganization(appearance)
        self.switch = PageSwitch(appearance)
        self.tree = SessionTree(appearance, actions, view)
        self.json = JsonView(appearance, actions, background)
        self.request = RequestTree(appearance, actions, view)
        self.no_answer = QuietPage(appearance, "unplug", (actions[Do.LAST_ANSWER],))
        self.no_answer.title.setText(say("There is no answer to show"))
        self.no_answer.hint.setText(say("Your token is still in the field above."))
        self.finder = Finder(self.search, self.tree, background)
        self._lay_out(appearance)
        self.switch.chosen.connect(self._turn_to)
        self.search.sought.connect(self._show_matches)
        self.search.left.connect(self.tree.setFocus)
        actions.connect_all(
            {
                Do.FIND: self._find,
                Do.SHOW_TREE: lambda: self.switch.choose(Page.TREE),
                Do.SHOW_JSON: lambda: self.switch.choose(Page.JSON),
                Do.SHOW_REQUEST: lambda: self.switch.choose(Page.REQUEST),
            }
        )

    @property
    def rows(self) -> SessionTree:
        """The tree view that is on screen: the request's or the answer's."""
        return self.request if self.switch.page is Page.REQUEST else self.tree

    @property
    def all_chosen(self) -> tuple[Node, ...]:
        """The selected nodes of the current page, from top to bottom."""
        return (self.json if self.switch.page is Page.JSON else self.rows).all_chosen()

    def show_outcome(self, outcome: InspectionResult, view: TimeContext) -> None:
        """Show another answer, or the page that says why there is none."""
        self._outcome = outcome
        has_answer = outcome.has_answer
        self.json.forget()
        self.request.show_facts(
            build_request_facts(outcome.analyzed, outcome.url, outcome.token), view
        )
        if has_answer:
            self.tree.show_outline(outcome.outline, view)
        self.search.setEnabled(has_answer)
        self.switch.button(Page.JSON).setEnabled(has_answer)
        if not has_answer and self.switch.page is Page.JSON:
            self.switch.choose(Page.TREE)
        is_in_field = not outcome.is_token_from_vault and outcome.saved is None
        self.no_answer.hint.setVisible(is_in_field)
        self._turn_to(self.switch.page)

    def look_from(self, view: TimeContext) -> None:
        """Render the same instants relative to another time or time zone."""
        self.rows.outline_model.look_from(view)

    def go_to(self, path: Path) -> None:
        """Select the row with that path in the tree."""
        self.switch.choose(Page.TREE)
        self.tree.go_to(path)

    def forget(self) -> None:
        """Drop the shown result, which holds a credential."""
        self._outcome = None
        self.json.forget()
        for tree in (self.tree, self.request):
            tree.show_outline(Node(""), tree.outline_model.view)

    def stop(self) -> None:
        """Stop all timers, because the window is closing."""
        self.search.stop()
        self.json.stop()

    def _lay_out(self, appearance: Appearance) -> None:
        px = appearance.rhythm.px
        self.search.setMinimumWidth(px(150))
        hint = self.expected.fontMetrics().horizontalAdvance(self.expected.placeholderText())
        self.expected.setFixedWidth(max(px(206), hint + px(56)))  # its icon and margins
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self.search, 1)
        tools.addWidget(self.expected)
        tools.addWidget(self.switch)
        self._pages = QStackedLayout()
        for page in (self.tree, self.json, self.request, self.no_answer):
            self._pages.addWidget(page)
        # In a low window the banner needs the height more than this page does.
        self.no_answer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(tools)
        layout.addLayout(self._pages, 1)

    def _turn_to(self, page: Page) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        match page:
            case Page.REQUEST:
                self._pages.setCurrentWidget(self.request)
            case Page.JSON:
                self._pages.setCurrentWidget(self.json)
                self.json.look_at(outcome.analyzed)
            case Page.TREE:
                self._pages.setCurrentWidget(self.tree if outcome.has_answer else self.no_answer)

    def _find(self) -> None:
        if self.search.isVisible() and self.search.isEnabled():
            self.search.setFocus()
            self.search.selectAll()

    def _show_matches(self, text: str) -> None:
        if text:
            self.switch.choose(Page.TREE)
