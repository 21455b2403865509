"""Line below the sentence: whose session it is, where it works, and the token's fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app.desktop.answer.answer_owner import Identity
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_NOBODY = Identity()


class IdentityLine(QWidget):
    """Shows what there is of the three; hidden where there is nothing.

    The commonest mistake is to read the right sentence about the wrong person.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.identity = _NOBODY
        """What is shown."""
        self.user_label = _create_label()
        font = self.user_label.font()
        font.setWeight(font.Weight.DemiBold)
        self.user_label.setFont(font)
        self.organization_label = _create_label()
        self.fingerprint_label = _create_label()
        whole = QSizePolicy.Policy.Fixed  # half of it tells no tokens apart
        self.fingerprint_label.setSizePolicy(whole, whole)
        px = theme.spacing.to_pixels
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(20))
        self._pairs: list[QWidget] = []
        self._pictures: dict[QLabel, str] = {}
        for icon, label in zip(("user", "building-2", "key-round"), self.labels, strict=True):
            picture = QLabel()
            picture.setFixedSize(QSize(px(16), px(16)))
            self._pictures[picture] = icon
            pair = QWidget()  # hidden as one, its distance to the next included
            pair.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            inner = QHBoxLayout(pair)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(px(8))
            inner.addWidget(picture)
            inner.addWidget(label)
            follow_text_colour(label, theme)
            layout.addWidget(pair)
            self._pairs.append(pair)
        self.kind_label = PlainLabel(translate("portal token"))
        self.kind_label.setProperty("look", "tag")
        self.kind_label.setWordWrap(False)
        layout.addWidget(self.kind_label)
        follow_text_colour(self.kind_label, theme)
        layout.addStretch(1)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.hide()

    @property
    def labels(self) -> tuple[ElidedLabel, ElidedLabel, ElidedLabel]:
        """User, organization and fingerprint."""
        return self.user_label, self.organization_label, self.fingerprint_label

    def show_identity(self, identity: Identity) -> None:
        """Show whose answer it is; cheap when nothing has changed."""
        if identity == self.identity:
            return
        self.identity = identity
        facts = (
            (self.user_label, identity.user, translate("User: {name}", name=identity.user)),
            (
                self.organization_label,
                identity.organization,
                translate("Working organization: {name}", name=identity.organization),
            ),
            (
                self.fingerprint_label,
                identity.fingerprint,
                translate("Fingerprint of the token: {text}", text=identity.fingerprint),
            ),
        )
        for pair, (label, text, spoken) in zip(self._pairs, facts, strict=True):
            label.set_text(text, spoken if text else "")
            pair.setVisible(bool(text))
        self.kind_label.setVisible(identity.is_of_portal)
        self.setVisible(identity != _NOBODY)

    def compute_width(self) -> int:
        """Pixels that all names take whole: known before what holds them is laid out."""
        px = self._theme.spacing.to_pixels
        words = [label.sizeHint().width() for label in self.labels if label.text()]
        kind = self.kind_label.sizeHint().width() + px(20) if self.identity.is_of_portal else 0
        return sum(words) + len(words) * px(16 + 8 + 20) + kind

    def _update_icons(self) -> None:
        for picture, icon in self._pictures.items():
            drawn = self._theme.get_icon(icon)
            picture.setPixmap(drawn.pixmap(picture.size(), self.devicePixelRatioF()))


def _create_label() -> ElidedLabel:
    """A label as wide as its text, and narrower where the line is full."""
    label = ElidedLabel()
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label
