"""The Debian package in a fresh system: installed, used, upgraded, removed.

Run by `python3 dev.py acceptance`, as root, after `python3 dev.py package`. Leaves the transcript
and the pictures of the screen in build/acceptance/.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from bundle import identity

from inspector_app.demo.demo_gateway import DemoGateway
from tests.acceptance import fresh_root
from tests.acceptance.desktop_session import DesktopSession, logged_in, until
from tests.acceptance.fresh_root import PERSON, FreshRoot

CHECKOUT = Path(__file__).parent.parent.parent
SHOWN = CHECKOUT / "build" / "acceptance"
NAME = "enos-session-inspector"
SETTINGS = f"/home/{PERSON}/.config/{NAME}/settings.json"
OLDER = "0.0.9-1"
ALREADY_THERE = "libglib2.0-bin libsecret-tools desktop-file-utils shared-mime-info"
"""What any desktop has: it starts programs from their entries, and knows kinds of files."""

COLOURS_OF_AN_ANSWER = 800
"""A page without one has about 500 on this screen, one with an answer about 1,000."""

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(1800)]


@pytest.fixture
def package() -> Path:
    """The one that was built here."""
    (built,) = (CHECKOUT / "dist").glob(f"{NAME}_*.deb")
    return built


@pytest.fixture
def root(capsys):
    """A fresh system for this test; what was done in it is printed and kept."""
    shutil.rmtree(SHOWN, ignore_errors=True)
    SHOWN.mkdir(parents=True)
    # A short path outside of pytest's: sockets are made in it.
    folder = Path(tempfile.mkdtemp(prefix="fresh-", dir="/var/tmp"))
    made = FreshRoot(folder)
    try:
        made = fresh_root.make(folder)
        yield made
    finally:
        text = "\n".join(made.transcript) + "\n"
        (SHOWN / "transcript.txt").write_text(text, encoding="utf-8")
        with capsys.disabled():
            sys.stdout.write(f"\n{text}")
        shutil.rmtree(folder)


@pytest.fixture
def gateway():
    """A gateway on this machine's loopback, which counts the questions it answers."""
    questions: list[float] = []

    def clock() -> float:
        questions.append(time.time())
        return questions[-1]

    with DemoGateway(clock) as serving:
        yield serving, questions


def older_than(package: Path, folder: Path) -> Path:
    """The same package under an older version."""
    files = folder / "older"
    subprocess.run(["dpkg-deb", "--raw-extract", package, files], check=True)
    control = files / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    changed = [f"Version: {OLDER}" if line.startswith("Version: ") else line for line in lines]
    control.write_text("\n".join(changed) + "\n", encoding="utf-8")
    made = folder / f"{NAME}_{OLDER}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", files, made], check=True
    )
    return made


def test_installed_used_upgraded_and_removed(root, package, gateway, tmp_path):
    """The whole life of the package on one computer, as its owner sees it."""
    serving, questions = gateway
    token = serving.scenarios[0].token
    root.run(f"apt-get install -y -q --no-install-recommends {ALREADY_THERE}")
    before = root.leftovers("enos")
    root.run(f"apt-get install -y -q {root.bring(older_than(package, tmp_path))}")
    assert version_of(root) == OLDER

    with logged_in(root) as session:
        session.run("secret-tool search service nothing")  # the keyring answers
        start(session)
        session.picture(SHOWN / "1-first-start.png")
        add_environment(session, serving.origin)
        session.keys("ctrl+t")
        session.text(token)
        session.keys("Return")
        until(lambda: questions, "the gateway was asked")
        until(lambda: kept_tokens(session) == 1, "the token is in the keyring")
        session.picture(SHOWN / "2-inspected.png", COLOURS_OF_AN_ANSWER)
        leave(session)

        root.run(f"apt-get install -y -q {root.bring(package)}")
        assert version_of(root) != OLDER
        assert environments(root) == ["Wind Farm"]
        questions.clear()
        start(session)
        session.picture(SHOWN / "3-upgraded.png")
        session.keys("Return")
        until(lambda: questions, "the gateway was asked with the kept token")
        session.picture(SHOWN / "3b-inspected-again.png", COLOURS_OF_AN_ANSWER)
        leave(session)

        assert_json_is_opened_by_choice(session)
        answer = root.folder / "home" / PERSON / "answer.json"
        answer.write_bytes(serving.scenarios[0].answer(time.time()).body)
        questions.clear()
        start(session, "~/answer.json")
        session.picture(SHOWN / "4-a-saved-answer.png", COLOURS_OF_AN_ANSWER)
        assert questions == []
        leave(session)
        assert_documented(root)

        root.run(f"apt-get remove -y -q {NAME}")
        root.run(f"dpkg --purge {NAME}")  # nothing was left to purge: apt knows the name no more
        assert kept_tokens(session) == 1

    (root.folder / package.name).unlink()
    (root.folder / f"{NAME}_{OLDER}.deb").unlink()
    left = {path for path in root.leftovers("enos") - before if not is_of(PERSON, path)}
    root.note(f"left outside of the person's home: {sorted(left) or 'nothing'}")
    assert left == set()
    assert environments(root) == ["Wind Farm"]
    answer.unlink()  # the gateway's own words, which the test has put there
    assert token not in everything_readable(root)


