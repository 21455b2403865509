"""What the Debian package installs: everything a desktop asks for, in its place, filled in."""

import gzip
import re
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser

import pytest
from bundle import identity
from linux import icons, installed_tree
from PySide6.QtGui import QImage

import inspector_app
from inspector_app.desktop.startup import command_line
from tests.packaging.small_bundle import MOMENT, small_bundle

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="links, rights and places are those of Linux"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    made = tmp_path_factory.mktemp("package")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
        installed_tree.write_tree(small_bundle(made), made / "root")
        installed_tree.normalise_metadata(made / "root")
    return made / "root"


def test_both_programs_are_on_the_path(root):
    for program in (identity.DESKTOP, identity.CONSOLE):
        command = root / "usr" / "bin" / program
        assert command.is_symlink()
        assert command.resolve() == root / installed_tree.LIBRARY_FOLDER / program
        assert command.stat().st_mode & 0o777 == 0o755


def test_a_library_is_no_command(root):
    library = root / installed_tree.LIBRARY_FOLDER / "_internal" / "library.so.6"
    assert library.stat().st_mode & 0o777 == 0o644


def test_everything_bears_the_one_moment(root):
    assert {path.lstat().st_mtime for path in root.rglob("*")} == {MOMENT}


def test_no_place_for_a_fact_is_left_unfilled(root):
    share = root / "usr" / "share"
    for path in share.rglob("*"):
        if path.is_file() and path.suffix != ".png":
            data = path.read_bytes()
            text = gzip.decompress(data) if path.suffix == ".gz" else data
            assert not re.search(rb"@[A-Z]+@", text), (
                f"{path}: packaging/linux/installed_tree.py fills in what stands between @"
            )


def test_the_entry_starts_the_app_and_names_its_window(root):
    """A window belongs to its entry by the class; desktops show the entry's icon for it."""
    assert inspector_app.APPLICATION_ID == identity.IDENTIFIER
    entry = root / "usr" / "share" / "applications" / f"{identity.IDENTIFIER}.desktop"
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # as its documentation says
    parser.read(entry, encoding="utf-8")
    told = parser["Desktop Entry"]
    assert told["Name"] == identity.NAME
    assert told["Exec"].split() == [identity.DESKTOP, "%f"]
    assert told["Icon"] == told["StartupWMClass"] == identity.DESKTOP
    assert "MimeType" not in told, "Debian makes the only program that names a type its default"


def test_software_centres_are_told_this_very_version(root):
    (file,) = (root / "usr" / "share" / "metainfo").iterdir()
    told = ET.parse(file).getroot()
    assert file.name == f"{told.findtext('id')}.metainfo.xml"
    assert told.findtext("launchable") == f"{identity.IDENTIFIER}.desktop"
    assert told.find("provides/mediatype") is None
    release = told.find("releases/release")
    assert release is not None
    assert release.get("version") == inspector_app.__version__


@pytest.mark.parametrize("side", icons.SIZES)
def test_the_icon_is_there_in_each_size(root, side):
    theme = root / "usr" / "share" / "icons" / "hicolor"
    picture = QImage(str(theme / f"{side}x{side}" / "apps" / f"{identity.DESKTOP}.png"))
    assert (picture.width(), picture.height()) == (side, side)


def test_the_manual_tells_of_every_option(root, capsys):
    with pytest.raises(SystemExit):
        command_line.parse_arguments(["--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    page = root / "usr" / "share" / "man" / "man1" / f"{identity.DESKTOP}.1.gz"
    told = gzip.decompress(page.read_bytes()).decode().replace("\\-", "-")
    missing = {option for option in options if option not in told}
    assert not missing, f"packaging/linux/enos-session-inspector.1 lacks {missing}"


def test_the_console_twin_brings_its_manual_and_its_completions(root):
    share = root / "usr" / "share"
    for place in (
        "man/man1/enos-session.1.gz",
        "bash-completion/completions/enos-session",
        "zsh/vendor-completions/_enos-session",
        "fish/vendor_completions.d/enos-session.fish",
    ):
        assert (share / place).stat().st_size > 0, (
            f"{place}: packaging/console_docs.py writes it, installed_tree.py puts it there"
        )


def test_nothing_is_left_of_how_it_was_made(root):
    assert {path.name for path in root.iterdir()} == {"usr"}
    assert not (root / "usr" / "share" / "console-documents").exists()
