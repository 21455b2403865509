"""Dialog to add or edit an environment, with validation of its fields."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.environments.choices_section import ChoicesSection
from inspector_app.desktop.environments.connection_section import ConnectionSection, set_read_only
from inspector_app.desktop.environments.environment_validation import (
    EnvironmentInput,
    FormField,
    ValidatedEnvironment,
    ValidationError,
    validate_environment,
)
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import ButtonVariant
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.form_layout import (
    align_field_labels,
    create_field_label,
    create_form_layout,
    create_hint_label,
)
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.style_property import set_style_property
from inspector_app.gateway import address
from inspector_app.session.portal_host import PORTAL_HOST_HINT, is_portal_address
from inspector_app.settings.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from inspector_app.desktop.environments.connection_tester import ConnectionTester
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.connection_check import ConnectionReport


class EnvironmentDialog(FixedWidthDialog):
    """Emits ``submitted(ValidatedEnvironment)`` once all fields are valid; open until then."""

    submitted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        background: BackgroundExecutor,
        taken_names: Collection[str],
        existing: Environment | None,
        tester: ConnectionTester,
        parent: QWidget | None = None,
    ) -> None:
        """``tester`` becomes the dialog's own, and ends with it."""
        super().__init__(theme.spacing.to_pixels(560), parent)
        self._background = background
        self._taken_names = frozenset(name.casefold() for name in taken_names)
        self._existing = existing
        self._tester = tester
        tester.setParent(self)
        tester.reported.connect(self._show_report)
        self.finished.connect(tester.stop)
        self.setWindowTitle(translate("Environment"))

        self.name = QLineEdit()
        self.name.setPlaceholderText(translate("for example: Production"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("apim.example.com")
        self.choices = ChoicesSection(theme)
        self.name.textChanged.connect(self.choices.show_inferred_tier)
        self.connection = ConnectionSection(theme)
        self.problem = PlainLabel()
        self.problem.setProperty("look", "problem")
        self.problem.hide()
        self.origin = PlainLabel()
        self.origin.setProperty("look", "soft")
        self.origin.hide()
        self.portal_hint = create_hint_label(render_text(PORTAL_HOST_HINT))
        self.portal_hint.hide()
        self.address.textChanged.connect(self._update_portal_hint)
        self.report = PlainLabel()
        self.report.hide()
        self._create_buttons()
        self._build_layout(theme)
        if existing is not None:
            self.name.setText(existing.name)
            self.address.setText(existing.address)
            self.choices.set_choices(existing)
            self.connection.set_connection(existing.connection)

    def _create_buttons(self) -> None:
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for which, words, look in (
            (QDialogButtonBox.StandardButton.Save, translate("Save"), ButtonVariant.PRIMARY),
            (QDialogButtonBox.StandardButton.Cancel, translate("Cancel"), ButtonVariant.TALL),
        ):
            self._buttons.button(which).setText(words)
            self._buttons.button(which).setIcon(QIcon())
            self._buttons.button(which).setProperty("look", look.value)
        self.test_button = self._buttons.addButton(
            translate("Test connection"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.test_button.setAutoDefault(False)
        self.test_button.setProperty("look", ButtonVariant.TALL.value)
        self.test_button.clicked.connect(self._test)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)

    def _build_layout(self, theme: Theme) -> None:
        spacing = theme.spacing
        rows = create_form_layout(spacing)
        rows.addRow(create_field_label(translate("&Name"), self.name, spacing), self.name)
        rows.addRow(
            create_field_label(translate("Gateway &address"), self.address, spacing), self.address
        )
        rows.addRow("", create_hint_label(render_text(address.ADDRESS_HINT)))
        rows.addRow("", self.portal_hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.to_pixels(16)] * 4)
        layout.setSpacing(spacing.to_pixels(12))
        layout.addWidget(self.origin)
        layout.addLayout(rows)
        layout.addWidget(self.choices)
        layout.addWidget(self.connection)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        footer = QVBoxLayout()  # what a test says is seen beside the button, wherever one scrolled
        footer.setSpacing(spacing.to_pixels(8))
        footer.addWidget(self.report)
        footer.addWidget(self._buttons)
        layout.addLayout(footer)
        align_field_labels(self)

    def allow_secrets_only(self) -> None:
        """Show an administrator's environment: all but its secrets is read-only."""
        for field in (self.name, self.address):
            set_read_only(field)
        self.choices.setEnabled(False)
        secrets = self.connection.allow_secrets_only()
        if secrets:
            secrets[0].setFocus()
        else:
            for which in (
                QDialogButtonBox.StandardButton.Save,
                QDialogButtonBox.StandardButton.Cancel,
            ):
                self._buttons.removeButton(self._buttons.button(which))
            close = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
            close.setText(translate("Close"))
            close.setIcon(QIcon())
            close.setProperty("look", ButtonVariant.TALL.value)
        self.origin.setText(
            translate("Set by your administrator: only its secrets can be entered here.")
            if secrets
            else translate("Set by your administrator: it cannot be changed here.")
        )
        self.origin.show()

    def focus_field(self, form_field: FormField) -> None:
        """Put the keys into this field, with its text selected, and open its section."""
        field = self.connection.find_field(form_field) or self._get_own_field(form_field)
        field.setFocus()
        field.selectAll()
        self.ensure_visible(self.problem)
        self.ensure_visible(field)

    def fill_from(self, template: Environment, name: str) -> None:
        """Fill in another environment under this name; its secrets are entered anew."""
        self.name.setText(name)
        self.address.setText(template.address)
        self.choices.set_choices(template)
        self.connection.set_connection(template.connection, has_secrets=False)

    def suggest_address(self, gateway: str) -> None:
        """Fill in a gateway's address, unless the user has typed one."""
        if gateway and not self.address.text().strip():
            self.address.setText(gateway)

    @Slot(str)
    def _update_portal_hint(self, text: str) -> None:
        self.portal_hint.setVisible(is_portal_address(text))

    @Slot()
    def _save(self) -> None:
        self._validate(self._on_validated)

    @Slot()
    def _test(self) -> None:
        """Test what is typed, or end the test that runs."""
        if self._tester.is_running:
            self._tester.stop()
            self.report.hide()
            self._update_test_button()
        else:
            self._validate(self._start_test)

    def _validate(
        self, on_validated: Callable[[ValidatedEnvironment | ValidationError], None]
    ) -> None:
        typed = EnvironmentInput(
            self.name.text(),
            self.address.text(),
            self.connection.get_connection(),
            self.connection.proxy_password.text(),
            self.connection.secret_key.text(),
            self.connection.certificate.password.text(),
            self.choices.get_choices(),
        )
        self._background.submit(
            Lane.FILES,
            partial(validate_environment, typed, self._existing, self._taken_names),
            on_validated,
        )

    def _start_test(self, result: ValidatedEnvironment | ValidationError) -> None:
        if not self.isVisible():
            return
        if isinstance(result, ValidationError):
            self._show_problem(result)
            return
        self.problem.hide()
        self._show_test(translate("Asking {address}…", address=result.address), "soft")
        typed = Environment(
            "" if self._existing is None else self._existing.id,
            result.name,
            result.address,
            result.connection,
        )
        self._tester.start(typed, result.secrets)
        self._update_test_button()

    @Slot(object)
    def _show_report(self, report: ConnectionReport) -> None:
        words = join_sentences(map(render_text, report.sentences))
        self._show_test(words, "good" if report.is_good else "problem")
        self._update_test_button()

    def _show_test(self, text: str, variant: str) -> None:
        set_style_property(self.report, "look", variant)
        self.report.setText(text)
        self.report.show()
        announce(self.report, text)
        self._fit_height()

    def _update_test_button(self) -> None:
        is_running = self._tester.is_running
        self.test_button.setText(
            translate("Stop the test") if is_running else translate("Test connection")
        )

    def _on_validated(self, result: ValidatedEnvironment | ValidationError) -> None:
        if not self.isVisible():
            return
        if isinstance(result, ValidatedEnvironment):
            self.submitted.emit(result)
            self.accept()
            return
        self._show_problem(result)

    def _show_problem(self, result: ValidationError) -> None:
        self.report.hide()
        self.problem.setText(render_text(result.message))
        self.problem.show()
        self.focus_field(result.form_field)

    def _get_own_field(self, form_field: FormField) -> QLineEdit:
        return self.name if form_field is FormField.NAME else self.address
