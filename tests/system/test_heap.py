"""What is large ends in steps, and goes back to the system."""

import ctypes
import json
import sys
import threading
import time
from typing import Any, ClassVar

import pytest

from inspector_app.system import heap


class GnuLibrary:
    """The functions of glibc that are asked for, and nothing else."""

    def __init__(self):
        self.asked = []

    def mallopt(self, option, value):
        self.asked.append(("mallopt", option, value))

    def malloc_trim(self, kept):
        self.asked.append(("malloc_trim", kept))


@pytest.mark.parametrize(
    ("ask", "asked"),
    [(heap.limit_arenas, ("mallopt", -8, 1)), (heap.trim, ("malloc_trim", 0))],
)
def test_linux_is_asked_for_one_arena_and_for_nothing_to_be_kept(monkeypatch, ask, asked):
    """R4: https://man7.org/linux/man-pages/man3/mallopt.3.html, of which M_ARENA_MAX is -8."""
    library = GnuLibrary()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    monkeypatch.setattr(sys, "platform", "linux")
    ask()
    assert library.asked == [asked]
    monkeypatch.setattr(sys, "platform", "darwin")
    ask()
    assert library.asked == [asked]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())  # another library than glibc
    ask()


class Tree:
    """Something that tells when it ends."""

    def __init__(self, ended: list[int], *inner: object) -> None:
        self.ended, self.inner = ended, inner

    def __del__(self) -> None:
        self.ended.append(len(self.inner))


def test_what_only_the_list_holds_ends_with_all_that_only_it_holds():
    ended: list[int] = []
    box: list[object] = [Tree(ended, Tree(ended), [Tree(ended, "a", "b")])]
    heap.release(box)
    assert box == []
    assert sorted(ended) == [0, 2, 2]


def test_what_has_another_owner_stays_whole():
    ended: list[int] = []
    inner = Tree(ended)
    kept = Tree(ended, inner)
    del inner
    heap.release([[kept], Tree(ended, "a")])
    assert ended == [1]
    assert isinstance(kept.inner[0], Tree)


class Leaf:
    """Holds nothing, and tells in which function it ended."""

    __slots__ = ()
    ended_in: ClassVar[list[str]] = []

    def __del__(self) -> None:
        self.ended_in.append(sys._getframe(1).f_code.co_name)


@pytest.fixture
def ended_in(monkeypatch):
    monkeypatch.setattr(Leaf, "ended_in", [])
    return Leaf.ended_in


def test_what_is_made_for_one_use_is_released_then(ended_in):
    assert heap.make_and_release(lambda: ["a", Leaf()], len) == 2
    assert ended_in == ["release"]


class Box(list[Any]):
    """Tells what is taken out of it."""

    def __init__(self, value):
        super().__init__([value])
        self.taken = []

    def pop(self, at=-1):
        value = super().pop(at)
        self.taken.append(str(value))
        return value


@pytest.mark.parametrize("make", [list, lambda texts: dict(zip(texts, texts, strict=True))])
def test_each_part_ends_by_itself(make):
    """R3: those of a dictionary of texts, too, which Python does not track."""
    whole = make(["a", "b"])
    box, told = Box(whole), str(whole)
    del whole
    heap.release(box)
    assert box.taken[0] == told
    assert sorted(box.taken[1:]) == ["a", "b"]


def test_where_its_use_breaks_off_the_error_has_all_its_frames():
    def use(value):
        one = value[0]
        raise ValueError(len(one))

    with pytest.raises(ValueError, match="2") as raised:
        heap.make_and_release(lambda: [["a", Leaf()]], use)
    assert raised.traceback[-1].name == "use"
    assert "one" in raised.traceback[-1].locals


@pytest.mark.timing
def test_other_threads_run_meanwhile():
    """R3: a million values end, 50 ms at a time, and twice that on a slow machine."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    try:
        gaps = [_measure_longest_gap(json.dumps([{"a": [n]} for n in range(250_000)]))]
        while min(gaps) >= 0.1 and len(gaps) < 3:
            gaps.append(_measure_longest_gap(json.dumps([{"a": [n]} for n in range(250_000)])))
    finally:
        sys.setswitchinterval(interval)
    assert min(gaps) < 0.1, gaps


def _measure_longest_gap(text):
    box = [json.loads(text)]
    worker = threading.Thread(target=heap.release, args=(box,))
    longest = 0.0
    worker.start()
    last = time.perf_counter()
    while worker.is_alive():
        worker.join(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest
