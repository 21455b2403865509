"""Asks for an environment's name and gateway address, and says in place what is wrong with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.plain import PlainLabel
from inspector_app.desktop.words import say, shown
from inspector_app.gateway import address

if TYPE_CHECKING:
    from collections.abc import Collection

    from inspector_app.desktop.appearance import Rhythm
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.session.wording import Text


def _checked(text: str) -> GatewayAddress | Text:
    try:
        return address.parse(text)
    except address.AddressProblem as problem:
        return problem.words


class EnvironmentDialog(QDialog):
    """Gives ``entered(name, address)`` once both can be used; stays open until then."""

    entered = Signal(str, str)

    def __init__(
        self,
        background: Background,
        rhythm: Rhythm,
        taken_names: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._taken = {name.casefold() for name in taken_names}
        self.setWindowTitle(say("Environment"))
        self.setMinimumWidth(rhythm.px(480))

        self.name = QLineEdit()
        self.name.setPlaceholderText(say("for example: Production"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("apim.example.com")
        hint = PlainLabel(
            say(
                "In the EnOS Management Console, click Help > Environment Information at the top "
                "right and take the address under API Gateway."
            )
        )
        hint.setProperty("look", "soft")
        self.problem = PlainLabel()
        self.problem.setProperty("look", "problem")
        self.problem.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setText(say("Save"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(say("Cancel"))
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)

        form = QFormLayout()
        form.setVerticalSpacing(rhythm.px(12))
        form.setHorizontalSpacing(rhythm.px(12))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(say("&Name"), self.name)
        form.addRow(say("Gateway &address"), self.address)
        form.addRow("", hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[rhythm.px(16)] * 4)
        layout.setSpacing(rhythm.px(12))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def fill(self, name: str, gateway: str) -> None:
        """Start from an environment that is there already."""
        self.name.setText(name)
        self.address.setText(gateway)

    @Slot()
    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._complain(say("Give the environment a name."), self.name)
        elif name.casefold() in self._taken:
            self._complain(say("There is an environment of that name. Choose another."), self.name)
        else:
            self._background.submit(
                Lane.FILES, partial(_checked, self.address.text()), self._address_checked
            )

    def _address_checked(self, result: GatewayAddress | Text) -> None:
        if not self.isVisible():
            return
        if isinstance(result, address.GatewayAddress):
            self.entered.emit(self.name.text().strip(), result.origin)
            self.accept()
        else:
            self._complain(shown(result), self.address)

    def _complain(self, words: str, where: QLineEdit) -> None:
        self.problem.setText(words)
        self.problem.show()
        where.setFocus()
        where.selectAll()
