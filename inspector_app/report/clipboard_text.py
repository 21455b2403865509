"""Formats rows of the answer tree for the clipboard, with credentials masked.

Only ``find_credential`` returns a credential, for the one action that is named for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.redaction import mask_credentials, mask_json
from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session import time_format
from inspector_app.session.credentials import Credentials, is_masked
from inspector_app.session.parsing import timestamps
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.path import format_dotted, format_json_path, format_json_pointer
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation.outline import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

    from inspector_app.session.parsing.json_document import JsonDocument
    from inspector_app.session.path import Path
    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text

_NO_CREDENTIALS: Final = Credentials()
_TIME_SUFFIXES: Final = ("Time", "time", "At", "_at")
"""Suffixes of the names of fields that hold a timestamp: all documented ones have one."""

_MADE_BY_APP: Final = frozenset({NodeKind.GROUP, NodeKind.UNSET, NodeKind.RANGE})
_CONTAINER_KINDS: Final = _MADE_BY_APP | {NodeKind.OBJECT, NodeKind.ARRAY}


def has_value(node: Node) -> bool:
    """Whether the row has a value of its own and is no heading of child rows."""
    return bool(node.raw) or node.kind not in _CONTAINER_KINDS


def format_value(node: Node, credentials: Credentials = _NO_CREDENTIALS) -> str:
    """The value exactly as it was sent; for a secret row, its mask.

    ``credentials`` are those known of the answer and the one that was sent: where a message holds
    one of them, it is masked.
    """
    return mask_credentials(node.value if node.is_secret else node.raw, credentials)


def format_path(node: Node, credentials: Credentials = _NO_CREDENTIALS) -> str:
    """The dotted path, ``session.user.name``; empty for a group, which is not in the answer."""
    return mask_credentials(format_dotted(node.path or ()), credentials)


def format_pointer(node: Node, credentials: Credentials = _NO_CREDENTIALS) -> str:
    """The path as a JSON Pointer (RFC 6901); empty for the root and for a group."""
    return mask_credentials(format_json_pointer(node.path or ()), credentials)


def format_query(node: Node, credentials: Credentials = _NO_CREDENTIALS) -> str:
    """The path as a JSONPath query (RFC 9535); empty for a group, which is not in the answer."""
    way = "" if node.path is None else format_json_path(node.path)
    return mask_credentials(way, credentials)


def format_name(node: Node, credentials: Credentials = _NO_CREDENTIALS) -> str:
    """The field's name exactly as it was sent; empty for a group and for an array index."""
    step = node.path[-1] if node.path else node.label
    return mask_credentials(step, credentials) if isinstance(step, str) else ""


def find_time(node: Node) -> float | None:
    """The timestamp that the row holds, in epoch seconds; None for all other rows."""
    if node.is_secret or not (node.path and str(node.path[-1]).endswith(_TIME_SUFFIXES)):
        return None
    sent: Json = JsonNumber(node.raw) if node.kind is NodeKind.NUMBER else node.raw
    held = timestamps.parse_instant(sent)
    return None if held is None else held.seconds


def format_time(seconds: float, zone: tzinfo, translate: Callable[[Text], str] = str) -> str:
    """Date, time and zone; ``seconds`` are epoch seconds."""
    return translate(time_format.format_absolute(seconds, zone))


def format_epoch_seconds(seconds: float) -> str:
    """Whole epoch seconds, which most tools accept."""
    return str(int(seconds))


def format_epoch_milliseconds(seconds: float) -> str:
    """Epoch milliseconds."""
    return str(round(seconds * 1000))


def format_rows(
    nodes: Iterable[Node],
    time_context: TimeContext,
    credentials: Credentials = _NO_CREDENTIALS,
    translate: Callable[[Text], str] = str,
) -> str:
    """A line for each row, as ``format_row`` writes it: tab-separated values for a spreadsheet."""
    return "\n".join(format_row(node, time_context, credentials, translate) for node in nodes)


def format_row(
    node: Node,
    time_context: TimeContext,
    credentials: Credentials = _NO_CREDENTIALS,
    translate: Callable[[Text], str] = str,
) -> str:
    """Field, value and meaning, tab-separated: three cells of a spreadsheet.

    Escaped, so that no cell becomes a formula where they are pasted.

    Args:
        node: the row.
        time_context: the current time and the zone for relative times.
        credentials: as for ``format_value``.
        translate: translates a text into the reader's language; English by default.
    """
    label = node.label if isinstance(node.label, str) else translate(node.label)
    cells = (label, node.render_value(translate), translate(node.format_meaning(time_context)))
    return "\t".join(mask_credentials(escape_cell(one), credentials) for one in cells)


def format_subtree(
    node: Node, document: JsonDocument, credentials: Credentials = _NO_CREDENTIALS
) -> str:
    """The value with everything below it as JSON, credentials masked, all else as it was sent.

    A group, which is not in the answer, becomes an object of its rows; a range becomes an array.
    """
    return dump_json(_mask_subtree(node, document.root, credentials))


def find_credential(node: Node, document: JsonDocument) -> str | None:
    """The credential itself, as it was sent; None where the row holds none, or only a mask.

    The one function that returns it unmasked, for the one action that is named for it.
    """
    sent = _find_value(node.path, document.root) if node.is_secret and node.path else None
    return sent if isinstance(sent, str) and not is_masked(sent) else None


def build_member_node(
    path: Path, document: JsonDocument, credentials: Credentials = _NO_CREDENTIALS
) -> Node:
    """The node of a member of the answer, credentials masked, for the functions of this module."""
    found = _find_value(path, document.root)
    label = escape_invisible(str(path[-1])) if path else ""
    if isinstance(found, JsonObject):
        return Node(label, path=path, kind=NodeKind.OBJECT)
    if isinstance(found, JsonArray):
        return Node(label, path=path, kind=NodeKind.ARRAY)
    shown = mask_json(found, path, credentials)
    kind = NodeKind.NUMBER if isinstance(shown, JsonNumber) else NodeKind.STRING
    raw = shown if isinstance(shown, str) else dump_json(shown)
    return Node(label, value=escape_invisible(raw), path=path, kind=kind, raw=raw)


def _mask_subtree(node: Node, root: Json, known: Credentials) -> Json:
    if node.is_secret:
        return node.value
    if node.path is not None:
        return mask_json(_find_value(node.path, root), node.path, known)
    if node.kind not in _MADE_BY_APP:  # a web page, which is no JSON document
        return mask_credentials(node.raw, known)
    children = node.list_children()
    if children and all(child.path and isinstance(child.path[-1], int) for child in children):
        return JsonArray(tuple(_mask_subtree(child, root, known) for child in children))
    return JsonObject(
        tuple((_get_member_name(child), _mask_subtree(child, root, known)) for child in children)
    )


def _get_member_name(node: Node) -> str:
    if node.path:
        return str(node.path[-1])
    return str(node.label)


def _find_value(path: Path, root: Json) -> Json:
    for step in path:
        if isinstance(root, JsonObject) and isinstance(step, str):
            root = root.get(step)
        elif isinstance(root, JsonArray) and isinstance(step, int):
            root = root.items[step]
        else:
            return None
    return root
