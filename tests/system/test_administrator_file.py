"""Whoever can exchange the file, says where everybody's tokens go: so only administrators may."""

import os
import sys

import pytest

from inspector_app.settings import machine_environments
from inspector_app.system import windows_security
from inspector_app.system.administrator_file import (
    ROOT_ALONE,
    Distrust,
    DistrustedFileError,
    _check_way,
    read_administrator_file,
)
from inspector_app.system.regular_file import FileTooLargeError
from tests.systems import is_root, not_told_by_wine

unix = pytest.mark.skipif(sys.platform == "win32", reason="its rights are no bits of a mode")
if sys.platform != "win32":
    TESTER = frozenset({0, os.geteuid()})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "etc" / "app" / "environments.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{}")
    for one in (path.parents[1], path.parent):
        one.chmod(0o755)
    path.chmod(0o644)
    return path


def distrust(path, administrators=None):
    try:
        read_administrator_file(path, 100, administrators or TESTER)
    except DistrustedFileError as error:
        return error.why
    return None


@unix
def test_a_file_of_an_administrator_in_folders_of_administrators_is_read(file):
    assert read_administrator_file(file, 100, TESTER) == b"{}"


@unix
@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_may_write_is_refused(file, mode):
    file.chmod(mode)
    with pytest.raises(DistrustedFileError) as refused:
        read_administrator_file(file, 100, TESTER)
    assert (refused.value.why, refused.value.place) == (Distrust.WRITABLE, file)


@unix
def test_a_file_of_somebody_else_is_refused(file):
    """Whoever owns it, may write it whatever its mode says."""
    nobody = frozenset({0, os.geteuid() + 1}) - {os.geteuid()}
    assert distrust(file, nobody) is Distrust.FOREIGN_OWNER
    if os.geteuid() == 0:
        os.chown(file, 65534, 65534)
        assert distrust(file, ROOT_ALONE) is Distrust.FOREIGN_OWNER
    found, notice = machine_environments.load([file], nobody)
    assert found == ()
    assert "It does not belong to an administrator." in str(notice)


@unix
@pytest.mark.parametrize("level", [0, 1])
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o777])
def test_any_folder_above_it_that_others_may_write_is_refused(file, level, mode):
    """They would rename the folder, and put their own in its place."""
    file.parents[level].chmod(mode)
    assert distrust(file) is Distrust.OPEN_FOLDER
    with pytest.raises(DistrustedFileError) as refused:
        read_administrator_file(file, 100, TESTER)
    assert refused.value.place == file.parents[level]
    assert "a folder or link that leads to it" in str(machine_environments.load([file], TESTER)[1])


@unix
def test_in_a_folder_with_the_sticky_bit_others_cannot_exchange_it(file):
    """So it is with ``/tmp``, in which the tests themselves may be."""
    file.parents[1].chmod(0o1777)
    assert distrust(file) is None


@unix
@pytest.mark.skipif(not is_root(), reason="only root may give a folder away")
def test_there_whoever_owns_the_entry_can(file):
    """The first folder in which somebody else can exchange something is the one that is named."""
    os.chown(file.parent, 65534, 65534)
    for mode, place in ((0o1777, file.parents[1]), (0o755, file.parent)):
        file.parents[1].chmod(mode)
        with pytest.raises(DistrustedFileError) as refused:
            read_administrator_file(file, 100, TESTER)
        assert (refused.value.why, refused.value.place) == (Distrust.OPEN_FOLDER, place)


@unix
def test_a_file_may_have_its_size_and_no_byte_more(file):
    """J5."""
    assert read_administrator_file(file, 2, TESTER) == b"{}"
    with pytest.raises(FileTooLargeError):
        read_administrator_file(file, 1, TESTER)


@unix
def test_as_many_links_are_followed_as_linux_does(file):
    """R6: a loop may come about after the file was opened."""
    link = file
    for number in range(40):
        (file.parent / f"link-{number}").symlink_to(link.name)
        link = file.parent / f"link-{number}"
    assert read_administrator_file(link, 100, TESTER) == b"{}"
    (file.parent / "one-more").symlink_to(link.name)
    with pytest.raises(OSError, match="too many links"):
        _check_way(file.parent / "one-more", TESTER)


@unix
def test_a_link_out_of_an_open_folder_is_refused_wherever_it_leads(file, tmp_path):
    opened = tmp_path / "opened"
    opened.mkdir()
    opened.chmod(0o777)
    for link, target in ((opened / "environments.json", file), (opened / "app", file.parent)):
        link.symlink_to(target)
    assert distrust(opened / "environments.json") is Distrust.OPEN_FOLDER
    assert distrust(opened / "app" / "environments.json") is Distrust.OPEN_FOLDER


