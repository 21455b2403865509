"""Where a text can leave the process, found in the source: what the canary must have walked.

Each kind of way out has the names by which a program takes it. A module that uses one stands
below, beside what walks it; a module that does not stand there fails the test.
"""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "inspector_app"

WAYS = {
    "file": {
        *("write_text", "write_bytes", "fdopen", "mkdtemp", "mkstemp", "os.write"),
        *("TemporaryFile", "NamedTemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile"),
        *(
            "FileHandler",
            "RotatingFileHandler",
            "TimedRotatingFileHandler",
            "atomic_file.atomic_write",
        ),
        *("shutil", "symlink", "symlink_to", "hardlink_to", "ZipFile", "sqlite3", "shelve"),
        *("pickle", "json.dump", "faulthandler.enable", "save(…)", "settings_file.save", "mmap"),
        *("QSaveFile", "QFile", "QTemporaryFile", "QTemporaryDir", "QSettings", "QImageWriter"),
        *("QTextDocumentWriter", "QSharedMemory", "SharedMemory"),
    },
    "paper": {"QPrinter", "QPrintDialog", "QPdfWriter", "QPrintPreviewDialog"},
    "clipboard": {"clipboard()", "QClipboard", "setMimeData", "copy_concealed"},
    "drag": {"QDrag", "startDrag", "setDragEnabled"},
    "stream": {"print()", "stdout", "stderr", "__stdout__", "__stderr__", "echo", "secho"},
    "notification": {"QSystemTrayIcon", "showMessage", "QProgressDialog", "setBadgeNumber"},
    "program": {
        *("subprocess", "webbrowser", "QProcess", "QDesktopServices", "openUrl", "os.system"),
        *("startfile", "execv", "execve", "spawnv", "putenv", "setenv"),
    },
    "log": {"getLogger", "qWarning", "qDebug", "syslog"},
    "bus": {
        *("connectToBus", "sessionBus", "systemBus", "QDBusInterface", "QDBusMessage"),
        "open_dbus_connection",
    },
    "network": {
        *("socket", "socketserver", "requests", "urllib3", "http.client", "smtplib", "asyncio"),
        *("QTcpSocket", "QUdpSocket", "QLocalSocket", "QLocalServer", "QNetworkAccessManager"),
    },
}
"""A dotted name is that function of that module alone, one with brackets where called."""

