import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.path import format_dotted, format_json_path, format_json_pointer
from inspector_app.session.plain_text import escape_invisible

HARD_NAMES = ["", "~", "/", "~1", "~01", "'", "\\", '"', "a.b", "[0]", "0", "-", "\ud800", "\u202e"]
NAMES = st.text(st.characters(codec=None, categories=None), max_size=8) | st.sampled_from(
    HARD_NAMES
)
PATHS = st.lists(NAMES | st.integers(0, 10**6), max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), ""),
        (("session",), "session"),
        (("session", "user", "name"), "session.user.name"),
        (("guestOrganizations", 3, "id"), "guestOrganizations[3].id"),
        ((0, 1), "[0][1]"),
        (("user", "first name"), 'user["first name"]'),
        (("a.b", "c"), '["a.b"].c'),
        (("7", "x"), '["7"].x'),
        (("",), '[""]'),
        (('say "hi"',), r'["say \"hi\""]'),
        (("back\\slash",), r'["back\\slash"]'),
        (("姓名",), '["姓名"]'),
        (("\t\x00",), r'["\t\u0000"]'),
        (("\u202e", "\ud800"), r'["\u202e"]["\ud800"]'),
    ],
)
def test_a_path_as_people_say_it(path, shown):
    assert format_dotted(path) == shown


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ((), ""),
        (("session", "user"), "/session/user"),
        (("guestOrganizations", 3, "id"), "/guestOrganizations/3/id"),
        (("",), "/"),
        (("a/b", "m~n"), "/a~1b/m~0n"),
        (("~1",), "/~01"),
        (('c%d|"\\ ',), '/c%d|"\\ '),
        (("姓名\n",), "/姓名\n"),
    ],
)
def test_a_path_as_json_pointer(path, pointer):
    """RFC 6901, section 5."""
    assert format_json_pointer(path) == pointer


@pytest.mark.parametrize(
    ("path", "normalized"),
    [
        ((), "$"),
        (("session", "user", 0), "$['session']['user'][0]"),
        (("",), "$['']"),
        (("it's",), r"$['it\'s']"),
        (('say "hi"',), "$['say \"hi\"']"),
        (("back\\slash",), r"$['back\\slash']"),
        (("\b\t\n\f\r\x0b\x00\x1f",), r"$['\b\t\n\f\r\u000b\u0000\u001f']"),
        (("姓名\x7f\u202e",), "$['姓名\x7f\u202e']"),
        (("\ud800",), r"$['\ud800']"),
    ],
)
def test_a_path_as_normalized_json_path(path, normalized):
    """RFC 9535, section 2.7."""
    assert format_json_path(path) == normalized


def names_of_pointer(pointer):
    names = pointer.split("/")[1:]
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in names)


def steps_of_json_path(text):
    steps, rest = [], text.removeprefix("$")
    while rest:
        step = re.match(r"\[(?:(\d+)|'((?:[^'\\]|\\.)*)')\]", rest, re.DOTALL)
        assert step, rest
        quoted = (step[2] or "").replace("\\'", "'").replace('"', '\\"')
        steps.append(int(step[1]) if step[1] else json.loads(f'"{quoted}"', strict=False))
        rest = rest[step.end() :]
    return tuple(steps)


def joined(path):
    """A high and a low half side by side are one character once JSON has been read."""
    return tuple(step if isinstance(step, int) else json.loads(json.dumps(step)) for step in path)


@settings(deadline=None, max_examples=200)
@given(PATHS)
def test_a_pointer_leads_back_to_the_path(path):
    assert names_of_pointer(format_json_pointer(path)) == tuple(str(step) for step in path)


@settings(deadline=None, max_examples=200)
@given(PATHS.map(joined))
def test_a_json_path_leads_back_to_the_path(path):
    assert steps_of_json_path(format_json_path(path)) == path


@settings(deadline=None, max_examples=200)
@given(PATHS.map(joined), PATHS.map(joined))
def test_paths_that_differ_look_different_and_hide_nothing(one, other):
    """J2: a path may be shown anywhere."""
    assert (format_dotted(one) == format_dotted(other)) == (one == other)
    assert escape_invisible(format_dotted(one)) == format_dotted(one)
