"""Writes what tells Intune and winget how the installer is run: no such service was tried yet.

Intune: the body by which Microsoft Graph creates a *win32LobApp*, for all users of a computer.
winget: the three files of a package, where it is known from where the installer is downloaded.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Final

from bundle import identity

from windows.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OLDEST_WINDOWS: Final = "10.0.17763.0"
"""Windows 10, version 1809: the oldest for which Qt 6 is built."""

_SUMMARY: Final = "Find out from a session token why a user of EnOS cannot work."
_PUBLISHER: Final = f"The {identity.NAME} authors"
_WINGET_ID: Final = "EnosSessionInspector.EnosSessionInspector"
_WINGET_VERSION: Final = "1.4.0"
_UNINSTALL_KEY: Final = (
    rf"HKEY_LOCAL_MACHINE\Software\Microsoft\Windows\CurrentVersion\Uninstall\{identity.DESKTOP}"
)
_FOLDER: Final = rf"%ProgramFiles%\{identity.NAME}"


def write(installer: Path, out: Path) -> list[Path]:
    """Write the files that describe an installer; returns them."""
    documents = {f"{installer.stem}.intune.json": build_intune_app(installer.name)}
    repository = os.environ.get("GITHUB_REPOSITORY", "")
    if repository:
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        tag = f"v{identity.read_version()}"
        url = f"{server}/{repository}/releases/download/{tag}/{installer.name}"
        documents |= build_winget_files(url, hashlib.sha256(installer.read_bytes()).hexdigest())
    made = []
    for name, document in documents.items():
        file = out / name
        # JSON is YAML too, and has one way to write a text.
        file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8", newline="\n")
        made.append(file)
    return made


def build_intune_app(file_name: str) -> dict[str, Any]:
    """Build the app as Microsoft Graph's resource *win32LobApp* of version 1.0 describes one."""
    rule = "#microsoft.graph.win32LobAppRegistryRule"
    return {
        "@odata.type": "#microsoft.graph.win32LobApp",
        "displayName": identity.NAME,
        "description": _SUMMARY,
        "publisher": _PUBLISHER,
        "fileName": file_name.replace(".exe", ".intunewin"),
        "setupFilePath": file_name,
        "installCommandLine": f"{file_name} /S /ALLUSERS",
        "uninstallCommandLine": rf'"{_FOLDER}\uninstall.exe" /S _?={_FOLDER}',
        "applicableArchitectures": "x64",
        "minimumSupportedWindowsRelease": "1809",
        "installExperience": {"runAsAccount": "system", "deviceRestartBehavior": "suppress"},
        "returnCodes": [
            {"returnCode": ExitCode.DONE.value, "type": "success"},
            {"returnCode": ExitCode.RUNNING.value, "type": "retry"},
            {"returnCode": ExitCode.FORBIDDEN.value, "type": "failed"},
            # No *softReboot*, which says that all is installed and a restart is left to do.
            {"returnCode": ExitCode.INCOMPLETE.value, "type": "failed"},
        ],
        "rules": [
            {
                "@odata.type": rule,
                "ruleType": "detection",
                "check32BitOn64System": False,
                "keyPath": _UNINSTALL_KEY,
                "valueName": "DisplayVersion",
                "operationType": "version",
                "operator": "greaterThanOrEqual",
                "comparisonValue": identity.read_version(),
            }
        ],
    }


def build_winget_files(url: str, checksum: str) -> Mapping[str, dict[str, Any]]:
    """Build the files of winget's package by name: version, installer, and texts in English."""
    head = {"PackageIdentifier": _WINGET_ID, "PackageVersion": identity.read_version()}
    kinds = {
        "": {"DefaultLocale": "en-US", "ManifestType": "version"},
        ".installer": _build_winget_installer(url, checksum),
        ".locale.en-US": {
            "PackageLocale": "en-US",
            "Publisher": _PUBLISHER,
            "PackageName": identity.NAME,
            "License": "MIT",
            "ShortDescription": _SUMMARY,
            "ManifestType": "defaultLocale",
        },
    }
    return {
        f"{_WINGET_ID}{kind}.yaml": {**head, **members, "ManifestVersion": _WINGET_VERSION}
        for kind, members in kinds.items()
    }


def _build_winget_installer(url: str, checksum: str) -> dict[str, Any]:
    one = {"Architecture": "x64", "InstallerUrl": url, "InstallerSha256": checksum.upper()}
    return {
        "InstallerType": "nullsoft",
        "Platform": ["Windows.Desktop"],
        "MinimumOSVersion": OLDEST_WINDOWS,
        "ProductCode": identity.DESKTOP,
        "ExpectedReturnCodes": [
            {
                "InstallerReturnCode": ExitCode.RUNNING.value,
                "ReturnResponse": "packageInUse",
            },
            {
                "InstallerReturnCode": ExitCode.INCOMPLETE.value,
                "ReturnResponse": "rebootRequiredForInstall",
            },
        ],
        "Installers": [
            {**one, "Scope": "user", "InstallerSwitches": {"Custom": "/CURRENTUSER"}},
            {
                **one,
                "Scope": "machine",
                "InstallerSwitches": {"Custom": "/ALLUSERS"},
                "ElevationRequirement": "elevationRequired",
            },
        ],
        "ManifestType": "installer",
    }
