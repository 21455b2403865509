"""The log is small, its owner's alone, and holds no credential, in whatever way one comes in."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler

import pytest

from inspector_app.session.credentials import Credentials
from inspector_app.system import logs
from inspector_app.system.known_secrets import KnownSecrets

SECRET = "opaque-" + "Rk4" * 10


@pytest.fixture
def log(tmp_path, caplog):
    """Gives a logger of the app's own and what stands in all files afterwards."""
    known = KnownSecrets()
    known.add_credentials(Credentials((SECRET,)))
    state = tmp_path / "state"

    def written():
        caplog.clear()
        return "".join(file.read_text(encoding="utf-8") for file in sorted(state.glob("log.txt*")))

    with logs.log_to_file(state, known):
        yield logging.getLogger("inspector_app.test"), written


def fail():
    raise ValueError(f"Invalid header value {SECRET!r}") from KeyError(SECRET)


class Quoting:
    def __repr__(self):
        return f"<held {SECRET}>"


def test_it_redacts_message_arguments_and_traceback(log):
    """A1, A7."""
    logger, written = log
    logger.warning("message %s" % SECRET)  # noqa: G002, UP031  # as a careless caller would
    logger.warning("argument %s and %r", SECRET, Quoting())
    logger.warning("by name %(token)s", {"token": SECRET})
    try:
        fail()
    except ValueError:
        logger.exception("with a traceback")
        logger.warning("with another", exc_info=True, stack_info=True)
    text = written()
    assert SECRET not in text
    assert "ValueError: Invalid header value '••••" in text
    assert "builtins.KeyError" in text
    assert 'test_logs.py", line' in text
    assert len([line for line in text.splitlines() if " WARNING " in line]) == 4


def test_what_others_log_for_debugging_is_left_out(log):
    logger, written = log
    logging.getLogger("urllib3.connectionpool").debug("POST %s", SECRET)
    logging.getLogger("urllib3.connectionpool").info("POST %s", SECRET)
    logger.info("the app's own")
    assert "POST" not in written()
    assert "the app's own" in written()


def test_all_files_together_stay_below_a_megabyte(log, tmp_path):
    logger, written = log
    for number in range(400):
        logger.info("%s %s", number, "word — " * 700)
    files = list((tmp_path / "state").glob("log.txt*"))
    assert len(files) == 3
    assert 500_000 < sum(file.stat().st_size for file in files) <= 1_000_000
    if sys.platform != "win32":  # where an access list keeps them private, which no mode shows
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert "399 word" in written()


def test_an_entry_without_end_is_cut(log, tmp_path):
    logger, _ = log
    logger.info("x " * 5_000_000)
    assert (tmp_path / "state" / "log.txt").stat().st_size < 30_000


def test_what_cannot_be_written_as_text_is_no_reason_to_stop(log):
    logger, written = log
    logger.info("half a \ud800 character")
    logger.info("still here")
    assert "half a ? character\n" in written()
    assert "still here" in written()


@pytest.mark.parametrize(
    ("fault", "lines"),
    [
        (True, ["entry"]),  # where none is being handled
        (ValueError("never raised"), ["entry", "builtins.ValueError: never raised"]),
    ],
)
def test_an_entry_has_the_fault_that_there_is(log, fault, lines):
    logger, written = log
    logger.error("entry", exc_info=fault)
    first, *others = written().rstrip("\n").split("\n")
    assert [first.rpartition(" ")[2], *others] == lines


@pytest.mark.skipif(os.name != "posix", reason="a file in the way of a folder")
def test_where_it_cannot_be_written_nothing_is_said(tmp_path, capsys, caplog):
    """R9."""
    (tmp_path / "state").write_text("in the way")
    with logs.log_to_file(tmp_path / "state", KnownSecrets()):
        logging.getLogger("inspector_app.test").error("lost")
    assert capsys.readouterr() == ("", "")
    caplog.clear()


def test_afterwards_the_log_is_let_go(tmp_path):
    before = logging.getLogger().handlers[:]
    own = logging.getLogger("inspector_app")
    level = own.level
    with logs.log_to_file(tmp_path, KnownSecrets()):
        assert logging.getLogger().handlers != before
        assert own.level == logging.INFO != level
    assert logging.getLogger().handlers == before
    assert own.level == level


def test_a_link_in_its_place_is_not_written_through(tmp_path, caplog):
    target = tmp_path / "target"
    target.write_text("")
    (tmp_path / "log.txt").symlink_to(target)
    with logs.log_to_file(tmp_path, KnownSecrets()):
        logging.getLogger("inspector_app.test").error("lost")
    assert target.read_text() == ""
    caplog.clear()


@pytest.mark.parametrize(("room", "files"), [(0, 1), (-1, 2)])
def test_a_file_is_full_to_the_last_byte_and_a_first_entry_has_room(tmp_path, room, files):
    """J5."""
    state = tmp_path / "state"
    with logs.log_to_file(state, KnownSecrets()):
        (handler,) = (
            one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)
        )
        assert (handler.maxBytes, handler.backupCount) == (333_333, 2)
        record = logging.makeLogRecord({"msg": "\u00e9t\u00e9", "created": 0.0, "msecs": 0.0})
        handler.maxBytes = 1
        handler.handle(record)
        assert len(list(state.iterdir())) == 1, "it is larger than a file, and written alone"
        handler.maxBytes = 2 * len(f"{handler.format(record)}\n".encode()) + room
        handler.handle(record)
        assert len(list(state.iterdir())) == files
