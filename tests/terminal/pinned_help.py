"""What the console app says of its commands, in commands.json: words, options, what they take.

After a change, ``python -m tests.terminal.pinned_help`` writes it anew; what then differs is what a
script or its author sees of the change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.terminal.command_line import program

if TYPE_CHECKING:
    import click

HELP_FILE = Path(__file__).with_name("commands.json")


def pin_commands(command: click.Command = program, path: str = "") -> dict[str, object]:
    """Each command below this one, by its words on the command line."""
    name = f"{path} {command.name}".strip()
    pinned: dict[str, object] = {
        name: {
            "help": command.help,
            "short": command.short_help,
            "epilog": command.epilog,
            "options": [pin_option(one) for one in command.params],
            "settings": {key: repr(value) for key, value in command.context_settings.items()},
        }
    }
    for one in getattr(command, "commands", {}).values():
        pinned |= pin_commands(one, name)
    return pinned


def pin_option(option: click.Parameter) -> dict[str, object]:
    """All that tells how an option is given."""
    kind = {key: repr(value) for key, value in sorted(vars(option.type).items())}
    return {
        "opts": option.opts,
        "help": getattr(option, "help", None),
        "type": f"{type(option.type).__name__} {kind}",
        "default": repr(option.default),
        "is_flag": getattr(option, "is_flag", None),
        "show_default": getattr(option, "show_default", None),
        "multiple": option.multiple,
        "required": option.required,
        "metavar": option.metavar,
        "completes": getattr(option, "_custom_shell_complete", None) is not None,
    }


def main() -> None:
    """Write all that is pinned anew."""
    text = json.dumps(pin_commands(), ensure_ascii=False, indent=2)
    HELP_FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
