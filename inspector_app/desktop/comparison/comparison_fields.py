"""The lower part of a comparison: every field of both answers, as a tree and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.answer.find_target import FindTarget, JsonTarget
from inspector_app.desktop.answer.finder import Finder
from inspector_app.desktop.answer.page_switch import Page, SegmentButton
from inspector_app.desktop.comparison.compared_model import ComparedModel
from inspector_app.desktop.comparison.compared_target import ComparedTarget
from inspector_app.desktop.comparison.comparison_json_view import ComparisonJsonView
from inspector_app.desktop.comparison.comparison_tree import ComparisonTree, name_tree
from inspector_app.desktop.theme.translation import translate
from inspector_app.session.comparison.compared_tree import RowFilter, build_compared_root

if TYPE_CHECKING:
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.comparison.compared_tree import ComparedTree
    from inspector_app.session.path import Path
    from inspector_app.session.time_format import TimeContext

_MAX_UNFOLDED: Final = 50
"""Changed fields that are all seen at once: of more, what holds them stays folded."""


class ComparisonFields(QWidget):
    """``json_asked``: the JSON is to be shown, and was not made yet."""

    json_asked = Signal()

    def __init__(self, theme: Theme, background: BackgroundExecutor) -> None:
        super().__init__()
        self._tree_data: ComparedTree | None = None
        self._view: TimeContext | None = None
        self.model = ComparedModel(theme, self)
        self.tree = ComparisonTree(theme, name_tree())
        self.tree.setModel(self.model)
        self.json_view = ComparisonJsonView(theme)
        self.filter_buttons = {
            RowFilter.CHANGED: SegmentButton(theme, translate("Changed"), "first"),
            RowFilter.ALL: SegmentButton(theme, translate("All"), "last"),
        }
        self.page_buttons = {
            Page.TREE: SegmentButton(theme, translate("Tree"), "first"),
            Page.JSON: SegmentButton(theme, translate("JSON"), "last"),
        }
        self.find_field = FindField(theme)
        self.find_field.left.connect(self.focus_page)
        self.find_field.dismissed.connect(self.focus_page)
        self._find_targets: dict[Page, FindTarget] = {
            Page.TREE: ComparedTarget(self.tree, self.model),
            Page.JSON: JsonTarget(
                self.json_view.text_view, lambda: self.json_view.text, self.json_view.page_shown
            ),
        }
        self.finder = Finder(self.find_field, self._find_targets[Page.TREE], background)
        self._filter_group = self._group_buttons(list(self.filter_buttons.values()))
        self._page_group = self._group_buttons(list(self.page_buttons.values()))
        self._filter_group.buttonToggled.connect(self._on_filter_toggled)
        self._page_group.buttonToggled.connect(self._on_page_toggled)
        self._stack = QStackedWidget()
        self._build_layout(theme)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return next(page for page, button in self.page_buttons.items() if button.isChecked())

    def show_fields(self, tree: ComparedTree, view: TimeContext) -> None:
        """Show the fields of two answers; times are relative to ``view``."""
        self._tree_data, self._view = tree, view
        counts = tree.counts
        self.filter_buttons[RowFilter.CHANGED].setText(
            translate("Changed ({count})", count=counts.changed)
        )
        self.filter_buttons[RowFilter.ALL].setText(translate("All ({count})", count=counts.fields))
        self._show_tree()
        if self.page is Page.JSON:
            self._ask_for_json()

    def discard_fields(self) -> None:
        """Drop what is shown: it may name people."""
        self._tree_data = None
        self.model.clear()
        self.json_view.show_text("", is_whole=True)

    def show_page(self, page: Page) -> None:
        """Show the tree, or the JSON, and put the focus into it."""
        self.page_buttons[page].setChecked(True)
        self.focus_page()

    def focus_page(self) -> None:
        """Put the focus into the page that is shown."""
        (self.json_view.text_view if self.page is Page.JSON else self.tree).setFocus()

    def focus_find_field(self) -> None:
        """Put the focus into the field, with what was sought chosen."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def step_match(self, step: int) -> None:
        """Go to the next match, or with -1 to the one before; without a text, ask for one."""
        if self.find_field.text():
            self.finder.select_match(step)
        else:
            self.focus_find_field()

    def select_path(self, path: Path) -> None:
        """Select the row of a field; all rows are shown where it did not change."""
        self.page_buttons[Page.TREE].setChecked(True)
        for rows in RowFilter:
            self.filter_buttons[rows].setChecked(True)
            index = self.model.find_index(path)
            if index.isValid():
                self.tree.setCurrentIndex(index)
                self.tree.scrollTo(index)
                self.tree.setFocus()
                return

    def _show_tree(self) -> None:
        if self._tree_data is None:
            return
        rows = next(one for one, button in self.filter_buttons.items() if button.isChecked())
        root = build_compared_root(self._tree_data, rows)
        self.model.set_tree(root, self._view)
        folded = [row for row, one in enumerate(root.list_children()) if one.is_folded]
        self.tree.expand_groups(frozenset(folded))
        if rows is RowFilter.CHANGED and root.counts.changed <= _MAX_UNFOLDED:
            self.tree.expand_changed()

    def _ask_for_json(self) -> None:
        if self._tree_data is not None and not self.json_view.text:
            self.json_view.show_note(translate("Writing the text…"))
            self.json_asked.emit()

    def _group_buttons(self, buttons: list[SegmentButton]) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        buttons[0].setChecked(True)
        return group

    def _on_filter_toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if is_pressed:
            self._show_tree()

    def _on_page_toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if not is_pressed:
            return
        page = self.page
        self._stack.setCurrentWidget(self.json_view if page is Page.JSON else self.tree)
        for button in self.filter_buttons.values():
            button.setEnabled(page is Page.TREE)
        self.finder.set_target(self._find_targets[page])
        if page is Page.JSON:
            self._ask_for_json()

    def _build_layout(self, theme: Theme) -> None:
        px = theme.spacing.to_pixels
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self.find_field, 1)
        for buttons in (self.filter_buttons.values(), self.page_buttons.values()):
            segment = QHBoxLayout()
            segment.setSpacing(0)
            for button in buttons:
                segment.addWidget(button)
            tools.addLayout(segment)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.json_view)
        self._stack.setMinimumHeight(px(112))  # three rows: it scrolls
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(tools)
        layout.addWidget(self._stack, 1)
