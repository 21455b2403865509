"""Everything that is told of a pasted text, for each sample and each trait of the readers."""

import json

import pytest

from tests.gateway.pasted.pinned_readings import READINGS_FILE, SAMPLES, pin_sample
from tests.gateway.pasted.specimens import SPECIMENS

PINNED = json.loads(READINGS_FILE.read_text(encoding="utf-8"))
NAMES = [*SAMPLES, *SPECIMENS]
GROUPS = 16


@pytest.mark.parametrize("first", range(GROUPS))
def test_a_text_is_told_as_it_was_when_it_was_looked_at(first):
    """N2, A1: token, reason, notes, host, places, lines with every token masked."""
    names = NAMES[first::GROUPS]
    assert {name: pin_sample(name) for name in names} == {name: PINNED[name] for name in names}


def test_nothing_is_pinned_that_is_not_read():
    assert set(PINNED) == set(NAMES)
