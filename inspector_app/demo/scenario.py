"""One of the demo's invented sessions, and the token that calls it up."""

from __future__ import annotations

import hashlib
import string
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.demo import scenario_file
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.demo.scenario_file import Answer

_TOKEN_LENGTH: Final = 128
"""Letters and digits after the prefix, as in EnOS documentation 2.1-2.4."""


class Part(Enum):
    """Under which heading a scenario is offered."""

    WORKS = tr("The session works")
    ACCOUNT = tr("Something about it is wrong")
    REFUSED = tr("The session service refuses")
    GATEWAY = tr("The gateway refuses or waits")
    STRANGER = tr("Something else answers")
    SIZE = tr("Unusual names and sizes")


@dataclass(frozen=True, slots=True)
class Scenario:
    """An invented session: what it shows, and the token that calls it up."""

    id: str
    part: Part
    title: Text
    description: Text

    @property
    def token(self) -> str:
        """A token of the documented form, always the same for the same scenario."""
        letters = string.ascii_letters + string.digits
        digest = hashlib.shake_256(f"demo scenario {self.id}".encode()).digest(_TOKEN_LENGTH)
        return "IAM_S_" + "".join(letters[byte % len(letters)] for byte in digest)

    def answer(self, now: float) -> Answer:
        """The answer at this moment, in epoch seconds.

        Raises:
            ResourceMissing: if the app is not completely installed.
        """
        return scenario_file.answer(self.id, now, self.token)
