from inspector_app.system.installation_key import load_installation_key
from tests.systems import shows_modes


def test_the_key_is_made_once_and_stays(tmp_path):
    """E2."""
    state = tmp_path / "state" / "app"
    key = load_installation_key(state)
    assert len(key) == 32
    assert load_installation_key(state) == key


@shows_modes
def test_the_key_is_its_users_alone(tmp_path):
    """E2."""
    load_installation_key(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_installation_has_another_key(tmp_path):
    """E2."""
    assert load_installation_key(tmp_path / "a") != load_installation_key(tmp_path / "b")


def test_a_damaged_key_is_made_anew(tmp_path):
    load_installation_key(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"short")
    key = load_installation_key(tmp_path)
    assert len(key) == 32
    assert load_installation_key(tmp_path) == key


def test_where_nothing_can_be_written_there_is_a_key_for_this_run(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    assert len(load_installation_key(in_the_way)) == 32
