"""A demo scenario: a sample session and the token that selects it."""

from __future__ import annotations

import hashlib
import string
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.demo import companion_response, portal_response, stub_response
from inspector_app.session.token import PORTAL_TOKEN_LENGTH, SESSION_ID_LENGTHS, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.demo.stub_response import StubResponse

_TOKEN_LENGTH: Final = max(SESSION_ID_LENGTHS)


class ScenarioGroup(Enum):
    """The group under which a scenario is listed."""

    SESSION_VALID = tr("The session works")
    ACCOUNT_PROBLEM = tr("Something about it is wrong")
    SESSION_REFUSED = tr("The session service refuses")
    PORTAL = tr("Portal tokens")
    GATEWAY_PROBLEM = tr("The gateway refuses or waits")
    NOT_ENOS = tr("Something else answers")
    UNUSUAL_SIZE = tr("Unusual names and sizes")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A sample session: its title and description, and the token that selects it."""

    id: str
    group: ScenarioGroup
    title: Text
    description: Text
    token_kind: TokenKind = TokenKind.SESSION

    @property
    def token(self) -> str:
        """A token of the documented form, deterministic for each scenario."""
        letters = string.ascii_letters + string.digits
        length = PORTAL_TOKEN_LENGTH if self.is_of_portal else _TOKEN_LENGTH
        digest = hashlib.shake_256(f"demo scenario {self.id}".encode()).digest(length)
        return self.token_kind.value + "".join(letters[byte % len(letters)] for byte in digest)

    @property
    def is_of_portal(self) -> bool:
        """Whether the Application Portal answers it."""
        return self.token_kind is TokenKind.PORTAL

    def build_response(self, now: float) -> StubResponse:
        """Build the response as of ``now``, in epoch seconds.

        Raises:
            ResourceNotFoundError: if the app is not completely installed.
        """
        return stub_response.build_response(self.id, now, self.token)

    def build_portal_response(self, path: str, access_key: str, now: float) -> StubResponse | None:
        """Build the response to one of the portal's calls; None where the gateway has no route.

        Raises:
            ResourceNotFoundError: if the app is not completely installed.
        """
        return portal_response.build_portal_response(self.id, path, access_key, now, self.token)

    def build_companion_response(self, organization_id: str | None, now: float) -> StubResponse:
        """Build the response about one of its organizations, or about all where that is None.

        Raises:
            ResourceNotFoundError: if the app is not completely installed.
        """
        return companion_response.build_companion_response(
            self.id, organization_id, now, self.token
        )
