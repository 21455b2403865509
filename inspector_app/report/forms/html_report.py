"""Renders the report as one self-contained HTML page: no script, light or dark, printable."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import checked
from inspector_app.report.forms.facts import facts
from inspector_app.report.forms.life_svg import picture
from inspector_app.report.material import content
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.telling import life_line
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

    from inspector_app.report.material import Content, Material

_LANGUAGE: Final = tr("en")  # translators: the code of the language you translate into
_CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def write(material: Material, say: Callable[[Text], str] = str) -> bytes:
    """The report as a file in UTF-8.

    Args:
        report_input: the inspection and how to redact it.
        translate: translates a text into the reader's language; English by default.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    from markupsafe import Markup

    def shown(text: Text) -> str:
        return say(text.map_strings(escape_invisible))

    made = content(material)
    style = _resource("report.css")
    code = say(_LANGUAGE)
    page = _template().render(
        language=code if _CODE.fullmatch(code) else "en",
        style=Markup(style),  # noqa: S704 - our own file; escaped, its hash would not match
        style_hash=_hash(style),
        say=shown,
        report=facts(made, material),
        also_noticed=tr("Also noticed"),
        picture=picture(_marks(made), shown),
        spoken=_spoken(made),
        caption=_caption(material),
    )
    return checked(f"{page}\n".encode(errors="replace"), material.credentials)


@functools.cache
def _template() -> Template:
    """The page template; all values are escaped."""
    from jinja2 import Environment, StrictUndefined  # slow to import, and seldom needed

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_resource("report.html.j2"))


def _marks(made: Content) -> tuple[life_line.Mark, ...]:
    times = made.examination.lifetimes
    return () if times is None else life_line.build_marks(times, made.view, made.supported)


def _spoken(made: Content) -> Text:
    times = made.examination.lifetimes
    return (
        Text("") if times is None else life_line.describe_timeline(times, made.view, made.supported)
    )


def _caption(material: Material) -> Text:
    zone = datetime.fromtimestamp(material.now, material.zone).tzname()
    return tr("The session’s life; its times are {zone}.", zone=zone or "")


def _resource(name: str) -> str:
    from importlib.resources import files  # imports zipfile and tempfile

    return (
        files("inspector_app.report.forms").joinpath("templates", name).read_text(encoding="utf-8")
    )


def _hash(style: str) -> str:
    """The style sheet's hash for the page's Content-Security-Policy: no other is applied."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
