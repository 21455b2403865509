"""Runs of 16 letters are masked by fingerprints alone, and the rest of the line stays."""

import base64

import pytest

from inspector_app.session.credentials.run_masking import RunMasker

SECRET = "opaque-" + "h4Tk9wQz" * 5


def knowing(*texts):
    masker = RunMasker()
    for text in texts:
        masker.add_text(text)
    return masker


def test_what_stands_around_a_run_stays():
    """A1: on its line and on the others."""
    other = "another-" + "Vb8nQ2xZ" * 3
    text = f"one {SECRET} two ({other}), or {SECRET[9:30]}; three\r\nfour\n\nfive {SECRET}"
    assert knowing(SECRET, other).mask(text) == (
        f"one {'•' * 12} two ({'•' * 12}), or {'•' * 12}; three\r\nfour\n\nfive {'•' * 12}"
    )


def test_a_run_of_15_and_a_text_before_anything_is_known_stay():
    assert RunMasker().mask(SECRET) == SECRET
    masker = knowing(SECRET)
    assert masker.mask(SECRET[8:23]) == SECRET[8:23]
    assert masker.mask(f"x {SECRET[8:24]}") == f"x {'•' * 12}"
    assert knowing(SECRET[8:23]).mask(SECRET) == SECRET


def test_a_run_at_the_very_beginning_and_two_that_touch_are_masked():
    masker = knowing(SECRET)
    assert masker.mask(f"{SECRET}.{SECRET}!") == f"{'•' * 12}!"
    assert masker.mask(f"{SECRET[7:25]}? {SECRET[:20]}") == "•" * 12


def test_a_line_with_an_encoded_run_is_left_out_and_no_other():
    """A1."""
    written = base64.b64encode(SECRET.encode()).decode()
    masker = knowing(SECRET)
    text = f"one\nsee {written} there\nthree {SECRET} and %41"
    assert masker.mask(text) == f"one\n[credential removed]\nthree {'•' * 12} and %41"
    assert masker.mask(written) == "[credential removed]"


@pytest.mark.parametrize("half", ["\ud83d", "x\udc80"])
def test_half_a_character_hides_nothing(half):
    """A1."""
    masker = knowing(SECRET)
    assert masker.mask(f"{half} {SECRET}") == f"{half} {'•' * 12}"
    written = base64.b64encode(SECRET.encode()).decode()
    assert masker.mask(f"{half} {written}") == "[credential removed]"


def test_the_oldest_are_forgotten_first():
    masker = RunMasker()
    masker.add(frozenset(range(50_000)))
    masker.add_text(SECRET)
    assert masker.mask(SECRET) == "•" * 12
    masker.add(frozenset(range(50_000, 100_000)))
    assert masker.mask(SECRET) == SECRET
