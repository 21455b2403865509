"""A translation calls each thing by the glossary's word, so that two screens mean the same."""

import re

import glossary
import pytest
import translations
from glossary import Glossary, find_wrong_words, load_glossary

from inspector_app.system.translations import CatalogueMessage, parse_catalogue

CATALOGUES = sorted(translations.CATALOGUES.glob("*.ts"))
GIVEN = Glossary({"token": ("令牌",), "home organization": ("归属组织",)}, {"忘记": "清除"})


def check(source, translation, *, is_finished=True):
    return list(find_wrong_words(GIVEN, [CatalogueMessage(source, translation, is_finished)]))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_catalogue_has_a_glossary_and_keeps_to_it(file):
    found = load_glossary(file)
    assert found.terms
    assert found.instead
    assert list(find_wrong_words(found, parse_catalogue(file.read_bytes()))) == []


@pytest.mark.parametrize(
    "source", ["Paste a token.", "Two tokens", "TOKEN", "token", "A token’s end", "“token”"]
)
def test_another_word_for_a_term_is_found_in_every_form(source):
    assert check(source, "请粘贴记号") == [f"{source!r}: token is 令牌"]
    assert check(source, "请粘贴令牌") == []


@pytest.mark.parametrize("source", ["{token} is kept", "tokenize it", "See /token/get", "Keep it"])
def test_what_is_no_such_word_is_left_alone(source):
    assert check(source, "保存") == []


def test_a_word_that_is_written_nowhere_is_found():
    assert check("Forget it", "忘记") == ["'Forget it': write 清除 for 忘记"]


def test_a_text_that_is_still_to_be_translated_is_no_problem():
    assert check("Paste a token.", "", is_finished=False) == []


def test_a_language_without_a_glossary_is_held_to_nothing(tmp_path):
    assert load_glossary(tmp_path / "de.ts") == glossary.NO_GLOSSARY


LATIN_PUNCTUATION = re.compile(r"[\u4e00-\u9fff] *[(,;:!?](?![&*])")
"""After a Chinese character, but for a mnemonic, ``(&F)``, and a pattern of files, ``(*)``."""


def test_chinese_has_its_own_punctuation():
    messages = parse_catalogue((translations.CATALOGUES / "zh_CN.ts").read_bytes())
    assert messages
    assert [one.translation for one in messages if LATIN_PUNCTUATION.search(one.translation)] == []
