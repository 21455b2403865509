"""A dialog to choose an IANA time zone from those this computer knows."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from inspector_app.desktop.look.appearance import Appearance


def _zones() -> list[str]:
    return sorted(zoneinfo.available_timezones())


class ZoneDialog(QDialog):
    """A filterable list of time zones; ``chosen`` carries the selected zone's name."""

    chosen = Signal(str)

    def __init__(
        self,
        background: Background,
        appearance: Appearance,
        present: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = appearance.rhythm.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Times in another zone"))
        self.resize(px(420), px(440))
        self._present = present
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(say("Part of its name, for example: Shanghai"))
        self.filter.setAccessibleName(say("Part of the zone’s name"))
        self._names = QStringListModel(self)
        self._matching = QSortFilterProxyModel(self)
        self._matching.setSourceModel(self._names)
        self._matching.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._matching)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(say("Time zones"))
        self.note = PlainLabel(say("Reading the time zones…"))
        self.note.setProperty("look", "soft")
        self._use = Button(appearance, Look.MAIN, say("Use this zone"))
        self._use.setEnabled(False)
        self._use.setDefault(True)
        self._use.clicked.connect(self._choose)
        cancel = Button(appearance, Look.TALL, say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(12))
        for part in (self.filter, self.list, self.note):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.filter.textChanged.connect(self._narrow)
        self.list.doubleClicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._selected)
        self._job = background.submit(Lane.FILES, _zones, self._read)
        self.finished.connect(self._job.drop)

    def _read(self, names: list[str]) -> None:
        self._names.setStringList(names)
        if not names:
            self.note.setText(say("This computer has no list of time zones."))
            return
        self.note.hide()
        if self._present in names:
            self._select(
                self._matching.mapFromSource(self._names.index(names.index(self._present)))
            )

    def _narrow(self, text: str) -> None:
        self._matching.setFilterFixedString("_".join(text.split()))
        if not self.list.currentIndex().isValid():
            self._select(self._matching.index(0, 0))

    def _select(self, row: QModelIndex) -> None:
        self.list.setCurrentIndex(row)
        self.list.scrollTo(row, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _selected(self, row: QModelIndex) -> None:
        self._use.setEnabled(row.isValid())

    def _choose(self) -> None:
        row = self.list.currentIndex()
        if row.isValid():
            self.chosen.emit(str(row.data()))
            self.accept()
