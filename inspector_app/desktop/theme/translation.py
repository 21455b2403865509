"""Translates and renders texts, those of the Qt-free packages and the window's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.session.translatable_text import TextValue

TRANSLATION_CONTEXT: Final = "inspector"
"""The single Qt translation context of all texts."""


def render_text(text: Text) -> str:
    """The text in the language of the installed translators."""
    return text.render(_translate_template)


def _translate_template(template: str) -> str:
    words = QCoreApplication.translate(TRANSLATION_CONTEXT, template)
    if sys.platform == "darwin":
        from inspector_app.desktop.theme.macos_keys import name_macos_keys

        return name_macos_keys(words)
    return words


def translate(template: str, /, **values: TextValue) -> str:
    """Translate a literal template and fill in the values."""
    return render_text(tr(template, **values))


def join_sentences(sentences: Iterable[str]) -> str:
    """Join sentences to a paragraph; not every language separates them with a space."""
    paragraph = ""
    for one in sentences:
        paragraph = (
            translate("{before} {sentence}", before=paragraph, sentence=one) if paragraph else one
        )
    return paragraph


def join_facts(facts: Iterable[str]) -> str:
    """Join short facts to one line, without the empty ones; languages have commas of their own."""
    line = ""
    for one in facts:
        if one:
            line = translate("{first}, {second}", first=line, second=one) if line else one
    return line
