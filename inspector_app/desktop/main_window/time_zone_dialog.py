"""A dialog to choose an IANA time zone from those this computer knows."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, REJECT, create_button_box
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.screen_room import limit_size

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from inspector_app.desktop.theme.theme import Theme


def _list_time_zones() -> list[str]:
    return sorted(zoneinfo.available_timezones())


class TimeZoneDialog(QDialog):
    """A filterable list of time zones; ``chosen`` carries the selected zone's name."""

    chosen = Signal(str)

    def __init__(
        self,
        background: BackgroundExecutor,
        theme: Theme,
        current_zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme.spacing.to_pixels
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Times in another zone"))
        self.resize(limit_size(self, QSize(px(420), px(440))))
        self._current_zone = current_zone
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(translate("Part of its name, for example: Shanghai"))
        self.filter.setAccessibleName(translate("Part of the zone’s name"))
        self._names = QStringListModel(self)
        self._matching = QSortFilterProxyModel(self)
        self._matching.setSourceModel(self._names)
        self._matching.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._matching)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(translate("Time zones"))
        self.note = PlainLabel(translate("Reading the time zones…"))
        self.note.setProperty("look", "soft")
        self._use_button = Button(theme, ButtonVariant.PRIMARY, translate("Use this zone"))
        self._use_button.setEnabled(False)
        self._use_button.setDefault(True)
        self._use_button.clicked.connect(self._accept_selection)
        cancel = Button(theme, ButtonVariant.TALL, translate("Cancel"))
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(12))
        for part in (self.filter, self.list, self.note):
            layout.addWidget(part)
        layout.addWidget(create_button_box((self._use_button, ACCEPT), (cancel, REJECT)))
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list.doubleClicked.connect(self._accept_selection)
        self.list.selectionModel().currentChanged.connect(self._on_current_row_changed)
        self._job = background.submit(Lane.FILES, _list_time_zones, self._on_zones_loaded)
        self.finished.connect(self._job.discard)

    def _on_zones_loaded(self, names: list[str]) -> None:
        self._names.setStringList(names)
        if not names:
            self.note.setText(translate("This computer has no list of time zones."))
            return
        self.note.hide()
        if self._current_zone in names:
            self._select_row(
                self._matching.mapFromSource(self._names.index(names.index(self._current_zone)))
            )

    def _on_filter_changed(self, text: str) -> None:
        self._matching.setFilterFixedString("_".join(text.split()))
        if not self.list.currentIndex().isValid():
            self._select_row(self._matching.index(0, 0))

    def _select_row(self, row: QModelIndex) -> None:
        self.list.setCurrentIndex(row)
        self.list.scrollTo(row, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_current_row_changed(self, row: QModelIndex) -> None:
        self._use_button.setEnabled(row.isValid())

    def _accept_selection(self) -> None:
        row = self.list.currentIndex()
        if row.isValid():
            self.chosen.emit(str(row.data()))
            self.accept()
