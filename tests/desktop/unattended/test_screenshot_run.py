"""``--screenshot`` walks the main job once, without a hand on the keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication

from inspector_app.desktop.unattended import screenshot_run
from inspector_app.desktop.unattended.screenshot_run import ScreenshotRun
from inspector_app.settings import settings_file
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import Settings


@pytest.fixture
def codes(monkeypatch):
    """The exit codes with which the app would have left."""
    left: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", left.append)
    return left


def test_it_inspects_once_prints_the_report_and_saves_the_picture(
    start, qtbot, tmp_path, capsys, codes
):
    app = start("--demo")
    ended = []
    app.runner.ended.connect(lambda: ended.append(True))
    portrait = ScreenshotRun(app, tmp_path / "window.png")
    portrait.start()
    qtbot.waitUntil(lambda: codes == [0], timeout=20_000)
    assert ended == [True]
    said = capsys.readouterr().out
    assert "Session valid, about " in said
    assert str(tmp_path / "window.png") in said
    assert (tmp_path / "window.png").stat().st_size > 10_000


def test_a_picture_that_cannot_be_saved_is_told(start, qtbot, tmp_path, capsys, codes):
    app = start("--demo")
    (tmp_path / "taken.png").mkdir()
    ScreenshotRun(app, tmp_path / "taken.png").start()
    qtbot.waitUntil(lambda: codes == [1], timeout=20_000)
    assert "Saved" not in capsys.readouterr().out


def test_it_leaves_where_the_picture_breaks_the_app(
    start, qtbot, tmp_path, capsys, codes, monkeypatch, caplog
):
    app = start("--demo")
    monkeypatch.setattr(app.export_controller, "render_report", lambda _result: 1 // 0)
    ScreenshotRun(app, tmp_path / "window.png").start()
    qtbot.waitUntil(lambda: codes == [1], timeout=20_000)
    caplog.clear()  # the fault is the test's
    assert "Saved" not in capsys.readouterr().out


def test_it_leaves_at_once_where_nothing_can_be_inspected(start, qtbot, tmp_path, capsys, codes):
    ScreenshotRun(start(), tmp_path / "window.png").start()
    qtbot.waitUntil(lambda: codes == [1], timeout=5_000)
    assert "Nothing could be inspected." in capsys.readouterr().out


def test_it_leaves_at_once_where_the_file_cannot_be_opened(start, qtbot, tmp_path, capsys, codes):
    app = start(str(tmp_path / "nowhere.json"))
    ScreenshotRun(app, tmp_path / "window.png").start_with_file()
    qtbot.waitUntil(lambda: codes == [1], timeout=5_000)
    said = capsys.readouterr().out
    assert app.window.note_label.text()
    assert app.window.note_label.text() in said
    assert not (tmp_path / "window.png").exists()


def test_it_leaves_at_once_where_no_token_is_kept(
    start, qtbot, directories, tmp_path, capsys, codes
):
    environment = create_environment("Wind Farm", "https://gateway.example.com")
    settings_file.save(
        directories.settings_file, Settings(environments=(environment,), current_id=environment.id)
    )
    app = start()
    ScreenshotRun(app, tmp_path / "window.png").start()
    app.presenter.select_environment_by_name("Wind Farm")  # the keyring may have answered before
    qtbot.waitUntil(lambda: codes == [1], timeout=5_000)
    assert "Nothing could be inspected." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "is_there"), [("Wind Farm", True), ("wind farm", True), ("Solar Park", False)]
)
def test_an_environment_is_named_in_any_case(start, directories, tmp_path, named, is_there):
    environment = create_environment("Wind Farm", "https://gateway.example.com")
    settings_file.save(
        directories.settings_file, Settings(environments=(environment,), current_id=environment.id)
    )
    app = start("--environment", named)
    assert ScreenshotRun(app, tmp_path / "window.png")._has_environment() is is_there


def test_it_inspects_in_no_other_environment_than_the_one_that_was_named(
    start, qtbot, directories, tmp_path, capsys, codes
):
    environment = create_environment("Wind Farm", "https://gateway.example.com")
    settings_file.save(
        directories.settings_file, Settings(environments=(environment,), current_id=environment.id)
    )
    ScreenshotRun(start("--environment", "Solar Park"), tmp_path / "window.png").start()
    qtbot.waitUntil(lambda: 1 in codes, timeout=5_000)
    assert "There is no environment of that name." in capsys.readouterr().out
    assert not (tmp_path / "window.png").exists()


@pytest.mark.parametrize(("options", "way"), [(["--demo"], "start"), ([], "start_with_file")])
def test_it_leaves_in_its_time_where_nothing_comes(
    start, qtbot, tmp_path, codes, monkeypatch, options, way
):
    monkeypatch.setattr(screenshot_run, "_TIMEOUT_MS", 0)  # before the demo is ready
    getattr(ScreenshotRun(start(*options), tmp_path / "window.png"), way)()
    qtbot.waitUntil(lambda: bool(codes), timeout=10_000)
    assert codes[0] == 1
    assert not (tmp_path / "window.png").exists()
