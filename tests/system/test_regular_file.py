"""Nothing but a regular file of the right owner and size is opened, and nothing ever waits."""

import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from inspector_app.system.regular_file import (
    FileOwner,
    FileTooLargeError,
    ForeignFileError,
    NotRegularFileError,
    open_regular_file,
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
