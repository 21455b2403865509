"""A credential that is written as the numbers of its characters is found, and nothing else."""

import pytest

from inspector_app.session.credentials import Credentials
from inspector_app.session.credentials.character_codes import (
    find_coded,
    list_leaves,
)
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

SECRET = "IAM_S_" + "Jw5rVt8yCb3n" * 3
KNOWN = Credentials((SECRET,))


def array(texts):
    return JsonArray(tuple(JsonNumber(one) for one in texts))


CODES = [str(ord(one)) for one in SECRET]
WRITTEN = {
    "numbers": array(CODES),
    "fractions": array([f"{one}.0" for one in CODES]),
    "texts": JsonArray(tuple(CODES)),
    "hexadecimal": JsonArray(tuple(hex(ord(one)) for one in SECRET)),
    "bare hexadecimal": JsonArray(tuple(f"{ord(one):02X}" for one in SECRET)),
    "members": JsonObject(tuple((f"k{at}", JsonNumber(one)) for at, one in enumerate(CODES))),
    "objects": JsonArray(tuple(JsonObject((("c", JsonNumber(one)),)) for one in CODES)),
    "backwards": array(CODES[::-1]),
    "in two": JsonArray((array(CODES[:20]), "and", array(CODES[20:]))),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("before", [0, 1, 63, 64, 65, 500, 5000])
@pytest.mark.parametrize("after", [0, 1, 64, 5000])
def test_it_is_found_wherever_it_stands_among_many_others(before, after):
    """A1, E1."""
    others = [str(40 + number * 7 % 80) for number in range(max(before, after))]
    values = [*others[:before], *CODES, *others[:after]]
    found = find_coded(array(values), KNOWN, values)
    assert set(range(before, before + len(CODES))) <= found


@pytest.mark.parametrize("kind", WRITTEN)
def test_each_value_that_stands_for_a_character_is_found(kind):
    """A1, E1."""
    root = JsonObject((("before", array(["7200", "1", "0"])), ("x", WRITTEN[kind])))
    leaves = list_leaves(root)
    left = [
        one for at, one in enumerate(leaves) if at not in find_coded(root, KNOWN, list_leaves(root))
    ]
    assert left == ["7200", "1", "0", *(["and"] if kind == "in two" else [])]


def test_of_many_codes_those_of_the_credential_are_found():
    others = [str(40 + number * 7 % 80) for number in range(2000)]
    values = [*others, *CODES, *others]
    found = find_coded(array(values), KNOWN, values)
    assert set(range(2000, 2000 + len(CODES))) <= found
    assert len(found) < len(CODES) + 130


def test_ordinary_numbers_are_none():
    root = array([str(32 + number % 95) for number in range(500)])
    assert find_coded(root, KNOWN, list_leaves(root)) == frozenset()
    assert find_coded(array(["0", "7200", "65", "66", "1562849746"]), KNOWN, []) == frozenset()
