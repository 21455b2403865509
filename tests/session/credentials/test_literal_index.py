"""Short credentials are found as they are, whole, however many they are."""

import pytest

from inspector_app.session.credentials.literal_index import build_literal_index

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
