import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text
from tests.report.answers import NOW, answer_of, build_input, examined, render
from tests.report.hostile import build_hostile_input, hostile_answers

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0}
VOID = {"meta", "br", "circle", "path", "line", "rect"}


class Page(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    @property
    def shape(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def page(answer: object = None, level: RedactionLevel = RedactionLevel.SECRETS) -> str:
    asked = build_input(examined(answer or answer_of(USER, TOKEN)), level)
    return render(asked, ReportFormat.HTML).decode()


def test_it_says_the_verdict_by_icon_and_word_and_has_what_the_plain_text_has():
    read = Page(page())
    for words in ("OK", "Session valid", "mara.lindqvist (u1)", "2027-01-15 07:48:20 UTC"):
        assert words in read.text
    assert ("p", {"class": "state good"}) in read.elements
    assert not read.open


def test_it_runs_nothing_and_fetches_nothing():
    """E4."""
    text = page()
    read = Page(text)
    assert not {"script", "link", "img", "iframe", "object", "form", "a", "base"} & set(read.shape)
    for _, attributes in read.elements:
        assert not {"src", "href", "style"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert "url(" not in text
    assert "@import" not in text


def test_its_policy_allows_its_own_style_and_nothing_else():
    text = page()
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(
        attributes["content"]
        for tag, attributes in Page(text).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_the_picture_is_told_in_words_too():
    read = Page(page())
    pictures = [one for tag, one in read.elements if tag == "svg" and one.get("role") == "img"]
    assert [one["aria-labelledby"] for one in pictures] == ["life"]
    assert "Session created 2027-01-15 07:48:20 UTC" in read.text
    assert "its times are UTC" in read.text


def test_there_is_no_picture_where_there_is_no_session():
    failure = analyze_answer(Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW))
    text = render(build_input(failure), ReportFormat.HTML).decode()
    assert "<figure>" not in text
    assert "Tried" in text


@pytest.mark.parametrize(
    ("said", "language"), [("en", "en"), ("zh-CN", "zh-CN"), ('x" onload="', "en"), ("", "en")]
)
def test_its_language_is_the_readers(said: str, language: str):
    def say(text: Text) -> str:
        return said if text.template == "en" else str(text)

    text = render(build_input(examined(answer_of(USER, TOKEN))), ReportFormat.HTML, say).decode()
    assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("level", RedactionLevel)
def test_no_hostile_string_becomes_an_element(level: RedactionLevel):
    """E4, J2."""
    shapes = set()
    for text, answer in hostile_answers():
        read = Page(render(build_hostile_input(text, answer, level), ReportFormat.HTML).decode())
        shapes.add(tuple(sorted(set(read.shape))))
        assert not read.open
        if level is RedactionLevel.SECRETS and len(text) < 100:
            assert escape_invisible(text) in read.text
    assert len(shapes) == 1


def test_a_template_in_a_name_is_no_template():
    """E4."""
    assert "49" not in Page(page(answer_of({**USER, "name": "{{ 7*7 }}"}, TOKEN))).text
