"""The report as plain text: what a person pastes into a ticket."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.credential_scan import checked
from inspector_app.report.material import content
from inspector_app.report.redaction import Level
from inspector_app.session import moment
from inspector_app.session.document import JsonNumber, JsonObject
from inspector_app.session.documented_field import Place
from inspector_app.session.exchange import Failure
from inspector_app.session.fields import field
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.wording import Text, as_sent, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.material import Content, Material
    from inspector_app.session.inspection import Organization, User
    from inspector_app.session.lifetimes import Lifetimes

_MOST_FINDINGS: Final = 14
"""With all of them the report would not fit a screen; the first ones weigh most."""

_LONGEST: Final = 120
"""Characters of a value the gateway sent; the whole of it is in the JSON export."""


def report(material: Material, say: Callable[[Text], str] = str) -> str:
    """The report in at most 40 lines, without a line end behind the last.

    Args:
        material: the inspection and how to redact it.
        say: brings a text into the reader's language; English where it is left out.

    Raises:
        CredentialFound: if a credential is still in it; then nothing may leave.
    """
    made = content(material)
    lines = [say(line) for part in _parts(made, material) for line in part]
    text = "\n".join(lines)
    checked(text.encode(errors="surrogatepass"), material.credentials)
    return text


def _parts(made: Content, material: Material) -> Iterator[list[Text]]:
    verdict = made.verdict
    yield [verdict.sentence, verdict.detail]
    yield [tr("Next: {step}", step=verdict.next_step)]
    if verdict.findings:
        yield [Text("")]
        yield [tr("Also noticed:")]
        shown = verdict.findings[:_MOST_FINDINGS]
        yield [tr("- {finding}", finding=one.sentence) for one in shown]
        if left := len(verdict.findings) - len(shown):
            yield [tr("- and {count} more", count=left)]
    inspection = made.examination.inspection
    if inspection is not None and inspection.session is not None:
        session = inspection.session
        yield [Text("")]
        if session.user is not None:
            yield [_user(session.user)]
        if session.working is not None:
            yield [tr("Works in: {name}", name=_organization(session.working))]
        if session.resident is not None:
            yield [tr("Home: {name}", name=_organization(session.resident))]
    if made.examination.lifetimes is not None:
        yield list(_timing(made.examination.lifetimes))
    yield [Text("")]
    yield list(_circumstances(made, material))


def _user(user: User) -> Text:
    told = [
        known.word(JsonNumber(str(value)))
        for name, value in (
            ("type", user.type.value),
            ("state", user.state.value),
            ("authType", user.auth_type.value),
        )
        if value is not None and (known := field(Place.USER, name)) is not None
    ]
    words = [word.words for word in told if word is not None]
    line = tr("User: {name}", name=_short(user.name.value or ""))
    for one in words:
        line = tr("{words}, {more}", words=line, more=one)
    return line


def _organization(organization: Organization) -> Text:
    name, identifier = organization.name.value or "", organization.id.value or ""
    if not name or not identifier or name == identifier:
        return as_sent(_short(name or identifier))
    return tr("{name} ({id})", name=_short(name), id=_short(identifier))


def _timing(times: Lifetimes) -> Iterator[Text]:
    if times.created is not None:
        yield tr("Created: {time}", time=moment.absolute(times.created, UTC))
    if times.refreshed is not None:
        yield tr("Refreshed: {time}", time=moment.absolute(times.refreshed, UTC))
    if times.ends is not None:
        yield tr("Ends (estimated): {time}", time=moment.absolute(times.ends, UTC))
    if times.password_expires is not None:
        yield tr("Password expires: {time}", time=moment.absolute(times.password_expires, UTC))


def _circumstances(made: Content, material: Material) -> Iterator[Text]:
    answer = made.examination.answer
    yield tr(
        "Environment: {name} ({host})",
        name=_short(made.environment),
        host=_short(answer.route.host),
    )
    taken, milliseconds = moment.absolute(material.taken_at, UTC), round(answer.phases.total * 1000)
    if isinstance(answer, Failure):
        yield tr("Tried: {time}, for {count} ms", time=taken, count=milliseconds)
    else:
        yield tr(
            "Answered: {time}, HTTP {status} after {count} ms",
            time=taken,
            status=answer.status,
            count=milliseconds,
        )
    request_id = _request_id(made)
    if request_id:
        yield tr("Request id: {id}", id=_short(request_id))
    removed = (
        tr("Secrets and personal data are removed.")
        if material.redaction.level is Level.PERSONAL
        else tr("Secrets are removed; personal data is not.")
    )
    yield tr("EnOS Session Inspector {version}. {removed}", version=__version__, removed=removed)


def _request_id(made: Content) -> str:
    document = made.examination.document
    root = None if document is None else document.root
    sent = root.get("requestId") if isinstance(root, JsonObject) else None
    return sent if isinstance(sent, str) else ""


def _short(text: str) -> str:
    return visible(elided(text, _LONGEST))
