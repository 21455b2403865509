from hypothesis import given

from inspector_app.report.json_line_path import find_member_ordinals, resolve_path
from inspector_app.report.json_page import build_json_page
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.strict_json import parse_document
from tests.report.answers import Generated, answers

TEXT = """{
  "a": 1,
  "b": {
    "c": [
      [],
      {
        "d e": null
      },
      "x"
    ],
    "c": {}
  },
  "z": "{"
}"""
PAGE = TEXT.split("\n")
ROOT = parse_document(TEXT.encode()).root


def at(line):
    return resolve_path(ROOT, find_member_ordinals(PAGE, line))


def test_each_line_leads_to_its_member():
    assert at(0) == ()
    assert at(1) == ("a",)
    assert at(2) == ("b",)
    assert at(3) == ("b", "c")
    assert at(4) == ("b", "c", 0)
    assert at(5) == ("b", "c", 1)
    assert at(6) == ("b", "c", 1, "d e")
    assert at(8) == ("b", "c", 2)
    assert at(12) == ("z",)


def test_a_line_that_closes_is_about_what_it_closes():
    assert at(7) == ("b", "c", 1)
    assert at(9) == ("b", "c")
    assert at(11) == ("b",)
    assert at(13) == ()


def test_a_way_that_goes_too_far_ends_where_the_answer_does():
    assert resolve_path(ROOT, (0, 5)) == ("a",)
    assert resolve_path(ROOT, (7,)) == ()
    assert resolve_path(ROOT, (3,)) == (), "one behind the last"
    assert resolve_path(ROOT, (1, 0, 3)) == ("b", "c")


def paths(value, path=()):
    """Every path in the order in which the lines of the page begin."""
    yield path
    match value:
        case JsonObject(members):
            for name, member in members:
                yield from paths(member, (*path, name))
        case JsonArray(items):
            for number, item in enumerate(items):
                yield from paths(item, (*path, number))
        case _:
            pass  # a leaf, with no line but its own


@given(answers())
def test_the_lines_of_any_page_lead_to_every_member_in_order(generated: Generated):
    document = generated.examination.document
    assert document is not None
    page = build_json_page(generated.examination)
    assert page.is_complete
    lines = page.text.split("\n")
    opening = [
        number for number, line in enumerate(lines) if line.lstrip(" ")[:1] not in {"}", "]"}
    ]
    found = [resolve_path(document.root, find_member_ordinals(lines, number)) for number in opening]
    assert found == list(paths(document.root))
