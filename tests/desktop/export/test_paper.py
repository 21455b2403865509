"""The report on pages says what the report says, and nothing in it becomes markup."""

import re
import zlib
from datetime import UTC

import pytest

from inspector_app.desktop.export import paper
from inspector_app.desktop.export.sheet import sheet
from inspector_app.report.credential_scan import CredentialFound
from inspector_app.report.material import Material
from inspector_app.report.redaction import Level, Redaction
from tests.report.answers import NOW, answer_of, examined

TOKEN = "IAM_S_" + "q7" * 32
HOSTILE = "<img src='file:///etc/hostname'> **b** {name} \u202e 会话"


def material(level=Level.SECRETS, environment="Test", name=HOSTILE):
    examination = examined(answer_of({"id": "u1", "name": name, "type": 2, "state": 0}, TOKEN))
    return Material(environment, examination, NOW, Redaction(b"k" * 32, level, (TOKEN,)), zone=UTC)


def test_a_sheet_has_the_sentence_the_tables_and_the_picture(qapp):
    made = sheet(material())
    assert made.sentence
    assert {"User", "Request"} <= {table.title for table in made.tables}
    assert made.life is not None
    texts = "\n".join(made.texts())
    assert "<img src=" in texts  # as text
    assert "\u202e" not in texts
    assert r"\u202e" in texts
    assert TOKEN not in texts


def test_personal_data_is_on_no_sheet_of_the_usual_level(qapp):
    texts = "\n".join(sheet(material(Level.PERSONAL, name="marabella")).texts())
    assert "marabella" not in texts
    assert "user#" in texts


def test_the_pages_are_a_pdf_and_a_picture_each(qapp):
    data, pages = paper.printed(sheet(material()), "session Test")
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == len(pages) == 1
    image = pages[0]
    inked = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert len(inked) > 5


def test_a_pdf_names_no_file_no_address_to_open_and_no_script(qapp):
    """J2."""
    data, _ = paper.printed(sheet(material()), "session Test")
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
    made = sheet(material())
    from dataclasses import replace

    longer = replace(made, noticed=tuple(f"Notice {number}" for number in range(90)))
    _, pages = paper.printed(longer, "session")
    assert len(pages) > 1


def test_a_credential_that_is_left_stops_it(qapp, monkeypatch):
    """E1."""
    monkeypatch.setattr(
        "inspector_app.report.credential_scan.holds_credential", lambda _data, _known: True
    )
    with pytest.raises(CredentialFound):
        sheet(material())
