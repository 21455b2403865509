"""Windows security descriptors, in their text form (SDDL): who owns a file, who may change it.

https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format
"""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from pathlib import Path
from typing import Final

from inspector_app.system.windows_users import find_own_user

_ADMINISTRATORS: Final = frozenset(
    {
        "BA",  # the group Administrators
        "SY",  # the system itself
        "LA",  # the account Administrator
        "DA",  # the domain's administrators
        "EA",  # those of all domains
        "S-1-5-32-544",
        "S-1-5-18",
        # TrustedInstaller, to whom the system's own folders belong
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    }
)
_DELETE: Final = 0x10000
_WRITE_DAC: Final = 0x40000
_WRITE_OWNER: Final = 0x80000
_GENERIC: Final = 0x10000000 | 0x40000000  # GENERIC_ALL, GENERIC_WRITE
_WRITE_DATA: Final = 0x2
_APPEND_DATA: Final = 0x4
_DELETE_CHILD: Final = 0x40

FILE_CHANGES: Final = _WRITE_DATA | _APPEND_DATA | _DELETE | _WRITE_DAC | _WRITE_OWNER | _GENERIC
"""Rights to change, remove or take over a file."""

FOLDER_CHANGES: Final = _DELETE_CHILD | _DELETE | _WRITE_DAC | _WRITE_OWNER | 0x10000000
"""Rights to exchange what is in a folder. To add files is not among them: anybody may do so below
``%PROGRAMDATA%``, and the owner of a file says who did."""

_RIGHTS: Final = {
    "CC": 0x1, "DC": 0x2, "LC": 0x4, "SW": 0x8, "RP": 0x10, "WP": 0x20, "DT": 0x40, "LO": 0x80,
    "CR": 0x100, "SD": _DELETE, "RC": 0x20000, "WD": _WRITE_DAC, "WO": _WRITE_OWNER,
    "GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000,
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0,
}  # fmt: skip
_ALL_RIGHTS: Final = 0xFFFFFFFF
_SE_FILE_OBJECT: Final = 1
_OWNER_AND_DACL: Final = 0x1 | 0x4
_DACL: Final = 0x4  # DACL_SECURITY_INFORMATION
_SDDL_REVISION: Final = 1
_COMMON_APPDATA: Final = 0x23  # CSIDL_COMMON_APPDATA
_MAX_PATH: Final = 260  # characters, with the zero at the end
_OWNER: Final = re.compile(r"O:([A-Z]{2}|S-[0-9-]+)")
_ACCESS_LIST: Final = re.compile(r"\A[^()]*?D:[A-Z]*((?:\([^()]*\))*+)")
_ENTRY: Final = re.compile(r"\(([^()]*)\)")


def has_administrator_owner(descriptor: str) -> bool:
    """Whether an administrator, the system or its installer owns what the descriptor is of."""
    owner = _OWNER.match(descriptor)
    return owner is not None and owner[1] in _ADMINISTRATORS


def may_others(descriptor: str, rights: int) -> bool:
    """Whether anybody but an administrator is granted one of the rights, or it cannot be told.

    Entries that deny are not subtracted: what they leave open depends on the order of groups.
    """
    access = _ACCESS_LIST.fullmatch(descriptor)
    if access is None:
        return True  # no list at all, or one with entries of a kind that is not known here
    return any(_grants(entry.split(";"), rights) for entry in _ENTRY.findall(access[1]))


def _grants(entry: list[str], rights: int) -> bool:
    kind, flags, granted = entry[:3]
    trustee = entry[5] if len(entry) > 5 else ""  # noqa: PLR2004  # type;flags;rights;;;trustee
    if kind in {"D", "OD", "XD"} or "IO" in _split_codes(flags) or trustee in _ADMINISTRATORS:
        return False
    return bool(_parse_rights(granted) & rights)


def _parse_rights(text: str) -> int:
    if text.startswith("0x"):
        return int(text, 16)
    mask = 0
    for code in _split_codes(text):
        mask |= _RIGHTS.get(code, _ALL_RIGHTS)
    return mask


def _split_codes(text: str) -> list[str]:
    return [text[index : index + 2] for index in range(0, len(text), 2)]


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link, a junction or another reparse point.

    Raises:
        OSError: if it cannot be looked at.
    """
    attributes = getattr(path.lstat(), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)


def build_private_list(owner: str) -> str:
    """Build the access list of a file or folder that this user and the system alone may use.

    It inherits nothing, and what a folder holds inherits it. ``owner`` is a security identifier.
    """
    return f"D:P(A;OICI;FA;;;{owner})(A;OICI;FA;;;SY)"


def make_private(path: Path) -> None:
    """Let nobody but this user, and Windows itself, use a file or folder of theirs.

    Does nothing on other systems, and on a disk that keeps no access lists, such as FAT.
    """
    if sys.platform != "win32":
        return
    security = ctypes.WinDLL("advapi32", use_last_error=True)
    free = ctypes.WinDLL("kernel32").LocalFree
    free.argtypes = [ctypes.c_void_p]
    descriptor = ctypes.c_void_p()
    text = ctypes.c_wchar_p(build_private_list(find_own_user()))
    if not security.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        text, _SDDL_REVISION, ctypes.byref(descriptor), None
    ):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        security.SetFileSecurityW(ctypes.c_wchar_p(os.fspath(path)), _DACL, descriptor)
    finally:
        free(descriptor)


def get_program_data() -> Path:
    """Return the folder for what all users share, from Windows itself and from no variable.

    Raises:
        OSError: if Windows does not say it.
    """
    if sys.platform != "win32":
        raise OSError
    folder = ctypes.create_unicode_buffer(_MAX_PATH)
    code = ctypes.WinDLL("shell32").SHGetFolderPathW(None, _COMMON_APPDATA, None, 0, folder)
    if code:
        raise ctypes.WinError(code)
    return Path(folder.value)


def read_descriptor(path: Path) -> str:
    """Read owner and access list of a file or folder, on Windows.

    Raises:
        OSError: if they cannot be read.
    """
    if sys.platform != "win32":
        raise OSError
    security = ctypes.WinDLL("advapi32", use_last_error=True)
    descriptor, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    name = ctypes.c_wchar_p(os.fspath(path))
    code = security.GetNamedSecurityInfoW(
        name, _SE_FILE_OBJECT, _OWNER_AND_DACL, None, None, None, None, ctypes.byref(descriptor)
    )
    if code:
        raise ctypes.WinError(code)
    free = ctypes.WinDLL("kernel32").LocalFree
    free.argtypes = [ctypes.c_void_p]
    try:
        if not security.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor, _SDDL_REVISION, _OWNER_AND_DACL, ctypes.byref(text), None
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        result = text.value or ""
        free(ctypes.cast(text, ctypes.c_void_p))
    finally:
        free(descriptor)
    return result
