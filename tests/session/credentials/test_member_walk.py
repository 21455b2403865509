"""What an answer holds is walked through in its order, in steps between which it can be ended."""

from itertools import chain, count

import pytest

from inspector_app.session.credentials.member_walk import iter_members
from inspector_app.session.interruption import WorkInterruptedError, interruptible
from inspector_app.session.parsing.strict_json import parse_document


def walk(text):
    root = parse_document(text.encode()).root
    return list(chain.from_iterable(iter_members(root, "list")))


def test_the_members_of_objects_in_a_list_come_in_its_order():
    names = [name for name, _ in walk('[{"a": 1, "b": [2]}, "c", {}, [{"d": 3}], {"e": 4}]')]
    assert names == ["a", "b", "list", "list", "e"]


@pytest.mark.parametrize("text", ['{"a": "x", "b": null}', '[{"a": "x"}, {"b": null}]'])
def test_members_have_their_own_names(text):
    assert walk(text) == [("a", "x"), ("b", None)]


def test_what_holds_nothing_else_is_a_member_itself():
    assert walk('"x"') == [("list", "x")]


@pytest.mark.parametrize("item", ["1,", '{"a":1},'])
def test_a_long_list_is_walked_through_in_steps(item):
    """N5: a cancel ends it between two."""
    root = parse_document(f"[{item * 5000}1]".encode()).root
    asked = count()
    with interruptible(lambda: next(asked) > 0):
        steps = iter_members(root, "")
        first = list(next(steps))
        with pytest.raises(WorkInterruptedError):
            next(steps)
    assert 0 < len(first) < 5000
