"""User interface language: resolved at startup from the settings and the system."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTranslator

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme import qt_paths
from inspector_app.desktop.theme.translation import TRANSLATION_CONTEXT
from inspector_app.session.translatable_text import tr
from inspector_app.settings.user_settings import Language
from inspector_app.system import resources
from inspector_app.system.resources import ResourceNotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QCoreApplication, QObject

_log = logging.getLogger(__name__)

NATIVE_NAMES: Final = {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}
"""Each language's own name; never translated."""

_QT_TEXTS: Final = frozenset(
    one.template
    for one in (
        tr("&Look in:"),
        tr("Files of &type:"),
        tr("Folder"),
        tr("Drive"),
    )  # of its file dialog
)
"""Texts of Qt's own for which it has no words in some language."""


class CatalogueTranslator(QTranslator):
    """Qt translator for the app's own texts and Qt's untranslated ones, backed by a catalogue."""

    def __init__(self, catalogue: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    @qt_override
    def isEmpty(self) -> bool:
        return not self._catalogue

    @qt_override
    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The translation, or None: then Qt asks the next translator, and falls back to English."""
        del disambiguation, n
        is_ours = context == TRANSLATION_CONTEXT or source_text in _QT_TEXTS
        return self._catalogue.get(source_text) if is_ours else None


def list_system_languages() -> tuple[str, ...]:
    """The system's preferred UI languages, best first: ``zh-Hans-CN``, ``en-GB``."""
    return tuple(QLocale.system().uiLanguages())


def resolve_language(choice: Language, preferred: Sequence[str]) -> Language:
    """The language to use: the one chosen, or the first preferred one that is available.

    Traditional Chinese is another script, and there is no translation into it.
    """
    if choice is not Language.SYSTEM:
        return choice
    offered = (_match_language(QLocale(one)) for one in preferred)
    return next((one for one in offered if one is not None), Language.ENGLISH)


def has_font(language: Language) -> bool:
    """Whether a font is installed in which the language can be read; needs an application."""
    if language is not Language.CHINESE:
        return True
    from PySide6.QtGui import QFontDatabase

    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _match_language(locale: QLocale) -> Language | None:
    if locale.language() == QLocale.Language.English:
        return Language.ENGLISH
    if locale.language() != QLocale.Language.Chinese:
        return None
    is_simplified = locale.script() == QLocale.Script.SimplifiedHanScript
    return Language.CHINESE if is_simplified else Language.ENGLISH


def load_qt_translator(name: str, owner: QObject | None = None) -> QTranslator | None:
    """Qt's translator for its own dialogs and text field menus; None where it has none."""
    words = QTranslator(owner)
    return words if words.load(f"qtbase_{name}", _get_qt_translations_path()) else None


def _get_qt_translations_path() -> str:
    if resources.is_bundled():
        return str(qt_paths.get_bundled_path("translations"))
    from PySide6.QtCore import QLibraryInfo

    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def install_translators(language: Language, application: QCoreApplication, owner: QObject) -> None:
    """Install the translators of a language, for the lifetime of ``owner``.

    Must run before the first widget, and reads files: the app's catalogue and Qt's. Where they are
    missing, the texts stay English, and the log says so.
    """
    if language is Language.ENGLISH:
        return
    from inspector_app.system import translations  # imports XML, which English does not need

    name = language.value
    qt = load_qt_translator(name, owner)
    if qt is None:
        _log.warning("Qt has no words of its own in %s", name)
    else:
        application.installTranslator(qt)
    try:
        application.installTranslator(CatalogueTranslator(translations.load(name), owner))
    except (ResourceNotFoundError, translations.CatalogueError):
        _log.warning("there is no usable catalogue %s", name)
