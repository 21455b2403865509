"""A catalogue is read as it stands, and what a translator has not finished is left out."""

import pytest

from inspector_app.system import translations
from inspector_app.system.resources import ResourceNotFoundError
from inspector_app.system.translations import CatalogueError, has_same_placeholders, parse_catalogue

CATALOGUE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>inspector</name>
    <message><source>one &amp; all</source><translation>ein &amp; alles </translation></message>
    <message><source>two</source><translation type="unfinished">zwei</translation></message>
    <message><source>three</source><translation></translation></message>
    <message><source>four</source><translation type="vanished">vier</translation></message>
    <message><source>five</source></message>
    <message><source>six</source><translation type="obsolete">sechs</translation></message>
</context>
</TS>
"""


def test_only_finished_translations_are_in_use():
    found = parse_catalogue(CATALOGUE.encode())
    assert [one.source for one in found] == ["one & all", "two", "three", "four", "five", "six"]
    assert [one.translation for one in found if one.is_finished] == ["ein & alles "]
    assert [one.translation for one in found[1:]] == ["zwei", "", "vier", "", "sechs"]


@pytest.mark.parametrize("broken", [b"", b"<TS>", b"<html/>", b"\xff\xfe", b"<TS>&nothing;</TS>"])
def test_what_is_no_catalogue_is_one_kind_of_error(broken):
    with pytest.raises(CatalogueError):
        parse_catalogue(broken)


def test_there_is_a_catalogue_of_chinese_and_none_of_english():
    assert translations.list_languages() == ("zh_CN",)
    assert translations.load("zh_CN")["Inspect"] == "检查"
    with pytest.raises(ResourceNotFoundError):
        translations.load("en")


def test_nobody_can_change_what_was_read():
    with pytest.raises(TypeError):
        translations.load("zh_CN")["Inspect"] = ""  # type: ignore[index]


@pytest.mark.parametrize(
    ("source", "translation", "kept"),
    [
        ("{a} of {b}", "{b}: {a}", True),
        ("{a:+.1f} s", "s {a:+.1f}", True),
        ("no braces {{}}", "keine", True),
        ("{a} of {b}", "{a}", False),
        ("{a}", "{a} {a}", False),
        ("{a}", "{b}", False),
        ("{a:+.1f}", "{a}", False),
        ("none", "{a}", False),
        ("none", "{", False),
        ("{a}", "{a} }", False),
    ],
)
def test_a_translation_leaves_open_what_its_source_does(source, translation, kept):
    assert has_same_placeholders(source, translation) is kept
