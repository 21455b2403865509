"""Names, texts and values of the answer's text have a colour each, and nothing else has one."""

import pytest
from PySide6.QtGui import QTextDocument

from inspector_app.desktop.answer.json_highlighter import JsonHighlighter
from tests.desktop.drawing import DISTINCT, NAMES

NAME, TEXT, VALUE = "link", "text", "warning"


@pytest.fixture
def highlight(appearance):
    """Returns the coloured parts of a line."""
    appearance.colours = DISTINCT
    document = QTextDocument()
    made = JsonHighlighter(appearance, document)

    def highlight(line, *, is_json=True):
        made.is_json = is_json
        document.setPlainText(line)
        made.rehighlight()
        block = document.firstBlock()
        return [
            (
                line[one.start : one.start + one.length],
                NAMES[one.format.foreground().color().name()],
            )
            for one in block.layout().formats()
        ]

    yield highlight
    document.deleteLater()


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ('"a": "b",', [('"a"', NAME), ('"b"', TEXT)]),
        ('"a": 12,', [('"a"', NAME), ("12", VALUE)]),
        ('"a": -1.5e+3', [('"a"', NAME), ("-1.5e+3", VALUE)]),
        ("true, false, null", [("true", VALUE), ("false", VALUE), ("null", VALUE)]),
        ('"a\\"b": {', [('"a\\"b"', NAME)]),
        ('"cut off', [('"cut off', TEXT)]),
        ("{ } [ ]", []),
        ('"a:"', [('"a:"', TEXT)]),
    ],
)
def test_each_part_of_a_line_has_its_colour(highlight, line, parts):
    assert highlight(line) == parts
    assert highlight(line, is_json=False) == []
