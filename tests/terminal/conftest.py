"""What the tests of the console twin share: the demo's gateway and its tokens."""

import pytest

from inspector_app.demo.demo_gateway import DemoGateway


@pytest.fixture(scope="module")
def gateway():
    with DemoGateway() as running:
        yield running


@pytest.fixture(scope="module")
def token(gateway):
    """Gives the token of one of the demo's sessions, as bytes."""
    tokens = {one.id: one.token.encode() for one in gateway.scenarios}
    return tokens.__getitem__
