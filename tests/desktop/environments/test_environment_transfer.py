"""Environments go into a file and come out of one: what is usable, and what is said of it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.environments import environment_transfer
from inspector_app.desktop.environments.environment_transfer import (
    EnvironmentTransfer,
    ImportedFile,
    read_environments,
    write_environments,
)
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import (
    ConnectionSettings,
    ProxyMode,
    create_environment,
)

SECRET = "IAM_S_" + "Jq7wRn4x" * 4
OWN = create_environment("Own", "https://own.example.com")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "environments.json"


def connected(**connection):
    return create_environment("Own", "https://own.example.com", ConnectionSettings(**connection))


@pytest.mark.parametrize(
    ("one", "address"),
    [
        (OWN, "https://own.example.com"),
        (replace(OWN, address="own.example.com/"), "https://own.example.com"),
        (replace(OWN, address="ftp://own.example.com"), None),
        (replace(OWN, name=f"Own {SECRET}"), None),
        (replace(OWN, name=f"Own {SECRET.lower()}"), None),
        (replace(OWN, address=f"https://{SECRET}.example.com"), None),
        (connected(proxy=ProxyMode.MANUAL, proxy_address=f"http://{SECRET}:1"), None),
        (connected(access_key=SECRET), None),
        (connected(access_key="a-key"), "https://own.example.com"),
    ],
)
def test_what_cannot_be_called_or_looks_like_a_token_is_left_out(file, one, address):
    """A7: it would be saved, shown and looked up."""
    other = replace(OWN, id="another", name="Other")
    assert write_environments(file, [one, other]) is None
    found = read_environments(file)
    assert isinstance(found, ImportedFile)
    addresses = [found_one.address for found_one in found.environments]
    assert addresses == [*([address] if address else []), OWN.address]
    assert found.unusable == (address is None)


def test_nothing_is_written_over_and_each_failure_has_its_words(file, tmp_path):
    file.write_text("kept", encoding="utf-8")
    taken = write_environments(file, [OWN])
    assert str(taken) == "There is a file of this name already. Choose another name."
    assert file.read_text(encoding="utf-8") == "kept"
    assert write_environments(tmp_path / "no" / "such" / "x.json", [OWN]) is not None
    assert str(write_environments(tmp_path / "a\0b", [OWN])).startswith("This name cannot be used")
    assert isinstance(read_environments(file), type(tr("")))
    assert str(read_environments(tmp_path / "none")) == "This file could not be read."


class Known:
    """What an import asks of the preferences, and gives them."""

    def __init__(self, *environments):
        self.settings: Any = self
        self.environments = environments
        self.added = ()

    def add_environments(self, new):
        self.added = new


SECRETS = "Secrets and certificates are in no such file: enter them if needed."


@pytest.mark.parametrize(
    ("known", "usable", "unusable", "words"),
    [
        ((), 2, 0, f"Imported: 2. {SECRETS}"),
        ((), 1, 3, f"Imported: 1. Not usable: 3. {SECRETS}"),
        ((OWN,), 1, 0, "Imported: 0. There already: 1."),
        ((OWN,), 1, 2, "Imported: 0. There already: 1. Not usable: 2."),
        ((OWN,), 2, 0, f"Imported: 1. There already: 1. {SECRETS}"),
        ((), 0, 0, "Imported: 0."),
    ],
)
def test_what_came_of_an_import_is_counted(qtbot, known, usable, unusable, words):
    window, told = QWidget(), list[str]()
    preferences: Any = Known(*known)
    qtbot.addWidget(window)
    background = BackgroundExecutor()
    transfer = EnvironmentTransfer(preferences, background, window)
    transfer.message.connect(told.append)
    other = create_environment("Other", "https://other.example.com")
    transfer._on_read(ImportedFile((OWN, other)[:usable], unusable))
    assert told == [words]
    assert len(preferences.added) == usable - len(known)
    transfer._on_read(tr("Because."))
    assert told[1:] == ["Because."]
    background.close(1.0)


def test_an_export_names_its_file(qtbot, file, tmp_path):
    window, told = QWidget(), list[str]()
    preferences: Any = Known()
    qtbot.addWidget(window)
    background = BackgroundExecutor()
    transfer = EnvironmentTransfer(preferences, background, window)
    transfer.message.connect(told.append)
    transfer.export_to(file, [OWN])
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Exported to environments.json, without secrets."]
    assert json.loads(file.read_text(encoding="utf-8"))
    transfer.export_to(file, [OWN])
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].startswith("There is a file of this name already.")
    transfer.import_file(file)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[2].startswith("Imported: 1.")
    assert environment_transfer._SUGGESTED_NAME.endswith(".json")
    background.close(1.0)


def test_the_dialogs_ask_for_a_file_of_environments(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    background = BackgroundExecutor()
    preferences: Any = Known()
    transfer = EnvironmentTransfer(preferences, background, window)
    for is_export in (False, True):
        if is_export:
            transfer.open_export_dialog([OWN])
        else:
            transfer.open_import_dialog()
        (dialog,) = window.findChildren(QFileDialog)
        assert dialog.isVisible()
        accept, mode = dialog.acceptMode(), dialog.fileMode()
        assert (accept is QFileDialog.AcceptMode.AcceptSave) is is_export
        assert (mode is QFileDialog.FileMode.ExistingFile) is not is_export
        assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite) is is_export
        assert dialog.nameFilters() == ["Environments (*.json)", "All files (*)"]
        assert dialog.defaultSuffix() == "json"
        assert dialog.windowTitle() == f"{'Export' if is_export else 'Import'} environments"
        dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert window.findChildren(QFileDialog) == []
    background.close(1.0)
