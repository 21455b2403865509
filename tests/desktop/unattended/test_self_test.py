"""``--self-test`` passes for a whole app, and names what is broken in another."""

import hashlib
import logging
import os
import re
import ssl
import subprocess
import sys
import zoneinfo
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.desktop.export.report_builder import ReportBuilder, render_format
from inspector_app.desktop.theme import icons
from inspector_app.desktop.unattended import self_checks, self_test
from inspector_app.desktop.unattended.self_checks import CheckFailedError
from inspector_app.desktop.unattended.self_test import SelfTest
from inspector_app.gateway import tls_trust
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.translatable_text import Text
from inspector_app.system import resources
from inspector_app.system.resources import ResourceNotFoundError
from inspector_app.system.translations import CatalogueError
from inspector_app.vault import backends

ROOT = Path(__file__).parents[3]
BUILT = {"a.svg": b"one", "b.txt": b"two"}
EMPTY = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.fixture
def codes(monkeypatch):
    """The exit codes with which the app would have left."""
    left: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", left.append)
    return left


@pytest.fixture
def tested(start, qtbot, capsys, codes):
    """Runs the self-test to its end, and gives the exit code and the lines it printed."""

    def run():
        app = start("--self-test")
        test = SelfTest(app)
        test.start()
        qtbot.waitUntil(lambda: bool(codes), timeout=20_000)
        assert not test._timeout_timer.isActive()
        return codes[0], capsys.readouterr().out.splitlines()

    return run


def test_a_whole_app_passes_and_touches_nothing_of_the_persons():
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "inspector_app", "--self-test"],
        env=environment, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    *checks, result = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in checks if not line.startswith("ok ")] == []
    assert len(checks) == len(self_checks.ALL_CHECKS) + 2
    assert result.endswith("self-test passed")
    assert list(Path(os.environ["HOME"]).iterdir()) == []


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (tls_trust, "create_ssl_context"),
        (backends, "list_hidden_imports"),
        (zoneinfo, "available_timezones"),
    ],
)
def test_a_check_that_breaks_is_named_and_the_others_still_run(tested, monkeypatch, where, name):
    def broken(*_arguments):
        raise ImportError("not among what was installed")

    monkeypatch.setattr(where, name, broken)
    code, lines = tested()
    assert code == 1
    assert any(line.startswith("FAILED") for line in lines)
    assert sum(line.startswith("ok ") for line in lines) == len(self_checks.ALL_CHECKS) - 1 + 2
    assert lines[-1].endswith("self-test failed")


def test_it_says_how_many_icons_are_drawn(qapp):
    drawn = [name for name in resources.list_names("icons") if name.endswith(".svg")]
    assert self_checks.check_icons() == f"{len({*drawn, 'application.svg'})} icons"


@pytest.fixture
def unread_icons():
    """As in a process that has read none, and none is kept that is read meanwhile."""
    icons.read_source.cache_clear()
    yield
    icons.read_source.cache_clear()


@pytest.mark.usefixtures("unread_icons")
def test_an_icon_that_draws_nothing_is_a_failure(qapp, monkeypatch):
    read = resources.read

    def without_key(name):
        return EMPTY if name == "icons/key-round.svg" else read(name)

    with monkeypatch.context() as broken:
        broken.setattr(resources, "read", without_key)
        with pytest.raises(CheckFailedError, match=r"key-round\.svg"):
            self_checks.check_icons()
    icons.read_source.cache_clear()
    monkeypatch.setattr(self_checks, "load_application_icon", QIcon)
    with pytest.raises(CheckFailedError, match=r"empty icons: application\.svg"):
        self_checks.check_icons()


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"a.svg": b"one", "b.txt": b"two"}, None),
        ({"a.svg": b"one", "b.txt": b"three"}, "missing or changed: b.txt"),
        ({"a.svg": b"one"}, "missing or changed: b.txt"),
        ({}, "missing or changed: a.svg, b.txt"),
    ],
    ids=["whole", "changed", "missing", "none"],
)
def test_each_file_of_a_bundle_is_the_one_that_was_built(monkeypatch, there, told):
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in BUILT.items()}
    manifest = "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()
    assert read_bundle(monkeypatch, {self_checks.MANIFEST: manifest, **there}) == told


def test_a_bundle_that_lists_no_file_is_a_failure(monkeypatch):
    assert read_bundle(monkeypatch, {self_checks.MANIFEST: b""}) == "missing or changed: all"