KNOWN = {
    "file": {
        "desktop/export/export_save_bar.py": "each form at each level is saved",
        "desktop/history/history_disk.py": "the history is kept from the first answer on",
        "desktop/environments/environment_transfer.py": "the environments are exported",
        "desktop/unattended/screenshot_run.py": "--screenshot is run",
        "desktop/startup/launch.py": "the folder of a self-test, which is run",
        "system/fault_reports.py": "a fault is left behind and offered",
        "system/installation_key.py": "random bytes, for the first report",
        "system/logs.py": "the crash, and what others log",
        "system/standard_streams.py": "nowhere: what takes the place of missing streams",
        "settings/settings_file.py": "the settings, with each choice",
        "system/temporary_file.py": "each export is dragged, and read while it is there",
        "system/administrator_file.py": "opens folders to look at their owners, and reads",
        "system/atomic_file.py": "the writer itself",
        "system/growing_file.py": "terminal/test_canary.py: the rows of --resume",
        "system/part_files.py": "deletes what a killed write left, and locks it for that",
        "system/regular_file.py": "opens for reading alone",
        "inspection/saved_answer_opening.py": "opens for reading alone",
        "terminal/diagnose_command.py": "terminal/test_canary.py",
        "terminal/result_output.py": "terminal/test_canary.py",
    },
    "paper": {
        "desktop/export/pdf_renderer.py": "PDF is saved, and what stands on it is read",
        "desktop/export/report_printer.py": "a printer is asked for",
    },
    "clipboard": {
        "desktop/export/file_drag_source.py": "each export is dragged",
        "desktop/clipboard.py": "each copy is read in every form it is offered in",
        "desktop/main_window/token_field.py": "asks whose the X11 selection is",
        "desktop/answer/reply_editor.py": "reads alone: what is pasted",
        "desktop/pasting/foreign_reader.py": "reads alone: what is pasted",
        "desktop/pasting/paste_filter.py": "asks whether there is an X11 selection",
    },
    "drag": {"desktop/export/file_drag_source.py": "each export is dragged"},
    "stream": {
        "system/proxy_settings/desktop_proxy.py": "reads what a settings program prints",
        "desktop/guards/crash_reporter.py": "the crash",
        "desktop/unattended/screenshot_run.py": "--screenshot is run",
        "desktop/unattended/self_test.py": "--self-test is run",
        "__main__.py": "desktop/startup/test_obstacles.py: words that name nothing",
        "desktop/startup/fatal_start.py": "desktop/startup/test_obstacles.py: words of its own",
        "desktop/startup/launch.py": "a start without a display",
        "system/foreign_text.py": "reads what macOS's pbpaste prints",
        **{
            f"terminal/{name}.py": "terminal/test_canary.py"
            for name in (
                *("__main__", "environment_commands", "inspect_command", "result_output"),
                *("rich_report", "runner", "stored_config", "token_input"),
                *("many_command", "many_screen", "watch_command"),
            )
        },
    },
    "notification": {
        "desktop/watch/notifier.py": "desktop/watch/test_watch_controller.py, on Linux by the bus",
    },
    "program": {
        "desktop/startup/new_window.py": "the app itself, which is given an option",
        "system/foreign_text.py": "macOS's pbpaste, which is given nothing",
        "system/proxy_settings/desktop_proxy.py": "a settings program, which is given fixed words",
        "desktop/export/folder_opener.py": "a file manager, which is given the chosen folder",
    },
    "log": {
        "desktop/background.py": "the kind and place of what broke",
        "desktop/clipboard.py": "a sentence of its own",
        "desktop/guards/crash_reporter.py": "the crash, and a warning of Qt's",
        "desktop/guards/secure_input.py": "a sentence of its own",
        "desktop/unattended/self_test.py": "listens alone",
        "gateway/transport.py": "silences a library",
        "desktop/theme/language.py": "the name of a catalogue that is missing",
        "system/logs.py": "the writer itself",
    },
    "bus": {
        "desktop/guards/dbus_lock_signals.py": "asks for names alone, and listens",
        "desktop/guards/system_idle.py": "asks for a time",
        "desktop/startup/portal.py": "asks for the colour scheme, before there is a secret",
        "system/desktop_notification.py": "desktop/watch/test_watch_controller.py reads it",
    },
    "network": {
        "demo/demo_gateway.py": "answers on loopback alone",
        "desktop/guards/dbus_lock_signals.py": "a word without meaning, to the bus alone",
        "desktop/startup/termination.py": "numbers of signals, from the process to itself",
        "desktop/startup/handover.py": "desktop/startup/test_handover.py reads what is handed over",
        "desktop/startup/start_listener.py": "says that it heard, and nothing else",
        **{
            f"gateway/{name}.py": "the call itself: tests/gateway captures what is on the wire"
            for name in (
                *("address_race", "call_trace", "connect", "connection", "error_mapping"),
                *("request_runner", "response_body", "socks_tunnel", "stepped_socket"),
                *("strict_response", "transport", "tunnel_response"),
            )
        },
        "vault/secret_service.py": "hangs up alone",
    },
}
"""For each kind the modules that take it, and what walks each, or why there is nothing to walk."""

_FOR_WRITING = set("wax+")


def ways_out(source):
    """Each way out that the source takes, by its kind."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        names = _names(node)
        found |= {kind for kind, known in WAYS.items() if names & known}
        if isinstance(node, ast.Call) and _opens_for_writing(node):
            found.add("file")
    return found


def ways_by_module():
    """For each kind the modules of the app that take it."""
    found: dict[str, set[str]] = {kind: set() for kind in WAYS}
    for path in PACKAGE.rglob("*.py"):
        for kind in ways_out(path.read_text()):
            found[kind].add(path.relative_to(PACKAGE).as_posix())
    return found


def _names(node):
    """The names that stand here: plain, with the owner before them, called, imported."""
    match node:
        case ast.Name(id=name):
            return {name}
        case ast.Attribute(attr=name, value=owner):
            return {name, f"{_name(owner)}.{name}"}
        case ast.Call():
            name = _name(node.func)
            return {f"{name}()", f"{name}(…)" if node.args or node.keywords else name}
        case ast.Import(names=imported):
            return {part for one in imported for part in (one.name, one.name.split(".")[0])}
        case ast.ImportFrom(module=module, names=imported):
            whole = module or ""
            return {whole, whole.split(".")[0], *(one.name for one in imported)}
        case _:
            return set()


def _name(node):
    return getattr(node, "id", getattr(node, "attr", ""))


def _opens_for_writing(call):
    if _name(call.func) != "open":
        return False
    if _name(getattr(call.func, "value", None)) == "os":
        return True
    is_function = isinstance(call.func, ast.Name) or _name(call.func.value) in {"io", "codecs"}
    modes = call.args[1:2] if is_function else call.args[:1]
    modes += [one.value for one in call.keywords if one.arg == "mode"]
    texts = [one.value for one in modes if isinstance(one, ast.Constant)]
    return any(isinstance(text, str) and set(text) & _FOR_WRITING for text in texts)
