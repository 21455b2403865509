"""What README, guides and manual pages name is there: figures, keys, options, words, folders."""

import json
import re
from pathlib import Path, PurePosixPath
from pkgutil import resolve_name
from typing import Any
from xml.etree import ElementTree as ET

import click
import fastjsonschema
import pytest
from bundle import identity
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows, get_win_folder_from_env_vars

from inspector_app import DESKTOP_PROGRAM
from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.theme.macos_keys import name_macos_keys
from inspector_app.settings.environment_mistakes import find_environment_mistakes
from inspector_app.settings.policies import find_policy_mistakes
from inspector_app.settings.safety import SafetySettings
from inspector_app.system import paths
from inspector_app.terminal.command_line import program

CHECKOUT = Path(__file__).parent.parent
GUIDES = sorted(path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "docs").glob("*.md"))
PAGES = [
    "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", *GUIDES,
]  # fmt: skip
MANUAL = CHECKOUT / "packaging" / "linux" / "enos-session-inspector.1"


def read(page):
    return (CHECKOUT / page).read_text(encoding="utf-8")


def read_flat(page):
    """The page without its line breaks, so that a sentence is found wherever it is broken."""
    return " ".join(read(page).split())


OF_NO_CHECKOUT = {
    "nameless": {"resources/scenarios/NAME.json", "report/formats/NAME_report.py"},
    "made by the tasks": {
        ".dev/", ".nox/", ".nox/tests", "dist/", "build/pictures", "build/fuzz/", "build/mutants/",
    },
    "foreign": {"/usr/bin/open", "sys/ptrace.h"},
    "of a computer": {
        "/etc/xdg/enos-session-inspector/", "environments.json", "policies.json", "settings.json",
        "settings.version-N.json",
    },
    "no file": {
        "session/info", "response.json", ".jira.txt", "enos-session-inspector/answer",
        "enos-session-inspector/comparison",
    },
}  # fmt: skip


def test_each_file_that_a_page_names_is_there():
    folders = ("inspector_app", "tests", "packaging", "resources", "docs", "benchmarks")
    here = {path.relative_to(CHECKOUT) for one in folders for path in (CHECKOUT / one).rglob("*")}
    here |= {path.relative_to(CHECKOUT) for path in CHECKOUT.iterdir()}
    ends = {PurePosixPath(*path.parts[-n:]) for path in here for n in range(1, len(path.parts) + 1)}
    elsewhere = set().union(*OF_NO_CHECKOUT.values())
    like_a_file = r"[\w./-]+(?:/[\w./-]*|\.(?:py|toml|json|md|ts|nsi|txt|yml|spec))"
    for page in PAGES:
        for name, _, function in re.findall(rf"`({like_a_file})(::(\w+))?`", read(page)):
            if name in elsewhere:
                continue
            assert PurePosixPath(name) in ends, f"{page} names {name}"
            if function:
                files = [path for path in here if str(path).endswith(name)]
                texts = [(CHECKOUT / path).read_text(encoding="utf-8") for path in files]
                assert any(f"def {function}(" in text for text in texts), f"{page}: {function}"


