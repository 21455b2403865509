"""What every test gets: a home of its own, and a failure for anything it leaves behind."""

import gc
import logging
import os
import signal
import threading
from pathlib import Path

import pytest

try:
    from hypothesis import HealthCheck, settings
except ImportError:  # the tests of the bundle do without
    pass
else:
    # How busy a machine is says nothing of what a property test is about; the task `fuzz` tries
    # more examples than each change can wait for.
    settings.register_profile(
        "tests", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40
    )
    if not os.access(Path(__file__).parents[1], os.W_OK):  # the checkout is another user's
        settings.register_profile("tests", settings.get_profile("tests"), database=None)
    settings.load_profile("tests")

# What starts the tests in the background may have Ctrl+C ignored, which programs that the tests
# start, and then interrupt, would take over.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish():
    """Exempt the collected tests from each search for garbage: it took an eighth of the time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """Escape halves of characters in what a test logged: its report goes to another process."""
    report = yield
    report.sections = [
        (title, text.encode("utf-8", "backslashreplace").decode())
        for title, text in report.sections
    ]
    return report


@pytest.fixture
def resource():
    """The limits of a process, and what it used; a test that asks for them is not for Windows."""
    return pytest.importorskip("resource", reason="Windows has no such limits")


@pytest.fixture(scope="session")
def make_home(tmp_path_factory):
    """Makes an empty home; the last one again where it is as it was made, as most tests leave it.

    To make a folder, and to remove it in the end, takes longer than many a test.
    """
    made: list[Path] = []

    def make():
        if not made or not is_as_it_was_made(made[-1]):
            made.append(tmp_path_factory.mktemp("home"))
        return made[-1]

    return make


def is_as_it_was_made(home):
    return home.is_dir() and home.stat().st_mode & 0o777 == 0o700 and not any(home.iterdir())


@pytest.fixture(autouse=True)
def home_of_its_own(monkeypatch, make_home):
    """No test reads or writes the settings, state or keyring of the person who runs it."""
    home = make_home()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    # Windows is asked for its folders, not the environment; platformdirs looks at these first.
    for name in ("LOCAL_APPDATA", "APPDATA", "COMMON_APPDATA"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name.lower()))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv(
        "LANGUAGE", "en"
    )  # whatever the tester reads, the apps of the tests speak so


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog):
    """A warning in the log that the test did not ask for is a failure; ``caplog.clear()`` asks."""
    caplog.set_level(logging.WARNING)
    yield
    lines = [record.getMessage() for record in caplog.get_records("call")]
    assert not lines, f"unexpected log lines: {lines}"


@pytest.fixture(autouse=True)
def no_thread_left_behind():
    """Every thread that a test starts has ended when it is over, or ends within five seconds."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(5.0)
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert not left, f"threads left behind: {left}"
