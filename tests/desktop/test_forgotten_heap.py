"""After Forget, nothing in the memory of Python leads to anything of the answer."""

import gc
import json
import types

import pytest

from tests.desktop.at_work import inspect, work_in
from tests.gateway.faulty_gateway import FaultyGateway, Wire, answer

NAME = "Oswinda Fernmark"
TOKEN = "opaque-" + "f4K" * 14


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        user = {"name": NAME, "email": "oswinda@example.com"}
        body = {"status": 0, "success": True, "session": {"id": TOKEN, "user": user}}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


def find_holders():
    """Walk all that Python's collector knows, and whatever that refers to, for the answer."""
    gc.unfreeze()
    gc.collect()
    mine = globals()
    ahead = [one for one in gc.get_objects() if not isinstance(one, Wire) and one is not mine]
    seen = {id(one) for one in ahead} | {id(ahead), id(mine), id(NAME), id(TOKEN)}
    found = []
    while ahead:
        one = ahead.pop()
        if isinstance(one, Wire | types.CodeType | types.FrameType):
            continue
        for inner in gc.get_referents(one):
            if id(inner) in seen:
                continue
            seen.add(id(inner))
            if (isinstance(inner, str) and (NAME in inner or TOKEN in inner)) or (
                isinstance(inner, bytes) and (NAME.encode() in inner or TOKEN.encode() in inner)
            ):
                found.append((type(one), inner[:40]))
            else:
                ahead.append(inner)
    return found


@pytest.mark.timing
def test_nothing_of_an_answer_is_left_after_forget(demo, gateway, qtbot):
    """R4."""
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, TOKEN)
    inspect(demo, qtbot)
    assert find_holders()
    demo.presenter.forget_token()
    qtbot.waitUntil(demo.background.is_idle)
    assert find_holders() == []
