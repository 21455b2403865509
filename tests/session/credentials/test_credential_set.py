import base64
import inspect

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import (
    Credentials,
    find_in_text,
    is_secret_path,
    mask_credential,
)
from inspector_app.session.credentials.patterns import MIN_PATTERN_LENGTH, has_pattern_match
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, changed, exchange

PORTAL = "APP_PORTAL_S_" + "p9" * 16
JWT = "eyJhbGciOi.eyJzdWIi.c2ln"


def found(answer, **kinds):
    return analyze_answer(exchange(answer, **kinds)).credentials


def test_the_session_id_is_a_credential():
    assert found(SUCCESS) == Credentials((CREDENTIAL,))


def test_so_are_the_ids_of_all_sessions_of_a_list_and_of_a_repeated_name():
    two = changed("success", {"session": [{"id": "first-one"}, {"id": "second-one"}]})
    repeated = b'{"session": {"id": "first-one"}, "session": {"id": "second-one", "id": "third"}}'

    assert found(two) == Credentials(("first-one", "second-one"))
    assert found(repeated) == Credentials(("third", "second-one", "first-one"))


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"accessToken": "the-secret"}},
        {"access_token": "the-secret"},
        {"list": [[{"Access-Token": "the-secret"}]]},
        {"token": {"value": "the-secret"}},
        b'{"\\u0074oken": "the-secret"}',
    ],
)
def test_what_is_named_like_a_credential_is_one(answer):
    assert found(answer) == Credentials(("the-secret",))


@pytest.mark.parametrize("credential", [CREDENTIAL, PORTAL, JWT])
def test_what_looks_like_a_credential_is_one_wherever_it_stands(credential):
    alone = Credentials((credential,))
    assert found({"note": f"see {credential}."}) == alone
    assert found([credential]) == alone
    assert found({credential: 1}) == alone
    assert found(f"<html>{credential}</html>".encode()) == alone
    assert found({}, headers=(("Set-Cookie", f"global_id={credential}; Path=/"),)) == alone
    escaped = "".join(f"\\u{ord(character):04x}" for character in credential)
    assert found(f'["{escaped}"]'.encode()) == alone


def test_a_redirects_target_may_hold_one():
    failure = Failure(FailureKind.REDIRECTED, Route("x"), NOW, detail=f"x.example.com/{PORTAL}")

    assert analyze_answer(failure).credentials == Credentials((PORTAL,))


def test_ordinary_fields_are_none():
    assert not found({"password_strength": "MEDIUM", "id": "o1", "passwordState": "x"})


def test_a_text_with_a_credential_in_it_is_shown_without():
    secrets = find_in_text(CREDENTIAL)

    assert secrets.mask_text(f"no {CREDENTIAL} here") == f"no IAM_S_{'•' * 12} here"
    assert secrets.has_match(f"x{CREDENTIAL}")
    assert not secrets.has_match("nothing")


def test_a_short_credential_is_only_looked_for_as_a_whole():
    secrets = analyze_answer(exchange(changed("success", {"session.id": "o1"}))).credentials

    assert secrets.has_match("o1")
    assert not secrets.has_match("o1557")
    assert secrets.mask_text("o1") == "•" * 12


def test_a_mask_tells_the_kind_and_nothing_of_the_length():
    assert mask_credential("IAM_S_abc") == mask_credential(CREDENTIAL) == "IAM_S_" + "•" * 12
    assert mask_credential("x" * 10_000) == mask_credential("é") == "•" * 12


def test_printing_shows_none():
    analyzed = analyze_answer(exchange(SUCCESS))

    assert CREDENTIAL not in repr(analyzed.credentials)
    assert CREDENTIAL not in repr(analyzed.parsed)


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        (("session", "id"), True),
        (("session", 0, "id"), True),
        (("session", "user", "id"), False),
        (("data", "refresh_token"), True),
        (("session", "user", "passwordState"), False),
        ((), False),
        ((0,), False),
    ],
)
def test_secret_places(path, secret):
    assert is_secret_path(path) is secret


