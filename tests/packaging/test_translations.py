"""The catalogues hold exactly what the code says, and no translation breaks a sentence."""

import re

import pytest
import translations
from translations import NoLiteralError, find_templates, merge_messages, render_catalogue

from inspector_app.system.translations import (
    CatalogueMessage,
    has_same_placeholders,
    parse_catalogue,
)

CATALOGUES = sorted(translations.CATALOGUES.glob("*.ts"))
FOUND = find_templates(translations.SOURCES)
MNEMONIC = re.compile(r"&(\w)")


def finished(file):
    return [one for one in parse_catalogue(file.read_bytes()) if one.is_finished]


@pytest.fixture
def package(tmp_path):
    """A package of one module, whose code is given."""

    def made(code):
        folder = tmp_path / "package"
        folder.mkdir(exist_ok=True)
        (folder / "module.py").write_text(code, encoding="utf-8")
        return find_templates(folder)

    return made


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_catalogue_has_each_text_of_the_code_and_no_other(file):
    """Failing? `python3 dev.py translations` brings it up to date."""
    assert [one.source for one in parse_catalogue(file.read_bytes())] == list(FOUND)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_second_run_changes_nothing(file):
    text = file.read_text(encoding="utf-8")
    assert (
        render_catalogue(file.stem, FOUND, merge_messages(FOUND, parse_catalogue(text.encode())))
        == text
    )


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_translation_has_the_placeholders_of_its_source(file):
    found = finished(file)
    assert found
    assert [one for one in found if not has_same_placeholders(one.source, one.translation)] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_translation_keeps_the_key_that_its_source_underlines(file):
    def keys(text):
        return [key.lower() for key in MNEMONIC.findall(text)]

    assert [one for one in finished(file) if keys(one.translation) != keys(one.source)] == []


def test_chinese_sentences_end_as_chinese_ones_do():
    (file,) = (file for file in CATALOGUES if file.stem == "zh_CN")
    ends = {".": "。", ":": "：", "…": "…", "?": "？"}
    astray = [
        one
        for one in finished(file)
        if one.source[-1] in ends and not one.translation.endswith(ends[one.source[-1]])
    ]
    assert astray == []
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(?!\w)")
    assert [one for one in finished(file) if half_width.search(one.translation)] == []


def test_a_catalogue_is_of_the_context_that_the_window_asks_for():
    from inspector_app.desktop.theme.translation import TRANSLATION_CONTEXT

    assert TRANSLATION_CONTEXT == translations.CONTEXT


def test_texts_are_found_once_in_the_order_of_the_code(package):
    found = package(
        'tr("b {x}", x=translate("a"))\ntranslate("long "\n    "one")\ntr("b {x}")\nother("c")\n'
    )
    assert found == {
        "b {x}": ["package/module.py"],
        "a": ["package/module.py"],
        "long one": ["package/module.py"],
    }


@pytest.mark.parametrize("code", ['tr(f"{x}")', 'translate("a" + x)', 'tr("a" if x else "b")'])
def test_a_text_that_translators_would_never_see_is_refused(package, code):
    with pytest.raises(NoLiteralError, match=r"module\.py:1"):
        package(code)


def test_what_is_handed_on_is_no_text_of_its_own(package):
    assert package("tr(node.label)\ntranslate(template, x=1)\ntr()") == {}


def test_words_of_the_console_twin_stay_english():
    own = (translations.UNTRANSLATED / "token_input.py").read_text(encoding="utf-8")
    assert "There is no terminal to ask for the token on." in own
    assert "There is no terminal to ask for the token on." not in FOUND


def test_a_new_text_is_unfinished_and_begins_with_what_it_was_before():
    old = CatalogueMessage("The token was cut.", "令牌被截断。", is_finished=True)
    new = merge_messages(["The token was cut off.", "Something else"], [old])
    assert new == (
        CatalogueMessage("The token was cut off.", "令牌被截断。", is_finished=False),
        CatalogueMessage("Something else", "", is_finished=False),
    )


def test_what_is_written_is_read_again():
    made = (
        CatalogueMessage("“a” & 'b' <{c}>", '"甲" & <{c}>', is_finished=True),
        CatalogueMessage("new", "half", is_finished=False),
    )
    found = {one.source: ["inspector_app/module.py"] for one in made}
    assert parse_catalogue(render_catalogue("zh_CN", found, made).encode()) == tuple(
        CatalogueMessage(one.source, one.translation, one.is_finished) for one in made
    )


def test_the_task_begins_another_language(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    translations.main(["de"])
    count = len(FOUND)
    assert capsys.readouterr().out == f"de: {count} texts, {count} unfinished, 0 dropped\n"
    first = (tmp_path / "de.ts").read_bytes()
    translations.main([])
    assert (tmp_path / "de.ts").read_bytes() == first
