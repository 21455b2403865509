"""Options of an export: its format and its redaction level."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QListWidget,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme


class PrintFormat(Enum):
    """The paginated format, which only the desktop app can render."""

    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """The file name extension, with its dot."""
        return ".pdf"

    @property
    def label(self) -> Text:
        """The name shown to the user."""
        return tr("PDF, or on paper")


ExportFormat: TypeAlias = ReportFormat | PrintFormat

EXPORT_FORMATS: Final[tuple[ExportFormat, ...]] = (*ReportFormat, *PrintFormat)


def get_format(name: str) -> ExportFormat:
    """Get the format of that name; plain text for a name that this release does not know."""
    return next((form for form in EXPORT_FORMATS if form.value == name), ReportFormat.TEXT)


_LEVEL_LABELS: Final = (
    (
        RedactionLevel.PERSONAL,
        tr("Secrets and personal data"),
        tr(
            "Names, e-mail, phone and IDs become labels such as user#19c2. Right for tickets and "
            "chats."
        ),
    ),
    (
        RedactionLevel.SECRETS,
        tr("Secrets only"),
        tr("Names, addresses and IDs stay: only for those who may know this user."),
    ),
)


class _FormatList(QListWidget):
    """List of all formats, as high as its rows, and lower where the screen is low."""

    def __init__(self, export_format: ExportFormat, minimum_height: int) -> None:
        super().__init__()
        self.ensurePolished()  # rows that were measured before would stay too low
        self.addItems([render_text(one.label) for one in EXPORT_FORMATS])
        self.setCurrentRow(EXPORT_FORMATS.index(export_format))
        self.setAccessibleName(translate("Form of the export"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(minimum_height)

    @qt_override
    def sizeHint(self) -> QSize:
        rows = self.sizeHintForRow(0) * len(EXPORT_FORMATS)
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())


class ExportOptionsPanel(QWidget):
    """``changed`` is emitted when another format or level is chosen."""

    changed = Signal()

    def __init__(
        self, theme: Theme, export_format: ExportFormat, levels: tuple[RedactionLevel, ...]
    ) -> None:
        """``levels`` are those that may be chosen; ``Level.PERSONAL`` is preselected."""
        super().__init__()
        px = theme.spacing.to_pixels
        self.format_list = _FormatList(export_format, px(84))
        self.level_buttons: dict[RedactionLevel, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(_create_heading(translate("Format")))
        layout.addWidget(self.format_list)
        layout.addSpacing(px(14))
        layout.addWidget(_create_heading(translate("What is removed")))
        for level, name, about in _LEVEL_LABELS:
            layout.addSpacing(px(2))
            layout.addWidget(
                self._create_level_button(level, render_text(name), render_text(about), levels)
            )
            layout.addWidget(_create_indented_label(render_text(about), px(22)))
        if levels != tuple(RedactionLevel):
            layout.addSpacing(px(4))
            self.limit_label = PlainLabel(
                translate(
                    "In screen-share mode an export never holds personal data: others see it here."
                )
            )
            layout.addWidget(self.limit_label)
        layout.addStretch(1)
        self.level_buttons[RedactionLevel.PERSONAL].setChecked(True)
        self.format_list.currentRowChanged.connect(self._on_choice_changed)
        self._group.buttonClicked.connect(self._on_choice_changed)

    @property
    def export_format(self) -> ExportFormat:
        """The chosen format."""
        return EXPORT_FORMATS[self.format_list.currentRow()]

    @property
    def level(self) -> RedactionLevel:
        """The chosen redaction level."""
        return next(level for level, button in self.level_buttons.items() if button.isChecked())

    def _create_level_button(
        self, level: RedactionLevel, name: str, description: str, levels: tuple[RedactionLevel, ...]
    ) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleDescription(description)
        button.setEnabled(level in levels)
        self.level_buttons[level] = button
        self._group.addButton(button)
        return button

    def _on_choice_changed(self, _choice: object) -> None:
        self.changed.emit()


def _create_heading(text: str) -> PlainLabel:
    label = PlainLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _create_indented_label(text: str, margin: int) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("look", "soft")
    label.setContentsMargins(margin, 0, 0, 0)
    return label