@pytest.mark.parametrize(
    "shown", [mask_credential(CREDENTIAL), mask_credential("opaque"), "[credential removed]"]
)
def test_what_a_report_put_in_a_credentials_place_is_none_and_stays(shown):
    answer = changed("success", {"session.id": shown})

    assert mask_credential(shown) == shown
    assert not found(answer)


def test_the_longest_is_hidden_first_and_whole():
    """A1: or the end of the longer one would stay."""
    known = Credentials(("long-credential", "long-credential-and-more")).with_value(
        "credential-and"
    )

    assert known.mask_text("no long-credential-and-more, no credential-and.") == (
        f"no {'•' * 12}, no {'•' * 12}."
    )


def test_the_token_that_was_sent_is_hidden_with_those_of_the_answer():
    """A1: without being handed out for that."""
    known = Token("opaque-credential").add_to(Credentials(("another-one",)))

    assert known == Credentials(("another-one", "opaque-credential"))
    assert known.mask_text("opaque-credential") == "•" * 12


def test_nobody_reads_them_there():
    """A1: whoever holds them can look for them, hide them and join them to others."""
    known = Credentials((CREDENTIAL, "opaque-credential"))
    public = {name: getattr(known, name) for name in dir(known) if not name.startswith("_")}

    asking = {"has_match", "has_match_in_path", "has_match_in_bytes", "find_matches", "mask_text"}
    asking |= {"escape_text", "without_values", "with_pieces", "with_header_pieces"}
    assert public.keys() == asking | {"compute_fingerprints", "with_value", "learn_long_texts"} | {
        "compute_run_fingerprints"
    }
    assert known.has_match(f"see {CREDENTIAL}")  # for which a search is built
    assert known._search is not None
    assert CREDENTIAL not in f"{known} {known!r} {known._search!r} {known.compute_fingerprints()}"
    for attribute in ("__iter__", "__getitem__", "__len__"):
        assert not hasattr(known, attribute)


def test_what_was_looked_for_before_makes_no_difference():
    """A1: neither to what is equal nor to what is printed."""
    known = Credentials((CREDENTIAL, "opaque-credential"), ("a long text",))
    known.learn_long_texts()
    assert known.has_match(f"see {CREDENTIAL}")
    assert known == Credentials((CREDENTIAL, "opaque-credential"))
    assert known != Credentials((CREDENTIAL,))
    assert hash(known) == hash(Credentials((CREDENTIAL, "opaque-credential"), ("another",)))
    assert repr(known) == "Credentials()"
    assert list(inspect.signature(Credentials).parameters) == ["_values", "_long_texts"]


def test_sets_are_joined_and_a_known_one_changes_nothing():
    one, other = Credentials(("first-credential",), ("a" * 20_000,)), Credentials(("another-one",))
    assert one | one is one
    assert one | Credentials() is one
    assert one.with_value("first-credential") is one
    assert (one | other) == Credentials(("first-credential", "another-one"))
    long = Credentials(("first-credential",), ("b" * 20_000,))
    joined = one | long  # which has no credential that is new, but a text
    joined.learn_long_texts()
    assert joined == one
    assert joined._known_texts.keys() == {"a" * 20_000, "b" * 20_000}
    both = other | one
    both.learn_long_texts()
    assert both._known_texts.keys() == {"a" * 20_000}
    assert bool(one)
    assert not Credentials()
    assert not Credentials(("", mask_credential("x")))


@pytest.mark.parametrize("size", [(1 << 14) - 1, 1 << 14, (1 << 14) + 1])
def test_a_long_text_that_was_learned_is_masked_as_before(size):
    """A1: with and without a credential in it."""
    text = f"{'a ' * size}"[: size - len(CREDENTIAL)]
    for long in (text + CREDENTIAL, text + "b" * len(CREDENTIAL)):
        known = Credentials((CREDENTIAL,), (long,))
        before = known.mask_text(long), known.has_match(long)
        known.learn_long_texts()
        assert (known.mask_text(long), known.has_match(long)) == before
        assert before == (long.replace(CREDENTIAL, mask_credential(CREDENTIAL)), CREDENTIAL in long)


