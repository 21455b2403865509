"""A credential that nobody else has, and finding it again however a program wrote it."""

import base64
import json
import random
import string
from urllib.parse import quote


def random_secret(prefix, rest="-_.~+/="):
    letters = string.ascii_letters + string.digits
    return (
        prefix
        + "".join(random.choices(letters, k=20))
        + rest
        + "".join(random.choices(letters, k=20))
    )


def spellings(secret):
    """Every way in which a program could write it, as bytes."""
    raw = secret.encode()
    found = {
        raw,
        quote(secret, safe="").encode(),
        quote(secret).encode(),
        raw.hex().encode(),
        raw.hex().upper().encode(),
        json.dumps(secret)[1:-1].encode(),
        secret.replace("/", "\\/").encode(),
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
    }
    for shift in range(3):  # base64 of a text that has it at any place
        encoded = base64.b64encode(b"x" * shift + raw)
        found.add(encoded[4:-4])
        found.add(base64.urlsafe_b64encode(b"x" * shift + raw)[4:-4])
    return found


def hits(data, secrets):
    return [one for secret in secrets for one in spellings(secret) if one in data]