def start(session: DesktopSession, file: str = "") -> None:
    """Start the app as a click on its desktop entry does, and look at its window."""
    session.run(f"gio launch /usr/share/applications/{identity.IDENTIFIER}.desktop {file} 2>&1")
    what = "a window of the app, of the class in its desktop entry"
    session.focus(until(lambda: session.windows(NAME), what)[0])


def leave(session: DesktopSession) -> None:
    session.focus(session.windows(NAME)[0])
    session.keys("ctrl+q")
    until(lambda: not session.windows(NAME), "the window is gone")
    running = "ls -l /proc/*/exe 2>/dev/null | grep -c enos-session || true"
    until(lambda: session.run(running) == "0", "the app has ended")


def add_environment(session: DesktopSession, address: str) -> None:
    session.keys("ctrl+n")
    session.focus(until(lambda: session.windows(NAME)[1:], "the dialog for a new environment")[-1])
    session.text("Wind Farm")
    session.keys("Tab")
    session.text(address)
    session.picture(SHOWN / "1b-new-environment.png")
    session.keys("Return")
    until(lambda: len(session.windows(NAME)) == 1, "the dialog is closed")
    session.focus(until(lambda: session.windows(NAME), "the window")[0])
    until(lambda: environments(session.root) == ["Wind Farm"], "the environment is kept")


def version_of(root: FreshRoot) -> str:
    return root.run(f"dpkg-query --show --showformat='${{Version}}' {NAME}")


def environments(root: FreshRoot) -> list[str]:
    """The names of the environments in the person's settings."""
    file = root.folder / SETTINGS.removeprefix("/")
    if not file.exists():
        return []
    return [one["name"] for one in json.loads(file.read_bytes())["environments"]]


def kept_tokens(session: DesktopSession) -> int:
    """How many items of the app the person's keyring holds."""
    search = "secret-tool search --all service 'EnOS Session Inspector' 2>/dev/null"
    return int(session.run(f"{search} | grep -c '^label' || true"))


def assert_json_is_opened_by_choice(session: DesktopSession) -> None:
    """It can be chosen for a JSON file, and nothing makes it the program for all of them."""
    entry = f"{identity.IDENTIFIER}.desktop"
    assert entry not in session.run("gio mime application/json || true")
    lists = "/etc/xdg /usr/share/applications/*.list ~/.config/mimeapps.list"
    assert session.run(f"grep -rl {entry} {lists} 2>/dev/null || true") == ""


def assert_documented(root: FreshRoot) -> None:
    """Manual pages, completion, licence and changes are where people look for them."""
    listed = f"dpkg-query --listfiles {NAME} | grep -E '/(man1|doc|[a-z_-]*completions[.d]*)/'"
    installed = root.run(listed).split()
    for place in (
        f"/usr/share/man/man1/{NAME}.1.gz",
        "/usr/share/man/man1/enos-session.1.gz",
        "/usr/share/bash-completion/completions/enos-session",
        f"/usr/share/doc/{NAME}/copyright",
        f"/usr/share/doc/{NAME}/changelog.gz",
    ):
        # A minimal Debian leaves manual pages out when it unpacks; the package lists them.
        assert place in installed


def is_of(person: str, place: str) -> bool:
    return place.startswith(f"/home/{person}/")


def everything_readable(root: FreshRoot) -> str:
    """What the app wrote in the person's home, as text; the keyring itself is encrypted."""
    files = (root.folder / "home" / PERSON).rglob("*")
    return "\n".join(file.read_text(errors="replace") for file in files if file.is_file())
