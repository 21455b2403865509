"""A choice of one side of a comparison: letter, state, user, environment, fingerprint and age."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from inspector_app.desktop.history.entry_texts import describe_entry, format_age, get_title
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.severity_icon import get_severity_entry_icon, get_severity_icon
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry
    from inspector_app.session.comparison.comparison_model import Side
    from inspector_app.settings.environment import Environment

_MAX_ENTRIES: Final = 30


class SideButton(Button):
    """``chosen`` carries the number of another entry for this side.

    ``kept_chosen`` carries an environment whose kept token is to be inspected for it.
    """

    chosen = Signal(int)
    kept_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        side: Side,
        store: HistoryStore,
        list_environments: Callable[[], Sequence[Environment]],
    ) -> None:
        super().__init__(theme, ButtonVariant.TALL_DROP_DOWN)
        self._side = side
        self._store = store
        self._list_environments = list_environments
        self._entry: HistoryEntry | None = None
        self._is_shared = False
        self._menu = Menu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self._update)

    def show_entry(self, entry: HistoryEntry, *, is_shared: bool) -> None:
        """Name this answer as the one of the side."""
        self._entry, self._is_shared = entry, is_shared
        self._update()

    def clear(self) -> None:
        """Name nobody."""
        self._entry = None
        self.setText(self._side.value)
        self.setAccessibleName(self._side.value)
        set_tooltip(self, "")

    def open_menu(self) -> None:
        """Offer the answers of the history."""
        self._menu.open_below(self)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _update(self) -> None:
        entry = self._entry
        if entry is None:
            return
        facts = (
            self._side.value,
            get_title(entry, is_shared=self._is_shared),
            entry.environment.name,
            entry.fingerprint,
            format_age(entry, time.time()),
        )
        self.setText(to_menu_text("   ".join(dict.fromkeys(one for one in facts if one))))
        self.setIcon(get_severity_icon(self._theme, entry.severity))
        words = translate(
            "Side {side}: {answer}",
            side=self._side.value,
            answer=describe_entry(entry, is_shared=self._is_shared),
        )
        self.setAccessibleName(words)
        set_tooltip(self, words)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for entry in self._store.history.entries[:_MAX_ENTRIES]:
            words = to_menu_text(describe_entry(entry, is_shared=self._is_shared))
            icon = get_severity_entry_icon(self._theme, entry.severity)
            action = self._menu.addAction(icon, words)
            action.setCheckable(True)  # the menu opens on the one in use
            action.setChecked(self._entry is not None and entry.number == self._entry.number)
            action.triggered.connect(partial(self._choose, entry.number))
        environments = self._list_environments()
        if not environments:
            return
        self._menu.addSeparator()
        kept = self._menu.add_submenu(translate("Inspect the token kept for"))
        for environment in environments[:_MAX_ENTRIES]:
            # After a tabulator is the column of the keys: here it has the address.
            words = f"{to_menu_text(environment.name)}\t{to_menu_text(environment.address)}"
            kept.addAction(words).triggered.connect(partial(self._choose_kept, environment))

    def _choose(self, number: int, _checked: object = None) -> None:
        self.chosen.emit(number)

    def _choose_kept(self, environment: Environment, _checked: object = None) -> None:
        self.kept_chosen.emit(environment)
