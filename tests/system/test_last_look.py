"""What the first frame needs of the settings is found without loading them."""

import pytest

from inspector_app.system import last_look, settings
from inspector_app.system.last_look import StartupSettings
from inspector_app.system.settings import Settings, ThemeMode


def test_it_finds_what_the_settings_wrote(tmp_path):
    file = tmp_path / "settings.json"
    settings.save(file, Settings(window_geometry="AdnQywAD", theme_mode=ThemeMode.DARK))
    assert last_look.read(file) == StartupSettings("dark", "AdnQywAD")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not JSON", b"\xff\xfe", b"null", b"[]", b'"text"', b"[" * 100_000,
        b'{"appearance": null, "window_geometry": 5}',
        b'{"appearance": "' + b"x" * 2_000_000 + b'"}',
    ],
    ids=["empty", "garbage", "bytes", "null", "list", "text", "deep", "kinds", "large"],
)  # fmt: skip
def test_whatever_is_wrong_counts_as_not_there(tmp_path, content):
    """R6."""
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert last_look.read(file) == StartupSettings()


def test_no_file_and_a_folder_in_its_place_are_no_look(tmp_path):
    assert last_look.read(tmp_path / "missing.json") == StartupSettings()
    assert last_look.read(tmp_path) == StartupSettings()
