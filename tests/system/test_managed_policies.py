"""What a computer's management sets is read where the system keeps it, and from nowhere else."""

import os
import plistlib
import sys

import pytest

from inspector_app.system.administrator_file import DistrustedFileError
from inspector_app.system.managed_policies import (
    ManagedPolicies,
    read_policy_key,
    read_policy_profile,
)

TESTER = frozenset({0, os.geteuid() if hasattr(os, "geteuid") else 0})


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "io.github.enossessioninspector.plist"


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_a_profile_is_read_in_both_forms_of_a_property_list(profile, form):
    profile.write_bytes(plistlib.dumps({"forced": {"idle_minutes": 4}}, fmt=form))
    found = read_policy_profile(profile, TESTER)
    assert found == ManagedPolicies(str(profile), {"forced": {"idle_minutes": 4}})


def test_without_a_profile_there_is_nothing(profile):
    assert read_policy_profile(profile, TESTER) is None


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
    ],
)
def test_what_is_no_property_list_of_values_is_refused(profile, content):
    profile.write_bytes(content)
    with pytest.raises(ValueError, match=r"^no (property list|values by name)$"):
        read_policy_profile(profile, TESTER)


@pytest.mark.skipif(os.name == "nt", reason="its rights are no bits of a mode")
def test_a_profile_that_other_users_may_change_is_refused(profile):
    profile.write_bytes(plistlib.dumps({}))
    profile.chmod(0o666)
    with pytest.raises(DistrustedFileError):
        read_policy_profile(profile, TESTER)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a real key")
def test_there_are_keys_on_windows_alone():
    assert read_policy_key(r"SOFTWARE\Policies\enos-session-inspector") is None


@pytest.mark.skipif(sys.platform != "win32", reason="there is no registry")
def test_a_key_that_is_not_there_sets_nothing():
    assert read_policy_key(r"SOFTWARE\Policies\no such program") is None
