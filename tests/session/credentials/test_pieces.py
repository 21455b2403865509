"""A credential that is cut into many values is found in them, and nothing else is."""

import json
from typing import Any

import pytest

from inspector_app.session.credentials import find_in_document, pieces
from inspector_app.session.credentials.pieces import find_pieces
from inspector_app.session.parsing.json_document import JsonArray
from inspector_app.session.parsing.strict_json import parse_document

CREDENTIAL = "IAM_S_Vt6pNw3XdLz8ScWm5KgZr7QeHk4FuByj"
CUT = {size: [CREDENTIAL[at : at + size] for at in range(0, 38, size)] for size in (1, 4, 8, 15)}
LETTERS = [one for one in CREDENTIAL if one.isalpha()]
SPLIT: dict[str, Any] = {
    "letters": CUT[1],
    "fours": CUT[4],
    "members": {f"p{number}": one for number, one in enumerate(CUT[8])},
    "long members": {f"p{number}": one for number, one in enumerate(CUT[15])},
    "names": dict.fromkeys(CUT[8], 1),
    "nested names": {CUT[8][0]: {CUT[8][1]: {CUT[8][2]: {CUT[8][3]: 1}}}},
    "lists": [CUT[4][:3], [], [CUT[4][3:]]],
    "objects": [{"%": one} for one in CUT[4]],
    "backwards": [one[::-1] for one in CUT[4]][::-1],
    "other things between": [[piece, 1, "", None, {}] for piece in CUT[8]],
}


def find(note: Any) -> Any:
    body = json.dumps({"session": {"id": CREDENTIAL, "user": {"name": "Ann", "note": note}}})
    return find_in_document(parse_document(body.encode()).root, body)


def list_texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [one for pair in value.items() for inner in pair for one in list_texts(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in list_texts(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("note", SPLIT.values(), ids=SPLIT)
def test_each_piece_is_masked(note):
    """A1: what stands in rows one below the other is read as one."""
    known = find(note)
    pieces = [one for one in list_texts(note) if any(one in cut for cut in CUT.values())]

    assert pieces or note is SPLIT["backwards"]
    for piece in pieces:
        if not piece.isdigit() and piece != "_":
            assert known.mask_text(piece) != piece


@pytest.mark.parametrize("place", ["names", "values"])
@pytest.mark.parametrize(("length", "is_found"), [(40, True), (41, False)])
def test_a_piece_may_be_as_long_as_forty_characters(place, length, is_found):
    """What is between its letters counts, and is no part of the credential."""
    pieces = [CREDENTIAL[:12].ljust(length), CREDENTIAL[12:24].ljust(length)]
    known = find(dict.fromkeys(pieces, 1) if place == "names" else pieces)
    assert [known.has_match(one) for one in pieces] == [is_found] * 2


@pytest.mark.parametrize(
    "note", [CUT[8][:1], ["Wind", "North"], LETTERS[:9], [CREDENTIAL[:8], "x" * 41, CREDENTIAL[8:]]]
)
def test_what_is_no_run_stays(note):
    known = find(note)

    assert [
        one for one in ("Wind", "North", "Ann", "name", *LETTERS[:9]) if known.has_match(one)
    ] == []


def test_what_only_ends_or_stands_among_them_is_no_piece():
    """A text of 16 letters or more has words of its own beside those of the credential."""
    words = f"Turbines of {CREDENTIAL[6:14]}"
    known = find([words, "%", CREDENTIAL[14:22], "--", CREDENTIAL[22:30]])
    assert [one for one in (words, "%", "--") if known.has_match(one)] == []
    assert all(map(known.has_match, (CREDENTIAL[14:22], CREDENTIAL[22:30])))


def test_so_many_short_texts_are_looked_at(monkeypatch):
    for bound, is_found in ((9, False), (10, True)):
        monkeypatch.setattr(pieces, "_MAX_PIECES", bound)
        texts = find_pieces(JsonArray(tuple("abcdef") + tuple(CUT[8][:4])), [CREDENTIAL])
        assert (CUT[8][3] in texts) is is_found


def test_digits_alone_are_no_piece():
    known = find(CUT[1])

    assert not any(map(known.has_match, "0123456789"))
    credential = "opaque-Vt6pNw3X4821Ls905cWmKgZrQeHk"
    found = find_pieces(JsonArray(("Vt6pNw3X", "4821", "Ls", "905", "cWmKgZr")), [credential])
    assert found == ["Vt6pNw3X", "4821", "Ls", "cWmKgZr"]


def test_a_text_beside_the_whole_credential_is_no_piece_of_it():
    """The end of one that repeats itself goes on in the first letter of its neighbour."""
    whole = "IAM_S_" + "q7" * 16
    answer = {"session": {"id": whole, "name": "quarter", "unit": "7", "again": whole}}
    body = json.dumps(answer)
    found = find_in_document(parse_document(body.encode()).root, body)
    assert found.has_match(whole)
    assert not found.has_match("quarter")
