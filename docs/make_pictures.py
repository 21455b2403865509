"""Takes pictures of every state of the window: `python3 dev.py pictures`, into build/pictures.

Each state in English, Chinese and a language of long texts, in three themes, at three scales and
two sizes, and once mirrored, for languages that are written from right to left. `index.html` has
all of them, one row a state. Arguments name the states to take, if not all are wanted.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from docs.make_screenshots import PAINT_DELAY, STAGES, wait_for, wait_milliseconds
from docs.picture_menus import MENU_STAGES
from docs.picture_questions import QUESTION_STAGES
from docs.picture_stages import EXTRA_STAGES
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.options import DesktopOptions
from inspector_app.settings.user_settings import ThemeMode
from inspector_app.system.paths import Directories
from tests.pseudo_language import PseudoTranslator
from tests.secret_service import secret_service

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path("build", "pictures")
LANGUAGES = ("en", "zh_CN", "long")
SCALES = ("1", "1.5", "2")
THEMES = (ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST)
SIZES = (QSize(1124, 770), QSize(960, 560))
MIRRORED = "mirrored"


def main(states: list[str]) -> int:
    """Take all pictures of the named states, of all where none is named; 0 if none failed."""
    if not states:
        shutil.rmtree(FOLDER, ignore_errors=True)
    runs = [(language, scale) for scale in SCALES for language in LANGUAGES]
    failed = 0
    for language, scale in [*runs, (MIRRORED, "1")]:
        command = [sys.executable, __file__, "--run", language, scale, *states]
        environment = os.environ | {"QT_SCALE_FACTOR": scale}
        failed += subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    write_index()
    return 1 if failed else 0


def take_run(language: str, scale: str, states: list[str]) -> None:
    """Take the pictures of one language at one scale, which a process has from its start."""
    folder = FOLDER / f"{language}-{scale}"
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    application.setQuitOnLastWindowClosed(False)
    translator = PseudoTranslator(application)
    if language == "long":
        application.installTranslator(translator)
    if language == MIRRORED:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with ExitStack() as stack:
        if sys.platform.startswith("linux"):
            stack.enter_context(secret_service())
            start_window_manager(stack)
        for stage in (*STAGES, *EXTRA_STAGES, *QUESTION_STAGES, *MENU_STAGES):
            if not states or stage.__name__ in states:
                take_pictures(application, stage, language, folder)
                print(folder / stage.__name__, flush=True)


def start_window_manager(stack: ExitStack) -> None:
    """Start openbox where it is installed, until the stack ends: windows have frames and focus."""
    program = shutil.which("openbox")
    if program is not None:
        manager = subprocess.Popen([program], stderr=subprocess.DEVNULL)  # noqa: S603
        stack.callback(manager.wait)
        stack.callback(manager.terminate)


def take_pictures(
    application: QApplication,
    stage: Callable[[DesktopApp], Callable[[], object] | None],
    language: str,
    folder: Path,
) -> None:
    """Bring the window into one state, and take it in every theme and size.

    What the stage returns opens a menu, before each picture.
    """
    with tempfile.TemporaryDirectory() as home:
        directories = Directories(Path(home, "settings.json"), Path(home))
        languages = (language if language == "zh_CN" else "en",)
        app = DesktopApp(
            application, DesktopOptions(is_demo=True), directories, languages=languages
        )
        app.theme.set_mode(ThemeMode.LIGHT)
        app.window.resize(SIZES[0])
        wait_for(app.demo.ready, app.window.show)
        open_menu = stage(app)
        for theme in THEMES:
            app.theme.set_mode(theme)
            for size in SIZES:
                app.window.resize(size)
                wait_milliseconds(PAINT_DELAY)
                if open_menu is not None:
                    open_menu()
                    wait_milliseconds(PAINT_DELAY)
                name = f"{stage.__name__}-{theme.value}-{size.width()}.png"
                grab(app, folder / name)
                while (menu := application.activePopupWidget()) is not None:
                    menu.close()
        for dialog in application.topLevelWidgets():
            if dialog is not app.window:
                dialog.close()
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()
        wait_milliseconds(1)


def grab(app: DesktopApp, file: Path) -> None:
    """Save what the screen shows of the window and of what is open before it."""
    screen = app.window.screen()
    area = QRect()
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            area = area.united(widget.frameGeometry())
    area = area.intersected(screen.geometry())
    screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).save(str(file))


def write_index() -> None:
    """Write a page with all pictures, small, one row a state and theme."""
    pictures: dict[str, list[Path]] = {}
    for file in sorted(FOLDER.glob("*/*.png")):
        pictures.setdefault(file.stem, []).append(file.relative_to(FOLDER))
    rows = []
    for name, files in pictures.items():
        cells = "".join(
            f'<a href="{html.escape(str(one))}" title="{html.escape(str(one))}">'
            f'<img src="{html.escape(str(one))}" height="200" loading="lazy"></a>\n'
            for one in files
        )
        rows.append(f"<h2>{html.escape(name)}</h2>\n{cells}")
    page = "<!doctype html><meta charset='utf-8'><title>Pictures</title>\n" + "\n".join(rows)
    (FOLDER / "index.html").write_text(page, encoding="utf-8")
    print(FOLDER / "index.html", sum(map(len, pictures.values())), "pictures")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        take_run(sys.argv[2], sys.argv[3], sys.argv[4:])
    else:
        sys.exit(main(sys.argv[1:]))
