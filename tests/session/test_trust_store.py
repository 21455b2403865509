"""Whom the transport believes is noted by a name, and told in the person's language."""

import pytest

from inspector_app.session.trust_store import build_trust_store_name, describe_trust_store

GERMAN = {
    "operating system": "Betriebssystem",
    "operating system + {file}": "Betriebssystem und {file}",
}


@pytest.mark.parametrize(
    ("file", "english", "german"),
    [
        (None, "operating system", "Betriebssystem"),
        ("root.pem", "operating system + root.pem", "Betriebssystem und root.pem"),
        ("a + b.pem", "operating system + a + b.pem", "Betriebssystem und a + b.pem"),
    ],
)
def test_its_name_is_told_in_words(file, english, german):
    name = build_trust_store_name(file)
    assert name == english
    assert str(describe_trust_store(name)) == english
    assert describe_trust_store(name).render(lambda text: GERMAN.get(text, text)) == german


@pytest.mark.parametrize("name", ["the operating system", "corporate + {file}", ""])
def test_another_name_stays_as_it_was_noted(name):
    assert describe_trust_store(name).render(lambda text: GERMAN.get(text, text)) == name
