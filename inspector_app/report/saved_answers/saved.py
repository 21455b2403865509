"""What a file gave: an answer that was taken some time ago, and how much is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.report.redaction import Level
from inspector_app.session import moment
from inspector_app.session.exchange import Exchange, Timed
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.session.exchange import Failure
    from inspector_app.session.reading.unreadable import Unreadable


class NotReadable(Exception):  # noqa: N818 - a person reads it
    """The file holds no answer that can be opened.

    Attributes:
        words: why, for a person.
    """

    def __init__(self, words: Text) -> None:
        super().__init__(words.template)
        self.words = words


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer or a failure of some time ago.

    ``environment`` and ``url`` are empty where the file does not name them. ``level`` is what was
    taken out before it was saved, None where it is as the gateway sent it. ``unreadable`` says why
    the answer is no document where its body was not kept.
    """

    file_name: str
    answer: Exchange | Failure = field(repr=False)
    environment: str = ""
    url: str = ""
    level: Level | None = None
    unreadable: Unreadable | None = None

    @property
    def taken_at(self) -> float:
        """When it was taken, in epoch seconds, as well as ``timed`` knows."""
        return self.answer.headers_at if isinstance(self.answer, Exchange) else self.answer.at

    @property
    def timed(self) -> Timed:
        """How that is known."""
        return self.answer.timed if isinstance(self.answer, Exchange) else Timed.OBSERVED


def not_live(saved: Saved, zone: tzinfo) -> Text:
    """The sentence that has to stand wherever such an answer is shown, its times in ``zone``."""
    time = moment.absolute(saved.taken_at, zone)
    match saved.timed:
        case Timed.BY_GATEWAY:
            return tr("Saved answer, taken {time} by the gateway's clock: not live", time=time)
        case Timed.BY_FILE:
            return tr(
                "Saved answer, not live: when it was taken is not known. Judged as of its file's "
                "date, {time}",
                time=time,
            )
        case _:
            return tr("Saved answer, taken {time}: not live", time=time)


def remarks(saved: Saved) -> tuple[Text, ...]:
    """What else has to be known of it, in whole sentences."""
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
