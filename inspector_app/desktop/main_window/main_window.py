"""The main window: creates, lays out and connects its widgets."""

from __future__ import annotations

import sys
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.main_window.top_window import TopWindow
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.screen_room import limit_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.answer.result_view import ResultView
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.main_window.taken_note import TakenNote
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme


_LOW_HEIGHT: Final = 640
"""Pixels at 100 % below which the distances between the parts are smaller."""

_MIN_ADDRESS_WIDTH: Final = 140
"""Pixels at 100 %: where a token is sent to can be read before the words of the links can."""


class EnvironmentKind(Enum):
    """The kind of environment in use."""

    NONE = auto()
    REAL = auto()
    DEMO = auto()


class MainWindow(TopWindow):
    """The main window, one column: environment and token, verdict, answer, status bar."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        """Create what is painted first: all but the answer, of which there is none yet.

        Modules are imported here and below where they are needed: some of them later.
        """
        from PySide6.QtGui import QAccessible

        from inspector_app.desktop.actions import ActionCollection, ActionId
        from inspector_app.desktop.main_window.status_bar import StatusBar
        from inspector_app.desktop.widgets.accessible_role import set_accessible_role
        from inspector_app.desktop.widgets.empty_state import EmptyState

        super().__init__(theme.spacing)
        set_accessible_role(self, QAccessible.Role.Window)
        self._theme = theme
        self._preferences = preferences
        self.is_submitting = False
        self._inspect_icon = "search"
        self._limit_size()
        theme.changed.connect(self._limit_size)
        theme.changed.connect(self._set_distances)
        self.action_collection = actions = ActionCollection(theme, self)
        self._create_input_row(theme, preferences)
        self.status_bar = StatusBar(self.spacing)
        self._create_token_row(theme, preferences)
        self.empty_page = EmptyState(
            theme,
            "scan-search",
            (
                actions[ActionId.LAST_ANSWER],
                actions[ActionId.TRY_DEMO],
                actions[ActionId.ADD_ENVIRONMENT],
            ),
        )
        self.empty_page.title_label.setText(translate("Why can’t this user work?"))
        self.empty_page.hint_label.setText(
            translate("Paste the session token that the user sent and press Enter.")
        )
        actions[ActionId.LAST_ANSWER].setVisible(False)
        self._build_layout()
        self.status_bar.insert_first(self.production_marks.status_label)
        theme.changed.connect(self._update_icons)
        theme.changed.connect(self._fit_inspect_button)
        self._update_icons()
        self._fit_inspect_button()
        self.show_idle()
        self.show_current_environment()
        self.show_remembering()
        self.remember_check_box.setChecked(preferences.settings.remember_token)
        # At once, as a hidden widget takes no focus: key events wait for it.
        self.token_field.show()
        self.token_field.setFocus()

    def add_answer(self, result_view: ResultView, background: BackgroundExecutor) -> None:
        """Put the view of the answer in the place of the empty page, which is a part of it."""
        from inspector_app.desktop.main_window.answer_place import AnswerPlace
        from inspector_app.desktop.main_window.main_menu import MainMenu
        from inspector_app.desktop.main_window.text_size import TextSize
        from inspector_app.desktop.main_window.token_choice_prompt import TokenChoicePrompt
        from inspector_app.desktop.widgets.notice_bar import NoticeBar

        theme, preferences, actions = self._theme, self._preferences, self.action_collection
        actions.create_all()
        self.token_field.take_pastes()
        self.environment_button.add_menu()
        self.forget_offer, self.export_notice = NoticeBar(theme), NoticeBar(theme)
        self._top.addWidget(self.forget_offer)
        self._top.addWidget(self.export_notice)
        self.menu = MainMenu(theme, preferences, actions, background, self.menu_button)
        self.menu.status_message.connect(self.show_note)
        if sys.platform == "darwin":
            from inspector_app.desktop.main_window.macos_menu_bar import create_menu_bar

            self.menu_bar = create_menu_bar(self, actions)
        self.result_view = result_view
        self._layout.insertWidget(self._layout.count() - 1, result_view, 1)
        result_view.raise_()  # what is read to a person after the bars above it
        preferences.changed.connect(result_view.refresh_times)
        result_view.refreshed.connect(self._on_result_changed)
        result_view.staleness_changed.connect(self._update_title)
        result_view.covered_changed.connect(self._on_covered_changed)
        self.answer_place = AnswerPlace(result_view)
        text_size = TextSize(theme, preferences, actions, self)
        text_size.status_message.connect(self.status_bar.show_message)
        self.token_choice = TokenChoicePrompt(self, theme, preferences)
        self.status_bar.raise_()  # what is read to a person last
        self._connect_actions(actions)

    @cached_property
    def taken_note(self) -> TakenNote:
        """What was taken out of the text in the token field; created where it is first asked for.

        The first frame does not. Its place is behind the other note, before the bars.
        """
        from inspector_app.desktop.main_window.taken_note import TakenNote

        note = TakenNote(self._theme)
        self._top.insertWidget(self._top.indexOf(self.note_label) + 1, note)
        return note

    def show_note(self, text: str) -> None:
        """Show a neutral note below the token field; an empty text hides it."""
        self._set_note("soft", text)

    def show_taken(self, text: str, *, has_others: bool = False) -> None:
        """Show in one line below the token field what was taken; an empty text hides it.

        ``has_others``: the text holds other tokens, nobody was asked about.
        """
        self._set_note("soft", "")
        chosen = self.token_choice.fingerprint
        self.taken_note.show_text(text, is_one_of_several=bool(chosen), has_others=has_others)

    def show_problem(self, text: str) -> None:
        """Show a problem with the input below the token field."""
        self._set_note("problem", text)

    def show_failure(self, text: str) -> None:
        """Show what did not work out, for whatever reason the text in the token field is not."""
        self._set_note("problem", text, is_of_token=False)

    def show_exported(self, text: str, show_folder: Callable[[], object]) -> None:
        """Say until it is put away, or something else is inspected, where a file was saved."""
        self.export_notice.show_notice(text, translate("Show in folder"), show_folder)

    def show_running(self, seconds: float) -> None:
        """Turn the Inspect button into a Cancel button that shows the elapsed time."""
        self.inspect_button.setText(translate("Cancel  {seconds} s", seconds=f"{seconds:.1f}"))
        self._set_inspect_icon("x")
        self.inspect_button.setAccessibleName(translate("Cancel the inspection"))

    def show_idle(self) -> None:
        """Turn the Cancel button back into the Inspect button."""
        self.inspect_button.setText(translate("Inspect"))
        self._set_inspect_icon("search")
        self.inspect_button.setAccessibleName(translate("Inspect"))

    def show_current_environment(self) -> None:
        """Show of the environment in use where its token is sent to."""
        from inspector_app.desktop.preferences import EnvironmentOrigin

        environment = self._preferences.current
        if environment is None:
            self.show_environment("", EnvironmentKind.NONE)
        else:
            is_demo = self._preferences.get_origin(environment) is EnvironmentOrigin.DEMO
            self.show_environment(
                environment.address, EnvironmentKind.DEMO if is_demo else EnvironmentKind.REAL
            )

    def show_remembering(self) -> None:
        """Name how long a token can be remembered in the environment in use."""
        preferences = self._preferences
        is_demo = preferences.demo is not None and preferences.current is preferences.demo
        self.remember_check_box.setText(
            translate("Remember for this run")
            if preferences.settings.safety.memory_only or is_demo
            else translate("Remember in the keyring")
        )

    def show_environment(self, address: str, kind: EnvironmentKind) -> None:
        """Show the address that the token is sent to, and the scenario button for the demo."""
        self.address_label.set_text(address)
        least = self.spacing.to_pixels(_MIN_ADDRESS_WIDTH)
        self.address_label.setMinimumWidth(min(least, self.address_label.sizeHint().width()))
        self.scenario_button.setVisible(kind is EnvironmentKind.DEMO)
        self.show_token_location("", "")

    def show_token_location(self, location: str, reason: str, which: str = "") -> None:
        """Show where the environment's token is stored, or as ``reason`` why none is.

        Both are empty as long as that is not known. ``which`` names the token that is stored.
        """
        from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text

        words = (
            translate("Token kept in: {place} ({which})", place=location, which=which)
            if location
            else reason
        )
        self.status_bar.token_location_label.set_text(words)
        if location and reason:
            set_tooltip(self.status_bar.token_location_label, reason)
        forget = translate("Forget the token {which}", which=which)
        self.forget_button.setText(to_menu_text(forget))
        set_tooltip(self.forget_button, forget)
        self.forget_button.setVisible(bool(location))
        self.token_field.setPlaceholderText(
            translate("Enter inspects the kept token {which}; or paste another", which=which)
            if location
            else translate("Paste the session token, or an Authorization header")
        )

    def show_selection(self, path: str) -> None:
        """Show the path of the selected row in the status bar."""
        self.status_bar.set_selection(path)

    def insert_widget(self, widget: QWidget) -> None:
        """Insert a widget between the input rows and the answer, or the page in its place."""
        self._layout.insertWidget(1, widget)

    def add_page(self, page: QWidget, make_room: Callable[[], object]) -> None:
        """Add a page in the place of the answer, below every bar; ``make_room`` puts it away."""
        self._layout.insertWidget(self._layout.indexOf(self.result_view), page, 1)
        self.answer_place.add_page(page, make_room)

    def add_side_widgets(self, side: QWidget, button: QWidget) -> None:
        """Put a pane beside all else, and the button that stands for it before the input row."""
        self._columns.insertWidget(0, side)
        self._input_row.insertWidget(0, button)

    def stop(self) -> None:
        """Stop all timers and mask the token; the window is closing."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.token_field.hide_text()

    @qt_override
    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Move the focus in reading order: much of the window is created late, or inserted."""
        from inspector_app.desktop.widgets.reading_order import list_tab_stops

        stops, current = list_tab_stops(self), self.focusWidget()
        if not stops:
            return False
        place = stops.index(current) if current in stops else -1
        target = self.token_field if place < 0 else stops[(place + 2 * is_next - 1) % len(stops)]
        target.setFocus(
            Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    @qt_override
    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        kind = event.type()
        if kind is QEvent.Type.LayoutRequest:
            self._limit_size()
        elif kind is QEvent.Type.DevicePixelRatioChange:
            self._theme.redraw_icons()
        return is_taken

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.token_field.setFocus()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_distances()

    def _create_input_row(self, theme: Theme, preferences: Preferences) -> None:
        from PySide6.QtGui import QAccessible

        from inspector_app.desktop.environments.environment_button import EnvironmentButton
        from inspector_app.desktop.main_window.token_field import TokenField
        from inspector_app.desktop.widgets.accessible_role import set_accessible_role
        from inspector_app.desktop.widgets.button import Button, ButtonVariant
        from inspector_app.desktop.widgets.plain_text import set_tooltip

        px = self.spacing.to_pixels
        self.environment_button = EnvironmentButton(theme, preferences, self.action_collection)
        self.token_field = TokenField(theme)
        self.inspect_button = Button(theme, ButtonVariant.PRIMARY)
        self.menu_button = Button(theme, ButtonVariant.TALL)
        set_accessible_role(self.menu_button, QAccessible.Role.ButtonMenu)
        self.menu_button.clicked.connect(self._open_menu)
        self.menu_button.setFixedWidth(px(40))
        self.menu_button.setAccessibleName(translate("More"))
        set_tooltip(self.menu_button, translate("More"))

    def _create_token_row(self, theme: Theme, preferences: Preferences) -> None:
        from inspector_app.desktop.actions import ActionId
        from inspector_app.desktop.environments.demo_host import ScenarioButton
        from inspector_app.desktop.environments.production_marks import ProductionMarks
        from inspector_app.desktop.widgets.button import Button, ButtonVariant
        from inspector_app.desktop.widgets.check_box import CheckBox
        from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel

        forget = self.action_collection[ActionId.FORGET_TOKEN]
        self.production_marks = ProductionMarks(theme, preferences, self, self.status_bar)
        self.address_label = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.address_label.setProperty("look", "soft")
        self.scenario_button = ScenarioButton(theme)
        self.scenario_button.hide()
        self.remember_check_box = CheckBox(theme, "")
        self.forget_button = Button(theme, ButtonVariant.LINK, forget.text())
        self.forget_button.clicked.connect(forget.trigger)
        self.forget_button.setMinimumWidth(theme.spacing.to_pixels(120))  # elided where it must
        self.forget_button.hide()
        self.note_label = PlainLabel()
        self.note_label.hide()

    def _build_layout(self) -> None:
        px = self.spacing.to_pixels
        self._input_row = ask = QHBoxLayout()
        ask.addWidget(self.environment_button)
        ask.addWidget(self.token_field, 1)
        ask.addWidget(self.inspect_button)
        ask.addWidget(self.menu_button)
        self.token_row = QWidget()
        where = QHBoxLayout(self.token_row)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(px(12))
        where.addWidget(self.production_marks.tag)
        where.addWidget(self.address_label, 1)
        where.addWidget(self.scenario_button)
        where.addWidget(self.remember_check_box)
        where.addWidget(self.forget_button)
        self._top = top = QVBoxLayout()
        top.setSpacing(px(8))
        top.addLayout(ask)
        top.addWidget(self.token_row)
        top.addWidget(self.note_label)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._layout = layout = QVBoxLayout()
        self._columns.addLayout(layout, 1)
        self._set_distances()
        layout.addLayout(top)
        layout.addWidget(self.empty_page, 1)
        layout.addWidget(self.status_bar)

    def _set_distances(self) -> None:
        """Take distances between the parts that leave a low window to what is in them."""
        px = self.spacing.to_pixels
        is_low = self.height() < px(_LOW_HEIGHT)
        self._layout.setContentsMargins(px(16), px(8 if is_low else 14), px(16), px(8))
        self._layout.setSpacing(px(8 if is_low else 12))

    def _connect_actions(self, actions: ActionCollection) -> None:
        from inspector_app.desktop.actions import ActionId

        self.token_field.submitted.connect(self._submit)
        self.token_field.edited.connect(self._clear_problem)
        self.environment_button.switcher_closed.connect(self.token_field.setFocus)
        actions.connect_all(
            {
                ActionId.GO_TO_TOKEN: self.token_field.setFocus,
                ActionId.REVEAL_TOKEN: self.token_field.toggle_revealed,
                ActionId.PASTE_TOKEN: self._paste_token,
                ActionId.GO_TO_ENVIRONMENTS: self.environment_button.showMenu,
                ActionId.SWITCH_ENVIRONMENT: self.environment_button.open_switcher,
                ActionId.LAST_ANSWER: self.result_view.show_last_answer,
                ActionId.HELP: self._open_help,
                ActionId.QUIT: self.close,
            }
        )

    def _submit(self) -> None:
        """Enter in the token field: what is meant is its text, or the token that is kept."""
        from inspector_app.desktop.actions import ActionId

        self.is_submitting = True
        self.action_collection[ActionId.INSPECT].trigger()
        self.is_submitting = False

    def _paste_token(self) -> None:
        self.token_field.setFocus()
        self.token_field.paste()

    def _on_result_changed(self) -> None:
        """Tell in title and status line what is shown; of an answer put away, nothing."""
        from inspector_app.desktop.answer.exchange_summary import format_exchange_summary

        result = self.result_view.result
        self.status_bar.show_exchange("" if result is None else format_exchange_summary(result))
        if result is None:
            self.status_bar.set_selection("")
        self._update_title()

    def _on_covered_changed(self) -> None:
        self.status_bar.set_answer_seen(is_seen=not self.result_view.is_covered)
        self._update_title()

    def _update_title(self) -> None:
        """Name user and environment, unless that would be seen by others or mislead."""
        from inspector_app.desktop.answer.answer_owner import describe_title
        from inspector_app.inspection.masked_result import MaskedResult
        from inspector_app.inspection.recalled_result import find_recalled

        result = self.result_view.seen_result
        recalled = find_recalled(result)
        if result is not None and result.saved is not None and recalled is None:
            title = translate("Saved answer, not live: EnOS Session Inspector")
        elif result is None or isinstance(result, MaskedResult) or self.result_view.is_stale:
            title = translate("EnOS Session Inspector")
        elif recalled is not None:
            what = describe_title(result)
            title = translate("{what}, not live: EnOS Session Inspector", what=what)
        else:
            title = translate("{what}: EnOS Session Inspector", what=describe_title(result))
        self.setWindowTitle(title)

    def _open_menu(self) -> None:
        self.menu.open_below(self.menu_button, is_at_end=True)

    def _open_help(self) -> None:
        from inspector_app.desktop.main_window.help_dialog import HelpDialog

        HelpDialog(self._theme, self).open()

    def _set_note(self, variant: str, text: str, *, is_of_token: bool = True) -> None:
        from inspector_app.desktop.widgets.announcement import announce
        from inspector_app.desktop.widgets.style_property import set_style_property

        set_style_property(self.note_label, "look", variant)
        self.note_label.setText(text)
        self.note_label.setVisible(bool(text))
        self.taken_note.show_text("", is_one_of_several=False)
        announce(self.note_label, text, is_urgent=variant == "problem")
        is_problem = variant == "problem" and bool(text) and is_of_token
        set_style_property(self.token_field, "state", "problem" if is_problem else "")

    def _clear_problem(self) -> None:
        """Take a problem away that was about the text before; a note stays."""
        if self.token_field.property("state") == "problem":
            self.show_note("")

    def _limit_size(self) -> None:
        """Keep the window as large as its content needs at least, and within its screen."""
        px, layout = self.spacing.to_pixels, self.layout()
        needed = 0 if layout is None else layout.totalMinimumSize().width()
        self.setMinimumSize(limit_size(self, QSize(max(px(680), needed), px(453))))

    def _update_icons(self) -> None:
        self.menu_button.setIcon(self._theme.get_icon("ellipsis-vertical"))
        self._set_inspect_icon(self._inspect_icon)

    def _fit_inspect_button(self) -> None:
        """Keep room for all that the button ever says, so that it does not move meanwhile."""
        button = self.inspect_button
        texts = (translate("Inspect"), translate("Cancel  {seconds} s", seconds="88.8"))
        widths = (button.compute_width(text) for text in texts)
        button.setFixedWidth(max(self.spacing.to_pixels(136), *widths))

    def _set_inspect_icon(self, name: str) -> None:
        self._inspect_icon = name
        self.inspect_button.setIcon(self._theme.get_main_icon(name))