MB, MIB, DAY = 1_000_000, 1 << 20, 24 * 3600
SAFEST = SafetySettings()
FIGURES: dict[str, dict[str, tuple[Any, float]]] = {
    "SECURITY.md": {
        "the eye shows it for 30 seconds": (
            "desktop.main_window.token_field:REVEAL_DURATION_MS", 30_000,
        ),
        "A body of more than 8 MiB": ("session.exchange:MAX_BODY_SIZE", 8 * MIB),
        "cleared after ten seconds": (SAFEST.clipboard_seconds, 10),
        "After four minutes in which": (SAFEST.idle_minutes, 4),
    },
    "docs/security.md": {
        "30 days, 500 answers, 50 MB": ("history.history_file:MAX_AGE", 30 * DAY),
        "500 answers, 50 MB": ("history.history_file:MAX_ENTRIES", 500),
        "answers, 50 MB": ("history.history_file:MAX_SIZE", 50 * MIB),
        "log, redacted, 1 MB at most": ("system.logs:_MAX_BYTES", MB),
    },
    "docs/architecture.md": {
        "Vault.fetch_token, 3 s at most": ("vault.call_timeout:KEYRING_TIMEOUT", 3),
        "`vault/call_timeout.py` waits 3 s": ("vault.call_timeout:KEYRING_TIMEOUT", 3),
        "longer than half a second counts as a question": ("vault.call_timeout:_SILENCE", 0.5),
        "by any run of 16 letters and digits": (
            "session.credentials.run_index:MIN_RUN_LENGTH", 16,
        ),
        "in pieces of eight": ("session.credentials.run_index:_GRAM_LENGTH", 8),
        "after a round trip of more than 10 s": ("session.lifetimes:MAX_ROUND_TRIP", 10),
        "half a second added": ("session.lifetimes:_DATE_ROUNDING", 0.5),
        "at most four, and one unless": ("inspection.many:MAX_AT_ONCE", 4),
        "and waits 1.5 s at most": ("desktop.application:_SHUTDOWN_TIMEOUT", 1.5),
        "asked one question, 1.5 s at most": ("desktop.startup.portal:_TIMEOUT", 1.5),
        "answers, within 1 s": ("desktop.startup.handover:_TIMEOUT", 1),
        "threads switch every 0.5 ms": ("desktop.background:_SWITCH_INTERVAL", 0.0005),
        "8 MiB of decoded body": ("session.exchange:MAX_BODY_SIZE", 8 * MIB),
        "above 1 MiB the scanner": ("session.parsing.strict_json:PYTHON_SCANNER_THRESHOLD", MIB),
        "in steps of 0.1 s": ("gateway.stepped_socket:_WINDOWS_STEP", 0.1),
        "holds 1280 UTF-16 units": ("vault.windows_credentials:MAX_SECRET_LENGTH", 1280),
        "more than 300,000 rounds": ("gateway.client_certificate:_MAX_ROUNDS", 300_000),
    },
    "docs/json-export.md": {
        "indented unless the answer has more than 1 MiB": (
            "session.parsing.strict_json:PYTHON_SCANNER_THRESHOLD", MIB,
        ),
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("page", "words"), [(page, words) for page, told in FIGURES.items() for words in told]
)
def test_a_figure_is_that_of_the_code(page, words):
    assert words in read_flat(page), f"{page} says this no more: drop the row, or mend it"
    of_code, expected = FIGURES[page][words]
    if isinstance(of_code, str):
        of_code = resolve_name(f"inspector_app.{of_code}")
    assert of_code == expected, words


LISTS = {
    "steps[].who": ("session.diagnosis.step_model:Actor", set()),
    "findings[].severity": ("session.severity:Severity", set()),
    "verdict.provenance": ("session.provenance:Provenance", set()),
    "request.timed": ("session.exchange:TimeSource", set()),
    "request.answered_by.party": ("session.diagnosis.answering_party:AnsweringParty", set()),
    "companions": (
        "session.companion:CompanionKind",
        {
            "outcome", "answered", "refused", "failed", "unreadable", "stored", "call",
            "application", "taken_at", "http_status", "failure", "asked_about", "answer", "null",
        },
    ),
}  # fmt: skip
"""By the row of docs/json-export.md the enumeration that it lists, and what else it names."""


@pytest.mark.parametrize("member", LISTS)
def test_each_closed_list_of_the_export_is_told_as_a_whole(member):
    (told,) = re.findall(
        rf"^\| `{re.escape(member)}` \| (.+) \|$", read("docs/json-export.md"), re.MULTILINE
    )
    enumeration, others = LISTS[member]
    values = {one.value for one in resolve_name(f"inspector_app.{enumeration}")}
    assert set(re.findall(r"`(\w+)`", told)) == values | others


KEYS = {
    "README.md": {
        "Ctrl+Shift+R copies the report": ActionId.COPY_REPORT,
        "Ctrl+S exports it": ActionId.EXPORT,
        "Ctrl+O opens one again": ActionId.OPEN,
        "F1 lists the shortcuts": ActionId.HELP,
    },
    "README.zh-CN.md": {
        "Ctrl+Shift+R 复制报告": ActionId.COPY_REPORT,
        "Ctrl+S 以十种形式导出": ActionId.EXPORT,
        "Ctrl+O 重新打开": ActionId.OPEN,
        "F1 列出快捷键": ActionId.HELP,
    },
    "SECURITY.md": {"by Ctrl+L the window is emptied": ActionId.LOCK},
    "docs/security.md": {"the window locks when idle, on Ctrl+L": ActionId.LOCK},
    "docs/keystrokes.md": {"F1 lists the shortcuts": ActionId.HELP},
    "packaging/linux/enos-session-inspector.1": {"F1 lists the shortcuts": ActionId.HELP},
}
"""That each key of the table does what it is for is tests/desktop/main_window's to show."""


FOLDERS = {
    "linux": (Unix, "~/.config/enos-session-inspector", "~/.local/state/enos-session-inspector"),
    "darwin": (MacOS, "~/Library/Application Support/enos-session-inspector", "its settings"),
    "win32": (Windows, r"%LOCALAPPDATA%\enos-session-inspector", "its settings"),
}


@pytest.mark.parametrize("system", FOLDERS)
def test_the_folders_that_pages_name_are_those_of_each_system(system, monkeypatch):
    convention, settings, state = FOLDERS[system]
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("LOCALAPPDATA", "%LOCALAPPDATA%")
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("platformdirs.windows.get_win_folder", get_win_folder_from_env_vars)
    folders = convention(DESKTOP_PROGRAM, appauthor=False)  # as system/paths.py has them looked up
    written = [
        one.replace("/home/somebody", "~").replace("/", "\\" if system == "win32" else "/")
        for one in (folders.user_config_dir, folders.user_state_dir)
    ]
    assert written == [settings, settings if state == "its settings" else state]
    page = read_flat("docs/security.md")
    assert f"`{settings}`" in page
    assert state == "its settings" or f"`{state}` (Linux), else the folder of the settings" in page
    if system == "linux":
        manual = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
        assert {settings, state} <= set(re.findall(r"^\.I (~\S+)$", manual, re.MULTILINE))


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_the_folder_of_an_administrators_files_is_the_one_that_the_guide_names(system, monkeypatch):
    """That of Windows is looked up there: packaging/windows/trial asks Windows itself for it."""
    monkeypatch.setattr("sys.platform", system)
    guide = read("docs/deployment.md")
    assert f"| `{paths.get_machine_folder()}/` |" in guide
    assert rf"`%PROGRAMDATA%\{DESKTOP_PROGRAM}\`" in guide


def test_the_files_that_the_guide_installs_are_those_of_this_version():
    names = set(re.findall(r"\S+_amd64\.deb|\S+-setup\.exe", read("docs/deployment.md")))
    version = identity.read_version()
    assert {name.removeprefix("./") for name in names if "…" not in name} == {
        f"{identity.DESKTOP}_{version}-1_amd64.deb",
        f"{identity.DESKTOP}-{version}-windows-x64-setup.exe",
    }


SHORTCUT = r"(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d+\b"


@pytest.mark.parametrize("page", KEYS)
def test_each_key_that_a_page_names_does_what_it_says(page):
    text = read_flat(page)
    for words, action in KEYS[page].items():
        assert words in text, f"{page} says this no more: drop the row, or mend it"
        assert set(re.findall(SHORTCUT, words)) <= set(ACTION_SPECS[action].shortcuts), words
    if page != "docs/keystrokes.md":  # whose table is pressed key by key
        told = {key for words in KEYS[page] for key in re.findall(SHORTCUT, words)}
        other = set(re.findall(SHORTCUT, text)) - told
        assert other <= {"Ctrl+C"}, f"name in KEYS what they do: {other}"  # of the terminal


def test_the_daily_tasks_name_each_key_that_is_another_on_macos():
    page = read("docs/keystrokes.md")
    table, _, last = page.rpartition("\n\n")
    others = {
        (elsewhere, name_macos_keys(there))
        for spec in ACTION_SPECS.values()
        for elsewhere, there in zip(spec.shortcuts, spec.macos_shortcuts, strict=False)
        if f"`{elsewhere}`" in table
    }
    assert len(others) == 3
    assert all(f"`{elsewhere}` is {there}" in last for elsewhere, there in others)


def test_each_key_of_the_changelog_is_one_of_the_window():
    text = read_flat("CHANGELOG.md").replace("Alt+←", "Alt+Left").replace("Alt+→", "Alt+Right")
    known = {key for spec in ACTION_SPECS.values() for key in spec.shortcuts}
    named = set(re.findall(SHORTCUT, text)) | set(re.findall(r"Ctrl\+[+-]", text))
    assert len(named) > 8
    assert named - known == {"Shift+F10"}  # of menus: desktop/main_window/test_menu_key.py


def list_command_lines(page):
    """The calls of the console app on a page, as words, without what the shell takes of them."""
    quoted = re.findall(r"`(enos-session [^`]+)`", read_flat(page))
    fenced = [
        line.removeprefix("$ ")
        for block in re.findall(r"^```\w*$(.+?)^```$", read(page), re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    for line in (*quoted, *fenced):
        words = re.split(r"[;<|#]", line)[0].split()
        if words[:1] == ["enos-session"]:
            yield words[1:]


@pytest.mark.parametrize("page", PAGES)
def test_each_call_that_a_page_shows_is_understood(page):
    for words in list_command_lines(page):
        command: click.Command = program
        rest = words
        while isinstance(command, click.Group) and rest and rest[0] in command.commands:
            command, rest = command.commands[rest[0]], rest[1:]
        context = command.context_class(command)
        _, left, _ = command.make_parser(context).parse_args(list(rest))
        assert left == [], words


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_each_option_that_the_front_page_names_is_one_of_inspect(page):
    known = {name for one in program.commands["inspect"].params for name in one.opts}
    text = re.sub(r"^```.*?^```$", "", read(page), flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`(--[\w-]+)[^`]*`", text))
    assert named
    assert named <= known


def test_the_windows_manual_has_its_options_and_no_other(capsys):
    from inspector_app.desktop.startup.command_line import parse_arguments

    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    told = capsys.readouterr().out.partition("options:")[2]
    options = set(re.findall(r"^ +(?:-h, )?(--[\w-]+)", told, re.MULTILINE))
    manual = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
    for part in ("SYNOPSIS", "OPTIONS"):
        (text,) = re.findall(rf"^\.SH {part}$(.+?)^\.SH ", manual, re.MULTILINE | re.DOTALL)
        named = set(re.findall(r"--[\w-]+", text))
        assert named <= options, part
        left_out = {"--self-test", "--version", "--help"} if part == "SYNOPSIS" else set()
        assert options - named == left_out, part


SAID_BY_OTHERS = {
    "README.md": {
        "Settings, Apps", "Help > Environment Information", "Always Allow", "Applications",
        "Windows protected your PC", "More info", "Run anyway", "cannot be opened",
        "Privacy & Security", "Open Anyway", "Open with",
    },
    "README.zh-CN.md": {
        "应用程序", "始终允许", "Windows 已保护你的电脑", "更多信息", "仍要运行", "无法打开",
        "隐私与安全性", "仍要打开", "打开方式",
    },
    "docs/security.md": {"EnOS Session Inspector"},
    "SECURITY.md": {"Security", "Report a vulnerability"},
    "docs/reports.md": set(),
}  # fmt: skip
"""Words of EnOS, of systems and of shops, which are none of the window's."""


def list_window_texts(language):
    """The texts of the window as it shows them, in English or translated."""
    for message in ET.parse(CHECKOUT / "resources/translations/zh_CN.ts").iter("message"):
        text = message.findtext("source" if language == "en" else "translation") or ""
        text = re.sub(r"\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
        yield text.rstrip("….。")


@pytest.mark.parametrize("page", SAID_BY_OTHERS)
def test_each_word_of_the_window_that_a_page_quotes_is_shown_there(page):
    is_chinese = page.endswith("zh-CN.md")
    shown = set(list_window_texts("zh" if is_chinese else "en"))
    pattern = r"“([^”\n]+)”" if is_chinese else r"(?<![*\w\n])\*([^*\s][^*]*?)\*(?![*\w])"
    quoted = {" ".join(one.split()) for one in re.findall(pattern, read(page))}
    unknown = {one.rstrip("….") for one in quoted} - shown - SAID_BY_OTHERS[page]
    begun = {one for one in unknown if any(re.match(rf"{one}\W", text) for text in shown)}
    assert unknown - begun == set()


EXAMPLES = {
    "environments.schema.json": ("environments", find_environment_mistakes),
    "policies.schema.json": ("forced", find_policy_mistakes),
}


@pytest.mark.parametrize("schema", EXAMPLES)
def test_the_example_of_the_guide_is_valid_by_schema_and_reader(schema):
    member, find_mistakes = EXAMPLES[schema]
    blocks = re.findall(
        r"^```json$(.+?)^```$", read("docs/deployment.md"), re.MULTILINE | re.DOTALL
    )
    (example,) = (one for one in blocks if member in json.loads(one))
    fastjsonschema.compile(json.loads(read(f"docs/{schema}")))(json.loads(example))
    assert find_mistakes(example.encode()) == []
