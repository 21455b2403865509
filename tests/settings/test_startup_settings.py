"""What the first frame needs of the settings is found without loading them."""

import pytest

from inspector_app.settings import settings_file, startup_settings
from inspector_app.settings.settings_file import Settings, ThemeMode
from inspector_app.settings.startup_settings import StartupSettings


def test_it_finds_what_the_settings_wrote(tmp_path):
    file = tmp_path / "settings.json"
    kept = Settings(window_geometry="AdnQywAD", theme_mode=ThemeMode.DARK, text_size=150)
    settings_file.save(file, kept)
    assert startup_settings.read(file) == StartupSettings("dark", "AdnQywAD", 150)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not JSON", b"\xff\xfe", b"null", b"[]", b'"text"', b"[" * 100_000,
        b'{"appearance": null, "window_geometry": 5, "text_size": "9"}',
        b'{"appearance": "' + b"x" * 5_000_000 + b'"}',
    ],
    ids=["empty", "garbage", "bytes", "null", "list", "text", "deep", "kinds", "large"],
)  # fmt: skip
def test_whatever_is_wrong_counts_as_not_there(tmp_path, content):
    """R6."""
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert startup_settings.read(file) == StartupSettings()


@pytest.mark.parametrize(
    ("content", "size"),
    [("90", 90), ("200", 200), ("201", 200), ("999", 200), ("1000", 100), ("9", 100), ("010", 100)],
)
def test_the_text_is_never_larger_than_can_be_chosen(tmp_path, content, size):
    file = tmp_path / "settings.json"
    file.write_text(f'{{"text_size":{content}}}')
    assert startup_settings.read(file) == StartupSettings(text_size=size)


def test_no_file_and_a_folder_in_its_place_are_no_look(tmp_path):
    assert startup_settings.read(tmp_path / "missing.json") == StartupSettings()
    assert startup_settings.read(tmp_path) == StartupSettings()
