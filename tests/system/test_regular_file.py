"""Nothing but a regular file of the right owner and size is opened, and nothing ever waits."""

import logging
import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from inspector_app.settings import settings_file, user_settings
from inspector_app.system.fault_reports import collect_fault_reports, read_fault_reports
from inspector_app.system.file_lock import lock_beside
from inspector_app.system.growing_file import GrowError, GrowingFile
from inspector_app.system.installation_key import load_installation_key
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.system.logs import log_to_file
from inspector_app.system.part_files import remove_abandoned_parts
from inspector_app.system.regular_file import (
    FileOwner,
    FileTooLargeError,
    ForeignFileError,
    NotRegularFileError,
    open_regular_file,
    read_at_once,
    read_regular_file,
)

unix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def test_a_file_is_read_up_to_its_limit(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"12\r\n\x1a5")
    assert read_regular_file(file, 6) == b"12\r\n\x1a5"
    with pytest.raises(FileTooLargeError):
        read_regular_file(file, 5)
    with pytest.raises(FileNotFoundError):
        read_regular_file(tmp_path / "none", 5)


def test_windows_refuses_a_file_for_a_moment_only(tmp_path, monkeypatch):
    """R8: the settings, while another window writes them."""
    file = tmp_path / "file"
    file.write_bytes(b"whole")
    really, refusals = os.open, [PermissionError(13, "Access is denied")] * 3

    def refuse(*given):
        if refusals:
            raise refusals.pop()
        return really(*given)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    assert read_regular_file(file, 5) == b"whole"
    refusals.extend([PermissionError(13, "Access is denied")] * 10)
    with pytest.raises(PermissionError):
        read_regular_file(file, 5)


@unix
def test_a_file_that_says_it_is_empty_is_not_read_without_limit():
    with pytest.raises(FileTooLargeError):
        read_regular_file(Path("/proc/self/smaps"), 1000)


def test_a_folder_is_none(tmp_path):
    with pytest.raises(NotRegularFileError):
        read_regular_file(tmp_path, 5)


