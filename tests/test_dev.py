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
