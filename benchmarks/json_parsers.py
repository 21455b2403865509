"""Compares JSON parsers: why the app parses answers with its own hooks on ``json``.

    python benchmarks/json_parsers.py

It asks our reader, the standard library as it comes, and each maintained parser that is installed:

    pip install orjson msgspec python-rapidjson simplejson jiter pysimdjson ujson

Each parser has the options that serve best. A plus is an answer that the reader needs, so that
nothing that was sent gets lost and nothing that is no JSON gets in. With Python 3.11:

                      digits  repeated    halves    no NaN     UTF-8     whole     depth      byte
    ours                   +         +         +         +         +         +         +         +
    json                   -         -         +         -         -         +         -         -
    json, hooks            +         +         +         -         -         +         -         -
    orjson 3.13.0          -         -         -         +         +         +         +         -
    msgspec 0.22.0         -         -         -         +         +         +         -         +
    rapidjson 1.25         -         +         -         +         +         +         -         +
    simplejson 4.3.0       +         +         +         +         +         +         -         -
    jiter 0.19.0           -         -         -         -         +         +         +         -
    simdjson 7.0.2         -         -         -         +         +         +         +         -
    ujson 6.1.0            -         -         +         -         +         +         +         -

simplejson comes closest, by the same hooks that the standard library has; what it still lacks is
what ours adds, so it would be one more dependency for nothing. The hooks and checks cost time:
about three times that of the hooked standard library, 0.07 s for a mebibyte here. ijson is not
asked: it keeps the path of each value, and 100,000 brackets took 2 GB from it.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import re
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBERS = ("1.601192046E12", "-0", "1.00", "1E400", "9" * 600)
ROUNDS = 15
ORGANIZATION = {"domain": None, "name": "portal 风", "id": "o15578227985571", "type": 2}
DOCUMENT = json.dumps({"list": [ORGANIZATION] * 12_000}).encode()


@dataclass(frozen=True)
class Parser:
    """A parser with its best options; ``read`` raises for what it refuses."""

    name: str
    read: Callable[[bytes], Any]
    items: Callable[[Any], list[Any]] = list
    text: Callable[[Any], str] = str


def list_parsers() -> list[Parser]:
    """List ours, the standard library's, and those that are installed."""
    ours = Parser(
        "ours", lambda data: strict_json.parse_document(data).root, _get_items, _get_digits
    )
    hooked = {"parse_int": str, "parse_float": str, "object_pairs_hook": list}
    found = [
        ours,
        Parser("json", json.loads),
        Parser("json, hooks", lambda data: json.loads(data, **hooked)),
    ]
    makers = (
        _create_orjson,
        _create_msgspec,
        _create_rapidjson,
        _create_simplejson,
        _create_jiter,
        _create_simdjson,
        _create_ujson,
    )
    for make in makers:
        try:
            found.append(make())
        except ImportError as missing:
            print(f"not installed: {missing.name}")
    return found


def _get_items(root: object) -> list[Any]:
    return list(root.items) if isinstance(root, JsonArray) else []


def _get_digits(value: object) -> str:
    return value.text if isinstance(value, JsonNumber) else str(value)


def _import_module(name: str, package: str = "") -> tuple[Any, str]:
    made = importlib.import_module(name)
    return made, f"{name} {importlib.metadata.version(package or name)}"


def _create_orjson() -> Parser:
    module, name = _import_module("orjson")
    return Parser(name, module.loads)


def _create_msgspec() -> Parser:
    _, name = _import_module("msgspec")
    return Parser(name, importlib.import_module("msgspec.json").Decoder(float_hook=str).decode)


def _create_rapidjson() -> Parser:
    module, name = _import_module("rapidjson", "python-rapidjson")

    class Pairs(module.Decoder):
        def start_object(self) -> list[Any]:
            return []

    return Parser(name, Pairs(number_mode=module.NM_DECIMAL))


def _create_simplejson() -> Parser:
    module, name = _import_module("simplejson")
    hooked = {"parse_int": str, "parse_float": str, "object_pairs_hook": list}
    return Parser(name, lambda data: module.loads(data, **hooked))


def _create_jiter() -> Parser:
    module, name = _import_module("jiter")
    return Parser(name, lambda data: module.from_json(data, float_mode="lossless-float"))


def _create_simdjson() -> Parser:
    module, name = _import_module("simdjson", "pysimdjson")
    return Parser(name, lambda data: module.Parser().parse(data, recursive=True))


def _create_ujson() -> Parser:
    module, name = _import_module("ujson")
    return Parser(name, module.loads)


def can_keep_digits(parser: Parser) -> bool:
    """Whether every number comes back as it was sent."""
    found = parser.items(parser.read(f"[{','.join(NUMBERS)}]".encode()))
    return tuple(parser.text(one) for one in found) == NUMBERS


def can_keep_repeated(parser: Parser) -> bool:
    """Whether both values of a repeated name come back."""
    found = repr(parser.read(b'{"a":"first","a":"second"}'))
    return "first" in found and "second" in found


def can_keep_lone_surrogates(parser: Parser) -> bool:
    """Whether half a surrogate pair, which RFC 8259 allows, comes back."""
    return parser.items(parser.read(rb'["\ud800"]')) == ["\ud800"]


def build_rejection_check(*data: bytes) -> Callable[[Parser], bool]:
    """Build a check that each of these is rejected with an error of the parser's own."""

    def is_rejected(parser: Parser) -> bool:
        for one in data:
            try:
                parser.read(one)
            except RecursionError:
                return False
            except Exception:  # noqa: BLE001  # refused, by whatever name
                continue
            return False
        return True

    return is_rejected


def can_report_byte(parser: Parser) -> bool:
    """Whether the refusal names the byte (13), not the character (11) or nothing."""
    try:
        parser.read('{"a": "风", x}'.encode())
    except Exception as error:  # noqa: BLE001  # whatever it is called
        said = f"{error} {getattr(error, 'offset', '')}"
        return re.search(r"\b13\b", said) is not None
    return False


CHECKS: dict[str, Callable[[Parser], bool]] = {
    "digits": can_keep_digits,
    "repeated": can_keep_repeated,
    "halves": can_keep_lone_surrogates,
    "no NaN": build_rejection_check(b"[NaN]", b"[-Infinity]"),
    "UTF-8": build_rejection_check(b'["\xff"]', '{"a":1}'.encode("utf-16")),
    "whole": build_rejection_check(b"[1] x", b"[1,]", b""),
    "depth": build_rejection_check(b"[" * 100_000 + b"]" * 100_000),
    "byte": can_report_byte,
}


def format_answer(check: Callable[[Parser], bool], parser: Parser) -> str:
    """Format the outcome as plus or minus; rejecting what should be parsed is a minus."""
    try:
        return "+" if check(parser) else "-"
    except Exception:  # noqa: BLE001  # it does not read what it should
        return "-"


def measure_milliseconds(parser: Parser) -> float:
    """Measure the median of some rounds over an ordinary answer of a mebibyte."""
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        parser.read(DOCUMENT)
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent) / len(DOCUMENT) * (1 << 20)


def main() -> None:
    """Print one line for each parser."""
    print(f"{'':18}" + "".join(f"{name:>10}" for name in CHECKS) + "    ms/MiB")
    for parser in list_parsers():
        marks = "".join(f"{format_answer(ask, parser):>10}" for ask in CHECKS.values())
        print(f"{parser.name:18}{marks}{measure_milliseconds(parser):10.1f}")


if __name__ == "__main__":
    main()
