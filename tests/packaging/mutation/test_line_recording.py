"""What was recorded of a test file counts until the file changes; then only it is recorded anew."""

import json

import pytest
from mutation import line_recording as recording

FILES = ("test_a.py", "test_b.py")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(recording, "CHECKOUT", tmp_path)
    monkeypatch.setattr(recording, "RECORDINGS", tmp_path / "recordings")
    (tmp_path / "tests" / "vault").mkdir(parents=True)
    for file in FILES:
        (tmp_path / "tests" / "vault" / file).write_text("def test_it(): pass\n")
    recording.load_recordings.cache_clear()
    yield tmp_path
    recording.load_recordings.cache_clear()


def write(place, seconds, fingerprints):
    place.mkdir(parents=True)
    (place / "durations.json").write_text(json.dumps(seconds))
    (place / "fingerprints.json").write_text(json.dumps(fingerprints))
    recording.load_recordings.cache_clear()


def list_tests():
    return {
        test: took
        for one in recording.load_recordings("vault")
        for test, took in one.seconds.items()
    }


def test_a_changed_file_alone_is_outdated_and_its_own_recording_fills_the_gap(checkout):
    first, second = (f"tests/vault/{file}" for file in FILES)
    assert recording.list_outdated("vault") == [first, second]
    seconds = {f"{first}::test_it": 1.0, f"{second}::test_it": 2.0}
    place = checkout / "recordings" / "vault"
    write(place, seconds, recording.compute_fingerprints("vault"))
    assert recording.list_outdated("vault") == []
    assert list_tests() == seconds

    (checkout / second).write_text("def test_it(): assert 1\n")
    recording.load_recordings.cache_clear()
    assert recording.list_outdated("vault") == [second]
    assert list_tests() == {f"{first}::test_it": 1.0}

    now = recording.compute_fingerprints("vault")[second]
    write(place / "only_test_b", {f"{second}::test_it": 3.0}, {second: now})
    assert recording.list_outdated("vault") == []
    assert list_tests() == {f"{first}::test_it": 1.0, f"{second}::test_it": 3.0}
