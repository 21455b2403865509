"""The window is whole to the eye before the app is: the rest is created behind it, unseen."""

import json

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.background import Lane
from inspector_app.desktop.guards.crash_reporter import CrashReporter
from inspector_app.desktop.startup import command_line
from inspector_app.session.translatable_text import tr
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.vault.backends import MemoryOnly

PRODUCTION = {
    "id": "a" * 32,
    "name": "Wind park, live",
    "address": "https://enos.example.com",
    "tier": "production",
}


@pytest.fixture
def create(qapp, qtbot, directories):
    """Creates the app up to its window, painted; the rest waits for the event loop."""
    made = []

    def begin(*arguments, **more):
        options = command_line.parse_arguments(arguments)
        nowhere = MemoryOnly(tr("none"))
        app = DesktopApp(qapp, options, directories, lambda: nowhere, **more)
        app.window.painted.disconnect()
        made.append(app)
        with qtbot.waitExposed(app.window):
            app.window.show()  # and no more, so that a test sees what is there until then
        app._building.watch(app.window.windowHandle())
        return app

    yield begin
    for app in made:
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("is_shown", [True, False])
def test_what_is_created_behind_a_hidden_window_knows_that_nobody_looks(create, is_shown):
    app = create()
    app.window.setVisible(is_shown)
    app.complete()
    collector, timer = app.garbage_collector, app.secret_guards.idle_timer
    assert (collector._is_seen, timer._is_seen) == (is_shown, is_shown)


@pytest.mark.parametrize("environments", [[], [PRODUCTION]])
@pytest.mark.parametrize("size", [(1080, 740), (700, 460)])
def test_nothing_moves_when_the_rest_is_created(create, qtbot, directories, environments, size):
    directories.settings_file.parent.mkdir(parents=True)
    kept = {"version": 1, "environments": environments, "appearance": "light"}
    directories.settings_file.write_text(json.dumps(kept))
    app = create()
    app.window.resize(*size)
    qtbot.waitUntil(lambda: look(app) == look(app))
    before = look(app)
    app.complete()
    qtbot.waitUntil(lambda: look(app) == before, timeout=20_000)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)
    assert look(app) == before


def look(app):
    """A picture of the window without what changes by itself: a cursor, and where a token is."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    app.window.token_field.clearFocus()
    app.window.status_bar.token_location_label.set_text("")
    return app.window.grab().toImage()


def test_what_is_typed_into_the_painted_window_is_taken_and_inspected(create, qtbot, directories):
    directories.settings_file.parent.mkdir(parents=True)
    kept = {"version": 1, "environments": [{**PRODUCTION, "address": "http://127.0.0.1:9"}]}
    directories.settings_file.write_text(json.dumps(kept))
    app = create()
    assert not hasattr(app, "presenter")
    for key in (Qt.Key.Key_I, Qt.Key.Key_A, Qt.Key.Key_M):
        QTest.keyClick(app.window.windowHandle(), key)
    assert app.window.token_field.get_raw_text() == "iam"
    assert hasattr(app, "presenter")
    QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.result_view.result is not None, timeout=20_000)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)


def test_it_goes_on_by_itself_where_nothing_is_painted(qapp, qtbot, directories):
    """A window that starts on another desktop, or minimised."""
    nowhere = MemoryOnly(tr("none"))
    app = DesktopApp(qapp, command_line.parse_arguments([]), directories, lambda: nowhere)
    app.window.painted.disconnect()
    with qtbot.waitSignal(app.completed, timeout=20_000):
        app.show()
    app.window.close()
    app.window.deleteLater()
    app.deleteLater()


def test_nothing_that_may_hold_a_secret_is_there_before_the_process_is_guarded(create):
    there: list[str] = []

    def protect():
        there.extend(name for name in ("runner", "token_store", "presenter") if hasattr(app, name))
        return CrashReporter(KnownSecrets())

    app = create(protect=protect)
    app.complete()
    assert there == []
    assert hasattr(app, "token_store")


def test_the_process_is_guarded_before_a_key_reaches_the_field(create):
    """A5."""
    texts = []

    def protect():
        texts.append(app.window.token_field.get_raw_text())
        return CrashReporter(KnownSecrets())

    app = create(protect=protect)
    QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_I)
    assert texts == [""]
    assert app.window.token_field.get_raw_text() == "i"


def test_where_a_part_cannot_be_created_the_app_ends(create, qapp):
    broken = OSError("no room")

    def protect():
        raise broken

    app = create(protect=protect)
    QTimer.singleShot(0, app.complete)
    limit = QTimer(app, singleShot=True, interval=5_000)  # or the test would wait for ever
    limit.timeout.connect(qapp.quit)
    limit.start()
    assert qapp.exec() == 1
    limit.stop()
    assert app.failure is broken
    app.window.close()
    assert app.window.isHidden()


def test_closed_while_the_process_is_being_guarded_it_creates_nothing_more(create):
    """The portal may have to be started, which takes a second."""

    def protect():
        loop = QEventLoop()
        app.window.closing.connect(loop.quit)
        QTimer.singleShot(0, app.window.close)
        loop.exec()
        return CrashReporter(KnownSecrets())

    app = create(protect=protect)
    app.complete()
    assert app.window.isHidden()
    assert app.failure is None
    assert not hasattr(app, "token_store")


def test_where_a_token_is_kept_is_asked_when_everybody_is_there_to_hear_it(create, directories):
    """Heard of in between, a locked keyring was told by nobody, and a run without a person hung."""
    directories.settings_file.parent.mkdir(parents=True)
    directories.settings_file.write_text(json.dumps({"version": 1, "environments": [PRODUCTION]}))
    app = create()
    there: list[bool] = []
    submit = app.background.submit

    def note(lane, *more):
        if lane is Lane.KEYRING:
            there.append(hasattr(app, "watch"))  # the last part but the filters
        return submit(lane, *more)

    app.background.submit = note
    app.complete()
    assert there
    assert all(there)
