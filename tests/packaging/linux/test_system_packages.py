"""What a bare Linux lacks is found out, and named in one line where it cannot be installed."""

import re
import sys
import sysconfig

from bundle import identity
from linux import system_packages


def test_every_group_that_a_session_names_is_in_the_table():
    noxfile = (identity.CHECKOUT / "noxfile.py").read_text(encoding="utf-8")
    calls = re.findall(r"system_packages\(session, (.+)\)", noxfile)
    assert calls
    for call in calls:
        assert system_packages.list_requirements(re.findall(r'"(.+?)"', call)), (
            f"noxfile.py asks for {call}, which packaging/linux/system-packages.toml lacks"
        )


def test_every_need_can_be_looked_for():
    groups = ["qt", "xcb", "virtual-screen", "keyring", "screenshot-fonts"]
    assert all(need.is_met() in {True, False} for need in system_packages.list_requirements(groups))


def test_nothing_installed_here_is_asked_for_again():
    """The machine that runs the tests was brought what they need."""
    if sys.platform.startswith("linux"):
        groups = ["qt", "xcb", "virtual-screen", "keyring", "commands"]
        assert system_packages.find_missing(groups) == [], (
            f"`python packaging/linux/system_packages.py {' '.join(groups)}` installs them"
        )


def test_what_is_missing_is_named_in_one_line_to_run(monkeypatch):
    monkeypatch.setenv("PATH", "")
    wanted = system_packages.find_missing(["keyring"])
    advice = system_packages.format_advice(wanted)
    programs = "dbus-run-session, gnome-keyring-daemon, kwalletd5, keepassxc"
    packages = "dbus gnome-keyring libkf5wallet-bin keepassxc"
    assert f"This machine lacks: {programs}\n" in advice
    assert f"apt-get install --no-install-recommends {packages}\n" in advice


def test_a_library_that_does_not_load_is_missing():
    assert not system_packages.Requirement(
        "some-package", "library", "libdoesnotexist.so.9"
    ).is_met()


def test_the_library_of_the_python_that_builds_is_asked_for_where_it_has_none(monkeypatch):
    def build(is_shared, folder):
        told = {"Py_ENABLE_SHARED": is_shared, "INSTSONAME": "libpython.so.1", "LIBDIR": folder}
        monkeypatch.setattr(sysconfig, "get_config_var", told.get)

    need = system_packages.Requirement("libpython", "python", "libdoesnotexist.so.9")
    build(0, "/nowhere")  # the library is in the program itself
    assert need.is_met()
    build(1, "/nowhere")
    assert not need.is_met()
    names = [one.package for one in system_packages.list_requirements(["package"])]
    assert f"libpython{sys.version_info.major}.{sys.version_info.minor}" in names


def test_without_apt_nothing_is_installed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert system_packages.find_apt_command() is None
