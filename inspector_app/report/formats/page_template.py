"""What every HTML page shares: its style, its language, and templates that escape all values."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any, Final

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

_LANGUAGE: Final = tr("en")  # translators: the code of the language you translate into
_LANGUAGE_CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def load_template(name: str) -> Template:
    """A page template of this package; all values are escaped."""
    from jinja2 import Environment, StrictUndefined  # slow to import, and seldom needed

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_read_resource(name))


def build_frame(translate: Callable[[Text], str]) -> dict[str, Any]:
    """The values around a page's content: language, style, and the hash that permits the style."""
    from markupsafe import Markup

    style = _read_resource("report.css")
    code = translate(_LANGUAGE)
    return {
        "language": code if _LANGUAGE_CODE.fullmatch(code) else "en",
        "style": Markup(style),  # noqa: S704 - our own file; escaped, its hash would not match
        "style_hash": _compute_style_hash(style),
    }


def _read_resource(name: str) -> str:
    from importlib.resources import files  # imports zipfile and tempfile

    return (
        files("inspector_app.report.formats")
        .joinpath("templates", name)
        .read_text(encoding="utf-8")
    )


def _compute_style_hash(style: str) -> str:
    """The style sheet's hash for the page's Content-Security-Policy: no other is applied."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
