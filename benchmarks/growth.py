"""What an answer costs as it grows: seconds of processor, for 10 to 100,000 organizations."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from inspector_app.inspection.run_inspection import gc_paused
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.presentation.outline_search import OutlineSearch
from inspector_app.session.time_format import TimeContext
from tests.session.answers import NOW, changed, exchange

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange

SIZES = (10, 100, 1_000, 10_000, 100_000)
ROWS = 2
"""Of each hit: the organization, which is called by its name, and the name."""


def build_answer(count: int) -> Exchange:
    """An answer with so many organizations."""
    items = [
        {"id": f"o{15_578_227_985_571 + one * 10_007}", "name": f"Wind farm {one:06}"}
        for one in range(count)
    ]
    return exchange(changed("success", {"session.user.guestOrganizations": items}))


@gc_paused()  # as in the app; else what a run of tests holds would be searched with it
def measure(count: int) -> dict[str, float]:
    """The seconds of processor of each step, for an answer with so many organizations."""
    answer = build_answer(count)
    view = TimeContext(NOW, UTC)
    clock = [time.process_time()]
    json.loads(answer.body)
    clock.append(time.process_time())
    root = build_outline(analyze_answer(answer))
    clock.append(time.process_time())
    search = OutlineSearch(root)
    found = [way for way in search.iter_matches(f"farm {count - 1:06}", view) if way is not None]
    clock.append(time.process_time())
    again = [way for way in search.iter_matches("farm 000005", view) if way is not None]
    clock.append(time.process_time())
    if len(found) != ROWS or len(again) != ROWS:
        raise AssertionError("the search finds the item and its name")
    names = ("json.loads", "read and arrange", "first search", "next search")
    return dict(zip(names, map(float.__sub__, clock[1:], clock[:-1]), strict=True))


if __name__ == "__main__":
    print(json.dumps({size: measure(size) for size in SIZES}))
