"""An environment is found by what is typed of its name or address, the best one first."""

import pytest

from inspector_app.desktop.environments.environment_search import build_entry, find_environments
from inspector_app.settings.environment import create_environment

ENTRIES = [
    build_entry(create_environment(name, f"https://{host}.example.com"))
    for name, host in (
        ("Customer Pretest", "one"),
        ("EU Test", "two"),
        ("Test US", "three"),
        ("Production", "test-gateway"),
        ("Testing EU", "FOUR"),
    )
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("test", ["Test US", "Testing EU", "EU Test", "Customer Pretest", "Production"]),
        ("TEST", ["Test US", "Testing EU", "EU Test", "Customer Pretest", "Production"]),
        ("eu", ["EU Test", "Testing EU"]),
        ("test eu", ["EU Test", "Testing EU"]),
        ("eu test", ["EU Test", "Testing EU"]),
        ("four", ["Testing EU"]),
        ("test four", ["Testing EU"]),
        ("test none", []),
        ("", ["Customer Pretest", "EU Test", "Test US", "Production", "Testing EU"]),
        ("  ", ["Customer Pretest", "EU Test", "Test US", "Production", "Testing EU"]),
    ],
)
def test_those_that_begin_so_stand_first_and_equals_as_they_were(typed, found):
    assert [one.name for one in find_environments(ENTRIES, typed)] == found