def test_a_long_text_that_was_learned_is_escaped_no_more():
    """J5: megabytes of line ends, in the name of an organization, stopped the window for 2 s."""
    long = "a\n" * (1 << 13)
    known = Credentials((CREDENTIAL,), (long,))
    assert known.escape_text(long) == "a\\n" * (1 << 13)
    known.learn_long_texts()
    assert known.escape_text(long) == "a\\n" * (1 << 13)
    assert known.escape_text(long) is known.escape_text(long)
    assert known.escape_text("a\n") == "a\\n"
    other = "b\n" * (1 << 13)
    known = Credentials((CREDENTIAL,), (long, long, other))
    known.learn_long_texts()
    assert known.escape_text(other) is known.escape_text(other)


def test_without_the_credentials_what_is_left_of_the_long_texts_is_known():
    """A1: a locked window holds none of them."""
    long = "a\n" * (1 << 13) + CREDENTIAL
    known = Credentials((CREDENTIAL,), (long,))
    known.learn_long_texts()
    left = known.without_values()
    assert not left
    assert left == Credentials()
    masked = known.mask_text(long)
    assert left.mask_text(masked) == masked
    assert left.escape_text(masked) is known.escape_text(masked)
    assert CREDENTIAL not in repr((left._known_texts, left._shown_texts, left._long_texts))


@pytest.mark.parametrize("count", [1, 2, 7, 3000])
def test_those_with_a_credential_are_told_from_many_texts(count):
    """A1: however they are written, and wherever they stand among the others."""
    hidden = [
        CREDENTIAL,
        "short",
        f"see {CREDENTIAL[6:].lower()}",
        base64.b64encode(f"x{CREDENTIAL}".encode()).decode(),
        "-".join(CREDENTIAL),
        f"{PORTAL}, too",
        "see IAM_S_a1b2c3d4",
        "see opaque-b",
    ]
    others = [f"text number {number} of any kind" for number in range(count)] + ["", "x", "opaque-"]
    known = Credentials((CREDENTIAL, "short", "opaque-b"))
    for place in (0, count // 2, count):
        texts = [*others[:place], *hidden, *others[place:]]
        assert known.find_matches(texts) == frozenset(hidden)
    assert known.find_matches(others) == frozenset()
    assert known.find_matches([]) == frozenset()
    assert known.find_matches(["x" * 300_000 + CREDENTIAL]) == {"x" * 300_000 + CREDENTIAL}


def test_a_name_in_a_path_may_be_one():
    """A1."""
    known = Credentials((CREDENTIAL,))
    assert known.has_match_in_path(("data", 0, CREDENTIAL, "id"))
    first, second = CREDENTIAL[6:18], CREDENTIAL[18:30]  # too short, each by itself
    assert known.has_match_in_path((first, second))
    assert not known.has_match_in_path((first,))
    assert not known.has_match_in_path(("data", 0, "id"))


def test_the_shortest_of_what_looks_like_a_credential_is_one_by_itself():
    """A1."""
    known = Credentials(("opaque-credential",))
    whole = "IAM_S_" + "k7WmQ2xv" * 4
    lengths = [end for end in range(len(whole)) if has_pattern_match(whole[:end])]
    assert min(lengths) == MIN_PATTERN_LENGTH
    assert all(known.has_match(whole[:end]) for end in lengths)


def test_a_token_that_nobody_knows_may_be_cut_at_its_dots_into_names():
    """A1: by its shape alone."""
    head = base64.urlsafe_b64encode(b'{"alg":"HS256"}').decode()
    claims = base64.urlsafe_b64encode(b'{"sub":"u1"}').decode().rstrip("=")
    assert Credentials().has_match_in_path((head, claims, "Kp3sWx8b" * 3))
    assert not Credentials().has_match_in_path((head, claims))
