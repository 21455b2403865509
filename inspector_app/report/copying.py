"""What a row of the tree gives to the clipboard: a credential in one form only, which says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.redaction import hidden, longest_first, masked
from inspector_app.session.document import Json, JsonArray, JsonObject, written
from inspector_app.session.outline import NodeKind
from inspector_app.session.path import dotted
from inspector_app.session.plain_text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.document import Document
    from inspector_app.session.outline import Node, Path, Viewpoint
    from inspector_app.session.wording import Text


def value(node: Node, credentials: tuple[str, ...] = ()) -> str:
    """The value exactly as it was sent; for a secret row its mask.

    ``credentials`` are those known of the answer and the one that was sent: where a message holds
    one of them, it is masked.
    """
    return hidden(node.value if node.secret else node.raw, longest_first(credentials))


def path(node: Node, credentials: tuple[str, ...] = ()) -> str:
    """The way to the value, ``session.user.name``; empty for a group, which is ours."""
    return hidden(dotted(node.path or ()), longest_first(credentials))


def row(
    node: Node,
    view: Viewpoint,
    credentials: tuple[str, ...] = (),
    say: Callable[[Text], str] = str,
) -> str:
    """Field, value and meaning with tabs between them: three cells of a spreadsheet.

    Args:
        node: the row.
        view: from where times are told.
        credentials: as for ``value``.
        say: brings a text into the reader's language; English where it is left out.
    """
    label = node.label if isinstance(node.label, str) else say(node.label)
    cells = (label, node.value, say(node.meaning(view)))
    known = longest_first(credentials)
    return "\t".join(hidden(visible(cell), known) for cell in cells)


def subtree(node: Node, document: Document, credentials: tuple[str, ...] = ()) -> str:
    """The value with everything below it as JSON, credentials masked, all else as it was sent.

    A group, which is ours, becomes an object of its rows; a range of a list becomes a list.
    """
    return written(_below(node, document.root, longest_first(credentials)))


def credential(node: Node, document: Document) -> str | None:
    """The credential itself, as it was sent; None where the row holds none.

    The one form that lets it out, for the one action that says so.
    """
    sent = _at(node.path, document.root) if node.secret and node.path else None
    return sent if isinstance(sent, str) else None


def _below(node: Node, root: Json, known: Credentials) -> Json:
    if node.secret:
        return node.value
    if node.path is not None:
        return masked(_at(node.path, root), node.path, known)
    if node.kind not in {NodeKind.GROUP, NodeKind.RANGE}:  # a page, which is no document
        return hidden(node.raw, known)
    children = node.children()
    if children and all(child.path and isinstance(child.path[-1], int) for child in children):
        return JsonArray(tuple(_below(child, root, known) for child in children))
    return JsonObject(tuple((_name(child), _below(child, root, known)) for child in children))


def _name(node: Node) -> str:
    if node.path:
        return str(node.path[-1])
    return str(node.label)


def _at(path: Path, root: Json) -> Json:
    for step in path:
        if isinstance(root, JsonObject) and isinstance(step, str):
            root = root.get(step)
        elif isinstance(root, JsonArray) and isinstance(step, int):
            root = root.items[step]
        else:
            return None
    return root
