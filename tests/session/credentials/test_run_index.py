"""Any run of 16 characters of a credential is found, and nothing shorter, in linear time."""

import random
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.credentials.run_index import build_run_index

CHANCE = random.Random(7)
SECRET = "".join(CHANCE.sample(string.ascii_lowercase + string.digits, 36)).encode()
OTHER = b"!"


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 20), st.integers(8, 36), st.integers(0, 40), st.integers(0, 20))
def test_every_run_of_16_is_found_at_every_place_and_no_shorter_one(first, size, before, behind):
    """A1."""
    run = SECRET[first : first + size]
    text = OTHER * before + run + OTHER * behind
    index = build_run_index([SECRET])
    long_enough = len(run) >= 16
    assert index.has_match(text) is long_enough
    expected = [(before, before + len(run))] if long_enough else []
    assert list(index.find_spans(text)) == expected


def test_several_runs_ascend_and_are_apart():
    text = SECRET + SECRET[:20] + OTHER + SECRET[5:30] + SECRET[:10]
    spans = list(build_run_index([SECRET]).find_spans(text))
    assert spans == [(0, 36), (36, 56), (57, 82)]


def test_a_credential_of_one_letter_is_found_in_a_text_of_it():
    assert list(build_run_index([b"a" * 20]).find_spans(b"a" * 1000)) == [(0, 1000)]


def test_short_ones_and_none_are_not_sought():
    assert not build_run_index([])
    assert not build_run_index([b"a" * 15])
    assert not build_run_index([b"a" * 15]).has_match(b"a" * 100)


def test_printing_shows_none():
    assert "frozenset" not in repr(build_run_index([SECRET]))


@pytest.mark.timing
def test_eight_megabytes_and_ten_thousand_credentials_take_no_time():
    """J5: linear in both."""
    many = ["".join(CHANCE.choices(string.ascii_lowercase, k=64)).encode() for _ in range(10_000)]
    text = b"another text of any kind " * (8 * 1024 * 1024 // 25)
    started = time.process_time()
    index = build_run_index(many)
    assert not index.has_match(text)
    assert index.has_match(text + many[-1])
    assert time.process_time() - started < 3
