"""README, its Chinese twin and the guides: the same chapters, and facts that the code knows too."""

import re
from pathlib import Path

import pytest

from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.settings.policies import FILE_RULE, Policy
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES
from inspector_app.system.paths import ENVIRONMENTS_FILE_NAME, POLICIES_FILE_NAME
from inspector_app.terminal.command_line import program
from inspector_app.terminal.exit_codes import MEANINGS

CHECKOUT = Path(__file__).parent.parent
ENGLISH, CHINESE = CHECKOUT / "README.md", CHECKOUT / "README.zh-CN.md"
CHAPTERS = {
    "EnOS Session Inspector": "EnOS 会话检查器",
    "Why not Postman, curl or jwt.io?": "为什么不用 Postman、curl 或 jwt.io？",
    "Install": "安装",
    "The first minute": "第一分钟",
    "Daily use": "日常使用",
    "Troubleshooting": "疑难解答",
    "FAQ": "常见问题",
    "What was tried": "试过什么",
    "Developing": "开发",
    "Licence": "许可证",
}
MAX_WORDS = 1200
GUIDES = (
    ENGLISH,
    CHINESE,
    *(CHECKOUT / "docs" / name for name in ("deployment.md", "security.md")),
)


def read(path):
    return path.read_text(encoding="utf-8")


def find_headings(text):
    return re.findall(
        r"^#{1,3} (.+)$",
        re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL),
        re.MULTILINE,
    )


def find_blocks(text):
    return re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL)


def find_links(text):
    return re.findall(r"\]\(([^)]+)\)", text)


def test_both_languages_have_the_same_chapters_in_the_same_order():
    assert find_headings(read(ENGLISH)) == list(CHAPTERS)
    assert find_headings(read(CHINESE)) == list(CHAPTERS.values())


def test_both_languages_have_the_same_commands_links_and_rows():
    """Whoever changes one page is sent to the other."""
    english, chinese = read(ENGLISH), read(CHINESE)
    assert find_blocks(english) == find_blocks(chinese)
    assert find_links(english)[1:] == find_links(chinese)[1:]  # the first leads to the other page
    for begin in ("|", "1.", "**"):
        counts = [
            sum(line.startswith(begin) for line in one.splitlines()) for one in (english, chinese)
        ]
        assert counts[0] == counts[1], begin
    codes = [sorted(set(re.findall(r"`[^`\n]+`", one))) for one in (english, chinese)]
    assert codes[0] == codes[1]


def test_the_page_is_short():
    assert len(read(ENGLISH).split()) < MAX_WORDS


@pytest.mark.parametrize("page", GUIDES, ids=lambda path: path.name)
def test_each_link_leads_somewhere(page):
    for link in find_links(read(page)):
        place, _, anchor = link.partition("#")
        target = page.parent / place if place else page
        assert target.exists(), link
        if anchor:
            anchors = {
                re.sub(r"[^\w -]", "", one).strip().lower().replace(" ", "-")
                for one in find_headings(read(target))
            }
            assert anchor in anchors, link


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=lambda path: path.name)
def test_each_exit_code_is_named_and_no_other(page):
    (line,) = re.findall(r"(?:Exit codes: |退出码：)((?:.+\n)+)", read(page))
    named = {int(code) for code in re.findall(r"(?<!\S)(\d+)\s", re.sub(r"[^\w\s]", " ", line))}
    assert named == {code.value for code in MEANINGS}


def test_the_number_of_forms_is_the_real_one():
    """All that a report has, and PDF or paper."""
    assert len(ReportFormat) + 1 == 10
    assert "exports it in ten forms" in " ".join(read(ENGLISH).split())


def test_the_policies_of_the_guide_are_the_real_ones():
    guide = read(CHECKOUT / "docs" / "deployment.md")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", guide, re.MULTILINE))
    assert rows.keys() == {one.value for one in Policy}
    for name, choices in (("idle_minutes", IDLE_MINUTES), ("clipboard_seconds", CLIPBOARD_SECONDS)):
        named = ["null" if one is None else str(one) for one in choices]
        assert rows[name].replace("`", "").split(", ") == named
    last = dict(re.findall(r"^\| `(\w+)` \|.*\| (yes|no) \|$", guide, re.MULTILINE))
    defaults = FILE_RULE.members["default"].members
    assert {name for name, can in last.items() if can == "yes"} == defaults.keys()


def test_the_commands_and_files_of_the_guide_are_there():
    guide = read(CHECKOUT / "docs" / "deployment.md")
    for name in (ENVIRONMENTS_FILE_NAME, POLICIES_FILE_NAME):
        assert f"`{name}`" in guide
    for words in re.findall(r"enos-session ((?:environments|policies|diagnose)[ a-z]*)", guide):
        command = program
        for word in words.split():
            command = command.commands[word]  # type: ignore[assignment]
