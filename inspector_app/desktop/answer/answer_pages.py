"""Stacked pages of one result (tree, JSON, request, applications), the tool row above them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.answer.application_questions import ApplicationQuestions
from inspector_app.desktop.answer.detail_pane import DetailPane
from inspector_app.desktop.answer.expected_organization_field import ExpectedOrganizationField
from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.answer.find_target import FindTarget, JsonTarget, OutlineTarget
from inspector_app.desktop.answer.finder import Finder
from inspector_app.desktop.answer.json_view import JsonView
from inspector_app.desktop.answer.outline_view import OutlineView
from inspector_app.desktop.answer.page_switch import Page, PageSwitch
from inspector_app.desktop.answer.request_view import RequestView
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.empty_state import EmptyState
from inspector_app.desktop.widgets.reading_order import list_tab_stops
from inspector_app.desktop.widgets.style_property import set_style_property

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.time_format import TimeContext

_LEAST_TOOLS: Final = 48
_LEAST_PAGE: Final = 100
_LEAST_PAGE_BESIDE_DETAILS: Final = 60
_LEAST_ABOVE: Final = 134
"""Pixels at 100 %: the row of tools, a head with three rows, or with one where details are open
and not all has room, and what stands above: a strip, and the sentence of the card."""


class AnswerPages(QWidget):
    """Shows one result on up to four pages; keeps the current page where it is available."""

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        background: BackgroundExecutor,
        time_context: TimeContext,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result: InspectionResult | None = None
        self._actions = actions
        self._time_context = time_context
        self._outdated = frozenset({Page.REQUEST, Page.APPLICATIONS})
        """Pages that show nothing of the result yet: most answers are read in one page."""
        self.find_field = FindField(theme)
        self.organization_field = ExpectedOrganizationField(theme)
        self.offers_applications = False
        self.questions = ApplicationQuestions(theme, actions, background, time_context, self)
        self.question_field = self.questions.field
        self.page_switch = PageSwitch(theme)
        self.tree_view = OutlineView(theme, actions, time_context)
        self.json_view = JsonView(theme, actions, background)
        self.request_view = RequestView(theme, actions, time_context)
        self.applications_view = self.questions.view
        self.detail_pane = DetailPane(theme)
        self.no_answer_page = EmptyState(theme, "unplug", (actions[ActionId.LAST_ANSWER],))
        self.no_answer_page.title_label.setText(translate("There is no answer to show"))
        self.no_answer_page.hint_label.setText(translate("Your token is still in the field above."))
        self._find_targets: dict[Page, FindTarget] = {
            Page.TREE: OutlineTarget(self.tree_view),
            Page.JSON: JsonTarget(
                self.json_view.text_view, lambda: self.json_view.text, self.json_view.page_shown
            ),
            Page.REQUEST: OutlineTarget(self.request_view),
        }
        self.finder = Finder(self.find_field, self._find_targets[Page.TREE], background)
        # The card is whole first: the pages scroll, and take what it leaves.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._build_layout(theme)
        self.page_switch.page_changed.connect(self._show_page)
        self.detail_pane.closed.connect(self._close_details)
        for tree in (self.tree_view, self.request_view):
            tree.selected.connect(self._update_details)
            tree.activated.connect(self._on_row_activated)
        self.find_field.dismissed.connect(self.focus_page)
        self.find_field.left.connect(self.focus_page)
        self.question_field.dismissed.connect(self.focus_page)
        self.question_field.left.connect(self.focus_page)
        actions.connect_all(
            {
                ActionId.FIND: self._focus_find_field,
                ActionId.FIND_NEXT: partial(self._step, 1),
                ActionId.FIND_PREVIOUS: partial(self._step, -1),
                ActionId.SHOW_DETAILS: self._toggle_details,
                ActionId.SHOW_TREE: partial(self._go_to_page, Page.TREE),
                ActionId.SHOW_JSON: partial(self._go_to_page, Page.JSON),
                ActionId.SHOW_REQUEST: partial(self._go_to_page, Page.REQUEST),
                ActionId.SHOW_APPLICATIONS: self._go_to_question,
            }
        )

    @property
    def current_tree_view(self) -> OutlineView:
        """The tree view that is on screen: the request's, the applications' or the answer's."""
        by_page = {
            Page.REQUEST: self.request_view,
            Page.APPLICATIONS: self.applications_view,
        }
        return by_page.get(self.page_switch.page, self.tree_view)

    @property
    def selected_nodes(self) -> tuple[Node, ...]:
        """The selected nodes of the current page, from top to bottom."""
        return (
            self.json_view if self.page_switch.page is Page.JSON else self.current_tree_view
        ).get_selected_nodes()

    def show_result(self, result: InspectionResult, time_context: TimeContext) -> None:
        """Show another answer, or the page that says why there is none."""
        self._result = result
        self._time_context = time_context
        self._discard_details()
        has_answer = result.has_answer
        self.json_view.discard_answer()
        self._discard_lists()
        if has_answer:
            self.tree_view.show_outline(result.outline, time_context)
        self.offers_applications = self.questions.offer(result)
        self.page_switch.offer_applications(is_offered=self.offers_applications)
        self.page_switch.get_button(Page.JSON).setEnabled(has_answer)
        if not has_answer and self.page_switch.page is Page.JSON:
            self.page_switch.set_page(Page.TREE)
        is_in_field = not result.is_token_from_vault and result.saved is None
        self.no_answer_page.hint_label.setVisible(is_in_field)
        self._show_page(self.page_switch.page)

    def set_time_context(self, time_context: TimeContext) -> bool:
        """Render the same instants relative to another time or zone; tell whether one differs."""
        self._time_context = time_context
        return self.current_tree_view.outline_model.set_time_context(time_context)

    def select_path(self, path: Path) -> None:
        """Select the row with that path in the tree."""
        self.page_switch.set_page(Page.TREE)
        self.tree_view.select_path(path)

    def discard_result(self) -> None:
        """Drop the shown result, which holds a credential."""
        self._result = None
        self.questions.discard_result()
        self._discard_details()
        self.json_view.discard_answer()
        self.tree_view.discard_outline()
        self._discard_lists()

    def _discard_lists(self) -> None:
        """Empty the other two lists until somebody looks at them."""
        lists: dict[Page, OutlineView] = {
            Page.REQUEST: self.request_view,
            Page.APPLICATIONS: self.applications_view,
        }
        for page, view in lists.items():
            if page not in self._outdated:
                view.discard_outline()
        self._outdated = frozenset(lists)

    def _build_layout(self, theme: Theme) -> None:
        px = theme.spacing.to_pixels
        self.find_field.setMinimumWidth(px(150))
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self.find_field, 1)
        tools.addWidget(self.question_field, 1)
        self.question_field.setMinimumWidth(px(150))
        self.question_field.hide()
        tools.addWidget(self.organization_field)
        tools.addWidget(self.page_switch)
        self._stack = QStackedLayout()
        # In a low window the banner needs the height more than this page does.
        self.no_answer_page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(tools)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.detail_pane)
        # After the layout has its widget: a page that is put into a stack without one is a window.
        views = (self.tree_view, self.json_view, self.request_view, self.applications_view)
        self._pages: tuple[QWidget, ...] = (*views, self.no_answer_page)
        for page in self._pages:
            self._stack.addWidget(page)
        self._keep_height()

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for the usual heads of the tables."""
        for tree in (self.tree_view, self.request_view, self.applications_view):
            set_style_property(tree.header(), "room", "" if has_room else "low")

    @qt_override
    def hasHeightForWidth(self) -> bool:
        """The pages take the height that the card leaves, whatever wraps in the details."""
        return False

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Keep rows of the tree, and the details where they are open: the card scrolls then."""
        px = self._theme.spacing.to_pixels
        is_open = not self.detail_pane.isHidden()
        details = px(8) + self.detail_pane.compute_height(self.width()) if is_open else 0
        above = self.parentWidget()
        room = self.height() if above is None else above.height()
        is_tight = is_open and px(_LEAST_TOOLS + _LEAST_PAGE + _LEAST_ABOVE) + details > room
        page = px(_LEAST_PAGE_BESIDE_DETAILS if is_tight else _LEAST_PAGE)
        height = px(_LEAST_TOOLS) + page + details
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
            for one in self._pages:
                one.setMinimumHeight(page)  # each scrolls

    def _show_page(self, page: Page) -> None:
        result = self._result
        if result is None:
            return
        self.find_field.setEnabled(result.has_answer or page is Page.REQUEST)
        is_question = page is Page.APPLICATIONS
        self.find_field.setHidden(is_question)
        self.organization_field.setHidden(is_question)
        self.question_field.setVisible(is_question)
        if page in self._find_targets:
            self.finder.set_target(self._find_targets[page])
        self._discard_details()
        self._fill_list(page, result)
        match page:
            case Page.APPLICATIONS:
                self._stack.setCurrentWidget(self.applications_view)
                self.questions.ask_for_list()
            case Page.REQUEST:
                self._stack.setCurrentWidget(self.request_view)
            case Page.JSON:
                self._stack.setCurrentWidget(self.json_view)
                self.json_view.show_answer(result.analyzed)
            case Page.TREE:
                self._stack.setCurrentWidget(
                    self.tree_view if result.has_answer else self.no_answer_page
                )

    def _fill_list(self, page: Page, result: InspectionResult) -> None:
        """Make what a page lists, unless it shows that already."""
        from inspector_app.session.presentation.request_facts import build_request_facts

        if page not in self._outdated:
            return
        self._outdated -= {page}
        if page is Page.REQUEST:
            facts = build_request_facts(result.analyzed, result.url, result.token)
            self.request_view.show_facts(facts, self._time_context)
        else:
            self.applications_view.show_applications(result.analyzed, self._time_context)

    def _go_to_question(self) -> None:
        self.page_switch.set_page(Page.APPLICATIONS)
        if self.page_switch.page is Page.APPLICATIONS:
            self.question_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.question_field.selectAll()

    def _go_to_page(self, page: Page) -> None:
        """Show a page that there is, with the focus in it."""
        if not self.isVisible():  # a comparison or a queue stands in its place
            return
        self.page_switch.set_page(page)
        if self._result is not None and self.page_switch.page is page:
            self.focus_page()

    def focus_page(self) -> None:
        """Put the focus into the page that is shown."""
        shown = self._stack.currentWidget()
        if shown is None:
            return
        is_stop = shown.focusPolicy() & Qt.FocusPolicy.TabFocus
        stops = [shown] if is_stop else list_tab_stops(shown)
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggle_details(self) -> None:
        """Show all of the current row below its tree, or close it again."""
        if self.detail_pane.isVisible():
            self._close_details()
        elif self.page_switch.page is not Page.JSON and self._result is not None:
            self._show_details(self.current_tree_view.get_current_node())

    def _on_row_activated(self, index: QModelIndex) -> None:
        """Enter, or what the desktop takes for it, on a row that does not unfold."""
        node = self.current_tree_view.outline_model.get_node(index)
        if not node.child_count:
            self._show_details(node)

    def _update_details(self, node: Node | None) -> None:
        if self.detail_pane.isVisible():
            self._show_details(node)

    def _show_details(self, node: Node | None) -> None:
        if node is not None:
            tree = self.current_tree_view
            self.detail_pane.show_node(node, tree.outline_model.render_meaning(node))
            self._keep_height()

    def _discard_details(self) -> None:
        self.detail_pane.discard_node()
        self._keep_height()

    def _close_details(self) -> None:
        self._discard_details()
        self.current_tree_view.setFocus()

    def _focus_find_field(self) -> None:
        if self.question_field.isVisible():
            self._go_to_question()
        elif self.find_field.isVisible():
            self.find_field.setFocus()
            self.find_field.selectAll()

    def _step(self, step: int) -> None:
        """Go to the next match, or with -1 to the one before; without a text, ask for one."""
        if not self.isVisible():  # a comparison or a queue stands in its place
            return
        if self.find_field.text():
            self.finder.select_match(step)
        else:
            self._focus_find_field()