def read_bundle(monkeypatch, files):
    """Check a bundle of these files; what the failure says, None if there is none."""

    def read(name):
        if name not in files:
            raise ResourceNotFoundError(name)
        return files[name]

    monkeypatch.setattr(resources, "is_bundled", lambda: True)
    monkeypatch.setattr(resources, "read", read)
    try:
        assert self_checks.check_files() == f"{len(BUILT)} files"
    except CheckFailedError as failure:
        return str(failure)
    return None


def test_tls_is_told_with_the_library_that_speaks_it():
    assert self_checks.check_tls() == f"TLS by {ssl.OPENSSL_VERSION}"


def test_tls_that_says_nothing_is_a_failure(monkeypatch):
    silent = SimpleNamespace(do_handshake=lambda: None)
    context = SimpleNamespace(wrap_bio=lambda *_, **__: silent)
    monkeypatch.setattr(tls_trust, "create_ssl_context", lambda _: context)
    with pytest.raises(CheckFailedError, match="TLS says nothing"):
        self_checks.check_tls()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b"", None, "zh_CN"),
        (b"</TS>", b"", "no element found|not well-formed"),
        (b"<source>Inspect</source>\n        <translation>", b"\\g<0>{nobody}", "astray.*Inspect"),
        (b"<translation>", b'<translation type="unfinished">', "0 translations"),
    ],
    ids=["missing", "unreadable", "placeholder", "unfinished"],
)
def test_a_catalogue_that_cannot_be_used_is_a_failure(qapp, monkeypatch, before, after, told):
    read = resources.read

    def damaged(name):
        if not name.startswith("translations/"):
            return read(name)
        if after is None:
            raise ResourceNotFoundError(name)
        return re.sub(re.escape(before), after, read(name))

    monkeypatch.setattr(resources, "read", damaged)
    errors = (CheckFailedError, ResourceNotFoundError, CatalogueError)
    with pytest.raises(errors, match=told):
        self_checks.check_catalogues()


def test_words_of_qts_own_that_are_missing_are_a_failure(qapp, monkeypatch):
    monkeypatch.setattr(self_checks, "load_qt_translator", lambda name: None)
    with pytest.raises(CheckFailedError, match="Qt's own words"):
        self_checks.check_catalogues()


def test_references_that_are_lost_are_a_failure(qapp, monkeypatch):
    monkeypatch.setattr(self_checks, "_MAX_LOST_REFERENCES", -1_000_000)
    with pytest.raises(CheckFailedError, match="references lost"):
        self_checks.check_emits()


def test_a_warning_meanwhile_is_a_failure(tested, monkeypatch, caplog):
    def warns():
        logging.getLogger("qt").warning("a plugin is missing")
        return "well"

    monkeypatch.setattr(self_checks, "ALL_CHECKS", (warns,))
    code, lines = tested()
    caplog.clear()
    assert code == 1
    assert "FAILED  unexpected: a plugin is missing" in lines


def test_reports_that_break_the_app_are_a_failure(tested, monkeypatch, caplog):
    monkeypatch.setattr(self_checks, "ALL_CHECKS", ())
    monkeypatch.setattr(ReportBuilder, "redact", lambda *_values: 1 // 0)
    code, lines = tested()
    caplog.clear()  # the fault is the test's
    assert code == 1
    assert "FAILED  a report could not be written" in lines


def test_forms_of_report_that_are_refused_are_named(tested, monkeypatch):
    monkeypatch.setattr(self_checks, "ALL_CHECKS", ())
    refused = {ReportFormat.CSV, ReportFormat.HTML}

    def render(report, form):
        return Text("it is too large") if form in refused else render_format(report, form)

    monkeypatch.setattr(self_test, "render_format", render)
    code, lines = tested()
    assert code == 1
    told = next(line for line in lines if line.startswith("FAILED"))
    assert told.startswith("FAILED  reports refused: ")
    assert set(told.partition(": ")[2].split(", ")) == {one.value for one in refused}


def test_another_verdict_is_a_failure(tested, monkeypatch):
    started = DemoGateway.start

    def with_another_first(gateway):
        gateway.scenarios = tuple(
            sorted(gateway.scenarios, key=lambda one: one.id != "token_not_valid")
        )
        started(gateway)

    monkeypatch.setattr(DemoGateway, "start", with_another_first)
    code, lines = tested()
    assert code == 1
    assert any("first session" in line for line in lines)


def test_every_keyring_module_that_may_be_imported_is_named():
    assert {"secretstorage"} <= set(backends.list_hidden_imports("linux"))
    assert "keyring.backends.Windows" in backends.list_hidden_imports("win32")
    assert "keyring.backends.macOS.api" in backends.list_hidden_imports("darwin")
