"""Reads the proxy of whichever desktop this is."""

from __future__ import annotations

import os
import sys

from inspector_app.system.proxy_settings.desktop_proxy import NO_DESKTOP_PROXY, DesktopProxy
from inspector_app.system.proxy_settings.gnome_proxy import read_gnome_proxy
from inspector_app.system.proxy_settings.kde_proxy import read_kde_proxy
from inspector_app.system.proxy_settings.macos_proxy import read_macos_proxy
from inspector_app.system.proxy_settings.windows_proxy import read_windows_proxy


def read_desktop_proxy() -> DesktopProxy:
    """Read it; it may start a program of the system, and takes a second at most.

    Without a desktop, as on a server, there are no such settings.
    """
    if sys.platform == "win32":
        return read_windows_proxy()
    if sys.platform == "darwin":
        return read_macos_proxy()
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if "KDE" in desktops:
        return read_kde_proxy()
    return read_gnome_proxy() if any(desktops) else NO_DESKTOP_PROXY
