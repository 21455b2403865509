"""Long credentials are found by any run of 16 letters, short ones whole, in texts and bytes."""

import base64
import itertools

import pytest

from inspector_app.session.credentials import Credentials
from inspector_app.session.credentials import search as search_module
from inspector_app.session.credentials.search import build_search, iter_parts
from inspector_app.session.interruption import interruptible

LONG = "opaque-" + "q7Z." * 9
OTHER = "opaque-" + "x8Wd." * 9
SHORT = "k8.x=Yz/!"
LETTERS_15 = "a1b2c3d4e5f6g7h"
PART, OVERLAP = 1 << 17, 1 << 14
"""Characters that are searched at once, and those that two parts share."""


@pytest.mark.parametrize(
    ("credential", "is_sought"),
    [("", False), ("k8.x=Yz", False), (SHORT, True), (LETTERS_15, True), (LETTERS_15 + "8", True)],
)
def test_from_which_length_on_one_is_found_inside_of_a_text(credential, is_sought):
    """A1: shorter ones are everywhere."""
    search = build_search([credential])
    text = f"see {credential}, then"
    assert search.has_match(text) is is_sought
    assert search.has_plain_match(text) is is_sought
    assert search.has_match_in_bytes(text.encode()) is is_sought
    assert (search.mask(text) == "see ••••••••••••, then") is is_sought


@pytest.mark.parametrize("half", ["\ud83d", "x\udc80"])
def test_half_a_character_hides_nothing(half):
    """A1."""
    search = build_search([LONG])
    for written in (LONG, base64.b64encode(LONG.encode()).decode()):
        assert search.has_match(f"{half} {written}")
        assert search.has_match(f"{written}{half}")
    assert search.mask(f"{half} {LONG}") == f"{half} ••••••••••••"
    assert not search.has_match(f"{half} nothing of the kind")
    assert build_search([half + SHORT]).has_match(f"see {half}{SHORT}, then")


def test_of_more_than_can_be_indexed_the_first_are_sought(monkeypatch):
    monkeypatch.setattr(search_module, "_MAX_INDEXED", 50)
    ones = [f"{letter}9" * 15 for letter in "abc"]
    search = build_search(ones)
    assert [search.has_match(one) for one in ones] == [True, True, False]


@pytest.mark.parametrize("before", [b"", b"x", b"xy"])
@pytest.mark.parametrize("behind", [b"", b"z", b"zz"])
@pytest.mark.parametrize(
    "encode",
    [
        base64.b64encode,
        base64.urlsafe_b64encode,
        lambda data: data.hex().encode(),
        lambda data: data.hex().upper().encode(),
    ],
)
def test_short_ones_are_found_encoded_at_every_alignment(encode, before, behind):
    """A1."""
    for one in (SHORT, LETTERS_15, "~~~~~~~~", "????>>>>", "ключ-ключ"):
        search = build_search([one])
        written = encode(before + one.encode() + behind).decode()
        assert search.has_match(f"see {written}")
        assert search.has_match_in_bytes(f"see {written}".encode())
        assert search.mask(f"see {written}") != f"see {written}"
        other = encode(before + one.encode()[::-1] + behind).decode()
        assert one == one[::-1] or not search.has_match(f"see {other}")


@pytest.mark.parametrize("marks", ["\n", "\0", " ", "\r\n\t"])
def test_short_ones_are_found_cut_by_blanks(marks):
    """A1."""
    text = f"see {marks.join(SHORT)}."
    search = build_search([SHORT])
    assert search.has_match(text)
    assert search.has_plain_match(text)
    assert search.has_match_in_bytes(text.encode())
    assert search.mask(text) is None


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"\n"])
def test_look_alikes_are_found_in_bytes_of_every_encoding(codec, before):
    """A1: at odd places, too."""
    disguised = "".join(chr(ord(one) + 0xFEE0) for one in LONG if one.isalnum())
    accented = "\u0301".join(LONG)
    for text in (disguised, accented, f"{'ü' * 3}{LONG}"):
        data = before + f"see {text} and so on".encode(codec)
        assert build_search([LONG]).has_match_in_bytes(data)
        assert not build_search([OTHER]).has_match_in_bytes(data)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"a {LONG} b", f"a {'•' * 12} b"),
        (f"a {LONG}{LONG} b", f"a {'•' * 24} b"),
        (f"{LONG} {LONG}", f"{'•' * 12} {'•' * 12}"),
        (f"a {LONG[:20]}? b", f"a {'•' * 12}? b"),
        (f"a ({LONG.upper()}) b", f"a ({'•' * 12}.) b"),
        (f"a {LONG} IAM_S_12345678 {SHORT}", f"a {'•' * 12} IAM_S_{'•' * 12} {'•' * 12}"),
        ("nothing", "nothing"),
    ],
)
def test_only_the_credential_is_masked_and_whole(text, masked):
    """A1, E1: with the marks in it that it has, and none of those around it."""
    assert build_search([LONG, SHORT]).mask(text) == masked


