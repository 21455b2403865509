"""An outline that is not shown any more is gone at once, without a search for cycles."""

import weakref
from datetime import UTC

from inspector_app.desktop.answer.outline_model import OutlineModel
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.time_format import TimeContext
from tests.desktop.at_work import rows


class Witness:
    """Is part of an answer."""


def outline(witness):
    def child(_row):
        return Node(label="a", value=str(bool(witness)))

    return Node(label="", kind=NodeKind.OBJECT, child_count=3, get_child=child)


def test_no_cycle_holds_an_answer_that_was_shown(appearance):
    """R4: a row refers to the row above it, and that to the row."""
    model = OutlineModel(appearance, TimeContext(0.0, UTC))
    witness = Witness()
    gone = weakref.ref(witness)
    try:
        model.set_outline(outline(witness), TimeContext(0.0, UTC))
        assert len(list(rows(model))) == 3
        del witness
        model.set_outline(Node(label=""), TimeContext(0.0, UTC))
        assert gone() is None
    finally:
        model.deleteLater()
