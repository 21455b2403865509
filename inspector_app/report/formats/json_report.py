"""Renders the JSON export, which another program or a later release can read.

Version 3 has these members, in this order; docs/json-export.md has the full reference:

* ``schema``: always ``enos-session-inspector/answer``
* ``version``: 3
* ``level``: what was removed, ``personal`` (secrets and personal data) or ``secrets``
* ``app``: ``version`` of the app
* ``taken_at``: when the answer arrived, by this computer's clock, UTC
* ``judged_at``: the time for which the verdict holds, likewise
* ``environment``: the environment's name, as the user entered it
* ``verdict``: ``code`` (one of a closed list), ``sentence``, ``detail`` and ``next`` (English)
* ``steps``: what to do, in order: ``who`` can do it (one of a closed list) and ``text``
* ``reply``: what to tell the user, in English as everything here
* ``findings``: what else was noticed: ``code``, ``severity``, ``sentence``, ``evidence`` (paths)
* ``lifetimes``: the session's instants; null where there is no session
* ``session``: the normalized session, under one set of names; null where there is none
* ``request``: what was observed of the call
* ``answer``: the redacted answer, numbers digit for digit as they were sent, or null where there
  is none or it is not JSON
* ``body_text``: the text of an answer that is not JSON, at the level ``secrets`` only; else null
* ``companions``: the redacted answers of the calls beside session info; null where none was made
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.export_schema import SCHEMA, VERSION
from inspector_app.report.formats import companion_json, normalized_session, request_json
from inspector_app.report.formats.iso_timestamps import build_json_instant, format_utc
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.path import format_dotted

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.diagnosis.step_model import Step
    from inspector_app.session.diagnosis.verdict_model import Verdict
    from inspector_app.session.translatable_text import Text

_INDENT: Final = 2
_LARGE_BODY_SIZE: Final = 1024 * 1024


def render(report: RedactedReport, _translate: Callable[[Text], str]) -> bytes:
    """The bytes of the export: plain ASCII, in English, deterministic for the same input."""
    # Indenting a large answer would more than double it.
    indent = None if report.body_size > _LARGE_BODY_SIZE else _INDENT
    return _dump(report, _build_session(report), indent)


def render_compact(report: RedactedReport) -> bytes:
    """The export on one line and without ``session``, which repeats parts of ``answer``.

    What is opened again is the same; it takes half the room and time.
    """
    return _dump(report, None, None)


def _dump(report: RedactedReport, session: Json, indent: int | None) -> bytes:
    document = report.analyzed.document
    envelope = JsonObject(
        (
            ("schema", SCHEMA),
            ("version", JsonNumber(str(VERSION))),
            ("level", report.level.value),
            ("app", JsonObject((("version", __version__),))),
            ("taken_at", format_utc(report.taken_at)),
            ("judged_at", format_utc(report.judged_at)),
            ("environment", report.environment),
            ("verdict", _build_verdict(report.verdict)),
            ("steps", _build_steps(report.verdict.steps)),
            ("reply", None if report.verdict.reply is None else report.verdict.reply.english),
            ("findings", _build_findings(report.verdict)),
            ("lifetimes", _build_lifetimes(report)),
            ("session", session),
            ("request", request_json.build_request(report)),
            ("answer", None if document is None else document.root),
            ("body_text", _get_body_text(report)),
            ("companions", companion_json.build_companions(report.analyzed.companions)),
        )
    )
    return f"{dump_json(envelope, indent)}\n".encode()


def _build_verdict(verdict: Verdict) -> Json:
    return JsonObject(
        (
            ("code", verdict.code.value),
            ("sentence", str(verdict.sentence)),
            ("detail", str(verdict.detail)),
            ("next", str(verdict.next_step)),
            ("provenance", verdict.provenance.value),
        )
    )


def _build_steps(steps: tuple[Step, ...]) -> Json:
    return JsonArray(
        tuple(JsonObject((("who", one.actor.value), ("text", str(one.text)))) for one in steps)
    )


def _build_findings(verdict: Verdict) -> Json:
    return JsonArray(
        tuple(
            JsonObject(
                (
                    ("code", one.code.value),
                    ("severity", one.severity.value),
                    ("provenance", one.provenance.value),
                    ("sentence", str(one.sentence)),
                    ("evidence", JsonArray(tuple(format_dotted(path) for path in one.evidence))),
                    ("steps", _build_steps(one.steps)),
                )
            )
            for one in verdict.findings
        )
    )


def _build_lifetimes(report: RedactedReport) -> Json:
    times = report.analyzed.lifetimes
    if times is None:
        return None
    return JsonObject(
        (
            ("created", build_json_instant(times.created)),
            ("refreshed", build_json_instant(times.refreshed)),
            ("ends", build_json_instant(times.ends)),
            ("ends_if_fixed", build_json_instant(times.ends_if_fixed)),
            ("password_expires", build_json_instant(times.password_expires)),
            ("gateway_now", build_json_instant(times.to_gateway_time(report.judged_at))),
        )
    )


def _build_session(report: RedactedReport) -> Json:
    parsed = report.analyzed.parsed
    if parsed is None or parsed.session is None:
        return None
    return normalized_session.build_session(parsed.session)


def _get_body_text(report: RedactedReport) -> Json:
    """The text of a body that is no JSON; redaction empties it where it may name a person."""
    answer = report.analyzed.call_result
    if not isinstance(answer, Exchange) or report.analyzed.document is not None:
        return None
    return answer.body.decode(errors="replace") or None
