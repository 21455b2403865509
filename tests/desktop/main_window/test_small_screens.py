"""The window and each of its dialogs fit the screen, with their buttons, at every size of text."""

import json
import os
import subprocess
import sys

import pytest

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import inspect, lay_out, token_of
from tests.pseudo_language import PseudoTranslator

APP = """
import sys
import time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import create_environment
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly
application = QApplication(["app"])
application.setQuitOnLastWindowClosed(False)

def start(language):
    home = Path(sys.argv[1], language)
    app = DesktopApp(
        application,
        command_line.parse_arguments(["--demo"]),
        Directories(settings_file=home / "settings.json", state=home / "state"),
        lambda: MemoryOnly(tr("none")),
        languages=(language,),
    )
    app.window.show()
    app.complete()
    while app.preferences.demo is None:
        application.processEvents()
    return app

def settle():
    # What was placed may ask for it once more.
    for _ in range(5):
        application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

def wait_for(find):
    until = time.monotonic() + 20
    while not find():
        assert time.monotonic() < until
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    settle()
    return find()

def check(widget, name):
    settle()
    room, size = widget.screen().availableSize(), widget.size()
    if size.width() > room.width() or size.height() > room.height():
        print(name, "is larger than the screen", size, room)
    needed = widget.layout().totalMinimumSize()
    if needed.width() > size.width() or needed.height() > size.height():
        print(name, "is too small for what is in it", size, needed)

def look_at_window(app):
    window = app.window
    check(window, "window")
    app.presenter.inspect()
    while window.result_view.result is None:
        application.processEvents()
    window.resize(window.minimumSize())
    check(window, "answer in the smallest window")
    window.token_field.set_raw_text("another")
    check(window, "stale answer")
    production = create_environment("Production", "https://gateway.example.com")
    app.presenter.select_environment(production)

def look_at_dialog(app, action_id):
    app.window.action_collection[action_id].trigger()
    dialog = wait_for(application.activeModalWidget)
    if hasattr(dialog, "connection"):
        dialog.connection.header.setChecked(True)
        dialog.connection.proxy.set_current_index(2)
    check(dialog, action_id.name)
    inner = dialog.rect()
    for button in dialog.findChildren(QPushButton):
        if button.text() in ("Save", "Cancel", "Close", "\\u4fdd\\u5b58", "\\u53d6\\u6d88"):
            corner = button.mapTo(dialog, button.rect().bottomRight())
            if button.visibleRegion().isEmpty() or not inner.contains(corner):
                print(action_id.name, "has lost", button.text())
    dialog.reject()
    wait_for(lambda: application.activeModalWidget() is None)

def look_at_crash_report(app):
    try:
        int("an invented fault")
    except ValueError as error:
        app.secret_guards.crash_reporter.report_exception(error)
    (crash,) = wait_for(lambda: app.window.findChildren(QDialog))
    check(crash, "crash report")
    crash.reject()

for language in ("en", "zh_CN"):
    app = start(language)
    look_at_window(app)
    app.window.action_collection[ActionId.LAST_ANSWER].trigger()
    for action_id in (ActionId.ADD_ENVIRONMENT, ActionId.EDIT_ENVIRONMENT, ActionId.HELP,
                      ActionId.SAFETY, ActionId.EXPORT, ActionId.LIST_ENVIRONMENTS,
                      ActionId.KEPT_TOKENS, ActionId.WATCH):
        look_at_dialog(app, action_id)
    look_at_crash_report(app)
    app.window.close()
    app.window.deleteLater()
    app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print("done in", language, flush=True)
"""
"""The real app on a screen of the test's own."""

SCREENS = {
    "1024 x 600": (1024, 600, 96, 1.0),
    "1366 x 768 at 125 %": (1366, 768, 96, 1.25),
    "1366 x 768 at 150 %": (1366, 768, 96, 1.5),
    "1920 x 1080 at 150 %": (1920, 1080, 96, 1.5),
    "1920 x 1200 at 200 %": (1920, 1200, 96, 2.0),
    "1920 x 1200 with fonts at 192 dpi": (1920, 1200, 192, 1.0),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_window_and_dialog_fits_the_screen(tmp_path, screen):
    width, height, dpi, factor = SCREENS[screen]
    shape = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    shape |= {"logicalDpi": dpi, "logicalBaseDpi": 96, "dpr": 1}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [shape]}))
    said = subprocess.run(
        [sys.executable, "-c", APP, str(tmp_path)],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(factor),
            "QT_LOGGING_RULES": "*=false",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert said.stdout.splitlines() == ["done in en", "done in zh_CN"], said.stderr


def count_rows(view):
    """How many rows of the tree there are to be seen."""
    tree = view.tree_view
    return tree.viewport().height() / tree.sizeHintForRow(0)


def test_a_low_window_leaves_its_height_to_the_rows(demo, qtbot):
    """The card as a whole, and with it at least six rows of the answer."""
    demo.window.resize(1024, 600)
    view = demo.window.result_view
    for scenario in ("valid", "other_organization", "account_disabled"):
        inspect(demo, qtbot, token_of(demo, scenario))
        qtbot.waitUntil(lambda: view._banner_area.height() == view.banner.height())
        assert count_rows(view) >= 6, scenario
    head = view.tree_view.header().height()
    low = demo.window.layout().itemAt(demo.window.layout().count() - 1).layout()
    before = low.spacing()
    demo.window.resize(1124, 800)
    assert low.spacing() > before
    assert view.tree_view.header().height() > head


def put_strip(app, name):
    """Bring one of the strips or notices above the card."""
    window = app.window
    if name == "stale":
        window.token_field.set_raw_text("another text")
    elif name == "exported":
        window.show_exported("Exported to report.html.", lambda: None)
    else:
        window.action_collection[ActionId.SCREEN_SHARE].trigger()


@pytest.mark.parametrize("strip", ["stale", "exported", "shared"])
def test_the_card_is_whole_under_a_strip_too(demo, qtbot, strip):
    demo.window.resize(1024, 600)
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    put_strip(demo, strip)
    view = demo.window.result_view
    qtbot.waitUntil(lambda: view.tree_view.model().rowCount() > 0)
    qtbot.waitUntil(lambda: view._banner_area.height() == view.banner.height())
    assert count_rows(view) >= 3


@pytest.mark.parametrize("width", [700, 960, 1124])
def test_the_address_can_be_read_beside_long_words(start, qtbot, qapp, width):
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    app = start("--demo")
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    app.window.resize(width, 600)
    inspect(app, qtbot, token_of(app, "other_organization"))
    qtbot.waitUntil(app.window.forget_button.isVisible)
    lay_out()
    label = app.window.address_label
    least = min(label.sizeHint().width(), app.window.spacing.to_pixels(140))
    assert label.width() >= least
    qapp.removeTranslator(translator)
