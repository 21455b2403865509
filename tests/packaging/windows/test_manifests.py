"""What tells Intune and winget how to install says what the installer itself does."""

import hashlib
import json

import pytest
from bundle import identity
from windows import installer, manifests
from windows.exit_codes import ExitCode

INTUNE_MEMBERS = {
    "@odata.type", "displayName", "description", "publisher", "fileName", "setupFilePath",
    "installCommandLine", "uninstallCommandLine", "applicableArchitectures",
    "minimumSupportedWindowsRelease", "installExperience", "returnCodes", "rules",
}  # fmt: skip
"""Of those that Microsoft's documentation of Graph 1.0 names for *Create win32LobApp*."""

INTUNE_RESULTS = {
    ExitCode.DONE: "success",
    ExitCode.RUNNING: "retry",
    ExitCode.FORBIDDEN: "failed",
    ExitCode.INCOMPLETE: "failed",
}
WINGET_REQUIRED = {
    "version": {"DefaultLocale"},
    "installer": {"Installers"},
    "defaultLocale": {
        "PackageLocale", "Publisher", "PackageName", "License", "ShortDescription",
    },
}  # fmt: skip
"""By winget's schemas of version 1.4.0, besides the four that each file has."""

WINGET_OPTIONAL = {
    "InstallerType", "Platform", "MinimumOSVersion", "ProductCode", "ExpectedReturnCodes",
}  # fmt: skip
WINGET_RESPONSES = {
    ExitCode.RUNNING: "packageInUse",
    ExitCode.INCOMPLETE: "rebootRequiredForInstall",
}
SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")


@pytest.fixture
def setup(tmp_path):
    file = tmp_path / "app-setup.exe"
    file.write_bytes(b"an installer")
    return file


def test_intune_installs_for_all_users_finds_it_and_waits_for_its_removal(setup, monkeypatch):
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    (file,) = manifests.write(setup, setup.parent)
    app = json.loads(file.read_bytes())
    assert app["installCommandLine"] == "app-setup.exe /S /ALLUSERS"
    quiet = "'\"$INSTDIR\\uninstall.exe\" /S _?=$INSTDIR'"
    assert f'"QuietUninstallString" {quiet}' in SCRIPT
    folder = rf"%ProgramFiles%\{identity.NAME}"
    assert app["uninstallCommandLine"] == quiet.strip("'").replace("$INSTDIR", folder)
    (rule,) = app["rules"]
    key = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
    assert rule["keyPath"] == rf"HKEY_LOCAL_MACHINE\{key}\{identity.DESKTOP}"
    assert rf'UNINSTALL_KEY "{key}\${{PROGRAM}}"' in SCRIPT
    assert rule["comparisonValue"] == identity.read_version()
    assert app.keys() == INTUNE_MEMBERS
    results = {one["returnCode"]: one["type"] for one in app["returnCodes"]}
    assert results == {code.value: result for code, result in INTUNE_RESULTS.items()}


def test_winget_is_told_where_the_installer_is_and_its_checksum(setup, monkeypatch):
    monkeypatch.setenv("GITHUB_REPOSITORY", "example/inspector")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://git.example.com")
    files = {
        file.name: json.loads(file.read_bytes()) for file in manifests.write(setup, setup.parent)
    }
    told = {one["ManifestType"]: one for name, one in files.items() if name.endswith(".yaml")}
    assert told.keys() == {"version", "installer", "defaultLocale"}
    assert len({(one["PackageIdentifier"], one["PackageVersion"]) for one in told.values()}) == 1
    for kind, members in WINGET_REQUIRED.items():
        head = {"PackageIdentifier", "PackageVersion", "ManifestType", "ManifestVersion"}
        more = WINGET_OPTIONAL if kind == "installer" else set()
        assert told[kind].keys() == head | members | more
    responses = told["installer"]["ExpectedReturnCodes"]
    assert {one["InstallerReturnCode"]: one["ReturnResponse"] for one in responses} == {
        code.value: response for code, response in WINGET_RESPONSES.items()
    }
    user, machine = told["installer"]["Installers"]
    version = identity.read_version()
    url = f"https://git.example.com/example/inspector/releases/download/v{version}/app-setup.exe"
    assert user["InstallerUrl"] == machine["InstallerUrl"] == url
    assert user["InstallerSha256"].lower() == hashlib.sha256(b"an installer").hexdigest()
    for one in (user, machine):
        assert f";   {one['InstallerSwitches']['Custom']} " in SCRIPT
