"""What a token is known by, whole and in parts."""

import base64

import pytest

from inspector_app.gateway.pasted.token_forms import is_jwt_head


@pytest.mark.parametrize(
    ("head", "is_head"),
    [
        (b'{"alg":"RS256"}', True),
        (b'{"typ":"JWT","alg":"HS256"}', True),
        (b'{ "alg":"RS256"}', False),  # as none is written: its letters are not those of a JWT
        (b'{"typ":"JWT"}', False),
    ],
)
def test_the_first_part_of_a_jwt_names_its_algorithm(head, is_head):
    assert is_jwt_head(base64.urlsafe_b64encode(head).decode().rstrip("=")) is is_head
