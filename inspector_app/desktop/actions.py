"""Defines every action's text, shortcuts and icon, for menus, buttons and the help dialog."""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.key_names import format_keys
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import ICON_PROPERTY
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu, QWidget

    from inspector_app.desktop.theme.theme import Theme


class ActionId(Enum):
    """Identifies each action that the user can trigger."""

    INSPECT = auto()
    CANCEL = auto()
    ASK_MORE = auto()
    INSPECT_FILE = auto()
    WATCH = auto()
    COPY_VALUE = auto()
    COPY_PATH = auto()
    COPY_ROW = auto()
    COPY_SUBTREE = auto()
    COPY_NAME = auto()
    COPY_POINTER = auto()
    COPY_QUERY = auto()
    COPY_TIME = auto()
    COPY_SECONDS = auto()
    COPY_MILLISECONDS = auto()
    COPY_REPORT = auto()
    COPY_MARKDOWN = auto()
    COPY_JIRA = auto()
    COPY_REPLY = auto()
    COPY_CREDENTIAL = auto()
    EXPORT = auto()
    OPEN = auto()
    LAST_ANSWER = auto()
    HISTORY = auto()
    HISTORY_BACK = auto()
    HISTORY_FORWARD = auto()
    COMPARE = auto()
    SWAP_SIDES = auto()
    TRY_DEMO = auto()
    ADD_ENVIRONMENT = auto()
    EDIT_ENVIRONMENT = auto()
    DELETE_ENVIRONMENT = auto()
    DUPLICATE_ENVIRONMENT = auto()
    LIST_ENVIRONMENTS = auto()
    FORGET_TOKEN = auto()
    KEPT_TOKENS = auto()
    GO_TO_TOKEN = auto()
    PASTE_TOKEN = auto()
    REVEAL_TOKEN = auto()
    GO_TO_ENVIRONMENTS = auto()
    SWITCH_ENVIRONMENT = auto()
    LOCK = auto()
    SCREEN_SHARE = auto()
    SAFETY = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    SHOW_DETAILS = auto()
    SHOW_TREE = auto()
    SHOW_JSON = auto()
    SHOW_REQUEST = auto()
    SHOW_APPLICATIONS = auto()
    TEXT_LARGER = auto()
    TEXT_SMALLER = auto()
    TEXT_DEFAULT = auto()
    HELP = auto()
    NEW_WINDOW = auto()
    QUIT = auto()


