"""Parses what the calls about organizations answer: one organization, or a user's list of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject
from inspector_app.session.parsing.listed_members import get_only, has_other_pages
from inspector_app.session.parsing.organization_fields import STATE_DISABLED, STATE_QUIT
from inspector_app.session.parsing.parsed_answer import ParsedField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.path import Path

ValueT = TypeVar("ValueT")

ORGANIZATION_MEMBER: Final = "organization"
"""EnOS documentation 2.1-2.4, Get Organization: the member that holds it."""

ORGANIZATIONS_MEMBER: Final = "organizations"
"""EnOS documentation 2.1-2.4, List Organizations of a User: the member that holds them."""


@dataclass(frozen=True, slots=True)
class OrganizationInfo:
    """What is known of an organization; numbers as in ``documented_fields``."""

    path: Path
    id: ParsedField[str]
    state: ParsedField[int]
    approval_state: ParsedField[int]
    owner_id: ParsedField[str]


@dataclass(frozen=True, slots=True)
class OrganizationList:
    """The organizations of a user.

    ``rows_by_id`` and ``rows_by_name`` (case folded) give the row of each; of two with one name the
    first that can be used. ``unusable_rows`` are of those that are disabled or have quit.
    ``is_whole`` says that each row has an id and that no other page is spoken of, so that one that
    is missing is not in the list. ``labels`` has the id of each row, else its name, else nothing.
    """

    path: Path
    count: int
    rows_by_id: Mapping[str, int] = field(repr=False)
    rows_by_name: Mapping[str, int] = field(repr=False)
    labels: tuple[str, ...] = field(repr=False)
    unusable_rows: frozenset[int] = field(default=frozenset(), repr=False)
    is_whole: bool = True

    def find_row(self, id_or_name: str) -> int | None:
        """The row of the organization with that id, or that name in any case."""
        wanted = id_or_name.strip()
        row = self.rows_by_id.get(wanted)
        return row if row is not None else self.rows_by_name.get(wanted.casefold())


def parse_organization_info(root: JsonObject, base: Path) -> OrganizationInfo | None:
    """The organization in an answer to Get Organization; None where it holds none.

    ``base`` is what its paths begin with.
    """
    value = get_only(root, ORGANIZATION_MEMBER)
    if not isinstance(value, JsonObject) or not value.members:
        return None
    path = (*base, ORGANIZATION_MEMBER)

    def parse(name: str, parse_value: Callable[[Json], ValueT | None]) -> ParsedField[ValueT]:
        """The field, without a value where it came more than once with different ones."""
        values = {parse_value(one) for member, one in value.members if member == name}
        agreed = values.pop() if len(values) == 1 else None
        return ParsedField((*path, name) if name in value.names else None, agreed)

    return OrganizationInfo(
        path,
        parse("id", _parse_id),
        parse("state", scalars.parse_integer),
        parse("approvalState", scalars.parse_integer),
        parse("ownerId", _parse_id),
    )


def parse_organization_list(
    root: JsonObject, base: Path, envelope: JsonObject | None = None
) -> OrganizationList | None:
    """The list in an answer to List Organizations of a User; None where it holds none.

    ``envelope`` is the object that ``root`` stands in, where it does in one.
    """
    value = get_only(root, ORGANIZATIONS_MEMBER)
    if not isinstance(value, JsonArray):
        return None
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    labels: list[str] = []
    unusable: set[int] = set()
    is_whole = not has_other_pages((root, envelope or root), len(value.items))
    for row, item in enumerate(value.items):
        check_interruption()
        content = item if isinstance(item, JsonObject) else JsonObject()
        identifier = _parse_id(content.get("id"))
        is_whole = is_whole and identifier is not None
        if identifier is not None:
            ids.setdefault(identifier, row)
        if scalars.parse_integer(content.get("state")) in {STATE_DISABLED, STATE_QUIT}:
            unusable.add(row)
        name = content.get("name")
        if isinstance(name, str) and name.strip():
            folded = name.strip().casefold()
            if names.setdefault(folded, row) in unusable:
                names[folded] = row
        labels.append(identifier or (name if isinstance(name, str) else ""))
    return OrganizationList(
        (*base, ORGANIZATIONS_MEMBER),
        len(value.items),
        ids,
        names,
        tuple(labels),
        frozenset(unusable),
        is_whole,
    )


def _parse_id(value: Json) -> str | None:
    return scalars.parse_text(value) or None