@unix
@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_APPEND])
def test_pipe_socket_and_device_are_refused_at_once(tmp_path, flags):
    """R6."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name in ("pipe", "device", "socket"):
            with pytest.raises(NotRegularFileError):
                open_regular_file(tmp_path / name, flags)


@unix
def test_a_name_that_becomes_a_pipe_after_the_look_holds_nothing(tmp_path):
    """The open descriptor is what counts: between a look and an opening the name may change."""
    path, pipe = tmp_path / "file", tmp_path / "pipe"
    ended = threading.Event()

    def exchange():
        while not ended.is_set():
            (tmp_path / "new").write_bytes(b"x")
            (tmp_path / "new").replace(path)
            os.mkfifo(pipe)
            pipe.replace(path)

    path.write_bytes(b"x")
    exchanging = threading.Thread(target=exchange)
    exchanging.start()
    try:
        for _ in range(3000):
            try:
                assert read_regular_file(path, 10) in {b"", b"x"}
            except NotRegularFileError:
                continue
    finally:
        ended.set()
        exchanging.join()


@unix
def test_a_file_of_another_user_is_not_the_users(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"x")
    mine = file.stat().st_uid
    assert read_regular_file(file, 5, FileOwner.USER) == b"x"
    monkeypatch.setattr(os, "geteuid", lambda: mine + 4321)
    if mine != 0:  # root's file is anybody's to read
        with pytest.raises(ForeignFileError):
            read_regular_file(file, 5, FileOwner.USER)
    else:
        os.chown(file, 1234, 1234)
        with pytest.raises(ForeignFileError):
            read_regular_file(file, 5, FileOwner.USER)
    assert read_regular_file(file, 5) == b"x"


@unix
def test_no_child_inherits_the_file_and_what_is_created_is_the_owners_alone(tmp_path):
    handle = open_regular_file(tmp_path / "new", os.O_WRONLY | os.O_CREAT, FileOwner.USER)
    try:
        assert not os.get_inheritable(handle)
        assert os.fstat(handle).st_mode & 0o777 == 0o600
    finally:
        os.close(handle)


@unix
@pytest.mark.parametrize("refusal", [NotRegularFileError, ForeignFileError])
def test_a_file_that_is_refused_once_it_is_open_is_not_left_open(tmp_path, monkeypatch, refusal):
    """R6: the app would run out of files."""
    path = tmp_path / "file"
    path.write_bytes(b"x")
    opened, closed, open_really, close_really = [], [], os.open, os.close

    def open_what_the_name_means_by_now(name, *given):
        if refusal is NotRegularFileError:
            path.unlink()
            os.mkfifo(path)
        opened.append(open_really(name, *given))
        return opened[-1]

    def close(descriptor):
        closed.append(descriptor)
        close_really(descriptor)

    monkeypatch.setattr(os, "open", open_what_the_name_means_by_now)
    monkeypatch.setattr(os, "close", close)
    if refusal is ForeignFileError:
        monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 4321)
        if path.stat().st_uid == 0:  # root's file is anybody's to read
            os.chown(path, 1234, 1234)
    with pytest.raises(refusal):
        open_regular_file(path, owner=FileOwner.USER)
    assert opened
    assert closed == opened


def read_key(folder):
    (folder / "report-labels.key").write_bytes(b"k" * 32)
    yield folder / "report-labels.key"
    yield load_installation_key(folder) != b"k" * 32


def load_settings(folder):
    (folder / "settings.json").write_text('{"version": 1, "zone": "UTC"}')
    yield folder / "settings.json"
    yield settings_file.load(folder / "settings.json")[0] == user_settings.Settings()


def read_settings(folder):
    (folder / "settings.json").write_text('{"version": 1, "zone": "UTC"}')
    yield folder / "settings.json"
    yield settings_file.read(folder / "settings.json") is None


def keep_settings(folder):
    (folder / "settings.json").write_text('{"version": 7}')
    yield folder / "settings.json"
    usual = user_settings.Settings()
    settings_file.update(folder / "settings.json", usual, usual)
    yield not (folder / "settings.version-7.json").exists()


def lock(folder):
    (folder / ".settings.json.lock").touch()
    yield folder / ".settings.json.lock"
    with lock_beside(folder / "settings.json") as is_held:
        yield not is_held


def remove_part(folder):
    part = folder / ".answer.json.fedcba9876543210.part"
    part.write_text("part")
    os.utime(part, (0, 0))
    yield part
    remove_abandoned_parts(folder)
    yield part.exists()


def grow(folder):
    (folder / "rows.jsonl").write_text("{}\n")
    yield folder / "rows.jsonl"
    try:
        GrowingFile(folder / "rows.jsonl").close()
    except GrowError as error:
        yield "another user" in str(error.message)
    else:
        yield False


def read_faults(folder):
    (folder / "fault-1.txt").write_text("Fatal Python error")
    yield folder / "fault-1.txt"
    yield not read_fault_reports(folder)


def write_log(folder):
    (folder / "log.txt").write_text("before")
    yield folder / "log.txt"
    with log_to_file(folder, KnownSecrets()):
        logging.getLogger("inspector_app.test").info("entry")
    yield (folder / "log.txt").read_text() == "before"


def collect_faults(folder):
    (folder / "fault-1.txt").write_text("Fatal Python error")
    yield folder / "fault-1.txt"
    yield not collect_fault_reports(folder)


@unix
@pytest.mark.parametrize(
    "use",
    [
        load_settings,
        read_settings,
        keep_settings,
        read_key,
        lock,
        remove_part,
        grow,
        read_faults,
        collect_faults,
        write_log,
    ],
)
@pytest.mark.parametrize("is_anothers", [True, False])
def test_nothing_of_the_app_uses_another_users_file(use, is_anothers, tmp_path, monkeypatch):
    """R8, A1: in a folder where others write, it could be read, followed or filled."""
    steps = use(tmp_path)
    file = next(steps)
    mine = file.stat().st_uid
    if is_anothers:
        if mine == 0:
            os.chown(file, 1234, 1234)
        monkeypatch.setattr(os, "geteuid", lambda: mine + 4321)
    assert next(steps) is is_anothers
    steps.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file waits there")
def test_a_file_that_has_nothing_to_read_yet_is_an_error_of_the_system():
    """Of some files of /proc that look regular, reading waits for what is to come."""
    source, sink = os.pipe()
    os.set_blocking(source, False)
    with os.fdopen(source, "rb") as file:
        with pytest.raises(BlockingIOError):
            read_at_once(file, 10)
        os.write(sink, b"now")
        os.close(sink)
        assert read_at_once(file, 10) == b"now"
