"""Long texts are worked on in steps, and an interrupted work ends at the next."""

import re

import pytest

from inspector_app.session.interruption import (
    WorkInterruptedError,
    check_interruption,
    has_match,
    interruptible,
    iter_matches,
    iter_steps,
)

WORD = re.compile("needle")


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_the_steps_are_the_whole_text(length):
    text = "".join(chr(97 + n % 26) for n in range(length))
    assert "".join(text[start:end] for start, end in iter_steps(length)) == text


@pytest.mark.parametrize("at", [0, 65_529, 65_533, 65_536, 131_070, 199_994])
def test_a_match_is_found_wherever_a_step_ends(at):
    text = "x" * at + "needle" + "x" * (199_994 - at)
    assert has_match(WORD, text, len("needle"))
    assert not has_match(WORD, text.replace("needle", "needl_"), len("needle"))


@pytest.mark.parametrize(
    "pattern",
    ["needle", "(?<=\n)x++", "^needle", "(?m)^n[a-z]+", "(?m)e$", "x{4000}", "(?<!x)x++"],
)
@pytest.mark.parametrize("at", [0, 65_529, 65_533, 65_536, 131_070])
@pytest.mark.parametrize("as_bytes", [False, True])
def test_matches_are_those_of_a_search_at_one_go(pattern, at, as_bytes):
    text = f"{'x' * at}needle\n{'x' * 70_000}\nneedle\n{'-' * 4000}needle"
    compiled = re.compile(pattern.encode() if as_bytes else pattern)
    whole = text.encode() if as_bytes else text
    for start in (0, 3, 65_540):
        found = [one.span() for one in iter_matches(compiled, whole, 4096, start)]
        assert found == [one.span() for one in compiled.finditer(whole, start) if one[0]]


def test_what_only_seems_to_end_the_text_hides_no_match_behind_it():
    text = "-" * 65_535 + "ab" + "-" * 9
    found = [one.span() for one in iter_matches(re.compile(r"ab\Z|b"), text, 1)]
    assert found == [(65_536, 65_537)]


def test_an_interrupted_work_ends_at_the_next_step():
    is_over = False
    with interruptible(lambda: is_over):
        steps = iter_steps(1_000_000)
        assert next(steps) == (0, 65_536)
        is_over = True
        with pytest.raises(WorkInterruptedError):
            next(steps)
        with pytest.raises(WorkInterruptedError):
            has_match(WORD, "x" * 10, 6)


@pytest.mark.parametrize(("outer", "inner"), [(True, False), (False, True), (True, True)])
def test_a_work_within_another_is_over_when_either_is(outer, inner):
    """R3: and only then, and no longer than its block."""
    ended = {"outer": False, "inner": False}
    with interruptible(lambda: ended["outer"]):
        with interruptible(lambda: ended["inner"]):
            check_interruption()
            ended.update(outer=outer, inner=inner)
            with pytest.raises(WorkInterruptedError):
                check_interruption()
        if outer:
            with pytest.raises(WorkInterruptedError):
                check_interruption()
        else:
            check_interruption()
    check_interruption()
