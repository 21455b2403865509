"""dev.py makes its environment once, and again when it must; its words become nox's."""

from __future__ import annotations

import sys

import pytest

import dev


@pytest.fixture
def made(tmp_path, monkeypatch):
    """An environment that counts as finished, beside a lock of its own."""
    monkeypatch.setattr(dev, "LOCK", tmp_path / "nox.txt")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "made-from.txt")
    dev.LOCK.write_text("nox==1")
    dev.PYTHON.touch()
    dev.STAMP.write_text(dev.compute_fingerprint())
    return tmp_path


@pytest.mark.usefixtures("made")
def test_a_finished_environment_is_used_again():
    assert dev.is_current()


@pytest.mark.usefixtures("made")
def test_another_lock_asks_for_a_new_environment():
    dev.LOCK.write_text("nox==2")
    assert not dev.is_current()


@pytest.mark.usefixtures("made")
def test_another_python_asks_for_a_new_environment(monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", "/elsewhere")
    assert not dev.is_current()


@pytest.mark.parametrize("lost", ["python", "made-from.txt"])
def test_a_half_made_environment_never_counts(made, lost):
    (made / lost).unlink()
    assert not dev.is_current()


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """The system's certificates, and a pip without settings of its own."""
    for name in dev.CERTIFICATE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "PIP", [sys.executable, "-c", "print('global.timeout=\\'9\\'')"])
    found = tmp_path / "bundle.pem"
    found.touch()
    monkeypatch.setattr(dev, "SYSTEM_CERTIFICATES", (str(tmp_path / "none.pem"), str(found)))
    return str(found)


def test_pip_is_told_of_the_systems_certificates(bundle):
    assert dev.choose_certificates() == {"PIP_CERT": bundle}


@pytest.mark.parametrize("name", dev.CERTIFICATE_VARIABLES)
def test_a_variable_that_names_certificates_is_left_alone(name, bundle, monkeypatch):
    monkeypatch.setenv(name, "/elsewhere.pem")
    assert dev.choose_certificates() == {}


def test_pips_own_settings_are_left_alone(bundle, monkeypatch):
    said = "print('global.cert=\\'/elsewhere.pem\\'')"
    monkeypatch.setattr(dev, "PIP", [sys.executable, "-c", said])
    assert dev.choose_certificates() == {}


def test_a_system_without_a_known_file_is_left_to_pip(bundle, monkeypatch):
    monkeypatch.setattr(dev, "SYSTEM_CERTIFICATES", ("/nowhere.pem",))
    assert dev.choose_certificates() == {}


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("", "--list"),
        ("tests", "--session tests"),
        ("lock tests", "--session lock tests"),
        ("tests -- -k token", "--session tests -- -k token"),
        ("tests_each -p 3.12 -- tests/vault", "--session tests_each -p 3.12 -- tests/vault"),
        ("--version", "--version"),
    ],
)
def test_words_name_sessions_and_the_rest_is_handed_on(words, options):
    assert dev.build_nox_options(words.split()) == options.split()
