"""What a terminal shows of saved answers, in screens.json: signs, colours, columns and folds.

After a change, ``TZ=UTC python -m tests.terminal.pinned_screens`` writes it anew; what then differs
is what a person sees of the change.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from inspector_app import __version__
from tests.session.answers import DATE, SUCCESS, changed
from tests.terminal.console import Terminal, enos

SCREENS_FILE = Path(__file__).with_name("screens.json")
HEAD = f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\n\r\n"
ANSWERS = {
    "valid": SUCCESS,
    "long": changed("success", {"session.user.name": "风电场 " + "very long name " * 9}),
    "refused": changed("refusal", {"status": 30401}),
    "disabled": changed("success", {"session.user.state": 1}),
    "hurried": changed("success", {"session.expires": 400}),
}
SIZES = {"wide": ("100", ""), "narrow": ("40", ""), "plain": ("72", "1")}
"""Columns and ``NO_COLOR``."""


def pin_screens() -> dict[str, list[str]]:
    """What is shown of each answer at each size, by line; the zone of the variable TZ is UTC."""
    pinned = {}
    for name, answer in ANSWERS.items():
        for size, (columns, no_colour) in SIZES.items():
            os.environ.update(COLUMNS=columns, NO_COLOR=no_colour, TERM="xterm-256color")
            given = (HEAD + json.dumps(answer)).encode()
            options = ("read", "-", "--level", "secrets", "--expect-organization", "o1")
            ended = enos(*options, given=given, to_kind=Terminal)
            shown = ended.out.decode().replace(__version__, "VERSION")
            pinned[f"{name}, {size}"] = [str(ended.code), *shown.splitlines()]
    return pinned


def main() -> None:
    """Write all that is pinned anew."""
    text = json.dumps(pin_screens(), ensure_ascii=False, indent=2)
    SCREENS_FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
