"""The applications of the portal as a tree: each with what is known of the user's access to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import CompanionKind
from inspector_app.session.diagnosis.application_question import (
    NO_ACCESS,
    ApplicationQuestion,
    find_question,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.rule_context import RuleContext
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.portal_applications import (
    MENUS_MEMBER,
    PERMISSIONS_MEMBER,
    PortalApplication,
    find_data,
)
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_rows import list_range_rows, split_into_ranges
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.companion import Companion
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline_search import RowPath

_NO_TEXT: Final = Text("")
_TYPES: Final = {0: tr("web"), 1: tr("mobile")}
_SWITCHES: Final = {
    (True, Provenance.DOCUMENTED): tr("yes"),
    (False, Provenance.DOCUMENTED): tr("no"),
    (True, Provenance.INFERRED): tr("perhaps"),
    (False, Provenance.INFERRED): tr("perhaps not"),
}
_ENTRY_NAMES: Final = ("name", "identifier", "id")
"""What a menu or a permission is called by: the first of these that it has."""

_MAX_SHOWN_NAMES: Final = 3
_MAX_SHOWN_NAME: Final = 100
"""How many names stand in the row above them, and how much of each, in characters."""


@dataclass(frozen=True, slots=True)
class ApplicationNode(Node):
    """A row of the page: an application, or what the user has in it.

    ``type_label`` and ``switch_label`` are cells of an application alone; ``row`` is its number in
    the list, None for all other rows.
    """

    type_label: Text = field(default_factory=lambda: Text(""))
    switch_label: Text = field(default_factory=lambda: Text(""))
    row: int | None = None


def build_application_outline(analyzed: AnalyzedAnswer) -> Node:
    """The root; without rows where no list was answered."""
    companion = analyzed.get_companion(CompanionKind.APPLICATION_LIST)
    listed = None if companion is None else companion.applications
    question = find_question(RuleContext.from_input(JudgeInput(analyzed, 0.0)))
    unlisted = _build_unlisted(question, analyzed)
    applications = () if listed is None else listed.applications
    path = () if listed is None else listed.path

    def build_row(number: int) -> Node:
        if number < len(unlisted):
            return unlisted[number]
        application = applications[number - len(unlisted)]
        return _build_application(application, path, question, analyzed)

    count, child = split_into_ranges(len(unlisted) + len(applications), build_row)
    return Node(label=_NO_TEXT, kind=NodeKind.GROUP, child_count=count, get_child=child)


def find_asked_row(analyzed: AnalyzedAnswer) -> RowPath | None:
    """The row numbers that lead to the application that was asked about; None without one."""
    question = find_question(RuleContext.from_input(JudgeInput(analyzed, 0.0)))
    if question is None or question.listed is None:
        return None
    if question.application is None:
        return (0,) if not question.matches and question.access is not None else None
    return list_range_rows(question.application.row, len(question.listed.applications))


def _build_unlisted(
    question: ApplicationQuestion | None, analyzed: AnalyzedAnswer
) -> tuple[Node, ...]:
    """The one that was asked about by its AccessKey and is in no list."""
    if question is None or question.matches or question.access is None:
        return ()
    secrets = analyzed.credentials
    meaning = _describe_access(question)
    children = _list_access(question.access, secrets)
    return (
        ApplicationNode(
            label=escape_invisible(secrets.mask_text(question.subject)),
            kind=NodeKind.OBJECT,
            severity=meaning.severity,
            format_meaning=meaning.format_text,
            child_count=len(children),
            get_child=children.__getitem__,
        ),
    )


def _build_application(
    application: PortalApplication,
    path: Path,
    question: ApplicationQuestion | None,
    analyzed: AnalyzedAnswer,
) -> Node:
    secrets = analyzed.credentials
    is_asked = question is not None and application in question.matches
    is_answered = is_asked and question is not None and question.application is not None
    meaning = _describe_unasked(application)
    children: tuple[Node, ...] = ()
    if is_answered and question is not None and question.access is not None:
        meaning, children = _describe_access(question), _list_access(question.access, secrets)
    switch = None
    if application.is_switched_on is not None:
        switch = _SWITCHES[application.is_switched_on, application.provenance]
    title, identifier = application.title, application.identifier
    return ApplicationNode(
        label=escape_invisible(secrets.mask_text(title)),
        value=escape_invisible(secrets.mask_text(identifier)),
        path=(*path, application.row),
        kind=NodeKind.OBJECT,
        severity=meaning.severity,
        is_secret=secrets.has_match(title) or secrets.has_match(identifier),
        raw=secrets.mask_text(identifier),
        format_meaning=meaning.format_text,
        child_count=len(children),
        get_child=children.__getitem__,
        type_label=_TYPES.get(-1 if application.type is None else application.type, _NO_TEXT),
        switch_label=switch or _NO_TEXT,
        row=application.row,
    )


def _describe_unasked(application: PortalApplication) -> Meaning:
    if application.is_switched_on is False:
        return build_fixed_meaning(tr("not asked: it is switched off"))
    return build_fixed_meaning(tr("not asked"))


def _describe_access(question: ApplicationQuestion) -> Meaning:
    access = None if question.access is None else question.access.access
    if access is not None:
        words = tr(
            "menus {menus}, permissions {permissions}",
            menus=access.menus,
            permissions=access.permissions,
        )
        is_whole = access.menus and access.permissions
        return build_fixed_meaning(words, Severity.GOOD if is_whole else Severity.WARNING)
    if question.code == NO_ACCESS:
        return build_fixed_meaning(tr("none: {code}", code=question.code), Severity.BAD)
    if question.code is not None:
        return build_fixed_meaning(tr("refused: {code}", code=question.code), Severity.WARNING)
    return build_fixed_meaning(tr("no usable answer"), Severity.NOTICE)


def _list_access(companion: Companion, secrets: Credentials) -> tuple[Node, ...]:
    """Menus and permissions, each as a row with those below it."""
    document, access = companion.document, companion.access
    if access is None or document is None or not isinstance(document.root, JsonObject):
        return ()
    _, content = find_data(document.root, frozenset({MENUS_MEMBER, PERMISSIONS_MEMBER}))
    titles = (
        (tr("Menus ({count})", count=access.menus), MENUS_MEMBER),
        (tr("Permissions ({count})", count=access.permissions), PERMISSIONS_MEMBER),
    )
    rows = []
    for title, name in titles:
        items = content.get(name)
        if isinstance(items, JsonArray) and items.items:
            summary = _name_first(items, secrets)
            rows.append(_build_list(title, items, (*access.path, name), secrets, summary))
    return tuple(rows)


def _name_first(items: JsonArray, secrets: Credentials) -> Text:
    """The names of the first, and how many more there are."""
    names = [_get_text(item, *_ENTRY_NAMES) for item in items.items[:_MAX_SHOWN_NAMES]]
    masked = (elide(secrets.mask_text(name), _MAX_SHOWN_NAME) for name in names)
    shown = escape_invisible(", ".join(masked))
    more = len(items.items) - len(names)
    return (
        tr("{names}, {count} more", names=shown, count=more)
        if more
        else Text("{names}", (("names", shown),))
    )


def _build_list(
    label: Text, items: JsonArray, path: Path, secrets: Credentials, summary: Text
) -> Node:
    count, child = split_into_ranges(
        len(items.items), lambda row: _build_entry(items.items[row], (*path, row), secrets)
    )
    return ApplicationNode(
        label=label,
        path=path,
        kind=NodeKind.ARRAY,
        format_meaning=build_fixed_meaning(summary).format_text,
        child_count=count,
        get_child=child,
    )


def _build_entry(item: Json, path: Path, secrets: Credentials) -> Node:
    children = item.get("children") if isinstance(item, JsonObject) else None
    below = children.items if isinstance(children, JsonArray) else ()
    count, child = split_into_ranges(
        len(below), lambda row: _build_entry(below[row], (*path, "children", row), secrets)
    )
    name, identifier = _get_text(item, *_ENTRY_NAMES), _get_text(item, "identifier", "id")
    url = escape_invisible(secrets.mask_text(_get_text(item, "url")))
    words = Text("{url}", (("url", url),))
    if below:
        words = tr("{url}, {count} below it", url=url, count=len(below))
    return ApplicationNode(
        label=escape_invisible(secrets.mask_text(name)),
        value=escape_invisible(secrets.mask_text(identifier)),
        path=path,
        kind=NodeKind.OBJECT,
        is_secret=secrets.has_match(name) or secrets.has_match(identifier),
        raw=secrets.mask_text(identifier),
        format_meaning=build_fixed_meaning(words).format_text,
        child_count=count,
        get_child=child,
    )


def _get_text(item: Json, *names: str) -> str:
    """The first of these members that has a text."""
    if not isinstance(item, JsonObject):
        return ""
    return next((text for name in names if (text := scalars.parse_text(item.get(name)))), "")
