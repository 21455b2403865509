"""What a computer's management sets is read where the system keeps it, and from nowhere else."""

import os
import plistlib
import struct
import sys

import pytest

from inspector_app.system import managed_policies
from inspector_app.system.administrator_file import DistrustedFileError
from inspector_app.system.managed_policies import (
    ManagedPolicies,
    read_policy_key,
    read_policy_profile,
)

TESTER = frozenset({0, os.geteuid() if hasattr(os, "geteuid") else 0})


needs_owner = pytest.mark.skipif(os.name == "nt", reason="its owners are no user ids")


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "io.github.enossessioninspector.plist"


@needs_owner
@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_a_profile_is_read_in_both_forms_of_a_property_list(profile, form):
    profile.write_bytes(plistlib.dumps({"forced": {"idle_minutes": 4}}, fmt=form))
    found = read_policy_profile(profile, TESTER)
    assert found == ManagedPolicies(str(profile), {"forced": {"idle_minutes": 4}})


def test_without_a_profile_there_is_nothing(profile):
    assert read_policy_profile(profile, TESTER) is None


def write_nested_lists(levels):
    """A list in a list in a list, in the binary form."""
    head = b"bplist00"
    lists = b"".join(b"\xa1" + number.to_bytes(2) for number in range(1, levels + 1))
    places = b"".join((len(head) + 3 * number).to_bytes(2) for number in range(levels + 1))
    innermost = b"\x08"  # False
    counts = struct.pack(">6xBBQQQ", 2, 2, levels + 1, 0, len(head + lists + innermost))
    return head + lists + innermost + places + counts


@needs_owner
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"<plist>",
        b"bplist00",
        b"bplist00" + bytes(100),
        b"<plist><dict><key>a</key></dict></plist>",
        plistlib.dumps(["a list"]),
        b"<plist>" + b"<array>" * 3_000 + b"</array>" * 3_000 + b"</plist>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><plist><dict/></plist>',
        b"<plist><date>9999-99-99T00:00:00Z</date></plist>",
        write_nested_lists(5_000),
    ],
)
def test_what_is_no_property_list_of_values_is_refused(profile, content):
    profile.write_bytes(content)
    with pytest.raises(ValueError, match=r"^no (property list|values by name)$"):
        read_policy_profile(profile, TESTER)


@needs_owner
def test_a_profile_that_other_users_may_change_is_refused(profile):
    profile.write_bytes(plistlib.dumps({}))
    profile.chmod(0o666)
    with pytest.raises(DistrustedFileError):
        read_policy_profile(profile, TESTER)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a real key")
def test_there_are_keys_on_windows_alone():
    assert read_policy_key(r"SOFTWARE\Policies\enos-session-inspector") is None


if sys.platform == "win32":
    import winreg

    @pytest.fixture
    def policy_key():
        """A key that only an administrator can make, who runs the tests under Wine and in CI."""
        key = r"SOFTWARE\Policies\enos-session-inspector-test"
        yield key
        for part in (r"\Forced", r"\Default", ""):
            try:
                winreg.DeleteKeyEx(winreg.HKEY_LOCAL_MACHINE, key + part, winreg.KEY_WOW64_64KEY)
            except FileNotFoundError:
                continue

    def test_values_below_both_keys_are_read(policy_key):
        assert read_policy_key(policy_key) is None
        write_value(policy_key + r"\Forced", "idle_minutes", winreg.REG_DWORD, 2)
        write_value(policy_key + r"\Default", "language", winreg.REG_SZ, "zh_CN")
        found = read_policy_key(policy_key)
        assert found == ManagedPolicies(
            rf"HKLM\{policy_key}",
            {"forced": {"idle_minutes": 2}, "default": {"language": "zh_CN"}},
        )

    def write_value(key, name, kind, value):
        view = winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY
        with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, key, 0, view) as opened:
            winreg.SetValueEx(opened, name, 0, kind, value)


def test_the_keys_below_it_are_two():
    """Their names on Windows, which no other system reads."""
    assert [part.title() for part in managed_policies._PARTS] == ["Forced", "Default"]
