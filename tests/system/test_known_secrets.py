"""A credential is found again wherever it stands in a text, and the rest is left as it was."""

import base64
import json
import random
import string
import threading
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.credentials import Credentials
from inspector_app.session.token import MASK
from inspector_app.system.known_secrets import KnownSecrets

OPAQUE = "opaque-" + "Zq7" * 12
SESSION = "IAM_S_" + "m" * 32
SESSION_OF_LETTERS = "IAM_S_" + "Qy4Gk7Rw2Xn9" * 4
JWT = "eyJ" + "a" * 20 + "." + "b" * 20 + "." + "c" * 20


def knowing(*credentials):
    known = KnownSecrets()
    known.add_credentials(Credentials(credentials))
    return known


PLACES = [
    "{}",
    "Authorization: Bearer {}",
    "headers={{'Authorization': 'Bearer {}'}}",
    "b'{}\\n'",
    '{{"sessionId":"{}"}}',
    "https://gateway.example.com/x?token={}&y=1",
    "ValueError: Invalid header value b'Bearer {}\\r\\n'",
    "({},)",
    "no such token {}.",
    "token={}",
    "<{}>",
    "[{}]",
    "…{}…",
    "line\n{}\nline",
    "\t{}\t",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("credential", [OPAQUE, SESSION, JWT])
def test_a_known_credential_is_masked_in_every_place(place, credential):
    """A1."""
    hidden = knowing(credential).redact(place.format(credential))
    assert credential not in hidden
    assert credential[8:] not in hidden
    assert "•" in hidden


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("credential", [SESSION, JWT])
def test_what_looks_like_one_is_masked_unknown(place, credential):
    """A1."""
    assert credential not in KnownSecrets().redact(place.format(credential))


def test_an_unknown_one_is_masked_behind_its_scheme_and_where_it_is_long():
    for text in ("Bearer ab-cd", "basic dXNlcjpw", "x" * 40):
        assert text.split()[-1] not in KnownSecrets().redact(f"so {text} there")


DISGUISES = {
    "upper case": str.upper,
    "without its prefix": lambda text: text[6:],
    "cut": lambda text: text[9:30],
    "by zero-width spaces": "\u200b".join,
    "in groups": lambda text: " ".join(text[i : i + 5] for i in range(0, len(text), 5)),
    "for a URL": lambda text: "".join(f"%{ord(one):02X}" for one in text),
    "for JSON": lambda text: "".join(f"\\u{ord(one):04x}" for one in text),
    "in UTF-16": lambda text: text.encode("utf-16-le").decode("latin-1"),
    "base64 of upper case, over lines": lambda text: "\n".join(
        base64.b64encode(text.upper().encode()).decode()[i : i + 60] for i in (0, 60)
    ),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_one_is_masked(disguise):
    """A1: by the same search as in reports."""
    secret = "IAM_S_" + "h4Tk9wQz2XbV7mLc" * 2
    hidden = knowing(secret).redact(f"so {disguise(secret)} there")
    shown = "".join(filter(str.isalnum, unquote(hidden))).lower()
    assert "h4tk9wqz" not in shown
    assert "7mlch4tk" not in shown
    assert disguise(secret) not in hidden
    assert hidden.startswith("so ") or "[credential removed]" in hidden


def test_fingerprints_are_all_that_is_kept():
    """R4: however many there were."""
    known = KnownSecrets()
    for number in range(3000):
        known.add_credentials(Credentials((f"IAM_S_{number:032}",)))
    assert all(len(one._known) <= 50_000 for one in known._get_run_maskers())
    assert f"{2999:032}" not in known.redact(f"{2999:032}")


@pytest.mark.parametrize("encoded", ["base64", "hex"])
def test_encoded_ones_are_masked_because_no_word_is_as_long(encoded):
    data = OPAQUE.encode()
    text = base64.b64encode(data).decode() if encoded == "base64" else data.hex()
    assert text not in KnownSecrets().redact(f"read {text}")


def test_words_of_a_pasted_text_are_known_again():
    known = KnownSecrets()
    known.add_text(f"GET / HTTP/1.1\r\nX-Token: {OPAQUE}\r\n\r\n")
    assert OPAQUE not in known.redact(json.dumps({"a": OPAQUE}))


def test_other_text_is_left_as_it_was():
    text = (
        'File "/opt/app/inspector_app/desktop/answer/session_tree.py", line 12, in show_outline\n'
        "    self.outline_model.look_from(viewpoint_of_the_gateway_and_its_clock)\n"
        "AttributeError: 'NoneType' object has no attribute 'examination'"
    )
    assert knowing(OPAQUE).redact(text) == text


def test_addresses_of_persons_are_masked():
    told = KnownSecrets().redact("KeyError: mara.b@mail.example.com")
    assert told == "KeyError: [e-mail address]"


@pytest.mark.parametrize("figure", ["", "4"])
def test_a_word_with_a_figure_is_known_however_it_is_written(figure):
    """A1: one without may be a command's own, and is known as it stands alone."""
    known = KnownSecrets()
    known.add_text(f"passphrase{figure}of-letters")
    assert known.redact(f"a passphrase{figure}of-letters b") == f"a {MASK} b"
    other = f"a PASSPHRASE{figure}_OF_LETTERS b"
    assert known.redact(other) == (f"a {MASK} b" if figure else other)


def test_of_two_credentials_in_one_word_nothing_of_the_longer_is_left():
    """A1: the shorter one is masked where it stands alone."""
    whole, part = "abcd5678.zfgh1234", "zfgh1234"
    known = knowing(whole, part)
    assert known.redact(f"a {whole} b") == f"a {MASK} b"
    assert known.redact(f"a {part} b") == f"a {MASK} b"


@settings(deadline=None, max_examples=200)
@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=60),
    st.sampled_from(["{}", "Bearer {}", "a {} b", "'{}'", '"{}",', "({})"]),
)
def test_any_token_is_masked_where_it_stands_between_blanks_or_quotes(credential, place):
    core = credential.strip("'\"`()[]{}<>,;:.!?\\")
    hidden = knowing(credential).redact(place.format(credential))
    assert len(core) < 8 or core not in hidden


