"""Parses what the portal answers about a user's applications: their list, and access to one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject
from inspector_app.session.parsing.listed_members import get_only, has_other_pages
from inspector_app.session.parsing.portal_session import DATA_MEMBER
from inspector_app.session.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inspector_app.session.path import Path

APPLICATIONS_MEMBER: Final = "apps"
"""EnOS documentation of the Application Portal: the member that holds the applications."""

MENUS_MEMBER: Final = "menus"
PERMISSIONS_MEMBER: Final = "permissions"
"""EnOS documentation of the Application Portal: what the user has in an application."""

_NAMES: Final = ("displayName", "name")
_KEYS: Final = ("identifier", "code", "id")
_CHILDREN: Final = "children"
_MAX_ENTRY_NAME: Final = 100
"""Characters of a menu's name where several stand in one line."""


@dataclass(frozen=True, slots=True)
class PortalApplication:
    """An application of the organization's list.

    ``keys`` are the texts by which it is told from others, the likeliest AccessKey first: which of
    them that is, the documentation does not say. ``is_switched_on`` is None where the list does not
    tell; whether it rests on a flag or on a number says ``provenance``.
    """

    row: int
    name: str
    identifier: str
    keys: tuple[str, ...]
    type: int | None
    is_switched_on: bool | None
    provenance: Provenance = Provenance.DOCUMENTED

    @property
    def title(self) -> str:
        """What it is called: its name, else what it is told from others by."""
        return self.name or self.identifier or next(iter(self.keys), "")


@dataclass(frozen=True, slots=True)
class ApplicationList:
    """The applications of the current organization, each at its row.

    ``is_whole`` says that each row has a name or an identifier and that no other page is spoken of,
    so that one that is missing is not in the list.
    """

    path: Path
    applications: tuple[PortalApplication, ...] = field(repr=False)
    rows_by_text: Mapping[str, tuple[int, ...]] = field(repr=False)
    is_whole: bool = True

    def find_all(self, name_or_key: str) -> tuple[PortalApplication, ...]:
        """Those of that identifier, code or id, else those of that name in any case."""
        wanted = name_or_key.strip()
        if not wanted:
            return ()
        rows = self.rows_by_text.get(_KEY_MARK + wanted)
        rows = rows or self.rows_by_text.get(wanted.casefold(), ())
        return tuple(self.applications[row] for row in rows)


@dataclass(frozen=True, slots=True)
class ApplicationAccess:
    """What the user has in one application: how many menus, at every depth, and permissions."""

    path: Path
    menus: int
    permissions: int

    @property
    def is_empty(self) -> bool:
        """Whether the user has nothing in it."""
        return not self.menus and not self.permissions


_KEY_MARK: Final = "\0"
"""Before a text by which an application is told from others: its name may be another's key."""


def find_data(root: JsonObject, names: frozenset[str]) -> tuple[Path, JsonObject]:
    """The object that holds the members of these names: ``data``, or the envelope itself."""
    data = get_only(root, DATA_MEMBER)
    if isinstance(data, JsonObject) and (data.names & names or not root.names & names):
        return (DATA_MEMBER,), data
    return (), root


def parse_application_list(root: JsonObject, base: Path) -> ApplicationList | None:
    """The list in an answer to user/app/list; None where it holds none."""
    path, content = find_data(root, frozenset({APPLICATIONS_MEMBER}))
    value = get_only(content, APPLICATIONS_MEMBER)
    if not isinstance(value, JsonArray):
        return None
    rows: dict[str, list[int]] = defaultdict(list)
    found = []
    is_whole = not has_other_pages((root, content), len(value.items))
    for row, item in enumerate(value.items):
        check_interruption()
        application = _parse_application(row, item)
        found.append(application)
        is_whole = is_whole and bool(application.title)
        names = item if isinstance(item, JsonObject) else JsonObject()
        for key in application.keys:
            rows[_KEY_MARK + key].append(row)
        folded = {_get_text(names, name).strip().casefold() for name in _NAMES}
        for text in folded - {""}:
            rows[text].append(row)
    return ApplicationList(
        (*base, *path, APPLICATIONS_MEMBER),
        tuple(found),
        {text: tuple(dict.fromkeys(listed)) for text, listed in rows.items()},
        is_whole,
    )


def parse_application_access(root: JsonObject, base: Path) -> ApplicationAccess | None:
    """What an answer to user/app/resource/info gives the user; None where it holds neither list.

    EnOS documentation of the Application Portal: the lists are empty where the user has none.
    """
    path, content = find_data(root, frozenset({MENUS_MEMBER, PERMISSIONS_MEMBER}))
    menus, permissions = get_only(content, MENUS_MEMBER), get_only(content, PERMISSIONS_MEMBER)
    if not isinstance(menus, JsonArray) and not isinstance(permissions, JsonArray):
        return None
    count = len(permissions.items) if isinstance(permissions, JsonArray) else 0
    return ApplicationAccess((*base, *path), _count_menus(menus), count)


def iter_entry_names(root: JsonObject, member: str) -> Iterator[str]:
    """The names of the menus or permissions in an answer, each menu before those below it.

    One that stands below another is named with what it stands below. Long names are cut off: each
    is repeated in all that is below it.
    """
    _, content = find_data(root, frozenset({MENUS_MEMBER, PERMISSIONS_MEMBER}))
    waiting: list[tuple[str, Json]] = [("", content.get(member))]
    while waiting:
        above, current = waiting.pop()
        if isinstance(current, JsonArray):
            waiting += [(above, item) for item in reversed(current.items)]
        elif isinstance(current, JsonObject):
            check_interruption()
            own = _get_text(current, "name") or _get_text(current, "identifier")
            name = f"{above} > {own[:_MAX_ENTRY_NAME]}" if above else own[:_MAX_ENTRY_NAME]
            yield name
            waiting.append((name, current.get(_CHILDREN)))


def _count_menus(value: Json) -> int:
    count, waiting = 0, [value]
    while waiting:
        check_interruption()
        current = waiting.pop()
        for item in current.items if isinstance(current, JsonArray) else ():
            count += 1
            if isinstance(item, JsonObject):
                waiting.append(item.get(_CHILDREN))
    return count


def _parse_application(row: int, item: Json) -> PortalApplication:
    content = item if isinstance(item, JsonObject) else JsonObject()
    names = (_get_text(content, name) for name in _NAMES)
    keys = (_get_text(content, name) for name in _KEYS)
    is_on, provenance = _parse_switch(content.get("status"))
    return PortalApplication(
        row,
        name=next((name for name in names if name.strip()), ""),
        identifier=_get_text(content, "identifier"),
        keys=tuple(dict.fromkeys(key for key in keys if key)),
        type=scalars.parse_integer(content.get("type")),
        is_switched_on=is_on,
        provenance=provenance,
    )


def _parse_switch(status: Json) -> tuple[bool | None, Provenance]:
    """Documented is that ``status`` tells it; that 1 and 0 stand for on and off is inferred."""
    is_flag = isinstance(status, bool | str)
    return scalars.parse_boolean(status), Provenance.DOCUMENTED if is_flag else Provenance.INFERRED


def _get_text(content: JsonObject, name: str) -> str:
    return scalars.parse_text(content.get(name)) or ""
