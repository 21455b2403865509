"""All places where an administrator may have set policies, and what of them is in force.

The system's own management comes first: a group policy on Windows, a profile on macOS; then the
file. Where two places set the same policy, the first one counts.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from inspector_app.settings import policies
from inspector_app.settings.machine_environments import explain_unread
from inspector_app.settings.policies import FILE_RULE, NO_POLICIES, Policies, Policy
from inspector_app.system.managed_policies import read_policy_key, read_policy_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.file_mistakes import Mistake, ValueRule
    from inspector_app.system.managed_policies import ManagedPolicies
    from inspector_app.system.paths import Directories


class PolicySource(NamedTuple):
    """What one place sets.

    Attributes:
        place: where, for people.
        policies: what it sets; nothing where it is not usable.
        notice: why it is not usable; None where it is.
        mistakes: what is wrong in it; of a file, ``policies show`` finds them itself.
    """

    place: str
    policies: Policies
    notice: Text | None = None
    mistakes: tuple[Mistake, ...] = ()


def load_policies(directories: Directories) -> tuple[Policies, Text | None]:
    """Load what is in force, and a notice about the first place that is not usable."""
    sources = load_sources(directories)
    notices = [one.notice for one in sources if one.notice is not None]
    return merge_policies(one.policies for one in sources), notices[0] if notices else None


def load_sources(directories: Directories) -> tuple[PolicySource, ...]:
    """Load each place on its own, the one that counts first before the others."""
    found, notice = policies.load(directories.policy_files, directories.administrators)
    file = PolicySource(str(next(iter(directories.policy_files), "")), found, notice)
    return (*_iter_managed(directories), file)


def merge_policies(parts: Iterable[Policies]) -> Policies:
    """Merge what several places set; of two the first counts, and a forced value always."""
    forced: dict[Policy, Any] = {}
    default: dict[Policy, Any] = {}
    for part in parts:
        forced = {**part.forced, **forced}
        default = {**part.default, **default}
    return Policies(MappingProxyType(forced), MappingProxyType(default))


def parse_managed(managed: ManagedPolicies) -> PolicySource:
    """Parse values of the registry or a property list, which have no null and few types.

    A number 1 or 0 is also true or false, and 0 is *never* where a count may be that.
    """
    document = {"version": 1, **{name: _adapt(name, one) for name, one in managed.parts.items()}}
    data = json.dumps(document, default=lambda _other: []).encode()
    mistakes = tuple(policies.find_policy_mistakes(data))
    fatal = next((one for one in mistakes if one.is_fatal), None)
    if fatal is None:
        return PolicySource(managed.place, policies.parse_policies(data), mistakes=mistakes)
    notice = policies.format_notice(managed.place, policies.format_without_line(fatal))
    return PolicySource(managed.place, NO_POLICIES, notice, mistakes)


def _iter_managed(directories: Directories) -> Iterator[PolicySource]:
    if directories.policy_key:
        try:
            key = read_policy_key(directories.policy_key)
        except OSError as error:
            yield _refuse(rf"HKLM\{directories.policy_key}", error)
        else:
            if key is not None:
                yield parse_managed(key)
    for path in directories.policy_profiles:
        try:
            profile = read_policy_profile(path, directories.administrators)
        except (OSError, ValueError) as error:
            yield _refuse(str(path), error)
        else:
            if profile is not None:
                yield parse_managed(profile)


def _refuse(place: str, error: OSError | ValueError) -> PolicySource:
    return PolicySource(place, NO_POLICIES, policies.format_notice(place, explain_unread(error)))


def _adapt(part: str, values: object) -> object:
    rule = FILE_RULE.members.get(part)
    if rule is None or not isinstance(values, dict):
        return values
    return {str(name): _adapt_value(rule.members, str(name), one) for name, one in values.items()}


def _adapt_value(rules: Mapping[str, ValueRule], name: str, value: object) -> object:
    types = rules[name].types if name in rules else ()
    if bool in types and type(value) is int and value in {0, 1}:
        return bool(value)
    if type(None) in types and type(value) is int and value == 0:
        return None
    return value
