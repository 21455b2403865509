"""The exports as other programs see them: a browser, a spreadsheet and the W3C's HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inspector_app.demo.scenarios import list_scenarios
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.report.answers import NOW, build_input, exchange, render
from tests.report.hostile import build_hostile_input, hostile_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(300)]

CHECKOUT = Path(__file__).parent.parent.parent
CHECKER = CHECKOUT / "build" / "html-checker" / "node_modules" / "vnu-jar" / "build/dist/vnu.jar"
EXAMPLES = CHECKOUT / "docs" / "examples"
FORMULA = re.compile(r"table:formula=|<text:a |xlink:href=")
LIGHT, DARK = "1", "0"  # what Chromium calls them: 0 dark, 1 light


def run(*command: str | Path, folder: Path) -> str:
    """Run a program with a home of its own, and give what it said."""
    ran = subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def chromium(folder: Path, *arguments: str) -> None:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
    run("chromium", *quiet, f"--user-data-dir={folder / 'profile'}", *arguments, folder=folder)


def pages() -> Iterator[tuple[str, bytes]]:
    """A web page of everything that there is a page of."""
    for scenario in list_scenarios()[:-1]:
        answer = scenario.build_response(NOW)
        analyzed = analyze_answer(exchange(answer.body, answer.status))
        for level in RedactionLevel:
            asked = build_input(analyzed, level, (scenario.token,))
            yield f"{scenario.id}-{level.value}", render(asked, ReportFormat.HTML)
    failure = analyze_answer(Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW))
    yield "failure", render(build_input(failure), ReportFormat.HTML)
    for number, (text, answer_with_it) in enumerate(hostile_answers()):
        yield (
            f"hostile-{number}",
            render(build_hostile_input(text, answer_with_it), ReportFormat.HTML),
        )


def test_every_web_page_is_valid_html(tmp_path):
    """E4."""
    for name, page in pages():
        (tmp_path / f"{name}.html").write_bytes(page)
    said = run(
        "java", "-jar", CHECKER, "--errors-only", "--format", "json", "--exit-zero-always",
        *sorted(tmp_path.glob("*.html")), folder=tmp_path,
    )  # fmt: skip
    assert json.loads(said)["messages"] == []


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_browser_shows_the_page_light_and_dark(scheme, tmp_path):
    picture = tmp_path / "page.png"
    chromium(
        tmp_path,
        f"--blink-settings=preferredColorScheme={scheme}",
        "--window-size=1000,1400",
        f"--screenshot={picture}",
        (EXAMPLES / "session.html").as_uri(),
    )
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    colours = {image.pixelColor(x, y).name() for x in range(0, 1000, 7) for y in range(0, 1400, 7)}
    assert image.pixelColor(2, 2).name() == {LIGHT: "#f5f6f8", DARK: "#1a1c20"}[scheme]
    assert {LIGHT: "#167242", DARK: "#5fce93"}[scheme] in colours  # the bar of the session's life
    assert len(colours) > 20


def test_the_page_prints_on_one_sheet_with_all_its_text(tmp_path):
    sheet = tmp_path / "page.pdf"
    page = (EXAMPLES / "session.html").as_uri()
    chromium(tmp_path, f"--print-to-pdf={sheet}", "--no-pdf-header-footer", page)
    assert_one_sheet_with_all_the_text(sheet, tmp_path)


def test_the_apps_own_pdf_is_one_sheet_with_all_its_text_the_pictures_included(tmp_path):
    text = assert_one_sheet_with_all_the_text(EXAMPLES / "session.pdf", tmp_path)
    for words in ("now 09:00:02", "created 08:48:20", "ends about 10:54:00"):
        assert words in text


def assert_one_sheet_with_all_the_text(sheet: Path, folder: Path) -> str:
    """What stands on the sheet, ligatures taken apart."""
    assert "Pages:           1\n" in run("pdfinfo", sheet, folder=folder)
    said = run("pdftotext", "-layout", sheet, "-", folder=folder)
    text = " ".join(unicodedata.normalize("NFKC", said).split())
    plain = (EXAMPLES / "session.txt").read_text(encoding="utf-8")
    for line in plain.splitlines():
        for words in line.removeprefix("- ").split(": ", 1):
            assert words.removesuffix(":") in text
    return text


def test_a_hostile_page_asks_nobody_for_anything(tmp_path):
    """E4: what Chromium would have fetched stands in its log of the network."""
    log = tmp_path / "net.json"
    everything = [
        render(build_hostile_input(text, answer), ReportFormat.HTML).decode()
        for text, answer in hostile_answers()
    ]
    page = tmp_path / "hostile.html"
    page.write_text("\n".join(everything), encoding="utf-8")
    chromium(tmp_path, f"--log-net-log={log}", f"--screenshot={tmp_path / 'x.png'}", page.as_uri())
    assert "evil.example" not in re.sub(r"file://[^\"]*", "", log.read_text(encoding="utf-8"))


@pytest.mark.parametrize("level", RedactionLevel)
def test_a_spreadsheet_finds_no_formula_and_no_link(level, tmp_path):
    """E3; a level each, because LibreOffice takes no more than some 240 files at once."""
    for number, (text, answer) in enumerate(hostile_answers()):
        asked = build_hostile_input(text, answer, level)
        (tmp_path / f"{number}.csv").write_bytes(render(asked, ReportFormat.CSV))
    files = sorted(tmp_path.glob("*.csv"))
    utf8_with_every_cell_as_it_would_be_typed = "44,34,76,1,,0,false,true,false,false,false,-1"
    run(
        "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/office",
        f"--infilter=CSV:{utf8_with_every_cell_as_it_would_be_typed}",
        "--convert-to", "ods", "--outdir", tmp_path / "ods", *files, folder=tmp_path,
    )  # fmt: skip
    made = sorted((tmp_path / "ods").glob("*.ods"))
    assert len(made) == len(files) > 100
    for one in made:
        content = zipfile.ZipFile(one).read("content.xml").decode()
        assert not FORMULA.search(content), one
        assert "<text:p>path</text:p>" in content  # and no byte order mark before it
        assert "<text:p>session.user.name</text:p>" in content


def test_a_spreadsheet_would_find_a_formula_that_is_one(tmp_path):
    """The test above can fail."""
    plain = build_hostile_input("x", {"status": 0})
    table = render(replace(plain, environment="x"), ReportFormat.CSV) + b'"x","=1+1",""\r\n'
    (tmp_path / "one.csv").write_bytes(table)
    run(
        "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/office",
        "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1",
        "--convert-to", "ods", "--outdir", tmp_path, tmp_path / "one.csv", folder=tmp_path,
    )  # fmt: skip
    content = next(
        zipfile.ZipFile(one).read("content.xml").decode() for one in tmp_path.glob("*.ods")
    )
    assert FORMULA.search(content)
