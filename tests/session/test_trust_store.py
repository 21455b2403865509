"""Whom the transport believes is noted by a name, and told in the person's language."""

import pytest

from inspector_app.session.trust_store import store_name, store_words

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
    name = store_name(file)
    assert name == english
    assert str(store_words(name)) == english
    assert store_words(name).render(lambda text: GERMAN.get(text, text)) == german


@pytest.mark.parametrize("name", ["the operating system", "corporate + {file}", ""])
def test_another_name_stays_as_it_was_noted(name):
    assert store_words(name).render(lambda text: GERMAN.get(text, text)) == name
