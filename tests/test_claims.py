"""What README and the guides claim, and the test that holds each claim: both must be there."""

import re
import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CLAIMS = tomllib.loads((TESTS / "claims.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", CLAIMS)
def test_each_claim_stands_on_its_page(page):
    text = " ".join((TESTS.parent / page).read_text(encoding="utf-8").split())
    gone = [claim for claim in CLAIMS[page] if claim not in text]
    assert gone == [], f"{page} says this no more: drop it from tests/claims.toml, or mend it"


@pytest.mark.parametrize("page", CLAIMS)
def test_each_claim_is_held_by_a_test(page):
    for claim, tests in CLAIMS[page].items():
        for test in tests:
            file, _, function = test.partition("::")
            source = (TESTS / file).read_text(encoding="utf-8")
            assert re.search(rf"^def {function}\(", source, re.MULTILINE), (
                f"“{claim}” of {page} rests on {test}, which is not there"
            )