def test_one_that_begins_and_ends_with_marks_is_masked_with_them():
    marked = f"/+{LONG}=="
    assert build_search([marked]).mask(f"a {marked} b {marked}") == f"a {'•' * 12} b {'•' * 12}"
    assert build_search([marked]).mask(f"a {LONG} b") == f"a {'•' * 12}. b"


def test_of_two_spellings_the_first_counts():
    first, second = f"-{LONG}", f"{LONG}-"
    assert build_search([first, second]).mask(f"{first}.") == f"{'•' * 12}."


@pytest.mark.parametrize("place", [0, 1, PART - OVERLAP, PART - 20, PART, PART + OVERLAP])
def test_it_is_found_at_every_edge_of_a_part(place):
    """A1."""
    for one in (LONG, f"{LONG} ".encode().hex()):
        text = "." * place + one + " " + "." * PART
        assert build_search([LONG]).has_match(text)
        assert build_search([LONG]).has_match_in_bytes(text.encode())
        assert not build_search([OTHER]).has_match(text)
    assert build_search([LONG]).has_plain_match("." * place + LONG + "." * PART)


@pytest.mark.parametrize("size", [0, 1, PART, PART + 1, 2 * PART - OVERLAP, 2 * PART, 5 * PART])
def test_the_parts_are_the_whole_and_share_what_is_said(size):
    whole = "".join(map(chr, range(size % 50))) + "x" * (size - size % 50)
    parts = list(iter_parts(whole))
    assert all(len(part) <= PART for part in parts)
    assert all(one[-OVERLAP:] == other[:OVERLAP] for one, other in itertools.pairwise(parts))
    assert "".join([parts[0], *(part[OVERLAP:] for part in parts[1:])]) == whole


def test_more_than_is_indexed_is_found_by_its_pattern():
    many = [f"IAM_S_{number:064}" for number in range((1 << 18) // 70 + 100)]
    search = build_search(many)
    assert search.has_match(many[0][6:])
    assert search.has_match(many[-1])
    assert search.mask(f"a {many[-1]} b") == f"a IAM_S_{'•' * 12} b"


def test_printing_shows_none():
    """A1: not even after it was used."""
    search = build_search([LONG, SHORT])
    assert search.mask(f"{LONG} {SHORT}") == f"{'•' * 12} {'•' * 12}"
    assert repr(search) == (
        "CredentialSearch(runs=RunIndex(), _literals=LiteralIndex(), _literal_bytes=LiteralIndex())"
    )


@pytest.mark.parametrize(
    "one", ["IAM_S_" + "w4Rt" * 8, "APP_PORTAL_S_w4Rtu7Ye", "eyJhbGci.eyJzdWI.c2ln"]
)
@pytest.mark.parametrize(
    "disguise",
    [
        lambda one: "".join(chr(ord(letter) + 0xFEE0) for letter in one),
        "\u200b".join,
        lambda one: f"{one[:3]}\u00ad{one[3:]}",
        lambda one: one.replace("A", "\u0410").replace("y", "\u0443"),
    ],
    ids=["full-width", "zero-width", "soft hyphen", "Cyrillic"],
)
def test_what_looks_like_a_credential_of_nobody_known_is_found_in_look_alikes(disguise, one):
    """A1: a web page cuts with soft hyphens what is copied from it."""
    text = f"会话 {disguise(one)}，无效"
    assert disguise(one) not in Credentials().mask_text(text)
    assert Credentials().find_matches([text, "会话 token eyJ"]) == {text}
    assert Credentials(("w" * 20,)).has_match_in_bytes(text.encode())
    assert not Credentials().has_match(text.replace(disguise(one), "IAM_S_••••••••••••"))


def test_masking_asks_at_each_credential_whether_it_may_go_on():
    """N5: a text of megabytes that repeats one took two seconds after it was cancelled."""
    secret = "IAM_S_" + "hT5v" * 8
    asked = itertools.count()
    with interruptible(lambda: next(asked) < 0):
        masked = Credentials((secret,)).mask_text(f"{secret} " * 500)
    assert secret not in masked
    assert next(asked) >= 500
