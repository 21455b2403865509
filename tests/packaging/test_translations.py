"""The catalogues hold exactly what the code says, and no translation breaks a sentence."""

import re
from functools import cache

import pytest
import translations
from translations import (
    NoLiteralError,
    check_catalogue,
    find_templates,
    merge_messages,
    render_catalogue,
)

from inspector_app.system.translations import CatalogueMessage, parse_catalogue

CATALOGUES = sorted(translations.CATALOGUES.glob("*.ts"))
MNEMONIC = re.compile(r"&(\w)")


@cache
def found():
    """What the app's code says: not at import, which every process of tests would wait for."""
    return find_templates(translations.SOURCES)


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
def test_a_catalogue_matches_the_code_and_is_translated_whole(file):
    """Its lines say what mends each."""
    assert finished(file)
    assert check_catalogue(file, found()) == ()


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_translation_keeps_the_key_that_its_source_underlines(file):
    def keys(text):
        return [key.lower() for key in MNEMONIC.findall(text)]

    astray = [one for one in finished(file) if keys(one.translation) != keys(one.source)]
    assert astray == [], f"write the same key behind & as the source does, in {file}"


def test_chinese_sentences_end_as_chinese_ones_do():
    (file,) = (file for file in CATALOGUES if file.stem == "zh_CN")
    ends = {".": "。", ":": "：", "…": "…", "?": "？"}
    astray = [
        one
        for one in finished(file)
        if one.source[-1] in ends and not one.translation.endswith(ends[one.source[-1]])
    ]
    assert astray == [], f"end the sentence as the source does, in full width, in {file}"
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(?!\w)")
    narrow = [one for one in finished(file) if half_width.search(one.translation)]
    assert narrow == [], f"write the punctuation in full width, in {file}"


def test_a_catalogue_is_of_the_context_that_the_window_asks_for():
    from inspector_app.desktop.theme.translation import TRANSLATION_CONTEXT

    assert TRANSLATION_CONTEXT == translations.CONTEXT, "packaging/translations.py repeats it"


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
    assert "There is no terminal to ask for the token on." not in found()


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


@pytest.fixture
def workplace(tmp_path, monkeypatch, package):
    """The task over a package of two texts, and no catalogue yet."""
    package('tr("Quit")\ntranslate("{n} tokens", n=2)\n')
    monkeypatch.setattr(translations, "SOURCES", tmp_path / "package")
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)


@pytest.mark.usefixtures("workplace")
def test_the_task_begins_another_language(tmp_path, capsys):
    translations.main(["de"])
    assert capsys.readouterr().out == "de: 2 texts, 2 unfinished, 0 dropped\n"
    first = (tmp_path / "de.ts").read_bytes()
    translations.main([])
    assert (tmp_path / "de.ts").read_bytes() == first


@pytest.fixture
def catalogue(tmp_path):
    """A complete catalogue of two texts, in which one piece is put in place of another."""

    def made(old="", new=""):
        code = {"{n} tokens": ["inspector_app/a.py"], "Quit": ["inspector_app/b.py"]}
        messages = (
            CatalogueMessage("{n} tokens", "{n} 个令牌", is_finished=True),
            CatalogueMessage("Quit", "退出", is_finished=True),
        )
        text = render_catalogue("zh_CN", code, messages)
        assert old in text
        file = tmp_path / "zh_CN.ts"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        return file, code

    return made


def check(made):
    """The problems of a catalogue, which is as it was afterwards."""
    file, code = made
    before = file.read_bytes()
    problems = check_catalogue(file, code)
    assert file.read_bytes() == before
    return problems


def test_a_complete_catalogue_has_no_problem(catalogue):
    assert check(catalogue()) == ()


def test_an_unfinished_text_is_a_problem(catalogue):
    (problem,) = check(catalogue("<translation>退", '<translation type="unfinished">退'))
    assert problem == (
        "resources/translations/zh_CN.ts: 'Quit' is unfinished: "
        'translate it there, and remove type="unfinished"'
    )


@pytest.mark.parametrize("kind", ["vanished", "obsolete"])
def test_a_text_that_linguist_has_set_aside_is_unfinished(catalogue, kind):
    problems = check(catalogue("<translation>退", f'<translation type="{kind}">退'))
    assert any("'Quit' is unfinished" in problem for problem in problems)


def test_an_empty_translation_is_unfinished(catalogue):
    problems = check(catalogue("退出", ""))
    assert any("'Quit' is unfinished" in problem for problem in problems)


def test_a_text_that_the_catalogue_lacks_is_a_problem(catalogue):
    file, code = catalogue()
    (problem,) = check((file, {**code, "Open": ["inspector_app/c.py"]}))
    assert "lacks 'Open' of inspector_app/c.py: `python3 dev.py translations` adds" in problem


def test_a_text_that_is_not_in_the_code_any_more_is_a_problem(catalogue):
    file, code = catalogue()
    del code["Quit"]
    (problem,) = check((file, code))
    assert "'Quit', which is not in the code: `python3 dev.py translations` drops it" in problem


@pytest.mark.parametrize("translation", ["令牌", "{m} 个令牌", "{n} {n}", "{n 个令牌"])
def test_other_placeholders_are_a_problem(catalogue, translation):
    (problem,) = check(catalogue("{n} 个令牌", translation))
    assert f"'{{n}} tokens' has other placeholders in {translation!r}" in problem


@pytest.mark.parametrize(
    ("old", "new"), [("inspector_app/b.py", "inspector_app/old.py"), ("</name>", "</name>\n")]
)
def test_another_location_or_form_is_a_problem(catalogue, old, new):
    (problem,) = check(catalogue(old, new))
    assert problem.endswith("locations or order are out of date: `python3 dev.py fix`")


def test_what_is_no_catalogue_is_a_problem(catalogue):
    (problem,) = check(catalogue("<TS ", "<XX "))
    assert problem.startswith("resources/translations/zh_CN.ts is no TS file")


@pytest.mark.usefixtures("workplace")
def test_the_check_prints_each_problem_and_fails(tmp_path, capsys):
    assert translations.main(["--check"]) == 0
    assert capsys.readouterr().out == ""
    assert translations.main(["de"]) == 0
    begun = (tmp_path / "de.ts").read_bytes()
    capsys.readouterr()
    assert translations.main(["--check"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert (tmp_path / "de.ts").read_bytes() == begun


@pytest.mark.parametrize("code", ['tr("a" + x)', "<<<<<<< one side"])
def test_what_cannot_be_read_fails_both_and_is_named(tmp_path, monkeypatch, capsys, code):
    (tmp_path / "module.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(translations, "SOURCES", tmp_path)
    for arguments in ([], ["--check"]):
        assert translations.main(arguments) == 1
        assert "module.py:1" in capsys.readouterr().out
