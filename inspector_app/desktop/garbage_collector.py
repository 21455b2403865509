"""Collects cyclic garbage in the UI thread, at moments when that takes a few milliseconds.

Python searches for cycles whenever enough objects were made, in whatever thread made the last, and
stops all of them meanwhile. An answer of megabytes is hundreds of thousands of objects without a
single cycle: each search among them takes 0.1 s and more. So Python's own rule is switched off.
What a start makes, and holds to its end, is exempt from any search for good (``gc.freeze``);
whatever is made later is searched here, as long as it is little. An answer that is too large for
that ends without a search, when nothing refers to it any more, and then the rest has its turn.
Its end takes time, too: freed in one go, a million values hold the interpreter for 0.1 s. So a
large answer is held here until nothing else does, and taken apart in the background.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.system import heap

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.analyzed_answer import AnalyzedAnswer

_INTERVAL_MS: Final = 1000
_MIN_NEW_OBJECTS: Final = 200
"""Containers made since the last search, below which another is not worth its time."""

_MAX_OBJECTS: Final = 40_000
"""Containers that are searched in a pause of 16 ms: 0.4 µs for each, when it was measured."""

_MAX_IMPORTED: Final = 80_000
"""Containers that are searched once, after half of the imports: a pause of 32 ms. Each half makes
some 40,000."""

_MAX_GROWTH: Final = 400_000
"""Containers made, beside those of the last answer, after which they are searched even so: about
50 MB, which no use of the app has come near."""


_MIN_LARGE: Final = 20_000
"""Values from which on an answer is taken apart: so many are freed in 5 ms."""

_SOLE_OWNER: Final = 2
"""References to what only one list holds, the one that asks included."""


class GarbageCollector(QObject):
    """Takes the place of Python's automatic collection, which stays off to the process's end."""

    def __init__(self, background: BackgroundExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._surviving = 0
        self._expected = 0
        self._large: list[AnalyzedAnswer] = []
        self._is_seen = True
        self._is_stopped = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect_if_quick)
        self._timer.start()
        background.delivered.connect(self.resume)

    def limit_memory(self) -> None:
        """Let all threads from now on share their memory; before the first of them is started."""
        heap.limit_arenas()

    def exempt_startup(self) -> None:
        """Exempt all that exists by now: to be called before there can be a token or an answer."""
        gc.freeze()
        gc.collect(0)  # nothing is left to be searched, and what a start made counts no more

    def exempt_imported(self) -> None:
        """Exempt what was imported since, unless there is a large answer by now.

        It is more than is searched in one go, which would leave everything else unsearched. What an
        answer has left in cycles is collected first: exempt, it would stay.
        """
        if self._expected:  # there was an answer
            if gc.get_count()[0] > _MAX_IMPORTED:
                return
            gc.collect()
        self.exempt_startup()

    def watch(self, *answered: SignalInstance) -> None:
        """Count what there is when one of the signals is emitted as an answer that is in use.

        The last that a signal carries, if it carries any, is the result with the answer.
        """
        for signal in answered:
            signal.connect(self._note_answer)

    def set_seen(self, is_seen: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Say whether anybody can see the window: if nobody can, it rests while nothing happens."""
        self._is_seen = is_seen
        self.resume()

    @Slot()
    def resume(self) -> None:
        """Go on: something happened, which may have left something to collect."""
        if not (self._is_stopped or self._timer.isActive()):
            self._timer.start()

    def _note_answer(self, *results: InspectionResult) -> None:
        self._expected = max(self._expected, gc.get_count()[0])
        for analyzed in (one.analyzed for one in results[-1:]):
            if _is_large(analyzed) and all(one is not analyzed for one in self._large):
                self._large.append(analyzed)

    @Slot()
    def collect_if_quick(self) -> None:
        """Collect, if enough was made since the last time and it is little to search in all.

        Not while a job runs: what it makes may be the beginning of a large answer.
        """
        if not self._background.is_idle():
            return
        if self._release_large_answers():
            return  # they are still there
        made = gc.get_count()[0]
        is_quick = self._surviving + made <= _MAX_OBJECTS
        if (is_quick and made >= _MIN_NEW_OBJECTS) or made - self._expected > _MAX_GROWTH:
            gc.collect()
            self._surviving = len(gc.get_objects())
            if self._expected > _MAX_OBJECTS:  # a large answer is gone
                heap.trim()
            self._expected = 0
        elif not self._is_seen and made < _MIN_NEW_OBJECTS:
            self._timer.stop()

    def _release_large_answers(self) -> bool:
        """Take apart, in the background, the large answers that nothing else refers to, if any."""
        ended: list[object] = [
            self._large.pop(at)
            for at in reversed(range(len(self._large)))
            if sys.getrefcount(self._large[at]) == _SOLE_OWNER
        ]
        if ended:
            self._background.submit(Lane.FILES, partial(heap.release, ended))
        return bool(ended)

    def stop(self) -> None:
        """Search no more. While the last jobs run, Python itself would do it in one of theirs.

        What belongs to Qt would end in a thread that is not Qt's, and the process with it.
        """
        self._is_stopped = True
        self._timer.stop()


def _is_large(analyzed: AnalyzedAnswer) -> bool:
    """Whether the documents of an answer have many values; looks no further than it must."""
    from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject

    companions = [one.document for one in analyzed.companions]
    waiting: list[Json] = [one.root for one in (analyzed.document, *companions) if one is not None]
    found = 0
    while waiting and found < _MIN_LARGE:
        value = waiting.pop()
        if isinstance(value, JsonObject):
            found += len(value.members)
            waiting += [member for _, member in value.members[:_MIN_LARGE]]
        elif isinstance(value, JsonArray):
            found += len(value.items)
            waiting += value.items[:_MIN_LARGE]
    return found >= _MIN_LARGE
