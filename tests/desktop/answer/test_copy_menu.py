"""What can be copied of a row: of each kind of row just what it has."""

from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.copy_menu import (
    MEMBER_ACTIONS,
    ROW_ACTIONS,
    fill_copy_menu,
    filter_actions,
)
from inspector_app.desktop.widgets.menu import create_context_menu
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation.outline_builder import build_outline
from tests.session.answers import SUCCESS, exchange

VALUE, PLACE = {"COPY_VALUE"}, {"COPY_PATH", "COPY_NAME", "COPY_POINTER", "COPY_QUERY"}
ALWAYS = {"COPY_SUBTREE", "COPY_ROW"}
TIME = {"COPY_TIME", "COPY_SECONDS", "COPY_MILLISECONDS"}


@pytest.fixture(scope="module")
def nodes():
    """Each row of an answer by its path, and one without a path."""
    found: dict[Any, Any] = {}

    def walk(node):
        for child in node.list_children():
            if child.path is not None or child.child_count:
                found.setdefault(child.path, child)
            walk(child)

    walk(build_outline(analyze_answer(exchange(SUCCESS))))
    return found


@pytest.mark.parametrize(
    ("path", "offered"),
    [
        (("status",), VALUE | PLACE | ALWAYS),
        (("session", "id"), VALUE | PLACE | ALWAYS | {"COPY_CREDENTIAL"}),
        (("session", "createTime"), VALUE | PLACE | ALWAYS | TIME),
        (("session", "workingOrganization"), PLACE | ALWAYS),
        (None, VALUE | ALWAYS),  # a group of rows, which has no place in the answer
    ],
)
def test_each_kind_of_row_offers_what_it_has(nodes, path, offered):
    """A3: a credential is offered of its own row alone."""
    node = nodes[path]
    assert {one.name for one in filter_actions((node,), ROW_ACTIONS)} == offered
    assert filter_actions((node, node), ROW_ACTIONS) == (ActionId.COPY_ROW,)
    assert filter_actions((), ROW_ACTIONS) == ()


def test_of_the_text_neither_a_row_nor_a_credential_is_offered():
    """A3."""
    left = {one.name for one in ROW_ACTIONS} - {one.name for one in MEMBER_ACTIONS}
    assert left == {"COPY_ROW", "COPY_CREDENTIAL"}
    assert len(set(ROW_ACTIONS)) == len(ROW_ACTIONS)


def texts(menu):
    return [one.text() or "-" for one in menu.actions() if one.isVisible()]


def test_the_frequent_ones_come_first_and_the_credential_by_itself(demo):
    actions = demo.window.action_collection
    for applicable, first, more in (
        (ROW_ACTIONS, ["COPY_VALUE", "COPY_PATH", "as", "-", "COPY_CREDENTIAL"], 8),
        ((ActionId.COPY_VALUE,), ["COPY_VALUE"], 0),
        ((ActionId.COPY_ROW,), ["as"], 1),
        ((), [], 0),
    ):
        menu = create_context_menu(demo.window)
        fill_copy_menu(menu, applicable, actions.get_menu_entry)
        words = {"-": "-", "as": "Copy as"}
        expected = [words.get(one) or actions[ActionId[one]].text() for one in first]
        assert texts(menu) == expected
        forms: Any = next(one for one in menu.actions() if one.menu() is not None).menu()
        assert len([one for one in forms.actions() if not one.isSeparator()]) == more
        menu.deleteLater()
