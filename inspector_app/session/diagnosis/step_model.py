"""What to do about a diagnosis: a step, who can take it, and the reply to the user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.translatable_text import Text


class Actor(Enum):
    """Who can take a step. The values are public."""

    USER = "user"
    ORGANIZATION_ADMIN = "organization_administrator"
    PLATFORM_ADMIN = "platform_administrator"
    GATEWAY_OR_NETWORK = "gateway_or_network"
    THIS_COMPUTER = "this_computer"


ACTOR_LABELS: Final[Mapping[Actor, Text]] = MappingProxyType(
    {
        Actor.USER: tr("User"),
        Actor.ORGANIZATION_ADMIN: tr("Organization admin"),
        Actor.PLATFORM_ADMIN: tr("Platform admin"),
        Actor.GATEWAY_OR_NETWORK: tr("Gateway or network"),
        Actor.THIS_COMPUTER: tr("This computer"),
    }
)
"""The actors as they are named beside a step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in the imperative and without a full stop."""

    actor: Actor
    text: Text


class ReplyLanguage(Enum):
    """The languages of the reply, whatever the window speaks. The values are public."""

    ENGLISH = "en"
    CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class Reply:
    """Two or three plain sentences for the user, without internals, personal data or jargon."""

    english: str
    chinese: str

    def get_text(self, language: ReplyLanguage) -> str:
        """The reply in that language."""
        return self.english if language is ReplyLanguage.ENGLISH else self.chinese