class ActionSpec(NamedTuple):
    """An action's properties.

    ``shortcuts`` are portable text, ``is_row_action`` means tree rows only. ``macos_shortcuts`` are
    for a system that has a meaning of its own for the others; *Ctrl* is the key with ⌘ there.
    """

    text: Text
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    is_row_action: bool = False
    macos_shortcuts: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The shortcuts on this system, as portable text."""
        if sys.platform == "darwin" and self.macos_shortcuts:
            return self.macos_shortcuts
        return self.shortcuts


ACTION_SPECS: Final[dict[ActionId, ActionSpec]] = {
    ActionId.INSPECT: ActionSpec(tr("Inspect"), "search", ("F5", "Ctrl+Return")),
    ActionId.CANCEL: ActionSpec(tr("Cancel"), "x", ("Esc",)),
    ActionId.ASK_MORE: ActionSpec(
        tr("More about this user"), "building-2", ("Ctrl+M",), macos_shortcuts=("Ctrl+J",)
    ),
    ActionId.INSPECT_FILE: ActionSpec(tr("Inspect the tokens of a file…"), "list-checks"),
    ActionId.WATCH: ActionSpec(tr("Watch the session…"), "eye"),
    ActionId.COPY_VALUE: ActionSpec(tr("Copy value"), "copy", ("Ctrl+C",), is_row_action=True),
    ActionId.COPY_PATH: ActionSpec(
        tr("Copy path"), shortcuts=("Ctrl+Shift+C",), is_row_action=True
    ),
    ActionId.COPY_ROW: ActionSpec(tr("Row, for a spreadsheet"), is_row_action=True),
    ActionId.COPY_SUBTREE: ActionSpec(tr("JSON, with everything below"), is_row_action=True),
    ActionId.COPY_NAME: ActionSpec(tr("Name of the field"), is_row_action=True),
    ActionId.COPY_POINTER: ActionSpec(tr("JSON Pointer"), is_row_action=True),
    ActionId.COPY_QUERY: ActionSpec(tr("JSONPath"), is_row_action=True),
    ActionId.COPY_TIME: ActionSpec(tr("Date and time"), is_row_action=True),
    ActionId.COPY_SECONDS: ActionSpec(tr("Epoch seconds"), is_row_action=True),
    ActionId.COPY_MILLISECONDS: ActionSpec(tr("Epoch milliseconds"), is_row_action=True),
    ActionId.COPY_CREDENTIAL: ActionSpec(
        tr("Copy the session ID (whoever has it has the session)"), "key-round", is_row_action=True
    ),
    ActionId.COPY_REPORT: ActionSpec(tr("Copy report"), "clipboard-list", ("Ctrl+Shift+R",)),
    ActionId.COPY_MARKDOWN: ActionSpec(tr("Markdown (GitHub)")),
    ActionId.COPY_JIRA: ActionSpec(tr("Jira")),
    ActionId.COPY_REPLY: ActionSpec(tr("Copy the reply"), "copy", ("Ctrl+Shift+U",)),
    ActionId.EXPORT: ActionSpec(tr("Export…"), "share", ("Ctrl+S",)),
    ActionId.OPEN: ActionSpec(tr("Open a saved answer…"), "folder-open", ("Ctrl+O",)),
    ActionId.LAST_ANSWER: ActionSpec(tr("Show the last answer"), "rotate-ccw"),
    ActionId.HISTORY: ActionSpec(
        tr("History"), "history", ("Ctrl+H",), macos_shortcuts=("Ctrl+Y",)
    ),
    ActionId.HISTORY_BACK: ActionSpec(
        tr("Show the answer before"), shortcuts=("Alt+Left",), macos_shortcuts=("Ctrl+[",)
    ),
    ActionId.HISTORY_FORWARD: ActionSpec(
        tr("Show the answer after"), shortcuts=("Alt+Right",), macos_shortcuts=("Ctrl+]",)
    ),
    ActionId.COMPARE: ActionSpec(tr("Compare with the answer before"), "git-compare", ("Ctrl+D",)),
    ActionId.SWAP_SIDES: ActionSpec(tr("Swap A and B"), "arrow-left-right", ("Ctrl+Shift+X",)),
    ActionId.TRY_DEMO: ActionSpec(tr("Try the demo"), "flask-conical"),
    ActionId.ADD_ENVIRONMENT: ActionSpec(tr("Add an environment…"), "plus", ("Ctrl+Shift+N",)),
    ActionId.EDIT_ENVIRONMENT: ActionSpec(tr("Edit this environment…"), "pencil"),
    ActionId.DELETE_ENVIRONMENT: ActionSpec(tr("Delete this environment…"), "trash-2"),
    ActionId.DUPLICATE_ENVIRONMENT: ActionSpec(tr("Duplicate this environment…"), "copy"),
    ActionId.LIST_ENVIRONMENTS: ActionSpec(tr("Order, import, export…"), "list-tree"),
    ActionId.FORGET_TOKEN: ActionSpec(tr("Forget the token"), "key-round"),
    ActionId.KEPT_TOKENS: ActionSpec(tr("Kept tokens…"), "key-round"),
    ActionId.GO_TO_TOKEN: ActionSpec(tr("Go to the token"), shortcuts=("Ctrl+T",)),
    ActionId.PASTE_TOKEN: ActionSpec(tr("Paste into the token field"), shortcuts=("Ctrl+V",)),
    ActionId.REVEAL_TOKEN: ActionSpec(tr("Show or hide the token"), shortcuts=("Ctrl+Shift+E",)),
    ActionId.GO_TO_ENVIRONMENTS: ActionSpec(tr("Choose an environment"), "globe", ("Ctrl+E",)),
    ActionId.SWITCH_ENVIRONMENT: ActionSpec(
        tr("Switch the environment by typing"), "globe", ("Ctrl+K",)
    ),
    ActionId.LOCK: ActionSpec(tr("Lock"), "lock", ("Ctrl+L",)),
    ActionId.SCREEN_SHARE: ActionSpec(tr("Screen-share mode"), "screen-share", ("Ctrl+Shift+M",)),
    ActionId.SAFETY: ActionSpec(tr("Safety…"), "shield"),
    ActionId.FIND: ActionSpec(tr("Find"), "search", ("Ctrl+F",)),
    ActionId.FIND_NEXT: ActionSpec(tr("Find the next match"), shortcuts=("F3",)),
    ActionId.FIND_PREVIOUS: ActionSpec(tr("Find the match before"), shortcuts=("Shift+F3",)),
    ActionId.SHOW_DETAILS: ActionSpec(tr("Show all of a row"), shortcuts=("Ctrl+I",)),
    ActionId.SHOW_TREE: ActionSpec(tr("Show the tree"), "list-tree", ("Ctrl+1",)),
    ActionId.SHOW_JSON: ActionSpec(tr("Show the answer as text"), "braces", ("Ctrl+2",)),
    ActionId.SHOW_REQUEST: ActionSpec(tr("Show the request"), "globe", ("Ctrl+3",)),
    ActionId.SHOW_APPLICATIONS: ActionSpec(
        tr("Why an application does not open"), "layout-grid", ("Ctrl+4",)
    ),
    ActionId.TEXT_LARGER: ActionSpec(tr("Larger text"), shortcuts=("Ctrl++", "Ctrl+=")),
    ActionId.TEXT_SMALLER: ActionSpec(tr("Smaller text"), shortcuts=("Ctrl+-",)),
    ActionId.TEXT_DEFAULT: ActionSpec(tr("Usual size of the text"), shortcuts=("Ctrl+0",)),
    ActionId.HELP: ActionSpec(tr("Keyboard and help"), "keyboard", ("F1",)),
    ActionId.NEW_WINDOW: ActionSpec(tr("New window"), "plus", ("Ctrl+N",)),
    ActionId.QUIT: ActionSpec(tr("Quit"), shortcuts=("Ctrl+Q",)),
}


class Action(QAction):
    """An action that stays disabled once it is forbidden, whoever enables it by what is shown."""

    def __init__(self, text: str, parent: QObject) -> None:
        super().__init__(text, parent)
        self._is_forbidden = False

    def forbid(self) -> None:
        """Disable it for good."""
        self._is_forbidden = True
        self.setEnabled(False)

    @qt_override
    def setEnabled(self, enabled: bool, /) -> None:  # noqa: FBT001  # Qt's own signature
        super().setEnabled(enabled and not self._is_forbidden)


class ActionCollection(QObject):
    """The QActions built from ``ACTION_SPECS``, with icons in the current theme's colours.

    One is created when it is asked for, all the others by ``create_all``. An icon is drawn when a
    menu is about to show it: all of them would take a tenth of the start.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._actions: dict[ActionId, Action] = {}
        self._with_icon: set[ActionId] = set()
        theme.changed.connect(self._update_icons)

    def __getitem__(self, action_id: ActionId) -> Action:
        action = self._actions.get(action_id)
        if action is None:
            spec = ACTION_SPECS[action_id]
            action = self._actions[action_id] = _create_action(spec, self)
            if not spec.is_row_action:
                self._window.addAction(action)
        return action

    def create_all(self) -> None:
        """Create those that are not there yet, before somebody can press their keys."""
        for do in ACTION_SPECS:
            self[do]

    def get_menu_entry(self, action_id: ActionId) -> QAction:
        """The action for a menu that is about to be shown: with its icon."""
        action = self[action_id]
        if ACTION_SPECS[action_id].icon and action_id not in self._with_icon:
            self._with_icon.add(action_id)
            self._draw_icon(action_id)
        return action

    def draw_icons(self, menu: QMenu) -> None:
        """Draw the icons of the actions in a menu that is about to be shown."""
        shown = set(menu.actions())
        for do, action in self._actions.items():
            if action in shown:
                self.get_menu_entry(do)

    def set_text(self, action_id: ActionId, text: str) -> None:
        """Set an action's text, as in a menu, and its tooltip with the keys."""
        action = self[action_id]
        if action.text() != text:
            action.setText(text)
            _set_action_tooltip(action, text)

    def connect_all(self, handlers: dict[ActionId, Callable[[], object]]) -> None:
        """Connect each action's ``triggered`` signal to its handler."""
        for do, handler in handlers.items():
            self[do].triggered.connect(_discard_checked_argument(handler))

    def attach_to(self, tree: QWidget, action_ids: Iterable[ActionId]) -> None:
        """Add row actions to a tree view, with shortcuts active only while it has focus."""
        for do in action_ids:
            action = self[do]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            tree.addAction(action)

    def _update_icons(self) -> None:
        for do in self._with_icon:
            self._draw_icon(do)

    def _draw_icon(self, action_id: ActionId) -> None:
        icon = self._theme.get_entry_icon(ACTION_SPECS[action_id].icon)
        self._actions[action_id].setIcon(icon)


def _create_action(spec: ActionSpec, parent: QObject) -> Action:
    action = Action(render_text(spec.text), parent)
    action.setProperty(ICON_PROPERTY, spec.icon)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    _set_action_tooltip(action, action.text())
    return action


def _set_action_tooltip(action: QAction, menu_text: str) -> None:
    words = menu_text.replace("&&", "&")
    keys = format_keys(action.shortcut())
    set_tooltip(action, translate("{action} ({keys})", action=words, keys=keys) if keys else words)


def _discard_checked_argument(handler: Callable[[], object]) -> Callable[[], None]:
    def call_handler() -> None:
        handler()

    return call_handler
