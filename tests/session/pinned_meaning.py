"""What a labelled answer pins of its verdict, and the words, which stand once: in words.json.

So does failures.json for each way in which there is no answer. After a change of words or rules,
``python -m tests.session.pinned_meaning`` writes all anew; what then differs is what the change has
done, and is to be read line by line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.reply_tables import FINDING_REPLIES, VERDICT_REPLIES
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route
from inspector_app.session.path import format_dotted
from inspector_app.session.translatable_text import Text

FOLDER = Path(__file__).parent
WORDS_FILE = FOLDER / "words.json"
FAILURES_FILE = FOLDER / "failures.json"
WORDS = json.loads(WORDS_FILE.read_text(encoding="utf-8")) if WORDS_FILE.exists() else {}
"""The English template of each text, by the key under which the labelled answers name it."""

KEYS = {words: key for key, words in WORDS.items()}
REPLIES = {reply: f"to {one.value}" for one, reply in VERDICT_REPLIES.items()} | {
    reply: f"to the finding {one.value}" for one, reply in FINDING_REPLIES.items()
}
KEY_WORDS = 8


def pin_verdict(verdict) -> dict[str, Any]:
    """All that a verdict says and asks for, each text by its key and the values put into it."""
    return {
        "code": verdict.code.value,
        "severity": verdict.severity.value,
        "provenance": verdict.provenance.value,
        "action": verdict.action and verdict.action.value,
        "sentence": pin_text(verdict.sentence),
        "detail": pin_text(verdict.detail),
        "next_step": pin_text(verdict.next_step),
        "evidence": [format_dotted(path) for path in verdict.evidence],
        "steps": pin_steps(verdict.steps),
        "reply": verdict.reply and REPLIES[verdict.reply],
        "findings": [pin_finding(finding) for finding in verdict.findings],
    }


def pin_finding(finding) -> dict[str, Any]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "provenance": finding.provenance.value,
        "sentence": pin_text(finding.sentence),
        "evidence": [format_dotted(path) for path in finding.evidence],
        "steps": pin_steps(finding.steps),
    }


def pin_steps(steps) -> list[str]:
    return [f"{step.actor.value}: {pin_text(step.text)}" for step in steps]


def pin_text(text: Text) -> Any:
    """The key of a text, with its values if it has any; of one without a key, its words."""
    key = KEYS.get(text.template, text.template)
    values = {name: pin_text(one) if isinstance(one, Text) else one for name, one in text.values}
    return [key, values] if values else key


def name_words(template: str) -> str:
    """A key for new words: their first ones, and a number where others begin so too."""
    plain = re.sub(r"[’']", "", template.lower())
    stem = "_".join(re.findall(r"[a-z0-9]+", plain)[:KEY_WORDS]) or "empty"
    number = next(n for n in range(1, 99) if stem + (f"_{n}" if n > 1 else "") not in WORDS)
    return stem + (f"_{number}" if number > 1 else "")


def name_all(verdict) -> None:
    """Give each text of a verdict that has no key one of its own."""
    said = [verdict, *verdict.findings]
    texts = [verdict.detail, verdict.next_step, *(one.sentence for one in said)]
    texts += [step.text for one in said for step in one.steps]
    while texts:
        text = texts.pop(0)
        texts += [one for _, one in text.values if isinstance(one, Text)]
        if text.template not in KEYS:
            KEYS[text.template] = name_words(text.template)
            WORDS[KEYS[text.template]] = text.template


def judge_failures() -> dict[str, Any]:
    """The verdict on each kind of failure in each phase, and by a proxy where it may be its own."""
    places: list[tuple[Phase | None, str | None]] = [(phase, None) for phase in (None, *Phase)]
    places += [(phase, "proxy.example.com:3128") for phase in (Phase.CONNECT, Phase.WAIT)]
    return {
        " ".join(
            (kind.value, phase.value if phase else "-", *(["by proxy"] if proxy else []))
        ): judge(
            JudgeInput(
                analyze_answer(
                    Failure(kind, Route("gateway.example.com", proxy, "System"), 1.8e9, phase)
                ),
                1.8e9,
            )
        )
        for kind in FailureKind
        for phase, proxy in places
    }


def is_used(key: str, pinned: str) -> bool:
    """Whether what is pinned, as JSON, names a key: alone, or after the actor of a step."""
    return f'"{key}"' in pinned or f': {key}"' in pinned


def write_anew() -> None:
    """Write what each labelled answer pins, and the words that they use."""
    from tests.session.test_labelled_answers import FILES, judge_labelled

    used = ""
    for file in FILES:
        scenario = json.loads(file.read_text(encoding="utf-8"))
        verdict = judge_labelled(scenario)
        name_all(verdict)
        scenario["expected"] = pin_verdict(verdict)
        used += json.dumps(scenario["expected"])
        file.write_text(json.dumps(scenario, indent=2, ensure_ascii=False) + "\n", "utf-8")
    lines = []
    for name, verdict in judge_failures().items():
        name_all(verdict)
        pinned = json.dumps(pin_verdict(verdict), ensure_ascii=False)
        lines.append(f"  {json.dumps(name)}: {pinned}")
        used += pinned
    FAILURES_FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    kept = {key: WORDS[key] for key in sorted(WORDS) if is_used(key, used)}
    WORDS_FILE.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    write_anew()
