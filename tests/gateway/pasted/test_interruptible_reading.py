"""Each loop over a pasted text asks whether the work is over, so that what was cancelled ends."""

from pathlib import Path

from inspector_app.gateway.pasted.every_token import read_every
from inspector_app.gateway.token_text import read
from inspector_app.session.parsing.strict_json import PYTHON_SCANNER_THRESHOLD
from tests.gateway.pasted.pinned_readings import SAMPLES
from tests.interruptible_functions import find_asked, list_asking
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned

FILE = Path(__file__).parent / "interruptible.json"
NAMES = (
    "mail curl",
    "postman header",
    "ndjson",
    "k8s json",
    "sentry json",
    "basic + json body",
    "qp 2",
    "trace",
    "tcpdump -X",
)
LONG = '{"a": {}, "b": "' + "x" * PYTHON_SCANNER_THRESHOLD + '"}'


def read_all():
    for text in (*(SAMPLES[name][0] for name in NAMES), LONG):
        read(text)
        read_every(text)


def find_all_asked():
    return find_asked(read_all)


def test_each_loop_asks_that_asked():
    """R3."""
    asked = find_all_asked()
    assert sorted(list_asking("gateway") - asked) == [], "reach them in read_all()"
    assert_pinned(pin_lines([("asked", sorted(asked))]), FILE)


if __name__ == "__main__":
    write_pinned(pin_lines([("asked", sorted(find_all_asked()))]), FILE)
