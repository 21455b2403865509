"""The card of a verdict by itself: what it said goes with the answer."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from inspector_app.desktop.answer.answer_owner import Identity
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.desktop.theme.severity_icon import get_severity_name
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.application_conditions import Condition, ConditionState
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.translatable_text import as_literal
from tests.session.answers import NOW, changed, exchange


def list_words(card):
    """Every text in it, shown or hidden, and what a screen reader would say."""
    for widget in [card, *card.findChildren(QWidget)]:
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()


def count_pictures(card):
    return sum(not one.pixmap().isNull() for one in card.findChildren(QLabel))


def test_a_dropped_verdict_leaves_no_word_of_it(appearance, qtbot):
    """A6: a lock drops it, and what is hidden can be read by other programs all the same."""
    holder = QWidget()
    qtbot.addWidget(holder)
    theme = AnswerTheme(appearance, holder)
    card = VerdictBanner(theme, (), QAction(holder), QAction(holder))
    card.setParent(holder)
    at_first, pictures = set(list_words(card)), count_pictures(card)
    answer = changed("success", {"session.user.state": 1, "session.workingOrganization.id": "o2"})
    verdict = judge(JudgeInput(analyze_answer(exchange(answer)), NOW))
    condition = Condition(ConditionState.FAILS, as_literal("It is not sold"), as_literal("a fact"))
    assert verdict.reply is not None
    card.show_verdict(verdict)
    assert not card.show_verdict(verdict)
    card.show_conditions((condition,))
    card.head.show_identity(Identity("Mara", "North", "0a1b2c3d"))
    card.timeline.setAccessibleName("It ends soon")
    said = set(list_words(card)) - at_first
    for words in (
        verdict.sentence, verdict.detail, verdict.findings[0].sentence, verdict.steps[0].text,
        verdict.reply.english, condition.sentence, condition.note, "Mara", "North", "It ends soon",
    ):  # fmt: skip
        assert any(str(words) in one for one in said), words
    card.discard_verdict()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not set(list_words(card)) & said
    assert count_pictures(card) == pictures
    assert card.show_verdict(verdict), "it was held by nobody"
    assert get_severity_name(verdict.severity) in set(list_words(card))
