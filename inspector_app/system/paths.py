"""Paths of the settings file, the state folder and the machine-wide configuration files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

from platformdirs import PlatformDirs

from inspector_app import APPLICATION_ID, DESKTOP_PROGRAM
from inspector_app.system.administrator_file import ROOT_ALONE

if sys.platform == "win32":
    from inspector_app.system import windows_security

SETTINGS_FILE_NAME: Final = "settings.json"
ENVIRONMENTS_FILE_NAME: Final = "environments.json"
POLICIES_FILE_NAME: Final = "policies.json"
_MANAGED_PREFERENCES: Final = "/Library/Managed Preferences"


class Directories(NamedTuple):
    """The paths of the app; looking them up creates none of them.

    ``settings_file`` is the settings file itself; ``state`` is the folder for logs and the like.
    ``machine_files`` are only read: the first that is there holds everybody's environments.
    ``policy_files``, read likewise, hold what an administrator forces. On macOS
    ``policy_profiles`` are written by the system of a managed profile, the one that counts first;
    on Windows ``policy_key`` is the key of a group policy below HKLM. ``administrators`` are the
    user ids, on a Unix system, whose such a file may be.
    """

    settings_file: Path
    state: Path
    machine_files: tuple[Path, ...] = ()
    policy_files: tuple[Path, ...] = ()
    policy_profiles: tuple[Path, ...] = ()
    policy_key: str = ""
    administrators: frozenset[int] = ROOT_ALONE


def create_private_folder(folder: Path) -> None:
    """Create a folder that other users cannot read, and those above it, where it is missing.

    Raises:
        OSError: if that failed.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "win32":  # which has no such modes: what is in a folder inherits its list
        for one in reversed(missing):
            windows_security.make_private(one)


def get_directories() -> Directories:
    """Return the paths by the convention of this system, for the current user."""
    directories = PlatformDirs(DESKTOP_PROGRAM, appauthor=False)
    machine = get_machine_folder()
    return Directories(
        settings_file=directories.user_config_path / SETTINGS_FILE_NAME,
        state=directories.user_state_path,
        machine_files=(machine / ENVIRONMENTS_FILE_NAME,),
        policy_files=(machine / POLICIES_FILE_NAME,),
        policy_profiles=list_policy_profiles(),
        policy_key=rf"SOFTWARE\Policies\{DESKTOP_PROGRAM}" if sys.platform == "win32" else "",
    )


def list_policy_profiles() -> tuple[Path, ...]:
    """List the files that macOS writes of a managed profile: for the computer, and for the user."""
    if sys.platform != "darwin":
        return ()
    import pwd

    name = f"{APPLICATION_ID}.plist"
    return (
        Path(_MANAGED_PREFERENCES, name),
        Path(_MANAGED_PREFERENCES, pwd.getpwuid(os.getuid()).pw_name, name),
    )


def get_machine_folder() -> Path:
    """Return the folder of what an administrator set for everybody on this computer.

    It is fixed: a variable such as ``XDG_CONFIG_DIRS``, which any program may set for those that it
    starts, would choose whose tokens go where.
    """
    if sys.platform == "win32":
        return windows_security.get_program_data() / DESKTOP_PROGRAM
    if sys.platform == "darwin":
        return Path("/Library/Application Support", DESKTOP_PROGRAM)
    return Path("/etc/xdg", DESKTOP_PROGRAM)
