"""The demo's invented sessions, in the order in which they are offered, and how each answers.

An answer stands in ``resources/scenarios/NAME.json`` as an object with ``http_status``, and
either ``body`` (the JSON that the gateway sends) or ``page`` (HTML, sent as it stands), and
optionally ``delay_seconds``. Anywhere in ``body``, an object with one of these members alone
stands for a value that depends on the moment of answering:

* ``{"$seconds_before_now": n}``: that moment in epoch seconds, as a whole number
* ``{"$milliseconds_after_now": n}``: the moment n seconds later in epoch milliseconds, with a
  decimal point, as EnOS sends ``password_expire_time``
* ``{"$account_time_before_now": n}``: the moment n seconds earlier as ``yyyy-MM-dd HH:mm:ss.0``
* ``{"$token": true}``: the scenario's own token
* ``{"$organizations": n}``: an array of n organizations with ids and names of their own

A negative n turns before into after.
"""

from __future__ import annotations

import hashlib
import json
import re
import string
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from inspector_app.session.wording import Text, tr
from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN_LENGTH: Final = 128
"""Letters and digits after the prefix, as in EnOS documentation 2.1-2.4."""


_LISTED: Final = re.compile(r'"\$organizations ([0-9]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes over the wire, ``delay`` seconds after the request came in."""

    status: int
    content_type: str
    body: bytes
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """An invented session: what it shows, and the token that calls it up."""

    id: str
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
        file = json.loads(resources.read(f"scenarios/{self.id}.json"))
        if "page" in file:
            content_type, body = "text/html; charset=utf-8", str(file["page"])
        else:
            content_type = "application/json;charset=UTF-8"
            resolved = _resolved(file["body"], now, self.token)
            written = json.dumps(resolved, ensure_ascii=False, separators=(",", ":"))
            body = _LISTED.sub(lambda found: _organizations(int(found[1])), written)
        delay = float(file.get("delay_seconds", 0))
        return Answer(int(file["http_status"]), content_type, body.encode(), delay)


def offered() -> tuple[Scenario, ...]:
    """All scenarios, in order."""
    return (
        Scenario(
            "valid",
            tr("Valid session"),
            tr("An organization administrator, signed in a while ago."),
        ),
        Scenario(
            "about_to_expire",
            tr("About to expire"),
            tr("Three minutes are left of the session."),
        ),
        Scenario(
            "other_organization",
            tr("Working in another organization"),
            tr("An external user: the working organization is not the home organization."),
        ),
        Scenario(
            "account_disabled",
            tr("Account disabled"),
            tr("The session is alive, the account behind it is disabled."),
        ),
        Scenario(
            "password_expired",
            tr("Password expired"),
            tr("The password ran out nine days ago."),
        ),
        Scenario(
            "token_not_valid",
            tr("Token not valid (30401)"),
            tr("The refusal of releases 2.1 and 2.2 for a token they do not accept."),
        ),
        Scenario(
            "session_not_found",
            tr("Session not found (30404)"),
            tr("The refusal of releases 2.1 and 2.2 for a session that is gone."),
        ),
        Scenario(
            "newer_valid",
            tr("Valid session, release 2.3 or later"),
            tr("The newer form: status, single sign-on and domains are in the answer."),
        ),
        Scenario(
            "newer_token_not_valid",
            tr("Token not valid (401)"),
            tr("The refusal of releases 2.3 and later for a token they do not accept."),
        ),
        Scenario(
            "newer_session_not_found",
            tr("Session not found (404)"),
            tr("The refusal of releases 2.3 and later for a session that is gone."),
        ),
        Scenario(
            "sign_in_half_done",
            tr("Sign-in half done"),
            tr("The second step of the sign-in is missing: access is limited (status 0)."),
        ),
        Scenario(
            "slow",
            tr("Slow gateway"),
            tr("The answer takes six seconds: time enough to cancel."),
        ),
        Scenario(
            "proxy_page",
            tr("A proxy's page"),
            tr("A web page with HTTP 200 in place of an answer from EnOS."),
        ),
        Scenario(
            "gateway_refuses",
            tr("Refused by the gateway (403)"),
            tr("The gateway does not let this computer's IP address through."),
        ),
        Scenario(
            "long_names",
            tr("Long names"),
            tr("Names and descriptions longer than any column is wide."),
        ),
        Scenario(
            "chinese_names",
            tr("Chinese names"),
            tr("User and organizations with Chinese names."),
        ),
        Scenario(
            "many_organizations",
            tr("100,000 organizations"),
            tr("An external user in one hundred thousand organizations."),
        ),
    )


def _resolved(value: object, now: float, token: str) -> object:
    match value:
        case dict() if len(value) == 1 and next(iter(value)).startswith("$"):
            return _moment_or_more(value, now, token)
        case dict():
            return {name: _resolved(member, now, token) for name, member in value.items()}
        case list():
            return [_resolved(item, now, token) for item in value]
        case _:
            return value


def _moment_or_more(marker: Mapping[str, int], now: float, token: str) -> object:
    ((name, amount),) = marker.items()
    result: object
    match name:
        case "$seconds_before_now":
            result = int(now) - amount
        case "$milliseconds_after_now":
            result = float((int(now) + amount) * 1000)
        case "$account_time_before_now":
            moment = datetime.fromtimestamp(int(now), UTC) - timedelta(seconds=amount)
            result = moment.strftime("%Y-%m-%d %H:%M:%S.0")
        case "$token":
            result = token
        case "$organizations":
            result = f"$organizations {amount}"
        case _:
            raise ValueError(name)
    return result


def _organizations(count: int) -> str:
    """JSON, written piece by piece: one call for 100,000 objects would hold up the window."""
    return "[{}]".format(
        ",".join(
            f'{{"id":"o{1500000000000 + number * 7919}","name":"Site {number:06}"}}'
            for number in range(1, count + 1)
        )
    )
