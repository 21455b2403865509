"""Strategies for documents that drifted: documented names, hostile values, any nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.path import Path

from tests.session.answers import CREDENTIAL

NAMES = sorted(
    {name for place in ObjectType for known in list_fields(place) for name in known.names}
    | {"business", "data", "request_id", "token", "organizations", "x", "", CREDENTIAL}
)
NUMBERS = [
    *("0", "1", "2", "-1", "0.0", "2.5", "7", "-0", "1e0", "1E400", "-1E400", "1e-400", "1E29"),
    *("401", "404", "30401", "30404", "1002", "4011", "99403", "99500", "429", "500"),
    *("7200", "1562849746", "1562850052", "1562849746000", "1.601192046E12", "1e11", "99999999999"),
    *("253402300799", "9223372036854775807", "9223372036854775808", "1" * 300, "0." + "1" * 300),
]
TEXTS = [
    *("", "0", "1", "true", "MEDIUM", "30404", "1562849746", "nan", "inf", "Infinity", "\uff11"),
    *("2019-05-14 08:33:19.0", "2019-02-30 00:00:00", "9999-12-31 23:59:59+99:99", "0001-01-01"),
    *("{x}", "{0}", "{", "%s", "<b>x</b>", "\ud800", "\u202e", "\x00\n", "=1+1", "u15578227990211"),
    *("Organization does not exist", "IP address", CREDENTIAL, f"no session {CREDENTIAL} here"),
]


def scalars() -> st.SearchStrategy:
    return (
        st.none()
        | st.booleans()
        | st.sampled_from(NUMBERS).map(JsonNumber)
        | st.sampled_from(TEXTS)
        | st.text(max_size=20)
    )


def documents() -> st.SearchStrategy:
    return st.recursive(scalars(), _containers, max_leaves=15)


def _containers(inner: st.SearchStrategy) -> st.SearchStrategy:
    names = st.sampled_from(NAMES) | st.text(max_size=5)
    members = st.lists(st.tuples(names, inner), max_size=8)
    return (
        st.lists(inner, max_size=5).map(lambda items: JsonArray(tuple(items)))
        | members.map(lambda pairs: JsonObject(tuple(pairs)))
        | st.tuples(members, inner, inner).map(_with_session)
    )


def _with_session(parts: tuple[Any, Any, Any]) -> JsonObject:
    members, session, user = parts
    inner = session.members if isinstance(session, JsonObject) else (("id", session),)
    return JsonObject((*members, ("session", JsonObject((*inner, ("user", user))))))


def leaves(value: Json, path: Path = ()) -> list[tuple[Path, Json]]:
    """Every value that holds no others, with its path."""
    match value:
        case JsonObject(members) if members:
            pairs: list[tuple[str | int, Json]] = list(members)
        case JsonArray(items) if items:
            pairs = list(enumerate(items))
        case _:
            return [(path, value)]
    return [leaf for name, inner in pairs for leaf in leaves(inner, (*path, name))]
