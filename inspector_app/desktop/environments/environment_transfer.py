"""Imports environments from a file, and exports them to one, without anything secret."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_file_name
from inspector_app.gateway import address
from inspector_app.session import credentials
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment_file import (
    EnvironmentFileError,
    parse_environments,
    render_environments,
    select_new,
)
from inspector_app.settings.located_json import MAX_FILE_SIZE
from inspector_app.system import atomic_file
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.regular_file import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.preferences import Preferences
    from inspector_app.settings.environment import Environment

_SUGGESTED_NAME: Final = "environments.json"


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The usable environments of a file, and how many of it cannot be used."""

    environments: tuple[Environment, ...]
    unusable: int


def read_environments(path: Path) -> ImportedFile | Text:
    """Read a file of environments, or say why that is not possible; blocks.

    Usable is one whose address can be called and which holds nothing that looks like a token.
    """
    try:
        parsed = parse_environments(read_regular_file(path, MAX_FILE_SIZE))
    except EnvironmentFileError as problem:
        return problem.message
    except (OSError, ValueError):
        return tr("This file could not be read.")
    usable = [one for one in map(_normalize_address, parsed) if one is not None]
    return ImportedFile(tuple(usable), len(parsed) - len(usable))


def write_environments(path: Path, environments: Sequence[Environment]) -> Text | None:
    """Write the file, unless there is one; returns why that was not possible, or None; blocks."""
    try:
        if path.exists():
            return tr("There is a file of this name already. Choose another name.")
        atomic_file.atomic_write(path, render_environments(environments))
    except WriteError as problem:
        return problem.message
    except (OSError, ValueError):
        return tr("Writing there is not permitted. Choose another folder or name.")
    return None


def _normalize_address(one: Environment) -> Environment | None:
    connection = one.connection
    texts = (one.name, one.address, connection.proxy_address)
    found = any(
        credentials.find_in_address(form) for text in texts for form in (text, text.upper())
    )
    if found or credentials.find_in_text(connection.access_key):
        return None
    try:
        return replace(one, address=address.parse_address(one.address).origin)
    except address.AddressError:
        return None


class EnvironmentTransfer(QObject):
    """``message`` carries what came of it, for the user."""

    message = Signal(str)

    def __init__(
        self, preferences: Preferences, background: BackgroundExecutor, window: QWidget
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._background = background
        self._window = window

    def open_import_dialog(self) -> None:
        """Have a file chosen, and add what is new in it."""
        dialog = self._create_dialog(translate("Import environments"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.import_file(Path(file)))
        dialog.open()

    def open_export_dialog(self, environments: Sequence[Environment]) -> None:
        """Have a name chosen, and write these there."""
        dialog = self._create_dialog(translate("Export environments"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Qt's own question would block its caller: a name that is taken is refused instead.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(_SUGGESTED_NAME)
        dialog.fileSelected.connect(lambda file: self.export_to(Path(file), environments))
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Add what is new in this file."""
        self._background.submit(Lane.FILES, partial(read_environments, path), self._on_read)

    def export_to(self, path: Path, environments: Sequence[Environment]) -> None:
        """Write these to a new file."""
        work = partial(write_environments, path, tuple(environments))
        self._background.submit(Lane.FILES, work, partial(self._on_written, path))

    def _on_read(self, result: ImportedFile | Text) -> None:
        if isinstance(result, Text):
            self.message.emit(render_text(result))
            return
        new = select_new(result.environments, self._preferences.settings.environments)
        self._preferences.add_environments(new)
        sentences = [translate("Imported: {count}.", count=len(new))]
        known = len(result.environments) - len(new)
        if known:
            sentences.append(translate("There already: {count}.", count=known))
        if result.unusable:
            sentences.append(translate("Not usable: {count}.", count=result.unusable))
        if new:
            sentences.append(
                translate("Secrets and certificates are in no such file: enter them if needed.")
            )
        self.message.emit(join_sentences(sentences))

    def _on_written(self, path: Path, problem: Text | None) -> None:
        name = to_file_name(path)
        self.message.emit(
            translate("Exported to {name}, without secrets.", name=name)
            if problem is None
            else render_text(problem)
        )

    def _create_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([translate("Environments (*.json)"), translate("All files (*)")])
        dialog.setDefaultSuffix("json")
        return dialog
