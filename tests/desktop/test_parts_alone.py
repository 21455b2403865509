"""How each part looks in the states that a person rarely brings about, without a window round it.

Pinned with the trees of the window, in ``widget_trees.json``, which is written anew with them.
"""

from datetime import UTC
from typing import Any

import pytest

from inspector_app.desktop.answer.answer_owner import Identity
from inspector_app.desktop.answer.conditions_list import ConditionsList
from inspector_app.desktop.answer.findings_list import FindingsList
from inspector_app.desktop.answer.identity_line import IdentityLine
from inspector_app.desktop.answer.steps_view import StepsView
from inspector_app.desktop.environments.connection_section import ConnectionSection
from inspector_app.desktop.environments.elsewhere_panel import ElsewherePanel, Knowledge
from inspector_app.desktop.environments.kept_tokens_dialog import KeptTokensDialog
from inspector_app.desktop.main_window.token_choice_panel import TokenChoicePanel
from inspector_app.desktop.main_window.token_choice_row import RowTexts
from inspector_app.desktop.widgets.notice_bar import NoticeBar
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.application_conditions import Condition, ConditionState
from inspector_app.session.diagnosis.step_model import Actor, Step
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, ProxyMode, create_environment
from inspector_app.vault.kept_items import KeptItem
from tests.desktop.templates import describe_words
from tests.desktop.widget_tree import check_trees, describe_tree

MANUAL = ConnectionSettings(
    "a.pem", ProxyMode.MANUAL, "http://proxy:1", "mara", AuthorizationScheme.BARE,
    AuthorizationScheme.BARE, "key", "b.pem", "b.key",
)  # fmt: skip
CONNECTIONS = {
    "usual": ConnectionSettings(),
    "manual": MANUAL,
    "user without proxy": ConnectionSettings(proxy_user="mara"),
    "accepted": ConnectionSettings(accepted=AuthorizationScheme.BEARER),
    "without": ConnectionSettings(proxy=ProxyMode.NONE, client_key="b.key"),
}
FINDINGS = tuple(
    Finding(code, severity, tr("Something"), (("session",),) if number % 2 else ())
    for number, (code, severity) in enumerate(
        zip(list(FindingCode)[:6], [*Severity, Severity.BAD] * 2, strict=False)
    )
)
STEPS = tuple(Step(actor, tr("Do it")) for actor in Actor)
CONDITIONS = tuple(Condition(state, tr("It is so"), tr("a fact")) for state in ConditionState)
ROWS = (RowTexts("Session token", "0a1b2c3d", (), "line 1"), RowTexts("Token", "4d5e6f70", (), ""))
KEPT = (
    KeptItem("one", is_in_memory=True, host="a.example.com", fingerprint="0a1b2c3d"),
    KeptItem(
        "one/proxy", is_in_memory=False, host="b.example.com", fingerprint="0", changed_at=0.0
    ),
    KeptItem("gone", is_in_memory=False),
)


@pytest.fixture
def look(qtbot):
    """What a part is and says now, hidden parts of it included."""

    def look(part):
        return [*describe_tree(part), "says", *describe_words(part)]

    return look


def show_connections(theme, look):
    for name, connection in CONNECTIONS.items():
        for has_secrets in (True, False):
            section = ConnectionSection(theme)
            section.set_connection(connection, has_secrets=has_secrets)
            yield f"{name}, {has_secrets}", section, look(section)
        section = ConnectionSection(theme)
        section.set_connection(connection)
        used = section.allow_secrets_only()
        names = [key for key, field in vars(section).items() if field in used]
        yield f"{name}, secrets only", section, [str(names), *look(section)]


def show_lists(theme, look):
    for has_room in (True, False):
        findings, steps, checked = FindingsList(theme), StepsView(theme), ConditionsList(theme)
        for part in (findings, steps, checked):
            part.set_room(has_room=has_room)
        for count in (6, 4, 1, 0):
            findings.show_findings(FINDINGS[:count])
            yield f"findings {count} {has_room}", findings, look(findings)
        for count in (5, 1, 0):
            steps.show_steps(STEPS[:count])
            yield f"steps {count} {has_room}", steps, look(steps)
        for count in (3, 1, 0):
            checked.show_conditions(CONDITIONS[:count])
            yield f"conditions {count} {has_room}", checked, look(checked)


