"""The answer loaded from a file, and the error where the file holds none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.report.redaction import Level
from inspector_app.session import moment
from inspector_app.session.exchange import Exchange, TimeSource
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.session.exchange import Failure
    from inspector_app.session.reading.unreadable import BodyParseError


class NotReadable(Exception):
    """The file holds no answer that can be opened.

    Attributes:
        message: why, for the user.
    """

    def __init__(self, words: Text) -> None:
        super().__init__(words.template)
        self.words = words


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer or a failure that was loaded from a file.

    ``environment`` and ``url`` are empty where the file does not name them. ``level`` is how it
    was redacted before it was saved, None where it is as the gateway sent it. ``parse_error`` says
    why the answer is no JSON document where its body was not saved.
    """

    file_name: str
    answer: Exchange | Failure = field(repr=False)
    environment: str = ""
    url: str = ""
    level: Level | None = None
    unreadable: BodyParseError | None = None

    @property
    def taken_at(self) -> float:
        """When it was taken, in epoch seconds, as exactly as ``time_source`` allows."""
        return (
            self.answer.headers_at if isinstance(self.answer, Exchange) else self.answer.failed_at
        )

    @property
    def timed(self) -> TimeSource:
        """Where ``taken_at`` comes from."""
        return self.answer.time_source if isinstance(self.answer, Exchange) else TimeSource.OBSERVED


def not_live(saved: Saved, zone: tzinfo) -> Text:
    """The notice that must accompany a saved answer wherever it is shown, its times in ``zone``."""
    time = moment.format_absolute(saved.taken_at, zone)
    match saved.timed:
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


def remarks(saved: Saved) -> tuple[Text, ...]:
    """Further remarks on a saved answer, in whole sentences."""
    said = []
    if saved.environment:
        said.append(tr("It is of the environment “{name}”.", name=saved.environment))
    if saved.level is Level.PERSONAL:
        said.append(
            tr("Personal data was taken out: names and IDs are labels such as “user#19c2”.")
        )
    elif saved.level is Level.SECRETS:
        said.append(tr("Secrets were taken out."))
    return tuple(said)
