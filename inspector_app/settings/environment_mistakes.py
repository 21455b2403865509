"""What the file of machine-wide environments may hold, and the mistakes in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import MAX_NAME_LENGTH, CompanionMode, ProxyMode
from inspector_app.settings.environment_tier import EnvironmentTier
from inspector_app.settings.file_mistakes import (
    Mistake,
    ValueRule,
    find_mistakes,
    get_items,
    get_members,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inspector_app.settings.located_json import LocatedValue

FILE_VERSION: Final = 1
_TEXT: Final = ValueRule((str,))
_AUTHORIZATION: Final = ValueRule(
    (str, type(None)), choices=tuple(one.value for one in AuthorizationScheme)
)
_TIER: Final = ValueRule(
    (str,),
    choices=tuple(one.value for one in EnvironmentTier if one is not EnvironmentTier.DEMO),
    is_open=True,
)
FILE_RULE: Final = ValueRule(
    (dict,),
    members={
        "$schema": _TEXT,
        "version": ValueRule((int,), choices=(FILE_VERSION,)),
        "environments": ValueRule(
            (list,),
            items=ValueRule(
                (dict,),
                members={
                    "id": _TEXT,
                    "name": ValueRule((str,), min_length=1, max_length=MAX_NAME_LENGTH),
                    "address": _TEXT,
                    "tier": _TIER,
                    "confirm_calls": ValueRule((bool,)),
                    "more_about_user": ValueRule(
                        (str,), choices=tuple(one.value for one in CompanionMode), is_open=True
                    ),
                    "connection": ValueRule(
                        (dict,),
                        members={
                            "ca_file": _TEXT,
                            "proxy": ValueRule(
                                (str,), choices=tuple(one.value for one in ProxyMode)
                            ),
                            "proxy_address": _TEXT,
                            "proxy_user": _TEXT,
                            "authorization": _AUTHORIZATION,
                            "access_key": _TEXT,
                            "accepted": _AUTHORIZATION,
                            "client_certificate": _TEXT,
                            "client_key": _TEXT,
                        },
                    ),
                },
                required=("name", "address"),
            ),
        ),
    },
    required=("version", "environments"),
)
"""What the file may hold; ``docs/environments.schema.json`` says the same for editors."""


def find_environment_mistakes(data: bytes) -> list[Mistake]:
    """Find the mistakes in such a file; it is used if none is fatal."""
    document, mistakes = find_mistakes(data, FILE_RULE)
    if document is not None:
        listed = get_members(document).get("environments")
        mistakes += _find_duplicates(get_items(listed) if listed else ())
    return mistakes


def _find_duplicates(listed: Sequence[LocatedValue]) -> Iterator[Mistake]:
    for name, text in (
        ("name", tr("Another environment has this name.")),
        ("id", tr("Another environment has this id.")),
    ):
        seen: set[str] = set()
        for index, one in enumerate(listed):
            member = get_members(one).get(name)
            if member is None or not isinstance(member.value, str) or not member.value:
                continue
            value = " ".join(member.value.split()).casefold() if name == "name" else member.value
            if value in seen:
                yield Mistake(f"environments[{index}].{name}", member.line, text)
            seen.add(value)
