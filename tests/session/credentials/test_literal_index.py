"""Short credentials are found as they are, whole, however many they are."""

import base64

import pytest

from inspector_app.session.credentials.literal_index import build_literal_index, iter_forms

FEW = ["production", "production-2", "!!!!!!!!!!", "ключ-ключ"]
MANY = FEW + [f"secret-{number:05}" for number in range(2000)]


@pytest.mark.parametrize("texts", [FEW, MANY], ids=["few", "many"])
def test_the_longest_at_a_place_is_found(texts):
    index = build_literal_index(texts)
    text = "in production-2, production and ключ-ключ"
    assert index.has_match(text)
    assert [text[start:end] for start, end in index.find_spans(text)] == [
        "production-2",
        "production",
        "ключ-ключ",
    ]
    assert not index.has_match("in Production, productio")


def test_one_of_many_is_found_in_bytes():
    index = build_literal_index([one.encode() for one in MANY])
    assert index.has_match(b"no secret-01999 here")
    assert not index.has_match(b"no secret-02000 here")


def test_shorter_ones_are_not_sought():
    assert not build_literal_index(["status", ""])
    assert not build_literal_index(["status"]).has_match("status")


def find_common(secret, before):
    """What base64 has of a secret behind so many bytes, whatever these and those behind are."""
    first, second = (
        base64.b64encode(bytes([code]) * before + secret + bytes([code]) * 3).decode()
        for code in (0x00, 0xFF)
    )
    return "".join(one if one == other else " " for one, other in zip(first, second, strict=True))


@pytest.mark.parametrize("size", range(8, 16))
def test_an_encoding_is_known_by_all_that_it_must_hold_and_no_more(size):
    """A1: by less of it, another text would be taken for it."""
    secret = bytes(range(0xF0, 0xF0 + size))
    forms = {find_common(secret, before).strip(" =") for before in range(3)}
    forms |= {one.replace("+", "-").replace("/", "_") for one in forms}
    forms |= {secret.hex(), secret.hex().upper()}
    assert {form.decode() for form in iter_forms(secret)} == forms
    assert any("-" in form or "_" in form for form in forms)


@pytest.mark.parametrize("count", [32, 33])
def test_texts_that_begin_alike_are_found_by_all_of_them(count):
    texts = [f"alike-beginning-{number:02}" for number in range(count)]
    index = build_literal_index(texts)
    assert all(index.has_match(f"see {one}.") for one in texts)
    assert index.has_match(texts[0])
    assert not index.has_match("see alike-beginning-99")
    assert list(index.find_spans(f"{texts[0]}{texts[1]} {texts[1]}")) == [
        (0, 18),
        (18, 36),
        (37, 55),
    ]
    assert "alike" not in repr(index)
    assert bool(index)


def test_many_that_begin_alike_are_found_without_comparing_each_at_every_place():
    """Trap 20: of 2,000, 16 kB took 3 s, and 4 MiB as many minutes."""
    alike = [f"abcdefgh{'-' * size}!" for size in range(2000)]
    index = build_literal_index(alike)
    text = "abcdefgh" * 2000

    assert not index.has_match(text)
    assert [*index.find_spans(f"{text}{alike[40]} {alike[3]} {alike[-1]}")] == [
        (16_000, 16_049),
        (16_050, 16_062),
        (16_063, 16_063 + 1024),
    ]


def test_one_of_marks_alone_is_not_compared_whole_at_every_place():
    """Trap 20."""
    many = [f"{number:08}" for number in range(40)]
    index = build_literal_index(["-" * 100_000, *many])

    found = index.find_spans("-" * 99_999)

    assert sum(end - start for start, end in found) == 99_999 // 64 * 64
