"""How a gateway is reached, as a person chooses it."""

import math
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.gateway.connection import (
    DEFAULT_OPTIONS,
    ConnectionOptions,
    SystemProxy,
    resolve_host,
)


@pytest.mark.parametrize("deadline", [0, -1, 601, math.nan, math.inf])
def test_a_deadline_that_makes_no_sense_is_refused(deadline):
    with pytest.raises(ValueError, match="deadline"):
        ConnectionOptions(deadline)


def test_by_default_a_call_takes_fifteen_seconds_and_the_systems_ways():
    """N4: default 15 s."""
    assert (DEFAULT_OPTIONS.deadline, DEFAULT_OPTIONS.proxy) == (15.0, SystemProxy())
    assert (DEFAULT_OPTIONS.ca_file, DEFAULT_OPTIONS.authorization) == (None, None)


def test_the_system_knows_this_computer():
    assert ("127.0.0.1", 80) in [address for _, address in resolve_host("127.0.0.1", 80)]


def test_what_the_first_frame_needs_brings_no_transport_with_it():
    """requests takes 100 ms to import: a window that only reads a paste does without."""
    names = "address", "token_text", "cancellation", "connection"
    program = "\n".join(
        [
            *(f"import inspector_app.gateway.{name}" for name in names),
            "import sys",
            "print(*{'requests', 'urllib3', 'truststore', 'idna'} & set(sys.modules))",
        ]
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == []
