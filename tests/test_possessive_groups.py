"""No regular expression has a possessive group that Python before 3.11.5 would end too late.

There, as in Debian 12, such a group may end behind what its last turn had looked at before it
failed (https://github.com/python/cpython/issues/106052); an atomic group around a usual one does
not: ``(?>(?:…){0,9})`` for ``(?:…){0,9}+``.
"""

import importlib
import pkgutil
import re
from re import _constants, _parser  # type: ignore[attr-defined]

import inspector_app

SINGLE = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY}
STRING = "A turn that fails has looked at a backslash alone, which ends the text."
ONE_MORE = "What it may take more is a character that counts for nothing."
REVIEWED = {
    "desktop.answer.json_highlighter._TOKEN_PATTERN": STRING,
    "gateway.pasted.context_secrets._JOINT": "Where the tag fails, one character is a turn.",
    "gateway.pasted.readers.shell_words._CMD_EXTENT": "The same.",
    "gateway.pasted.readers.source_code._ASSIGNMENT": STRING,
    "gateway.pasted.undoing.mail._QUOTED_BREAK": "A blank behind it belongs to it anyway.",
    "gateway.pasted.undoing.percent._ENCODED": "Two characters without a choice.",
    "report.saved_answers.content_decoding._CHUNK_SIZE_LINE": "What is optional cannot fail.",
    "report.saved_answers.http_message._BLANK_LINES": ONE_MORE,
    "report.saved_answers.http_message._LATER_HEAD": "What is optional cannot fail.",
    "session.credentials.decoding._CODES": ONE_MORE,
    "session.credentials.decoding._READABLE": ONE_MORE,
    "session.parsing.parse_errors._STRING_OR_NUMBER_PATTERN": STRING,
    "session.parsing.parse_errors._TRUNCATED_TOKEN_PATTERN": STRING,
    "session.parsing.strict_json._NEXT_BRACKET_PATTERN": STRING,
    "system.known_secrets._E_MAIL": ONE_MORE,
    "system.windows_security._ACCESS_LIST": "On Windows the app comes with a newer Python.",
}
"""The patterns that have such a group, and why it does no harm there."""


def find_patterns():
    """Every pattern that a module holds, under its name there."""
    for module in pkgutil.walk_packages(inspector_app.__path__, "inspector_app."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except (ImportError, OSError):  # of another system
            continue
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name.removeprefix('inspector_app.')}.{name}", value


def has_possessive_group(parsed):
    return any(
        (
            kind is _constants.POSSESSIVE_REPEAT
            and not (len(value[2]) == 1 and value[2][0][0] in SINGLE)
        )
        or any(map(has_possessive_group, iter_inner(value)))
        for kind, value in parsed
    )


def iter_inner(value):
    """The patterns within what one part of a pattern holds."""
    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from iter_inner(one)


def test_possessive_groups_are_those_that_were_looked_at():
    found = {
        name
        for name, pattern in find_patterns()
        if has_possessive_group(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    }
    assert found == set(REVIEWED)
