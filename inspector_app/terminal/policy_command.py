"""The command ``policies show``: what an administrator has set, and whether it is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import tr
from inspector_app.settings import policy_sources
from inspector_app.settings.policies import (
    MAX_SIZE,
    Policies,
    find_policy_mistakes,
    format_value,
    format_without_line,
    parse_policies,
)
from inspector_app.system.paths import get_directories
from inspector_app.terminal import administrator_files
from inspector_app.terminal.environment_commands import print_rows
from inspector_app.terminal.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inspector_app.settings.policy_sources import PolicySource


def show_policies(path: Path | None, *, is_draft: bool) -> ExitCode:
    """Print each policy with its value and whether it is forced, then what is wrong.

    ``path`` None means all places that the app reads, each of which is named with what it sets.

    Returns:
        VALID where nothing is wrong, COMMAND_FAILED otherwise.

    Raises:
        CommandError: if the named file is not there, or cannot be read.
    """
    if path is None:
        return _show_all()
    data, distrust = administrator_files.read_checked(path, MAX_SIZE, is_draft=is_draft)
    mistakes = find_policy_mistakes(data)
    if not distrust and not any(one.is_fatal for one in mistakes):
        print_rows(list(_iter_rows(parse_policies(data))))
    return administrator_files.print_findings(path, distrust, mistakes)


def _show_all() -> ExitCode:
    file = get_directories().policy_files[0]
    sources = policy_sources.load_sources(get_directories())
    print_rows(list(_iter_placed_rows(sources)))
    code = max(_print_findings(one) for one in sources[:-1]) if sources[:-1] else ExitCode.VALID
    if file.exists():
        data, distrust = administrator_files.read_checked(file, MAX_SIZE, is_draft=False)
        found = find_policy_mistakes(data)
        return max(code, administrator_files.print_findings(file, distrust, found))
    if len(sources) == 1:
        administrator_files.print_lines([tr("Nothing is set: there is no {path}.", path=str(file))])
    return code


def _iter_placed_rows(sources: tuple[PolicySource, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what is in force: of each policy the row of the first place that sets it."""
    seen: set[tuple[str, str]] = set()
    for source in sources:
        for name, value, kind in _iter_rows(source.policies):
            if (name, kind) not in seen:
                yield name, value, kind, source.place
            seen.add((name, kind))


def _iter_rows(policies: Policies) -> Iterator[tuple[str, str, str]]:
    for kind, values in (("forced", policies.forced), ("default", policies.default)):
        for policy, value in values.items():
            yield policy.value, format_value(value), kind


def _print_findings(source: PolicySource) -> ExitCode:
    """Print what is wrong in a place that is no file of an administrator's own hand."""
    said = [source.notice] if source.notice is not None and not source.mistakes else []
    said += [
        tr("{place}: {why}", place=source.place, why=format_without_line(one))
        for one in source.mistakes
    ]
    administrator_files.print_lines(said)
    return ExitCode.COMMAND_FAILED if said else ExitCode.VALID
