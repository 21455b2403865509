"""The console twin reads what the window wrote, and changes none of it."""

from inspector_app.settings import settings_file, user_settings
from inspector_app.system.installation_key import load_installation_key
from inspector_app.system.paths import get_directories
from inspector_app.terminal.stored_config import StoredConfig
from tests.terminal.console import enos


def test_reports_call_a_person_as_the_windows_reports_do():
    assert StoredConfig().label_key == load_installation_key(get_directories().state)


def test_times_are_told_in_the_zone_that_was_chosen_in_the_window(gateway, token):
    settings_file.save(
        get_directories().settings_file, user_settings.Settings(zone="Asia/Shanghai")
    )
    ended = enos("inspect", "--gateway", gateway.origin, "--token-stdin", given=token("valid"))
    assert b"UTC+8" in ended.out


def test_settings_that_cannot_be_used_are_told_of_and_do_no_harm():
    file = get_directories().settings_file
    file.parent.mkdir(parents=True)
    file.write_text("garbage")
    ended = enos("environments", "list")
    assert (ended.code, ended.out) == (0, b"")
    assert "defaults" in ended.err


def test_nothing_is_asked_of_the_keyring_that_is_not_needed():
    kept = StoredConfig()
    assert kept.environments == ()
    assert kept.zone is not None
    assert kept.label_key
    assert not {"_vault", "_backend"} & vars(kept).keys()
