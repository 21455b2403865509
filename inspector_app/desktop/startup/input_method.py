"""Chooses an input method that there is a plugin for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo

from inspector_app.desktop.theme import qt_paths
from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_IBUS: Final = "ibus"
_NONE: Final = frozenset({"", "none", "simple"})
_X_PREFIX: Final = "@im="


def choose_input_method(variables: MutableMapping[str, str]) -> None:
    """Let Qt use the plugin of IBus where the environment names a method without a plugin.

    Fcitx speaks the protocol of IBus too, and Qt brings no plugin of Fcitx: without this, nobody
    who writes Chinese with it could write here. Must run before Qt is started.

    Args:
        variables: the environment, which is changed.
    """
    if variables.get("QT_IM_MODULES"):  # the person's own list, of which Qt takes what works
        return
    name = variables.get("QT_IM_MODULE")
    if name is None:  # only the older setting of X, which Qt does not read
        _, _, name = variables.get("XMODIFIERS", "").partition(_X_PREFIX)
    if name in _NONE:
        return
    plugins = _list_plugins()
    if name not in plugins and _IBUS in plugins:
        variables["QT_IM_MODULE"] = _IBUS


def _list_plugins() -> frozenset[str]:
    """The names of the input methods that this Qt has a plugin for."""
    folder = (
        qt_paths.get_bundled_path("plugins")
        if resources.is_bundled()
        else Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    )
    suffix = "platforminputcontextplugin"
    return frozenset(
        one.stem.removeprefix("lib").removesuffix(suffix)
        for one in (folder / "platforminputcontexts").glob(f"lib*{suffix}.so")
    )
