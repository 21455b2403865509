"""Text that means something to a screen, a terminal or a template, in every place of an answer."""

from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import is_secret_name
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.path import format_dotted
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation import outline_builder
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import Text
from tests.report.hostile import HOSTILE
from tests.session.answers import NOW, changed, exchange

CONTROLS = [f"a{chr(code)}b" for code in (*range(32), *range(0x7F, 0xA0))[::2]]
FORMATTING = [
    *("\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c"),
    *("\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\u00ad", "\u061c"),
    *("\ud800", "\udfff", "\ud83d alone", "\ufff9", "\U000e0041", "\u180e", "e" + "\u0301" * 50),
]
STRINGS = [*HOSTILE, *CONTROLS, *FORMATTING]

JUDGED = [
    *("code", "session.status", "session.expires", "session.createTime", "session.user.type"),
    *("session.user.createTime", "session.workingOrganization.id"),
    "session.user.guestOrganizations",
]
"""What a verdict or a finding may rest on: each is tried alone, in an answer that else is good."""

TOLD = [
    *("message", "requestId", "added", "session.added", "session.user.name", "session.user.email"),
    *("session.user.description", "session.user.passwordStrength"),
    *("session.workingOrganization.name", "session.residentOrganization.domain"),
]
"""What is shown as it is: one answer has the text in all of these."""

CODES = (30404, 30401, 404, 1002, 99403, 77)
NAMES = ["", "session.", "session.user.", "session.workingOrganization."]


def rows(node):
    for child in node.list_children():
        yield child
        yield from rows(child)


def told(analyzed, outline):
    """Every text that any page, report or terminal shows of an answer."""
    found = judge(JudgeInput(analyzed, NOW, "o1"))
    yield from (found.sentence, found.detail, found.next_step)
    yield from (finding.sentence for finding in found.findings)
    yield from (format_dotted(path) for path in found.evidence)
    for row in outline:
        yield from (row.label, row.value, row.format_meaning(TimeContext(NOW, UTC)), row.source)
        yield format_dotted(row.path or ())


def look_at(analyzed):
    """Its rows, and what of it holds a character that nobody would see."""
    outline = list(rows(outline_builder.build_outline(analyzed)))
    shown = {str(one) if isinstance(one, Text) else one for one in told(analyzed, outline)}
    return outline, [text for text in shown if escape_invisible(text) != text]


def raw_at(outline, way):
    return next(row.raw for row in outline if row.path == way)


def test_there_are_enough_of_them():
    """J2: 100 strings and 15 places at least."""
    assert len(set(STRINGS)) >= 100
    assert len(JUDGED) + len(TOLD) + len(NAMES) >= 15


@pytest.mark.parametrize("paths", [*([one] for one in JUDGED), TOLD], ids=lambda one: one[0])
def test_a_hostile_value_is_shown_visibly_and_kept_exactly(paths):
    """J2."""
    for text in STRINGS:
        analyzed = analyze_answer(exchange(changed("success", dict.fromkeys(paths, text))))
        outline, unseen = look_at(analyzed)
        assert unseen == [], text
        for path in paths:
            assert raw_at(outline, tuple(path.split("."))) == text, path


@pytest.mark.parametrize("place", NAMES)
def test_a_hostile_name_is_shown_visibly_and_kept_exactly(place):
    """J2."""
    kept = (one for one in STRINGS if "." not in one and not is_secret_name(one))
    for text in kept:  # a dot would name another place
        analyzed = analyze_answer(exchange(changed("success", {place + text: "value"})))
        outline, unseen = look_at(analyzed)
        assert unseen == [], text
        assert raw_at(outline, (*(step for step in place.split(".") if step), text)) == "value"


def test_a_hostile_message_of_a_refusal_is_quoted_visibly():
    """J2."""
    for text in STRINGS:
        refusals = [changed("refusal", {"message": text, "status": status}) for status in CODES]
        sent = [*map(exchange, refusals), exchange({"message": text}, 403)]
        assert [unseen for one in sent for unseen in look_at(analyze_answer(one))[1]] == [], text
