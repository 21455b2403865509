"""Takes the README's screenshots of the running app: `python3 dev.py screenshots`.

Every picture is the real window on the embedded gateway, with a real keyring of its own. An
argument names another folder than docs/screenshots; QT_SCALE_FACTOR=1.5 takes them at 150 %.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.options import DesktopOptions
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import ThemeMode
from inspector_app.system.paths import Directories
from tests.secret_service import secret_service

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

PAINT_DELAY = 400
"""Milliseconds after which a window has painted everything."""


def wait_for(signal: SignalInstance, begin: Callable[[], object]) -> None:
    """Call ``begin`` and return when the signal is emitted."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(0, begin)
    loop.exec()


def wait_milliseconds(milliseconds: int) -> None:
    """Run the event loop for a while, so that the window paints."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def inspect_scenario(app: DesktopApp, scenario: str) -> None:
    """Inspect one of the demo's sessions, as a user does who picks it."""
    picked = next(one for one in app.demo.scenarios if one.id == scenario)
    wait_for(app.runner.ended, partial(app.window.scenario_button.pick_scenario, picked))


def valid(app: DesktopApp) -> None:
    """An external user at work."""
    inspect_scenario(app, "other_organization")
    wait_milliseconds(PAINT_DELAY)  # the keyring has taken the token
    app.window.result_view.tree_view.select_path(("session", "workingOrganization"))


def refused(app: DesktopApp) -> None:
    """A session that the gateway does not know."""
    inspect_scenario(app, "session_not_found")


def limited(app: DesktopApp) -> None:
    """A sign-in that is not finished: a limited session, neither good nor bad."""
    inspect_scenario(app, "sign_in_half_done")


def unreachable(app: DesktopApp) -> None:
    """A gateway that is not there, after an answer."""
    inspect_scenario(app, "valid")
    app.demo.stop()
    wait_for(app.runner.ended, app.presenter.inspect)


def empty(app: DesktopApp) -> None:
    """The first page, with an environment to work in."""
    app.presenter.select_environment(
        create_environment("Production", "https://apim-production.example.com")
    )
    app.window.token_field.clear_text()


def locked(app: DesktopApp) -> None:
    """Nothing of the session is shown; the token is in the keyring."""
    valid(app)
    app.secret_guards.window_lock.lock()


def screen_share(app: DesktopApp) -> None:
    """An answer without the person it is about."""
    valid(app)
    app.secret_guards.screen_share.toggle()


def export(app: DesktopApp) -> None:
    """The export dialog with its preview."""
    valid(app)
    app.export_controller.open_export_dialog()
    wait_milliseconds(2 * PAINT_DELAY)  # the preview is made


def saved_answer(app: DesktopApp) -> None:
    """An export of the app, opened again."""
    file = Path(__file__).parent / "examples" / "session.json"
    wait_for(app.file_opener.ended, partial(app.file_opener.open, file))


def applications(app: DesktopApp) -> None:
    """Why a portal token's user cannot open an application."""
    inspect_scenario(app, "portal_valid")
    show = app.window.action_collection[ActionId.SHOW_APPLICATIONS]
    wait_for(app.runner.companions.ended, show.trigger)
    field = app.window.result_view.answer_pages.question_field
    field.setText("Asset Monitor")
    wait_for(app.runner.companions.ended, partial(field.asked.emit, field.text()))


STAGES = (
    valid,
    limited,
    refused,
    unreachable,
    empty,
    locked,
    screen_share,
    export,
    saved_answer,
    applications,
)


def take_screenshot(
    application: QApplication, stage: Callable[[DesktopApp], None], theme_mode: ThemeMode
) -> bytes:
    """Take one screenshot, from a fresh start of the app."""
    with tempfile.TemporaryDirectory() as home:
        directories = Directories(Path(home, "settings.json"), Path(home))
        app = DesktopApp(application, DesktopOptions(is_demo=True), directories)
        app.theme.set_mode(theme_mode)
        wait_for(app.demo.ready, app.window.show)
        stage(app)
        wait_milliseconds(PAINT_DELAY)
        shown = QApplication.activeModalWidget() or app.window
        shown.screen().grabWindow(shown.winId()).save(str(Path(home, "picture.png")))
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()
        return Path(home, "picture.png").read_bytes()


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["screenshots"])
    application.setQuitOnLastWindowClosed(False)
    for stage in STAGES:
        for variant in (ThemeMode.LIGHT, ThemeMode.DARK):
            with ExitStack() as stack:
                if sys.platform.startswith("linux"):
                    stack.enter_context(secret_service())
                picture = take_screenshot(application, stage, variant)
            file = folder / f"{stage.__name__}-{variant.value}.png"
            file.write_bytes(picture)
            print(file, len(picture), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"))
