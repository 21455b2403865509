"""The report on pages says what the report says, and nothing in it becomes markup."""

import base64
import re
import sys
import time
import zlib
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtGui import QColor

from inspector_app.desktop.export import pdf_renderer
from inspector_app.desktop.export.printable_report import build_printable_report
from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.interruption import interruptible
from tests.report.answers import NOW, answer_of, examined

TOKEN = "IAM_S_" + "q7" * 32
HOSTILE = "<img src='file:///etc/hostname'> **b** {name} \u202e 会话"
KNOWN = Credentials((TOKEN,))


def redacted(level=RedactionLevel.SECRETS, environment="Test", name=HOSTILE):
    analyzed = examined(answer_of({"id": "u1", "name": name, "type": 2, "state": 0}, TOKEN))
    redaction = Redaction(b"k" * 32, level, KNOWN)
    return redact_report(ReportInput(environment, JudgeInput(analyzed, NOW), redaction, zone=UTC))


def test_a_sheet_has_the_sentence_the_tables_and_the_picture(qapp):
    made = build_printable_report(redacted())
    assert made.sentence
    assert {"User", "Request"} <= {table.title for table in made.tables}
    assert made.timeline is not None
    texts = "\n".join(made.iter_texts())
    assert "<img src=" in texts  # as text
    assert "\u202e" not in texts
    assert r"\u202e" in texts
    assert TOKEN not in texts


def test_personal_data_is_on_no_sheet_of_the_usual_level(qapp):
    texts = "\n".join(
        build_printable_report(redacted(RedactionLevel.PERSONAL, name="marabella")).iter_texts()
    )
    assert "marabella" not in texts
    assert "user#" in texts


@pytest.mark.parametrize("level", RedactionLevel)
@pytest.mark.parametrize(
    "disguise",
    [
        "\u200b".join,
        "-".join,
        str.swapcase,
        lambda text: text[6:],
        lambda text: text[20:41],
        lambda text: base64.b64encode(text.encode()).decode(),
        lambda text: text.encode().hex(":"),
    ],
)
def test_a_disguised_session_id_is_on_no_sheet(qapp, level, disguise):
    """E1."""
    token = "IAM_S_" + "Hd5yPz8cGj2vNs6q" * 2
    hidden = disguise(token)
    analyzed = examined(answer_of({"id": "u1", "name": f"see {hidden}", "type": 2}, token))
    redaction = Redaction(b"k" * 32, level, Credentials((token,)))
    made = build_printable_report(
        redact_report(ReportInput("Test", JudgeInput(analyzed, NOW), redaction, zone=UTC))
    )
    texts = "\n".join(made.iter_texts())
    assert hidden not in texts
    assert "hd5ypz8cgj2vns6q" not in re.sub("[^a-z0-9]", "", texts.lower())


def test_the_pages_are_a_pdf_and_a_picture_each(qapp):
    data, pages = pdf_renderer.render_pdf(build_printable_report(redacted()), "session Test")
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == len(pages) == 1
    image = pages[0]
    inked = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert len(inked) > 5


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/New_York"])
def computers_zone(request, monkeypatch):
    """Where Qt believes to be."""
    has_one = sys.platform != "win32"  # where it is wherever it is
    if has_one:
        monkeypatch.setenv("TZ", request.param)
        time.tzset()
    yield
    if has_one:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.usefixtures("computers_zone")
def test_the_same_report_is_the_same_pdf_whenever_it_is_written(qapp):
    """E7."""
    made = build_printable_report(redacted())
    first, _ = pdf_renderer.render_pdf(made, "session Test")
    again, begun = first, time.localtime()
    while time.localtime() == begun:  # a PDF is dated by the second
        again, _ = pdf_renderer.render_pdf(made, "session Test")
    assert again == first
    assert b"/CreationDate (D:20270115080000" in first
    assert b'xmp:CreateDate="2027-01-15T08:00:00' in first
    assert time.strftime("%Y%m%d").encode() not in first
    other, _ = pdf_renderer.render_pdf(replace(made, sentence="Another"), "session Test")
    assert trailer_id(other) != trailer_id(first)


def trailer_id(pdf):
    return re.findall(rb"/ID \[ <([0-9a-f]+)>", pdf)


def test_the_life_of_the_session_is_drawn_and_no_picture_of_letters(qapp):
    """So its words can be searched for and are sharp at every size."""
    made = build_printable_report(redacted())
    data, pages = pdf_renderer.render_pdf(made, "session Test")
    _, bare = pdf_renderer.render_pdf(replace(made, timeline=None), "session Test")
    assert b"/Subtype /Image" not in data
    colour = QColor(LIGHT.get_severity_colour(made.severity)).rgb()
    assert dots(pages[0], colour) > dots(bare[0], colour) + 100


def dots(page, colour):
    """How many of every other dot of the page have that colour."""
    across, down = range(0, page.width(), 2), range(0, page.height(), 2)
    return sum(page.pixel(x, y) == colour for x in across for y in down)


def test_a_pdf_names_no_file_no_address_to_open_and_no_script(qapp):
    """J2."""
    data, _ = pdf_renderer.render_pdf(build_printable_report(redacted()), "session Test")
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    inner = b"".join(_inflated(one) for one in streams)
    for word in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", TOKEN.encode()):
        assert word not in data
        assert word not in inner


def _inflated(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_a_long_report_goes_on_on_the_next_page(qapp):
    made = build_printable_report(redacted())
    longer = replace(made, noticed=tuple(f"Notice {number}" for number in range(90)))
    asked: list[bool] = []

    def is_over() -> bool:
        asked.append(False)
        return False

    with interruptible(is_over):
        _, pages = pdf_renderer.render_pdf(longer, "session")
    assert len(pages) > 1
    assert len(asked) >= 2 * len(pages), "at each page of the file, and at each picture"


def test_a_credential_that_is_left_stops_it(qapp, monkeypatch):
    """E1."""
    monkeypatch.setattr(
        "inspector_app.report.credential_scan.has_credential", lambda _data, _known: True
    )
    with pytest.raises(CredentialLeakError):
        build_printable_report(redacted())
