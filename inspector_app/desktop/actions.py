"""Defines every action's text, shortcuts and icon, for menus, buttons and the help dialog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from inspector_app.desktop.look.plain import explain
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.look.appearance import Appearance


class Do(Enum):
    """Identifies each action that the user can trigger."""

    INSPECT = auto()
    CANCEL = auto()
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
    COPY_CREDENTIAL = auto()
    EXPORT = auto()
    OPEN = auto()
    LAST_ANSWER = auto()
    TRY_DEMO = auto()
    ADD_ENVIRONMENT = auto()
    EDIT_ENVIRONMENT = auto()
    DELETE_ENVIRONMENT = auto()
    FORGET_TOKEN = auto()
    GO_TO_TOKEN = auto()
    GO_TO_ENVIRONMENTS = auto()
    LOCK = auto()
    SCREEN_SHARE = auto()
    SAFETY = auto()
    FIND = auto()
    SHOW_TREE = auto()
    SHOW_JSON = auto()
    SHOW_REQUEST = auto()
    HELP = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """An action's properties. ``shortcuts``: portable text; ``is_row_action``: tree rows only."""

    words: Text
    icon: str = ""
    keys: tuple[str, ...] = ()
    in_tree: bool = False


TABLE: Final[dict[Do, Entry]] = {
    Do.INSPECT: Entry(tr("Inspect"), "search", ("F5", "Ctrl+Return")),
    Do.CANCEL: Entry(tr("Cancel"), "x", ("Esc",)),
    Do.COPY_VALUE: Entry(tr("Copy value"), "copy", ("Ctrl+C",), in_tree=True),
    Do.COPY_PATH: Entry(tr("Copy path"), keys=("Ctrl+Shift+C",), in_tree=True),
    Do.COPY_ROW: Entry(tr("Row, for a spreadsheet"), in_tree=True),
    Do.COPY_SUBTREE: Entry(tr("JSON, with everything below"), in_tree=True),
    Do.COPY_NAME: Entry(tr("Name of the field"), in_tree=True),
    Do.COPY_POINTER: Entry(tr("JSON Pointer"), in_tree=True),
    Do.COPY_QUERY: Entry(tr("JSONPath"), in_tree=True),
    Do.COPY_TIME: Entry(tr("Date and time"), in_tree=True),
    Do.COPY_SECONDS: Entry(tr("Epoch seconds"), in_tree=True),
    Do.COPY_MILLISECONDS: Entry(tr("Epoch milliseconds"), in_tree=True),
    Do.COPY_CREDENTIAL: Entry(
        tr("Copy the session ID (whoever has it has the session)"), "key-round", in_tree=True
    ),
    Do.COPY_REPORT: Entry(tr("Copy report"), "clipboard-list", ("Ctrl+Shift+R",)),
    Do.COPY_MARKDOWN: Entry(tr("Markdown (GitHub)")),
    Do.COPY_JIRA: Entry(tr("Jira")),
    Do.EXPORT: Entry(tr("Export…"), "share", ("Ctrl+S",)),
    Do.OPEN: Entry(tr("Open a saved answer…"), "folder-open", ("Ctrl+O",)),
    Do.LAST_ANSWER: Entry(tr("Show the last answer"), "rotate-ccw"),
    Do.TRY_DEMO: Entry(tr("Try the demo"), "flask-conical"),
    Do.ADD_ENVIRONMENT: Entry(tr("Add an environment…"), "plus", ("Ctrl+N",)),
    Do.EDIT_ENVIRONMENT: Entry(tr("Edit this environment…"), "pencil"),
    Do.DELETE_ENVIRONMENT: Entry(tr("Delete this environment…"), "trash-2"),
    Do.FORGET_TOKEN: Entry(tr("Forget the token"), "key-round"),
    Do.GO_TO_TOKEN: Entry(tr("Go to the token"), keys=("Ctrl+T",)),
    Do.GO_TO_ENVIRONMENTS: Entry(tr("Choose an environment"), "globe", ("Ctrl+E",)),
    Do.LOCK: Entry(tr("Lock"), "lock", ("Ctrl+L",)),
    Do.SCREEN_SHARE: Entry(tr("Screen-share mode"), "screen-share", ("Ctrl+Shift+M",)),
    Do.SAFETY: Entry(tr("Safety…"), "shield"),
    Do.FIND: Entry(tr("Find"), "search", ("Ctrl+F",)),
    Do.SHOW_TREE: Entry(tr("Show the tree"), "list-tree", ("Ctrl+1",)),
    Do.SHOW_JSON: Entry(tr("Show the answer as text"), "braces", ("Ctrl+2",)),
    Do.SHOW_REQUEST: Entry(tr("Show the request"), "globe", ("Ctrl+3",)),
    Do.HELP: Entry(tr("Keyboard and help"), "keyboard", ("F1",)),
    Do.QUIT: Entry(tr("Quit"), keys=("Ctrl+Q",)),
}


class Actions(QObject):
    """The QActions built from ``ACTION_SPECS``, with icons in the current theme's colours."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._actions = {do: _made(entry, self) for do, entry in TABLE.items()}
        for do, action in self._actions.items():
            if not TABLE[do].in_tree:
                window.addAction(action)
        appearance.changed.connect(self._dress)
        self._dress()

    def __getitem__(self, do: Do) -> QAction:
        return self._actions[do]

    def connect_all(self, handlers: dict[Do, Callable[[], object]]) -> None:
        """Connect each action's ``triggered`` signal to its handler."""
        for do, handler in handlers.items():
            self._actions[do].triggered.connect(_without_checked(handler))

    def live_in(self, tree: QWidget, offered: Iterable[Do]) -> None:
        """Add row actions to a tree view, with shortcuts active only while it has focus."""
        for do in offered:
            action = self._actions[do]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            tree.addAction(action)

    def _dress(self) -> None:
        for do, action in self._actions.items():
            if TABLE[do].icon:
                action.setIcon(self._appearance.icon(TABLE[do].icon))


def _made(entry: Entry, parent: QObject) -> QAction:
    action = QAction(shown(entry.words), parent)
    action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
    explain(action, shown(entry.words))
    if entry.keys:
        native = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        explain(action, say("{action} ({keys})", action=shown(entry.words), keys=native))
    return action


def _without_checked(handler: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        handler()

    return call
