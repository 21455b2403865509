from inspector_app.report.pseudonyms import Kind, Pseudonyms, is_label, pseudonym

KEY = b"k" * 32


def alike():
    """Two ids whose short labels are the same, found by trying."""
    seen: dict[str, str] = {}
    number = 0
    while (label := pseudonym(Kind.ORGANIZATION, f"o{number}", KEY)) not in seen:
        seen[label] = f"o{number}"
        number += 1
    return seen[label], f"o{number}"


def test_a_label_is_short_and_depends_on_the_kind_and_the_key():
    """E2."""
    label = pseudonym(Kind.USER, "u1", KEY)
    assert is_label(label)
    assert len(label) == len("user#19c2")
    assert pseudonym(Kind.USER, "u1", KEY) == label
    assert pseudonym(Kind.USER, "u1", b"another") != label
    assert pseudonym(Kind.RESOURCE, "u1", KEY)[-4:] != label[-4:]


def test_a_label_stays_the_label_it_is():
    for label in ("user#19c2", "org#7f3a0b1c"):
        assert pseudonym(Kind.ORGANIZATION, label, KEY) == label
    for other in ("user#19c", "user#19C2", "person#19c2", "org#7f3a0", "x org#7f3a"):
        assert not is_label(other)


def test_two_identities_of_one_document_never_share_a_label():
    """E2."""
    first, second = alike()
    labels = Pseudonyms(KEY)
    short, long = (labels.label(Kind.ORGANIZATION, one) for one in (first, second))
    assert short != long
    assert long.startswith(short)
    assert is_label(long)
    again = [labels.label(Kind.ORGANIZATION, one) for one in (second, first)]
    assert again == [long, short]
