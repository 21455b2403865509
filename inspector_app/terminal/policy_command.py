"""The command ``policies show``: what an administrator has set, and whether it is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import tr
from inspector_app.settings.policies import (
    MAX_SIZE,
    find_policy_mistakes,
    format_value,
    parse_policies,
)
from inspector_app.system.paths import get_directories
from inspector_app.terminal import administrator_files
from inspector_app.terminal.environment_commands import print_rows
from inspector_app.terminal.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inspector_app.settings.policies import Policies


def show_policies(path: Path | None, *, is_draft: bool) -> ExitCode:
    """Print each policy with its value and whether it is forced, then what is wrong with the file.

    ``path`` None means the file that the app reads; where there is none, nothing is set.

    Returns:
        VALID where nothing is wrong, COMMAND_FAILED otherwise.

    Raises:
        CommandError: if the named file is not there, or cannot be read.
    """
    checked = path or get_directories().policy_files[0]
    if path is None and not checked.exists():
        administrator_files.print_lines(
            [tr("Nothing is set: there is no {path}.", path=str(checked))]
        )
        return ExitCode.VALID
    data, distrust = administrator_files.read_checked(checked, MAX_SIZE, is_draft=is_draft)
    mistakes = find_policy_mistakes(data)
    if not distrust and not any(one.is_fatal for one in mistakes):
        print_rows(list(_iter_rows(parse_policies(data))))
    return administrator_files.print_findings(checked, distrust, mistakes)


def _iter_rows(policies: Policies) -> Iterator[tuple[str, ...]]:
    for kind, values in (("forced", policies.forced), ("default", policies.default)):
        for policy, value in values.items():
            yield policy.value, format_value(value), kind
