"""No slot holds the object whose signal it is connected to, but as a method of that object.

PySide drops what such a slot holds while Qt destroys the sender, and the process may end with it.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "inspector_app"


def list_holding_slots(tree):
    """Lines where ``sender.signal.connect`` is given a partial or lambda that names the sender."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(value=sender), attr="connect"),
                args=[(ast.Call(func=ast.Name("partial")) | ast.Lambda()) as slot, *_],
            ):
                parts = slot.args[1:] if isinstance(slot, ast.Call) else [slot.body]
                dumps = {ast.dump(one) for part in parts for one in ast.walk(part)}
                if ast.dump(sender) in dumps:
                    yield call.lineno
            case _:
                pass


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        ("action.changed.connect(partial(keep, action))", True),
        ("self.aboutToShow.connect(lambda: self.fill())", True),
        ("self.menu.aboutToShow.connect(partial(fill, self.menu))", True),
        ("self.menu.aboutToShow.connect(partial(self.fill, 3))", False),
        ("self.aboutToShow.connect(self.fill)", False),
        ("entry.triggered.connect(lambda: menu.close())", False),
    ],
)
def test_one_that_does_is_found(code, is_found):
    assert bool(list(list_holding_slots(ast.parse(code)))) is is_found


def test_no_slot_does():
    """R1."""
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line in list_holding_slots(ast.parse(file.read_text("utf-8")))
    ]
    assert found == []