def test_no_credential_is_held():
    """A6: what is remembered is of no use to anybody."""
    known = knowing(OPAQUE, SESSION)
    assert all(len(one) == 8 for one in known._fingerprints)


def test_every_address_is_masked_where_two_hang_together():
    """Trap 20: no word is looked at twice, and still nothing of an address is left."""
    hidden = KnownSecrets().redact("to ann@a.example.com+bob@b.example.com, x@y@z.example")
    assert not any(part in hidden for part in ("ann", "bob", "example", "z."))


@pytest.mark.parametrize("length", [19, 20])
def test_a_long_argument_may_be_a_token(length):
    """A1: shorter ones are names of files and options."""
    argument = "q7" * 9 + "q" * (length - 18)
    redacted = KnownSecrets.from_arguments(["inspect", argument]).redact(f"see {argument} there")
    assert (argument in redacted) is (length < 20)


def test_of_a_pasted_text_the_first_hundred_thousand_characters_are_known():
    """J5."""
    known = KnownSecrets()
    one, other = "Zq4" * 9, "Yp3" * 9
    known.add_text(f"{one} {'. ' * 50_000} {other}")
    assert one not in known.redact(f"a {one} b")
    assert other in known.redact(f"a {other} b")


def random_words(seed, count):
    letters = random.Random(seed)
    alphabet = string.ascii_lowercase + string.digits
    return " ".join("".join(letters.choices(alphabet, k=32)) for _ in range(count))


def test_a_long_text_lets_no_credential_be_forgotten():
    """A1: a crash report after the paste of a log still lacks the session id, cut as it may be."""
    known = knowing(SESSION_OF_LETTERS)
    known.add_text(random_words(1, 3000))
    cut = "-".join(SESSION_OF_LETTERS[at : at + 7] for at in range(0, len(SESSION_OF_LETTERS), 7))
    assert SESSION_OF_LETTERS[7:14] not in known.redact(f"see {cut} there")


def test_two_threads_may_add_at_once():
    """A long paste is looked through by a worker, while answers come."""
    known, failures = KnownSecrets(), []

    def add(seed):
        try:
            known.add_text(random_words(seed, 1700))
        except KeyError as problem:  # what a second thread had dropped meanwhile
            failures.append(problem)

    threads = [threading.Thread(target=add, args=(seed,)) for seed in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert not failures
