"""No claim over inferred evidence is worded as a fact, in English or in Chinese."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

import pytest

from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import FieldKind, ObjectType
from inspector_app.session.presentation import outline_builder
from inspector_app.session.provenance import Provenance
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import Text, tr
from inspector_app.system import translations
from tests.session.answers import NOW
from tests.session.test_labelled_answers import (
    SCENARIOS,
    analyzed_of,
    earlier_of,
    judge_labelled,
    token_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.presentation.outline import Node

HEDGES = (
    *("perhaps", "inferred", "seems", "looks", "not look", "estimate", "may ", "read as"),
    *("by which table", "by one table", "guess", "not certain", "cannot be told", "probably"),
)
CHINESE_HEDGES = (
    *(
        "可能",
        "推断",
        "似乎",
        "看起来",
        "不像",
        "估",
        "约",
        "按",
        "视为",
        "不确定",
        "推测",
        "无法判断",
    ),
    *("取决于", "其中一张表"),
)
ABOUT_A_NUMBER = re.compile(r"\babout [0-9]")
"""“About” is a hedge before a number alone: an answer may be about anything."""

GUESSES = re.compile(r"perhaps|seem|inferred|read as|probably", re.IGNORECASE)
CATALOGUE = translations.load("zh_CN")


def translate(template: str) -> str:
    return CATALOGUE.get(template, template)


def is_hedged(text: Text) -> bool:
    """Whether a reader of either language sees that it is not a fact."""
    said = str(text).lower()
    is_marked = any(word in said for word in HEDGES) or ABOUT_A_NUMBER.search(said) is not None
    return is_marked and any(word in text.render(translate) for word in CHINESE_HEDGES)


def iter_nodes(node: Node) -> Iterator[Node]:
    for child in node.list_children():
        yield child
        yield from iter_nodes(child)


def iter_inferred_texts(name: str) -> Iterator[Text]:
    """Every text over inferred evidence that is made of one labelled answer."""
    analyzed = analyzed_of(SCENARIOS[name])
    verdict = judge(
        JudgeInput(
            analyzed,
            NOW,
            SCENARIOS[name].get("expected_organization", ""),
            token=token_of(SCENARIOS[name]),
            earlier=earlier_of(SCENARIOS[name]),
        )
    )
    marked = [(verdict.provenance, verdict.sentence)]
    marked += [(one.provenance, one.sentence) for one in verdict.findings]
    yield from (sentence for mark, sentence in marked if mark is Provenance.INFERRED)
    view = TimeContext(NOW, UTC)
    for node in iter_nodes(outline_builder.build_outline(analyzed)):
        if node.provenance is Provenance.INFERRED and node.format_meaning(view).template:
            yield node.format_meaning(view)


def test_no_inferred_claim_of_an_answer_is_in_the_indicative():
    bold = [
        (name, str(text))
        for name in SCENARIOS
        for text in iter_inferred_texts(name)
        if not is_hedged(text)
    ]

    assert bold == [], "say that it is inferred, or show what makes it a fact"


def test_what_is_worded_as_a_guess_is_not_marked_as_documented():
    for name, scenario in SCENARIOS.items():
        verdict = judge_labelled(scenario)
        marked = [(one.provenance, str(one.sentence)) for one in verdict.findings]
        marked.append((verdict.provenance, str(verdict.sentence)))

        documented = [said for mark, said in marked if mark is Provenance.DOCUMENTED]
        bold = [said for said in documented if GUESSES.search(said)]
        assert bold == [], f"{name}: give it the mark of what it rests on"


def test_no_inferred_claim_of_a_table_is_in_the_indicative():
    marked = [(one.provenance, one.text) for one in answer_codes.list_meanings()]
    marked += [
        (meaning.provenance, meaning.text)
        for place in ObjectType
        for known in list_fields(place)
        for _, meaning in known.meanings
    ]

    inferred = [text for mark, text in marked if mark is Provenance.INFERRED]
    assert len(inferred) >= 6
    assert [str(text) for text in inferred if not is_hedged(text)] == []


def test_a_field_whose_source_is_inferred_carries_the_mark():
    """The near miss: a word in the source without the mark, by which the others are found."""
    for place in ObjectType:
        for known in list_fields(place):
            says_so = "inferred" in f"{known.source} {known.description}"
            is_marked = known.provenance is Provenance.INFERRED
            assert is_marked or not says_so, known.name
            assert says_so or not is_marked or known.kind is FieldKind.INSTANT, known.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (tr("The token looks complete"), True),
        (tr("Perhaps the user signed out"), True),
        (tr("about {span} left", span="2 h"), True),
        (tr("The answer to {call} is about another organization", call="x"), False),
        (tr("The user's account is disabled"), False),
        (Text("The user is an organization owner"), False),
        (Text("Perhaps this has no translation"), False),
    ],
)
def test_the_check_tells_a_hedge_from_a_statement(text, expected):
    assert is_hedged(text) is expected
