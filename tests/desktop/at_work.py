"""How the tests use the window: as a person does, by keys and clicks, waiting for what is told."""

import gc
import time

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.settings.environment import create_environment
from inspector_app.system.known_secrets import KnownSecrets


def inspect(app, qtbot, text=None):
    """Give a text if there is one, press Enter, and wait for the end of it."""
    if text is not None:
        app.window.token_field.set_raw_text(text)
    with qtbot.waitSignal(app.runner.ended, timeout=20_000):
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    lay_out()
    return app.window.result_view.result


def list_objects(app, qtbot, *, without_garbage=False):
    """All that Python's collector knows, asked for while no job runs.

    A tuple that a job is making just then would be among them, and Python ends none that something
    else refers to: the job would fail.
    """
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)
    if without_garbage:
        gc.unfreeze()
        gc.collect()
    return gc.get_objects()


def lay_out():
    """Let every window place what it shows: a person sees nothing of it before that."""
    for _ in range(5):  # what was placed may ask for it once more: a bar to scroll comes or goes
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def stop_timers(widget):
    """Stop every timer of a widget and of those in it, as a window does that is closing."""
    for timer in widget.findChildren(QTimer):
        timer.stop()


def look_at_each_page(app):
    """Turn to each page of the answer, as some are made when somebody looks at them, and back."""
    switch = app.window.result_view.answer_pages.page_switch
    shown = switch.page
    for page in (*Page, shown):
        switch.set_page(page)


def code_of(result):
    """What the verdict is at this moment."""
    return result.judge(time.time()).code


def token_of(app, scenario):
    """The token of one of the demo's sessions."""
    return next(one.token for one in app.demo.scenarios if one.id == scenario)


def is_known_to_the_log(app, credential):
    """Whether it would be masked as one that the app was told of: a piece of it has no looks."""
    piece = credential.removeprefix("IAM_S_")[:24]
    line = f"KeyError: {piece}"
    assert piece in KnownSecrets().redact(line)
    return piece not in app.secret_guards.crash_reporter.known_secrets.redact(line)


def rows(model, parent=None):
    """Every row of the tree as its three texts, depth first."""
    parent = parent if parent is not None else QModelIndex()
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        yield tuple(model.index(number, column, parent).data() for column in range(3))
        yield from rows(model, index)


def list_steps(banner):
    """What the card says is to be done: each step's number, who can take it, and the step."""
    return [one.text() for one in banner.steps_view.findChildren(PlainLabel) if one.isVisible()]


def press_save(dialog):
    """Click on the button that saves what a dialog asks for."""
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()


def run_out(timer):
    """Let the time of a timer be over at once: of one that somebody has started."""
    assert timer.isActive(), "nobody started it"
    if timer.isSingleShot():
        timer.stop()
    timer.timeout.emit()


def clipboard():
    """The text that somebody else would paste."""
    return QGuiApplication.clipboard().text()


def work_in(app, name, address):
    """Add an environment and work in it."""
    environment = create_environment(name, address)
    app.presenter.select_environment(environment)
    return environment
