import hashlib
import hmac

import pytest

from inspector_app.report.pseudonyms import (
    PseudonymKind,
    PseudonymRegistry,
    compute_long_pseudonym,
    compute_pseudonym,
    is_pseudonym,
)

KEY = b"k" * 32


def alike():
    """Two ids whose short labels are the same, found by trying."""
    seen: dict[str, str] = {}
    number = 0
    while (label := compute_pseudonym(PseudonymKind.ORGANIZATION, f"o{number}", KEY)) not in seen:
        seen[label] = f"o{number}"
        number += 1
    return seen[label], f"o{number}"


def test_a_label_is_short_and_depends_on_the_kind_and_the_key():
    """E2."""
    label = compute_pseudonym(PseudonymKind.USER, "u1", KEY)
    assert is_pseudonym(label)
    assert len(label) == len("user#19c2")
    assert compute_pseudonym(PseudonymKind.USER, "u1", KEY) == label
    assert compute_pseudonym(PseudonymKind.USER, "u1", b"another") != label
    assert compute_pseudonym(PseudonymKind.RESOURCE, "u1", KEY)[-4:] != label[-4:]


def test_a_label_stays_the_label_it_is():
    for label in ("user#19c2", "org#7f3a0b1c"):
        assert compute_pseudonym(PseudonymKind.ORGANIZATION, label, KEY) == label
    for other in ("user#19c", "user#19C2", "person#19c2", "org#7f3a0", "x org#7f3a"):
        assert not is_pseudonym(other)


def test_two_identities_of_one_document_never_share_a_label():
    """E2."""
    first, second = alike()
    labels = PseudonymRegistry(KEY)
    short, long = (labels.get_label(PseudonymKind.ORGANIZATION, one) for one in (first, second))
    assert short != long
    assert long.startswith(short)
    assert is_pseudonym(long)
    again = [labels.get_label(PseudonymKind.ORGANIZATION, one) for one in (second, first)]
    assert again == [long, short]


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [("USER", "user"), ("ORGANIZATION", "org"), ("RESOURCE", "resource"), ("APPLICATION", "app"),
     ("FIELD", "field")],
)  # fmt: skip
def test_a_label_is_the_keyed_digest_of_kind_and_identity(kind, prefix):
    """E2: the same in every version, or two reports of one person could not be put together."""
    for value in ("u1", "", "ключ", "\ud800"):
        identity = f"{prefix}\0{value}".encode(errors="surrogatepass")
        digest = hmac.new(KEY, identity, hashlib.sha256).hexdigest()
        label = compute_pseudonym(PseudonymKind[kind], value, KEY)
        assert label == f"{prefix}#{digest[:4]}"
        assert compute_long_pseudonym(PseudonymKind[kind], value, KEY) == f"{prefix}#{digest[:8]}"
        assert is_pseudonym(label)
    assert compute_long_pseudonym(PseudonymKind[kind], "user#19c2", KEY) != "user#19c2"


@pytest.mark.parametrize("is_saved_first", [True, False])
def test_a_label_that_was_read_is_that_of_who_has_it_here_and_of_nobody_else(is_saved_first):
    """E2: of an answer and of a saved one, which are compared."""
    first, second = alike()
    kind = PseudonymKind.ORGANIZATION
    saved = compute_pseudonym(kind, first, KEY)
    labels = PseudonymRegistry(KEY, has_labels=True)
    order = [saved, first] if is_saved_first else [first, saved]
    assert [labels.get_label(kind, one) for one in (*order, *order)] == [saved] * 4
    assert labels.get_label(kind, second) == compute_long_pseudonym(kind, second, KEY)
    assert [labels.get_label(kind, one) for one in order] == [saved] * 2
