"""What is pinned of a reading: all that is told of it, by line, in readings.json.

The samples are read as they are, with the token cut, and beside the next sample. After a change of
words or readers, ``python -m tests.gateway.pasted.pinned_readings`` writes all anew; what then
differs is what the change has done, and is to be read line by line.
"""

from __future__ import annotations

import json
from pathlib import Path

from inspector_app.gateway.pasted.every_token import read_every
from inspector_app.gateway.pasted.places import describe_place
from inspector_app.gateway.token_text import read
from tests.gateway.pasted.specimens import SPECIMENS

FOLDER = Path(__file__).parent
READINGS_FILE = FOLDER / "readings.json"
SAMPLES = {
    sample["name"]: (sample["text"], sample["token"])
    for sample in json.loads((FOLDER / "samples.json").read_text(encoding="utf-8"))
}
CUT = 24


def pin_every_reading() -> dict[str, list[str]]:
    """Everything that readings.json holds, as the app reads it now."""
    return {name: pin_sample(name) for name in [*SAMPLES, *SPECIMENS]}


def pin_sample(name: str) -> list[str]:
    """The readings of one sample; a specimen is read as it is."""
    if name in SPECIMENS:
        return pin_text(SPECIMENS[name])
    text, token = SAMPLES[name]
    names = list(SAMPLES)
    following, _ = SAMPLES[names[(names.index(name) + 1) % len(names)]]
    pinned = pin_text(text)
    if token is not None and token in text:
        pinned += ["cut:", *pin_reading(text.replace(token, f"{token[:CUT]}\u2026"))]
    return [*pinned, "beside the next:", *pin_reading(f"{text}\n\n{following}")]


def pin_text(text: str) -> list[str]:
    """What is read where one token is looked for, and where all are."""
    return [*pin_reading(text), *pin_tokens(text)]


def pin_reading(text: str) -> list[str]:
    """The problem or the token, the notes, the host, and the tokens to choose from."""
    reading = read(text)
    lines = [f"problem: {reading.problem}"] if reading.problem else []
    lines += [f"token: {reading.token.fingerprint}"] if reading.token else []
    lines += [f"note: {note}" for note in reading.notes]
    lines += [f"host: {reading.host}"] if reading.host else []
    for one in reading.candidates:
        complete = {True: "whole", False: "cut", None: "?"}[one.is_complete]
        lines.append(f"- {one.fingerprint} {complete} {describe_place(one)}")
        lines += [f"  {line.number}: {line.text}" for line in one.lines]
    return lines


def pin_tokens(text: str) -> list[str]:
    """What is found where every token of a text is asked for."""
    every = read_every(text)
    lines = [f"every problem: {every.problem}"] if every.problem else []
    lines += [f"every: {one.fingerprint} {describe_place(one)}" for one in every.tokens]
    lines += [f"damaged: {one.line} {one.problem}" for one in every.damaged]
    return lines


def main() -> None:
    """Write all that is pinned anew."""
    text = json.dumps(pin_every_reading(), ensure_ascii=False, indent=2)
    READINGS_FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
