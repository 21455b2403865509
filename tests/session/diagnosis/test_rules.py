"""Every rule asked alone about every labelled answer: also the rules that another one comes before.

``rules.json`` holds what each says. After a change of rules or answers,
``python -m tests.session.diagnosis.test_rules`` writes it anew; what then differs is what the
change has done.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import pkgutil
from dataclasses import replace
from pathlib import Path
from types import GeneratorType
from typing import Any

import pytest

from inspector_app.session import diagnosis
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.rule_context import RuleContext
from inspector_app.session.diagnosis.verdict_model import Finding, Verdict
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, earlier_of, token_of

FILE = Path(__file__).parent / "rules.json"
PINNED = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
MODULES = [one.name for one in pkgutil.iter_modules(diagnosis.__path__)]


@functools.cache
def list_rules(module):
    """The functions and properties of a module that are asked about a context, by their names."""
    package = importlib.import_module(f"{diagnosis.__name__}.{module}")
    found: dict[str, Any] = {
        name: one
        for name, one in vars(package).items()
        if inspect.isfunction(one)
        and one.__module__ == package.__name__
        and list(inspect.signature(one).parameters) == ["context"]
    }
    if module == "rule_context":
        found |= {
            name: one.fget
            for name, one in vars(RuleContext).items()
            if isinstance(one, property) and one.fget is not None
        }
    return found


@functools.cache
def contexts():
    return {
        name: RuleContext.from_input(
            JudgeInput(
                analyzed_of(scenario),
                scenario.get("now", scenario.get("local_clock", NOW)),
                scenario.get("expected_organization", ""),
                token=token_of(scenario),
                earlier=earlier_of(scenario),
            )
        )
        for name, scenario in SCENARIOS.items()
    }


def describe(said):
    """What a rule says, in a few words: the texts themselves are pinned with the verdicts."""
    if isinstance(said, Verdict | Finding):
        return said.code.value
    if isinstance(said, GeneratorType | tuple | list):
        return ", ".join(str(describe(one)) for one in said)
    if said is None or isinstance(said, bool | int | float | str):
        return str(said)
    return type(said).__name__


def ask(rule):
    said: dict[str, list[str]] = {}
    for name, context in contexts().items():
        said.setdefault(describe(rule(context)), []).append(name)
    usual = max(said, key=lambda one: len(said[one]))
    return {"usual": usual} | {one: said[one] for one in sorted(said) if one != usual}


@pytest.mark.parametrize("module", [one for one in MODULES if list_rules(one)])
def test_each_rule_says_what_it_says_of_every_answer(module):
    assert {name: ask(rule) for name, rule in list_rules(module).items()} == PINNED[module]


@pytest.mark.parametrize("module", [one for one in MODULES if list_rules(one)])
@pytest.mark.parametrize("missing", ["document", "parsed", "lifetimes", "call_result"])
def test_no_rule_needs_what_may_be_missing(module, missing):
    """Of an answer any part may be unknown, as of a failure all of them are."""
    none = Failure(FailureKind.CANCELLED, Route("gateway.example.com"), NOW)
    for context in contexts().values():
        less = replace(context.analyzed, **{missing: none if missing == "call_result" else None})
        for rule in list_rules(module).values():
            describe(rule(replace(context, analyzed=less)))


if __name__ == "__main__":
    blocks = []
    for module in MODULES:
        lines = [
            f"    {json.dumps(name)}: {json.dumps(ask(rule), ensure_ascii=False)}"
            for name, rule in list_rules(module).items()
        ]
        if lines:
            blocks.append(f"  {json.dumps(module)}: {{\n" + ",\n".join(lines) + "\n  }")
    FILE.write_text("{\n" + ",\n".join(blocks) + "\n}\n", "utf-8")
