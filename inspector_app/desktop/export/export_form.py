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

from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say, shown
from inspector_app.report.forms.formats import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance


class Paper(Enum):
    """The paginated format, which only the desktop app can render."""

    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """The file name extension, with its dot."""
        return ".pdf"

    @property
    def words(self) -> Text:
        """The name shown to the user."""
        return tr("PDF, or on paper")


Form: TypeAlias = ReportFormat | Paper

FORMS: Final[tuple[Form, ...]] = (*ReportFormat, *Paper)


def form_named(name: str) -> Form:
    """Get the format of that name; plain text for a name that this release does not know."""
    return next((form for form in FORMS if form.value == name), ReportFormat.TEXT)


_LEVELS: Final = (
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


class _FormList(QListWidget):
    """List of all formats, as high as its rows, and lower where the screen is low."""

    def __init__(self, form: Form, lowest: int) -> None:
        super().__init__()
        self.ensurePolished()  # rows that were measured before would stay too low
        self.addItems([shown(one.words) for one in FORMS])
        self.setCurrentRow(FORMS.index(form))
        self.setAccessibleName(say("Form of the export"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(lowest)

    def sizeHint(self) -> QSize:
        rows = self.sizeHintForRow(0) * len(FORMS)
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())


class ExportForm(QWidget):
    """``changed`` is emitted when another format or level is chosen."""

    changed = Signal()

    def __init__(
        self, appearance: Appearance, form: Form, levels: tuple[RedactionLevel, ...]
    ) -> None:
        """``levels`` are those that may be chosen; ``Level.PERSONAL`` is preselected."""
        super().__init__()
        px = appearance.rhythm.px
        self.forms = _FormList(form, px(84))
        self.levels: dict[RedactionLevel, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(_heading(say("Form")))
        layout.addWidget(self.forms)
        layout.addSpacing(px(14))
        layout.addWidget(_heading(say("What is removed")))
        for level, name, about in _LEVELS:
            layout.addSpacing(px(2))
            layout.addWidget(self._choice(level, shown(name), shown(about), levels))
            layout.addWidget(_indented(shown(about), px(22)))
        if levels != tuple(RedactionLevel):
            layout.addSpacing(px(4))
            self.limit = PlainLabel(
                say("In screen-share mode an export never holds personal data: others see it here.")
            )
            layout.addWidget(self.limit)
        layout.addStretch(1)
        self.levels[RedactionLevel.PERSONAL].setChecked(True)
        self.forms.currentRowChanged.connect(self._tell)
        self._group.buttonClicked.connect(self._tell)

    @property
    def form(self) -> Form:
        """The chosen format."""
        return FORMS[self.forms.currentRow()]

    @property
    def level(self) -> RedactionLevel:
        """The chosen redaction level."""
        return next(level for level, button in self.levels.items() if button.isChecked())

    def _choice(
        self, level: RedactionLevel, name: str, about: str, levels: tuple[RedactionLevel, ...]
    ) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleDescription(about)
        button.setEnabled(level in levels)
        self.levels[level] = button
        self._group.addButton(button)
        return button

    def _tell(self, _choice: object) -> None:
        self.changed.emit()


def _heading(words: str) -> PlainLabel:
    label = PlainLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _indented(words: str, margin: int) -> PlainLabel:
    label = PlainLabel(words)
    label.setProperty("look", "soft")
    label.setContentsMargins(margin, 0, 0, 0)
    return label
