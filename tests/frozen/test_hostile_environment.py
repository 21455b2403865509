"""P4, N11, K2: whatever is set around it, the frozen app loads nothing but its own."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.frozen.conftest import run

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the loader's own log"),
]

MARK = """
from pathlib import Path
Path({mark!r}).write_text({name!r})
"""
MODULES = ("sitecustomize", "usercustomize", "keyring", "requests", "inspector_app", "evil", "ssl")
OPENSSL_RULES = """
openssl_conf = all
[all]
providers = loaded
[loaded]
evil = evil
[evil]
module = {folder}/platforms/libqoffscreen.so
activate = 1
"""


@pytest.fixture
def trap(tmp_path, bundle):
    """A folder full of code that leaves a mark when it is run; its libraries are real ones."""
    folder = tmp_path / "trap"
    folder.mkdir()
    mark = tmp_path / "sprung"
    for name in MODULES:
        text = MARK.format(mark=str(mark), name=name)
        (folder / f"{name}.py").write_text(text)
    plugins = folder / "platforms"
    inside = next(bundle.path.rglob("platforms"))
    shutil.copytree(inside, plugins)
    for library in ("libssl.so.3", "libQt6Core.so.6", "libpython3.11.so.1.0", "libffi.so.8"):
        (folder / library).write_text("no library")
    configuration = Path(os.environ["XDG_CONFIG_HOME"], "python_keyring", "keyringrc.cfg")
    configuration.parent.mkdir(parents=True)
    configuration.write_text(
        f"[backend]\ndefault-keyring=evil.Keyring\nkeyring-path={folder}\n", encoding="utf-8"
    )
    (folder / "openssl.cnf").write_text(OPENSSL_RULES.format(folder=folder))
    (folder / "netrc").write_text("default login somebody password something\n")
    return folder


def hostile(folder):
    """Each variable that makes some program load or write what it names."""
    return {
        "PYTHONPATH": str(folder),
        "PYTHONHOME": str(folder),
        "PYTHONSTARTUP": str(folder / "evil.py"),
        "PYTHONUSERBASE": str(folder),
        "PYTHONPLATLIBDIR": str(folder),
        "PYTHONINSPECT": "1",
        "PYTHONVERBOSE": "1",
        "PYTHONWARNINGS": "error",
        "PYTHONBREAKPOINT": "evil.hook",
        "PYTHON_KEYRING_BACKEND": "evil.Keyring",
        "KEYRING_PROPERTY_SCHEME": "evil",
        "QT_PLUGIN_PATH": str(folder),
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(folder / "platforms"),
        "QT_QPA_GENERIC_PLUGINS": "evil",
        "QT_LOGGING_CONF": str(folder / "logging.ini"),
        "QML2_IMPORT_PATH": str(folder),
        "SSLKEYLOGFILE": str(folder / "keys"),
        "NETRC": str(folder / "netrc"),
        "OPENSSL_CONF": str(folder / "openssl.cnf"),
        "OPENSSL_MODULES": str(folder),
        "OPENSSL_ENGINES": str(folder),
        "LD_LIBRARY_PATH": str(folder),
        "_PYI_ARCHIVE_FILE": str(folder / "archive"),
        "_PYI_APPLICATION_HOME_DIR": str(folder),
        "_PYI_PARENT_PROCESS_LEVEL": "0",
        "_MEIPASS2": str(folder),
    }


NAMES = sorted(hostile(Path()))


def loaded(log):
    """Every file that the dynamic loader began to load, in all processes of a run."""
    return {
        name
        for file in log.parent.glob(f"{log.name}.*")
        for name in re.findall(r"calling init: (.+)", file.read_text(errors="replace"))
    }


def inspected(bundle, folder, tmp_path, variables):
    """Walk the main job, which opens the keyring, too, from within the trap."""
    log = tmp_path / "loader"
    picture = tmp_path / "window.png"
    ran = run(
        bundle.desktop, "--demo", "--screenshot", picture, cwd=folder,
        QT_QPA_PLATFORM="offscreen", LD_DEBUG="libs", LD_DEBUG_OUTPUT=str(log), **variables,
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Session valid, about ")
    return loaded(log)


def test_the_trap_springs_under_a_python_that_is_not_frozen(trap, tmp_path):
    """So that the others can fail."""
    ran = run(sys.executable, "-c", "import evil", PYTHONPATH=str(trap))
    assert ran.code == 0
    assert (tmp_path / "sprung").read_text() == "evil"
    log = tmp_path / "loader"
    platforms = str(trap / "platforms")
    code = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    run(
        sys.executable, "-c", code, QT_QPA_PLATFORM="offscreen", LD_DEBUG="libs",
        LD_DEBUG_OUTPUT=str(log), QT_PLUGIN_PATH=str(trap),
    )  # fmt: skip
    assert [name for name in loaded(log) if name.startswith(platforms)]


def test_a_start_with_all_of_it_set_honours_none(bundle, trap, tmp_path):
    files = inspected(bundle, trap, tmp_path, hostile(trap))
    assert len(files) > 50
    assert [name for name in files if name.startswith(str(trap))] == []
    assert not (tmp_path / "sprung").exists()
    assert not (trap / "keys").exists()


@pytest.mark.parametrize("name", NAMES)
def test_none_is_honoured_by_itself(bundle, trap, tmp_path, name):
    files = inspected(bundle, trap, tmp_path, {name: hostile(trap)[name]})
    assert [name for name in files if name.startswith(str(trap))] == []
    assert not (tmp_path / "sprung").exists()
    assert not (trap / "keys").exists()


def test_all_of_python_and_qt_comes_from_the_bundle(bundle, trap, tmp_path):
    files = inspected(bundle, trap, tmp_path, {})
    ours = {name for name in files if Path(name).is_relative_to(bundle.path)}
    foreign = {Path(name).name for name in files - ours}
    assert len(ours) > 20
    assert [name for name in foreign if re.search(r"python|Qt6|ssl|crypto|icu|pyside", name)] == []