def show_identities(theme, look):
    line = IdentityLine(theme)
    for identity in (
        Identity("Mara", "North", "0a1b2c3d", is_of_portal=True),
        Identity("", "North"),
        Identity("Mara"),
        Identity(fingerprint="0a1b2c3d"),
        Identity(),
    ):
        line.show_identity(identity)
        room = line.compute_width() > 0
        yield f"{identity}", line, [f"room {room}", *look(line)]


def show_choices(theme, look):
    panel = TokenChoicePanel(theme)
    panel.ask("Which?", "One is chosen", ROWS, 1)
    panel.show_action("Inspect 4d5e6f70")
    panel.show_all_action("Inspect all (2)")
    panel.show_context("Here", (), None)
    yield "asked", panel, [f"chosen {panel.chosen_number}", *look(panel)]
    panel.discard()
    yield "discarded", panel, [f"chosen {panel.chosen_number}", *look(panel)]
    bar = NoticeBar(theme)
    bar.show_notice("Something", "Do it", bar.hide)
    yield "noticed", bar, look(bar)


def show_kept(theme, look):
    dialog = KeptTokensDialog(theme, {"one": "Here"}, UTC)
    for count in (3, 0):
        dialog.show_items(KEPT[:count])
        yield f"kept {count}", dialog, [*list_cells(dialog.list), *look(dialog)]
    dialog.show_note("Locked", can_unlock=True)
    yield "locked", dialog, look(dialog)


def list_cells(shown: Any):
    rows = [shown.topLevelItem(number) for number in range(shown.topLevelItemCount())]
    head = [shown.headerItem().text(column) for column in range(shown.columnCount())]
    cells = [" | ".join(row.text(column) for column in range(5)) for row in rows]
    return [
        " | ".join(head),
        *cells,
        f"chosen {[rows.index(one) for one in shown.selectedItems()]}",
    ]


def show_elsewhere(theme, look):
    panel = ElsewherePanel(theme)
    asked = create_environment("Here", "https://here.example.com")
    panel.ask([(asked, "here.example.com")] * len(Knowledge))
    yield "a question about hosts", panel, look(panel)
    panel.agree_button.click()
    yield "hosts that are asked", panel, look(panel)
    for number, knowledge in enumerate(Knowledge):
        panel.show_knowledge(number, knowledge)
    yield "what hosts said", panel, look(panel)


PARTS = (
    show_connections, show_lists, show_identities, show_choices, show_kept, show_elsewhere,
)  # fmt: skip


@pytest.mark.parametrize("show", PARTS)
def test_each_part_is_set_up_as_reviewed(appearance, qtbot, look, show):
    trees, parts = {}, []
    for name, part, lines in show(appearance, look):
        trees[name] = lines
        parts.append(part)
    for part in set(parts):
        qtbot.addWidget(part)
    check_trees(f"parts, {show.__name__.replace('_', ' ')}", trees)


def test_a_question_that_is_over_keeps_no_text_of_the_tokens(appearance, qtbot):
    """A1: nor a fingerprint, in any widget, hidden ones included."""
    panel = TokenChoicePanel(appearance)
    qtbot.addWidget(panel)
    panel.ask("Which?", "One is chosen", ROWS, 0)
    panel.show_action("Inspect 0a1b2c3d")
    panel.show_all_action("Inspect all")
    panel.show_context("Here", (), None)
    panel.discard()
    assert panel.rows == ()
    for label in (panel.title_label, panel.hint_label, panel.context_label):
        assert (label.text(), label.accessibleName()) == ("", "")
    for button in (panel.inspect_button, panel.all_button):
        assert button.text() == ""
    assert panel.text_view.toPlainText() == ""
    assert panel.isHidden()
