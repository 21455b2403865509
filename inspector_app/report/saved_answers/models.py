"""The answer loaded from a file, and the error where the file holds none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.report.redaction import RedactionLevel
from inspector_app.session import time_format
from inspector_app.session.exchange import Exchange, TimeSource
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.session.companion import CompanionKind
    from inspector_app.session.doubts import DoubtKind
    from inspector_app.session.exchange import Failure
    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.parsing.parse_errors import BodyParseError

MAX_DURATION: Final = 3600.0
"""Seconds that a call, or a phase of it, may have taken: what says more is not believed."""


class UnreadableFileError(Exception):
    """The file holds no answer that can be opened.

    Attributes:
        message: why, for the user.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.template)
        self.message = message


@dataclass(frozen=True, slots=True)
class SavedCompanion:
    """An answer that was saved beside that of session info, or why there was none.

    ``subject`` is the application that it was asked about; empty for all others. ``is_stored`` says
    that a cache had it before the call.
    """

    kind: CompanionKind
    call_result: Exchange | Failure = field(repr=False)
    document: JsonDocument | None = field(default=None, repr=False)
    subject: str = ""
    is_stored: bool = False


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """An answer or a failure that was loaded from a file.

    ``environment`` and ``url`` are empty where the file does not name them. ``level`` is how it
    was redacted before it was saved, None where it is as the gateway sent it. ``document`` is the
    answer's, where reading the file gave it already; ``parse_error`` says why the answer is no JSON
    document where its body was not saved. ``doubts`` are those that were found before it was
    redacted and saved. ``remarks`` say what was taken off around it. ``companions`` are the answers
    that were saved beside it.
    """

    call_result: Exchange | Failure = field(repr=False)
    environment: str = ""
    url: str = ""
    level: RedactionLevel | None = None
    document: JsonDocument | None = field(default=None, repr=False)
    parse_error: BodyParseError | None = None
    doubts: frozenset[DoubtKind] = frozenset()
    remarks: tuple[Text, ...] = ()
    companions: tuple[SavedCompanion, ...] = ()

    @property
    def taken_at(self) -> float:
        """When it was taken, in epoch seconds, as exactly as ``time_source`` allows."""
        return (
            self.call_result.headers_at
            if isinstance(self.call_result, Exchange)
            else self.call_result.failed_at
        )

    @property
    def time_source(self) -> TimeSource:
        """Where ``taken_at`` comes from."""
        return (
            self.call_result.time_source
            if isinstance(self.call_result, Exchange)
            else TimeSource.OBSERVED
        )


def describe_odd_body() -> Text:
    """That an answer was changed when it was saved, and what to do."""
    return tr(
        "The answer in this file is neither JSON nor a web page: it may have been changed or cut "
        "off when it was saved. Save it again, with “curl -i” or “Copy response”."
    )


def build_not_live_notice(saved: SavedAnswer, zone: tzinfo) -> Text:
    """The notice that must accompany a saved answer wherever it is shown, its times in ``zone``."""
    time = time_format.format_absolute(saved.taken_at, zone)
    match saved.time_source:
        case TimeSource.DATE_HEADER:
            return tr("Saved answer, taken {time} by the gateway's clock: not live", time=time)
        case TimeSource.FILE_DATE:
            return tr(
                "Saved answer, not live: when it was taken is not known. Judged as of its file's "
                "date, {time}",
                time=time,
            )
        case _:
            return tr("Saved answer, taken {time}: not live", time=time)


def build_remarks(saved: SavedAnswer) -> tuple[Text, ...]:
    """Further remarks on a saved answer, in whole sentences."""
    said = []
    if saved.environment:
        said.append(tr("It is of the environment “{name}”.", name=saved.environment))
    if saved.level is RedactionLevel.PERSONAL:
        said.append(
            tr("Personal data was taken out: names and IDs are labels such as “user#19c2”.")
        )
    elif saved.level is RedactionLevel.SECRETS:
        said.append(tr("Secrets were taken out."))
    return (*said, *saved.remarks)