@unix
def test_a_link_into_an_open_folder_is_refused_and_so_is_a_link_on_the_way(file, tmp_path):
    opened = tmp_path / "opened"
    opened.mkdir()
    opened.chmod(0o777)
    (opened / "hop").symlink_to(file.parent)
    direct, by_way = tmp_path / "direct.json", tmp_path / "by-way.json"
    inside = opened / "environments.json"
    inside.write_bytes(b"{}")
    inside.chmod(0o644)
    direct.symlink_to("opened/environments.json")
    by_way.symlink_to("opened/hop/../app/environments.json")
    assert distrust(direct) is Distrust.OPEN_FOLDER
    assert distrust(by_way) is Distrust.OPEN_FOLDER


@unix
def test_an_administrators_links_are_followed(file, tmp_path):
    (tmp_path / "one").symlink_to("etc/app")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert distrust(tmp_path / "two" / ".." / "app" / file.name) is None
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(OSError, match="symbolic links"):
        read_administrator_file(loop, 100, TESTER)


@unix
def test_a_folder_of_somebody_else_without_the_file_hides_no_other(file, tmp_path):
    """A desktop may name folders of the user's own among those of the computer."""
    opened = tmp_path / "opened"
    opened.mkdir()
    opened.chmod(0o777)
    file.write_text(
        '{"version": 1, "environments": [{"name": "a", "address": "https://a.example.com"}]}'
    )
    found, notice = machine_environments.load([opened / file.name, file], TESTER)
    assert [one.name for one in found] == ["a"]
    assert notice is None


PROGRAM_DATA = (
    "O:SYG:SYD:AI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)"
    "(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)"
)
"""As Windows makes it: users may add files and folders, and change those that they own."""


@pytest.mark.parametrize(
    ("descriptor", "is_owned", "is_open"),
    [
        ("O:BAG:BAD:(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)", True, False),
        ("O:SYD:PAI(A;;FA;;;SY)(A;;FR;;;WD)", True, False),
        ("O:S-1-5-21-1-2-3-1001G:BAD:(A;;FA;;;BA)", False, False),
        ("O:BUD:(A;;FA;;;BA)", False, False),
        ("D:(A;;FA;;;BA)", False, False),
        ("", False, True),
        ("O:BA", True, True),
        ("O:BAD:NO_ACCESS_CONTROL", True, True),
        ("O:BAD:", True, False),
        ("O:BAD:(A;;FA;;;WD)", True, True),
        ("O:BAD:(A;;0x1301bf;;;BU)", True, True),
        ("O:BAD:(A;;FW;;;AU)", True, True),
        ("O:BAD:(A;;SD;;;S-1-5-21-1-2-3-1001)", True, True),
        ("O:BAD:(A;;WDWO;;;S-1-5-21-1-2-3-1001)", True, True),
        ("O:BAD:(A;;GA;;;IU)", True, True),
        ("O:BAD:(A;;??;;;IU)", True, True),
        ("O:BAD:(A;OICIIO;GA;;;CO)(D;;FA;;;WD)", True, False),
        ("O:BAD:(XA;;FA;;;WD;(@User.a == 1))", True, True),
    ],
)
def test_windows_says_who_owns_a_file_and_who_may_change_it(descriptor, is_owned, is_open):
    assert windows_security.has_administrator_owner(descriptor) is is_owned
    assert windows_security.may_others(descriptor, windows_security.FILE_CHANGES) is is_open


def test_the_folder_of_windows_for_it_is_no_open_one_as_it_comes():
    assert windows_security.has_administrator_owner(PROGRAM_DATA)
    assert not windows_security.may_others(PROGRAM_DATA, windows_security.FOLDER_CHANGES)
    exchangeable = PROGRAM_DATA + "(A;;DT;;;BU)"
    assert windows_security.may_others(exchangeable, windows_security.FOLDER_CHANGES)


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
@not_told_by_wine("each of its files belongs to the one user that it knows")
def test_windows_itself_is_an_administrators_and_a_file_of_a_user_is_not(tmp_path):
    from pathlib import Path

    system = windows_security.read_descriptor(Path(os.environ["SYSTEMROOT"]))
    assert windows_security.has_administrator_owner(system)
    assert not windows_security.may_others(system, windows_security.FOLDER_CHANGES)
    mine = tmp_path / "environments.json"
    mine.write_bytes(b"{}")
    assert windows_security.may_others(
        windows_security.read_descriptor(mine), windows_security.FILE_CHANGES
    )
