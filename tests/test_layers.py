"""Rules about the source that no other tool checks."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DESKTOP = sorted((ROOT / "inspector_app" / "desktop").rglob("*.py"))
ALL = sorted((ROOT / "inspector_app").rglob("*.py"))
RICH = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QWhatsThis"}
"""Classes that render HTML found in a plain string."""

PLAIN_BY_OTHER_MEANS = {
    ("file_drop.py", "QLabel"): "holds an icon",
    ("conditions_list.py", "QLabel"): "holds an icon",
    ("findings_list.py", "QLabel"): "holds an icon",
    ("recall_strip.py", "QLabel"): "holds an icon",
    ("leading_icon.py", "QLabel"): "holds an icon",
    ("comparison_card.py", "QLabel"): "holds an icon",
    ("environment_editor.py", "QMessageBox"): "sets PlainText on the box that it makes",
    ("form_layout.py", "QLabel"): "sets PlainText and shows words of ours with a mnemonic",
    ("empty_state.py", "QLabel"): "holds an icon",
    ("identity_line.py", "QLabel"): "holds an icon",
    ("origin_bar.py", "QLabel"): "holds an icon",
    ("stale_strip.py", "QLabel"): "holds an icon",
    ("card_head.py", "QLabel"): "holds an icon",
    ("many_card.py", "QLabel"): "holds an icon",
    ("token_choice_panel.py", "QLabel"): "holds an icon",
}


def calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield getattr(function, "id", getattr(function, "attr", "")), node


def calls_of_the_desktop():
    for path in DESKTOP:
        if path.name != "plain_text.py":
            yield from ((path, *call) for call in calls(ast.parse(path.read_text())))


def test_text_reaches_the_screen_through_the_plain_helper_alone():
    """J3."""
    for path, name, node in calls_of_the_desktop():
        where = f"{path.name}:{node.lineno}"
        if name in RICH:
            assert (path.name, name) in PLAIN_BY_OTHER_MEANS, (
                f"{where}: {name} renders HTML: create it by desktop/widgets, or name "
                "its reason in PLAIN_BY_OTHER_MEANS of tests/test_layers.py"
            )
            assert not node.args or not isinstance(node.args[0], ast.Constant), (
                f"{where}: create {name} empty, and set its text as plain text"
            )
        assert name not in {"setToolTip", "setStatusTip", "setWhatsThis", "setHtml"} or (
            path.name == "button.py"  # hands on an action's tooltip, which was escaped
        ), f"{where}: {name} renders HTML: use set_tooltip of desktop/widgets, which escapes"


OPENING = {"reveal", "_Token__value"}
"""A token's own door, and what it holds for itself."""


def mentions(names, tree):
    """Each place where one of the names is used, as an attribute or in a text for getattr."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names:
            yield node
        if isinstance(node, ast.Constant) and node.value in names:
            yield node


def places_with(names):
    """Module and function of each place, one entry for each."""
    for path in ALL:
        tree = ast.parse(path.read_text())
        module = path.relative_to(ROOT / "inspector_app").as_posix()
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for node in mentions(names, tree):
            inside = [one for one in functions if node in ast.walk(one)]
            yield module, inside[-1].name if inside else ""


def test_a_token_is_opened_in_two_places_the_wire_and_the_keyring():
    """A1: once each, and nobody else takes a way around."""
    mended = "hand the Token on unopened; docs/architecture.md says who opens it"
    assert sorted(places_with(OPENING)) == [
        ("gateway/authorization.py", "_reveal_secret"),
        ("vault/record.py", "serialize_record"),
    ], mended
    wire = [path.name for path in ALL if "_reveal_secret(" in path.read_text()]
    assert wire == ["authorization.py"], mended


@pytest.mark.parametrize(
    "source", ["token.reveal()", "map(Token.reveal, tokens)", "getattr(token, 'reveal')()",
               "token._Token__value", "partial(token.reveal)"],
)  # fmt: skip
def test_every_way_to_open_a_token_is_counted(source):
    assert len(list(mentions(OPENING, ast.parse(source)))) == 1


def test_the_first_frame_fills_no_namespace_of_qt():
    """R3: `Qt` holds some hundred enumerations, which take 15 ms at the first touch."""
    script = """
import sys
from inspector_app.desktop.startup import launch
print(*(name for name, one in sys.modules.items()
        if name.startswith("inspector_app") and hasattr(one, "Qt")))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == []


def test_the_first_frame_needs_nothing_that_only_an_inspection_needs(tmp_path):
    """Requests and the keyring take a tenth of a second each, our own pipeline another."""
    script = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.application import DesktopApp
from inspector_app.system.paths import Directories
application = QApplication(["test"])
directories = Directories(Path(sys.argv[1], "settings.json"), Path(sys.argv[1]))
inspecting = DesktopApp(application, command_line.parse_arguments([]), directories)
def painted():
    heavy = {"requests", "urllib3", "keyring", "secretstorage", "truststore", "jinja2",
        "http.server", "inspector_app.report.formats.report_content",
        "hashlib", "inspector_app.desktop.presenter"} & set(sys.modules)
    pipeline = ("inspection", "session.credentials", "session.diagnosis.verdict",
        "session.parsing.answer_parser", "report", "gateway", "vault", "terminal", "desktop.answer",
        "desktop.history", "desktop.export", "desktop.guards", "desktop.many", "demo")
    heavy |= {one for one in sys.modules if one.startswith("inspector_app.") and
        any((one + ".").startswith(f"inspector_app.{part}.") for part in pipeline)}
    print("heavy:", sorted(heavy))
    inspecting.window.close()
    application.exit(0)
inspecting.window.painted.disconnect()
inspecting.window.painted.connect(painted)
inspecting.window.show()
application.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin"},
    )
    assert "heavy: []" in done.stdout, (
        f"{done.stdout}{done.stderr}"
        "import it in the function that needs it; inspector_app/desktop/deferred_imports.py "
        "imports it after the first paint; `python -X importtime` shows who imports it"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_thread_keeps_the_app_from_ending():
    """R1: one that waits for the network or a keyring would, for as long as that takes."""
    for path in ALL:
        for name, node in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name == "Thread":
                given = {one.arg: ast.unparse(one.value) for one in node.keywords}
                assert given.get("daemon") == "True", f"{path.name}:{node.lineno}: daemon=True"
