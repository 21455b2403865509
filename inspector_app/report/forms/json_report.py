"""Renders the JSON export, which another program or a later release can read.

Version 2 has these members, in this order; docs/json-export.md has the full reference:

* ``schema``: always ``enos-session-inspector/answer``
* ``version``: 2
* ``level``: what was removed, ``personal`` (secrets and personal data) or ``secrets``
* ``app``: ``version`` of the app
* ``taken_at``: when the answer arrived, by this computer's clock, UTC
* ``judged_at``: the time for which the verdict holds, likewise
* ``environment``: the environment's name, as the user entered it
* ``verdict``: ``code`` (one of a closed list), ``sentence``, ``detail`` and ``next`` (English)
* ``findings``: what else was noticed: ``code``, ``severity``, ``sentence``, ``evidence`` (paths)
* ``lifetimes``: the session's instants; null where there is no session
* ``session``: the normalized session, under one set of names; null where there is none
* ``request``: what was observed of the call
* ``answer``: the redacted answer, numbers digit for digit as they were sent, or null where there
  is none or it is not JSON
* ``body_text``: the text of an answer that is not JSON, at the level ``secrets`` only; else null
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.credential_scan import checked
from inspector_app.report.forms import request_json, understood
from inspector_app.report.forms.instants import instant, utc
from inspector_app.report.material import content
from inspector_app.session.exchange import Exchange
from inspector_app.session.path import format_dotted
from inspector_app.session.reading.document import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.material import Content, Material
    from inspector_app.session.judging.verdict import Verdict
    from inspector_app.session.wording import Text

SCHEMA: Final = "enos-session-inspector/answer"
VERSION: Final = 2
_INDENT: Final = 2
_LARGE: Final = 1024 * 1024


def write(material: Material, _say: Callable[[Text], str] = str) -> bytes:
    """The export, which is always in English; as for ``render_export``."""
    return export(material)


def export(material: Material) -> bytes:
    """The bytes of the export: plain ASCII, deterministic for the same input.

    Raises:
        CredentialLeakError: if they still contain a credential; then nothing may be handed out.
    """
    made = content(material)
    document = made.examination.document
    envelope = JsonObject(
        (
            ("schema", SCHEMA),
            ("version", JsonNumber(str(VERSION))),
            ("level", material.redaction.level.value),
            ("app", JsonObject((("version", __version__),))),
            ("taken_at", utc(material.taken_at)),
            ("judged_at", utc(material.now)),
            ("environment", made.environment),
            ("verdict", _verdict(made.verdict)),
            ("findings", _findings(made.verdict)),
            ("lifetimes", _lifetimes(made, material)),
            ("session", _session(made)),
            ("request", request_json.request(made)),
            ("answer", None if document is None else document.root),
            ("body_text", _body_text(made)),
        )
    )
    text = dump_json(envelope, None if _is_large(material) else _INDENT)
    return checked(f"{text}\n".encode(), material.credentials)


def _is_large(material: Material) -> bool:
    """Whether the answer is so large that indenting it would more than double it."""
    answer = material.examination.call_result
    return isinstance(answer, Exchange) and len(answer.body) > _LARGE


def _verdict(verdict: Verdict) -> Json:
    return JsonObject(
        (
            ("code", verdict.code.value),
            ("sentence", str(verdict.sentence)),
            ("detail", str(verdict.detail)),
            ("next", str(verdict.next_step)),
        )
    )


def _findings(verdict: Verdict) -> Json:
    return JsonArray(
        tuple(
            JsonObject(
                (
                    ("code", one.code.value),
                    ("severity", one.severity.value),
                    ("sentence", str(one.sentence)),
                    ("evidence", JsonArray(tuple(format_dotted(path) for path in one.evidence))),
                )
            )
            for one in verdict.findings
        )
    )


def _lifetimes(made: Content, material: Material) -> Json:
    times = made.examination.lifetimes
    if times is None:
        return None
    return JsonObject(
        (
            ("created", instant(times.created)),
            ("refreshed", instant(times.refreshed)),
            ("ends", instant(times.ends)),
            ("ends_if_fixed", instant(times.ends_if_fixed)),
            ("password_expires", instant(times.password_expires)),
            ("gateway_now", instant(times.to_gateway_time(material.now))),
        )
    )


def _session(made: Content) -> Json:
    inspection = made.examination.parsed
    if inspection is None or inspection.session is None:
        return None
    return understood.session(inspection.session)


def _body_text(made: Content) -> Json:
    """The text of a body that is no JSON; redaction empties it where it may name a person."""
    answer = made.examination.call_result
    if not isinstance(answer, Exchange) or made.examination.document is not None:
        return None
    return answer.body.decode(errors="replace") or None
