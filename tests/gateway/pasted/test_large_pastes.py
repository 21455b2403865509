"""A paste of megabytes is read in steps between which the window has its turn."""

import gc
import json
import sys
import threading
import time

import pytest

from inspector_app.gateway import token_text
from inspector_app.gateway.pasted.every_token import read_every

TOKEN = "IAM_S_" + "Wd7k" * 8
ENTRY = {
    "startedDateTime": "2026-01-01T00:00:00Z",
    "request": {
        "method": "GET",
        "url": "https://app.example.com/x",
        "headers": [{"name": f"n{n}", "value": "v" * 50} for n in range(20)],
    },
    "response": {"status": 200, "headers": [], "content": {"text": "<p>" + "hello " * 400}},
}
PASTES = {
    "a recording": lambda: json.dumps({"log": {"version": "1.2", "entries": [ENTRY] * 1800}}),
    "many objects": lambda: json.dumps([{"a": n, "b": "text"} for n in range(250_000)]),
    "many texts": lambda: json.dumps(["abc"] * 1_000_000),
    "many codes": lambda: json.dumps(["00 4f IAM PORTAL [\u00e9"] * 250_000, ensure_ascii=False),
    "a long text": lambda: json.dumps({"log": "x" * (8 << 20)}),
    "many names": lambda: json.dumps({f"name{n}": n for n in range(400_000)}),
    "a token in it": lambda: json.dumps(
        {"Authorization": f"Bearer {TOKEN}", "x": [{"a": n} for n in range(400_000)]}
    ),
}


@pytest.mark.parametrize("kind", PASTES)
@pytest.mark.timing
@pytest.mark.timeout(120)
def test_reading_it_holds_nothing_up(kind):
    """R3: 50 ms at a time, and twice that on a slow machine, in the quietest of three."""
    text = PASTES[kind]()
    assert 5_000_000 < len(text) <= token_text.MAX_JSON_LENGTH
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)  # as the app does
    gc.collect()
    gc.disable()  # idem
    try:
        gaps: list[float] = []
        while len(gaps) < 3 and (not gaps or min(gaps) >= 0.1):
            gaps.append(_measure_longest_gap(text))
    finally:
        gc.enable()
        sys.setswitchinterval(interval)
    assert min(gaps) < 0.1, gaps


def _measure_longest_gap(text, read=token_text.read):
    worker = threading.Thread(target=read, args=(text,))
    longest = 0.0
    worker.start()
    last = time.perf_counter()
    while worker.is_alive():
        worker.join(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


TEXTS = {
    "no line ends": lambda: "x" * (8 << 20),
    "short lines": lambda: "> a\n" * (2 << 20),
    "commands": lambda: "curl https://a.example.com/eyJ \\\n" * (8 << 15),
    "blobs": lambda: "QUJDeyJ" * (8 << 17),
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.timing
@pytest.mark.timeout(120)
def test_looking_for_every_token_holds_nothing_up(kind):
    """R3: idem; at one go a search through 8 MiB took 0.2 s and more."""
    text = TEXTS[kind]()
    gaps: list[float] = []
    while len(gaps) < 3 and (not gaps or min(gaps) >= 0.1):
        gaps.append(_measure_longest_gap(text, read_every))
    assert min(gaps) < 0.1, gaps
