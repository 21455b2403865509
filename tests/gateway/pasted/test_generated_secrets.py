"""What looks like a secret that a program made is masked, and what tells tokens apart stays."""

import pytest

from inspector_app.gateway.pasted.generated_secrets import (
    is_kubernetes_secret,
    mask_generated_words,
    mask_pieces,
)
from inspector_app.session.token import MASK

TOKEN = f"IAM_S_{MASK} 064b5f6a"


@pytest.mark.parametrize(
    "word",
    [
        "Vq7zKranichw4Xt",
        "ghp_8KmQx2vWtR5nZdLs7BhJc",
        "c2VjcmV0cGFzcw==",
        "aGFsbG8gd2VsdA==",
        "0123456789abcdef0123456789abcdef",
    ],
)
@pytest.mark.parametrize("form", ["note {}", "{} " + TOKEN, TOKEN + "{}", "a/{}/b", '"x": "{}",'])
def test_a_generated_word_is_masked_wherever_it_stands(form, word):
    """A1: whatever it is called."""
    line = form.format(word)
    shown = mask_generated_words(line, [TOKEN])
    assert word.strip("=") not in shown
    assert (TOKEN in shown) == (TOKEN in line)


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-25T20:41:07.113Z INFO INC0048213 u15440200922941 of o15578227985571",
        "20-Nov-2026 09:14 Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36",
        "https://apim.example.com/enos-iam-service/v2.0/session/info?next=%253FaccessToken%253D",
        f"password={TOKEN}",
        f"first{TOKEN}IAM_S_{MASK}",
        "",
    ],
)
def test_times_addresses_and_ids_stay(line):
    assert mask_generated_words(line, [TOKEN]) == line


def test_a_piece_of_a_token_is_masked_and_its_prefix_is_not():
    """A1: a mail program leaves the end of a token in a line of its own."""
    token = "APP_PORTAL_S_" + "Hb3cYs8u" * 4
    shown = mask_pieces(f"APP_PORTAL_S_ PORTAL 3cYs8u, {token[-14:]} Hb3cYs8x", [token])
    assert shown == f"APP_PORTAL_S_ PORTAL {MASK}, {MASK} Hb3cYs8x"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("kind: Secret\ndata: {}", True),
        ('{"kind":"Secret"}', True),
        ("kind: SecretProviderClass", False),
        ("mankind: Secret", False),
    ],
)
def test_a_secret_of_kubernetes_is_known_by_its_kind(text, is_one):
    assert is_kubernetes_secret(text) is is_one
