"""Where a token stands, and what is shown around it: never a token, nor a piece of one."""

import pytest

from inspector_app.gateway.token_text import read
from inspector_app.session.token import MASK

FIRST = "IAM_S_" + "Kd7mQx4v" * 4
SECOND = "IAM_S_" + "Tf5wZr9n" * 16
OTHER = "APP_PORTAL_S_" + "Hb3cYs8u" * 4
LONG = "x" * 5000
RUN = 12
"""Letters and digits of a token in a row: so many are in no other text of these tests."""


def shown(reading):
    return [line.text for one in reading.candidates for line in one.lines]


def has_piece(text, *tokens):
    """Whether a run of letters and digits of one of the tokens is in the text."""
    return any(
        token[start : start + RUN] in text
        for token in tokens
        for start in range(6, len(token) - RUN)
    )


def test_each_has_its_lines_with_fingerprints_in_place_of_tokens():
    """A1."""
    reading = read(f"one\ntwo {FIRST} end\nthree\nfour {SECOND}\nfive {OTHER}\n{LONG}")
    lines = {line.number: line.text for line in reading.candidates[0].lines}
    assert lines[2] == f"two IAM_S_•••••••••••• {reading.candidates[0].fingerprint} end"
    assert lines[4] == f"four IAM_S_•••••••••••• {reading.candidates[1].fingerprint}"
    assert lines[3] == "three"
    assert not has_piece("\n".join(shown(reading)), FIRST, SECOND, OTHER)


def wrap(token, width):
    return "\n".join(token[start : start + width] for start in range(0, len(token), width))


@pytest.mark.parametrize(
    "also",
    [
        SECOND.replace("_", "\\_"),
        "%49AM_S_" + SECOND[6:],
        wrap(SECOND, 76),
        wrap(SECOND, 10),
        SECOND.replace("w", "=77"),
        "".join(f"&#{ord(one)};" for one in SECOND),
        SECOND.encode().hex(),
        SECOND[:30] + "…",
        f"{LONG},{SECOND},{LONG}",
        f"{LONG}{SECOND}",
        f'{{"message": "{LONG} {SECOND} {LONG}"}}',
    ],
)
def test_no_disguise_leaves_a_piece(also):
    """A1: what is in the lines around is masked, however it is written there."""
    text = f"a {FIRST}\n{also}\nb {SECOND}\n{also}\n"
    reading = read(text)
    bare = "".join(one for line in shown(reading) for one in line if one.isalnum())
    assert not has_piece(bare, FIRST[6:], SECOND[6:])


@pytest.mark.parametrize("cut", [8, 14, 20, 26])
@pytest.mark.parametrize("is_before", [True, False])
def test_a_token_at_the_end_of_what_is_read_leaves_no_piece(is_before, cut):
    """A1: of a long line a part is read, and what is long in it is masked and so comes near."""
    filling = "z" * (
        2000 - len("password=") - 2 - (len(OTHER) - cut if is_before else len(FIRST) + cut)
    )
    words = (OTHER, f"password={filling}", FIRST)
    line = " ".join(words if is_before else reversed(words))
    reading = read(f"a, {line} , b\nthe second {SECOND}")
    assert len(reading.candidates) == 2
    assert "password=" in "".join(shown(reading))
    assert not any(
        OTHER[at : at + 6] in "".join(shown(reading)) for at in range(13, len(OTHER) - 6)
    )


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("password=correct-horse", "correct-horse"),
        ('"client_secret": "hunter-two"', "hunter-two"),
        ("Cookie: lang=en; JSESSIONID=abcdefgh", "abcdefgh"),
        ("Cookie: lang=en; route=to-the-left", "to-the-left"),
        ("Authorization: Basic bWFyYTpwdw==", "bWFyYTpwdw=="),
        ("x-api-key: swordfish", "swordfish"),
    ],
)
def test_other_secrets_around_are_masked_by_their_names(line, secret):
    """A1."""
    reading = read(f"{FIRST}\n{line}\n{SECOND}")
    assert len(reading.candidates) == 2
    assert secret not in "\n".join(shown(reading))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2026-11-25 20:41:07,214 INFO", "2026-11-25 20:41:07"),
        ('"startedDateTime": "2026-11-25T20:41:07.214Z",', "2026-11-25 20:41:07 UTC"),
        ("2026-11-25T20:41:07+08:00", "2026-11-25 20:41:07 +08:00"),
        ("2026-11-25 20:41:07 UTC", "2026-11-25 20:41:07 UTC"),
        ("2026-11-25 20:41:07 UTC" + " " * 1960, "2026-11-25 20:41:07 UTC"),
        ("2026-11-25 20:41:07 UTC" + " " * 2000, None),
        ("2026-13-25T20:41:07", None),
        ("12026-11-25T20:41:07", None),
        ("2026-11-25T20:41:07 2026-11-25T20:41:08", None),
        ("no time", None),
    ],
)
def test_a_time_is_told_where_there_is_one_in_the_line(line, words):
    (found,) = read(f"2024-01-01 00:00:00 before\n{line} the token {FIRST} is here").candidates
    assert (None if found.time is None else found.time.words) == words


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-25 20:41:07", "2026-11-25T20:41:07"),
        ("2026-11-25T20:41:07.5Z", "2026-11-25T20:41:07.500000+00:00"),
        ("2026-11-25 20:41:07,25 UTC", "2026-11-25T20:41:07.250000+00:00"),
        ("2026-11-25T22:41:07+02:00", "2026-11-25T22:41:07+02:00"),
    ],
)
def test_a_time_is_read_with_its_zone(written, moment):
    (found,) = read(f"{written} the token {FIRST} is here").candidates
    assert found.time is not None
    assert found.time.moment.isoformat() == moment


def test_the_time_behind_a_token_that_begins_the_text_is_told():
    (found,) = read(f"{FIRST} 2026-11-25 20:41:07 was sent").candidates
    assert (None if found.time is None else found.time.words) == "2026-11-25 20:41:07"
    (found,) = read(f"{FIRST} 2026-11-25 20:41:07 was sent\n2026-11-26 01:02:03").candidates
    assert (None if found.time is None else found.time.words) == "2026-11-25 20:41:07"
    (found,) = read(f"2026-11-25 20:41:07 {'.' * 1990} the token {FIRST}").candidates
    assert found.time is None


def test_lines_are_counted_as_the_text_was_pasted():
    reading = read(f"\n\n  \nthe token {FIRST} is here")
    assert [one.line for one in reading.candidates] == [4]
    reading = read(f"{FIRST} first\n{SECOND} second")
    assert [one.line for one in reading.candidates] == [1, 2]


def test_a_token_with_signs_in_it_is_found_by_a_piece_of_its_own():
    head = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtYXJhIn0"
    one, other = (f"{head}.{letters * 10}abc" for letters in ("q7Rt", "Z3kd"))
    reading = read(f"first {one} end\nsecond {other} end")
    assert [found.line for found in reading.candidates] == [1, 2]
    reading = read(f"first\n{wrap(one, 60)}\nend second\n{wrap(other, 60)}\nend")
    assert [found.line for found in reading.candidates] == [3, 6]
    reading = read(f"first\n{FIRST.replace('_', chr(92) + '_')} end\nthen\n{SECOND} end")
    assert [found.line for found in reading.candidates] == [2, 4]


def test_one_that_stands_nowhere_as_it_is_comes_last():
    written = "".join(f"&#{ord(one)};" for one in SECOND)
    reading = read(f"token={written}\nb {FIRST}")
    assert [one.line for one in reading.candidates] == [2, None]


def test_one_token_needs_no_lines():
    (found,) = read(f"the token {FIRST} is here").candidates
    assert found.lines == ()


def test_whether_it_is_whole_is_told_where_its_length_is_known():
    reading = read(f"a {FIRST}\nb {SECOND[:-3]} c\n")
    assert [one.is_complete for one in reading.candidates] == [True, False]
    reading = read(f"a {OTHER}\nb APP_PORTAL_S_{'Nv3zPd8x' * 5}\nc")
    assert [one.is_complete for one in reading.candidates] == [True, False]


def test_the_end_of_a_token_is_masked_far_from_its_beginning():
    """A1: a mail program broke a line, and no other line of that token is among those shown."""
    text = f"{FIRST}\n{wrap(SECOND, 60)}{chr(10) * 7}{OTHER[:-2]}\nIAM_S_{'Pd9kXw3r' * 4}"
    assert SECOND[-14:] not in "\n".join(shown(read(text)))


def test_of_a_secret_of_kubernetes_the_tokens_alone_are_shown():
    """A1: there any name may be that of a password."""
    reading = read(
        f"kind: Secret\ntype: Opaque\nstringData:\n  redis: crane\n  a: {FIRST}\n  b: {SECOND}\n"
    )
    lines = "\n".join(shown(reading))
    assert "crane" not in lines
    assert all(one.fingerprint in lines for one in reading.candidates)


@pytest.mark.parametrize(("length", "is_read"), [(1990, True), (2010, True), (2050, False)])
def test_of_a_long_line_it_is_read_to_the_last_whole_word_and_to_the_token_itself(length, is_read):
    reading = read(f"see {FIRST}:{'.' * (length - len(FIRST))} z\nb {SECOND}")
    (line,) = [one.text for one in reading.candidates[0].lines if one.number == 1]
    begin = f"see IAM_S_•••••••••••• {reading.candidates[0].fingerprint}"
    assert line.startswith(begin)
    assert (line != begin) is is_read


@pytest.mark.parametrize(
    ("length", "is_complete"), [(32, True), (128, True), (31, False), (99, False), (129, None)]
)
def test_of_one_that_is_longer_nobody_says_that_a_part_is_missing(length, is_complete):
    reading = read(f"one {FIRST} here\nthe other IAM_S_{('Nv3zPd8x' * 17)[:length]} there")
    assert [one.is_complete for one in reading.candidates if one.line == 2] == [is_complete]


def test_a_line_is_shown_whole_up_to_200_characters():
    short = shown(read(f"here is {FIRST}\n{SECOND}"))[0]
    mask = short.removeprefix("here is ")
    for length in (199, 200, 201):
        before = f"here is {'w' * (length - len(short) - 1)} "
        line = shown(read(f"{before}{FIRST}\n{SECOND}"))[0]
        assert (line == before + mask) is (length <= 200)
        assert mask in line


def test_a_long_line_without_a_token_is_shown_from_its_beginning():
    lines = set(shown(read(f"{FIRST}\n{'ab ' * 100}\n{SECOND}")))
    assert ("ab " * 100)[:200] + "…" in lines


def test_a_long_line_with_two_is_shown_with_the_first():
    line = shown(read(f"{FIRST} {'ab ' * 100} {SECOND}"))[0]
    assert line.startswith(f"IAM_S_{MASK} ")
    assert line.endswith("…")


def test_of_two_tokens_that_begin_alike_each_is_told_by_its_own_fingerprint():
    """A1: what one has more than the other is no part of what stands around it."""
    longer = FIRST + "Zt8wRc2p" * 12
    reading = read(f"a {FIRST} b\nc {longer} d")
    assert len(reading.candidates) == 2
    short, long = (one.fingerprint for one in reading.candidates)
    for one in reading.candidates:
        assert [line.text for line in one.lines] == [
            f"a IAM_S_{MASK} {short} b",
            f"c IAM_S_{MASK} {long} d",
        ]


def test_the_head_of_a_table_is_read_from_its_beginning():
    """A1: wherever in it a token stands."""
    head = "user,password" + ",x" * 1500 + f",{FIRST}"
    row = "mara,hunter-two" + ",1" * 1500 + f",{SECOND}"
    reading = read(f"{head}\n{row}")
    assert len(reading.candidates) == 2
    assert "hunter-two" not in "\n".join(shown(reading))


def test_the_first_line_names_the_columns_of_rows_far_below_it():
    """A1."""
    rows = [f"mara,hunter-{number}," for number in range(12)]
    reading = read(
        "\n".join(("user,password,token", *rows[:10], rows[10] + FIRST, rows[11] + SECOND))
    )
    assert len(reading.candidates) == 2
    assert "hunter" not in "\n".join(shown(reading))
    assert "mara" in "\n".join(shown(reading))


def test_the_last_column_of_a_table_of_windows_is_one_too():
    """A1."""
    reading = read(f"user,note,password\r\nmara,{FIRST},hunter-two\r\nann,{SECOND},x\r\n")
    assert len(reading.candidates) == 2
    assert "hunter-two" not in "\n".join(shown(reading))


def test_lines_that_show_a_secret_together_are_not_shown():
    """A1: neither has a run of it that is long enough to be one."""
    lines = "GET /?password=correcthorsebattery", "so correcthor", "sebattery it was"
    reading = read("\n".join((lines[0], f"{FIRST} is", *lines[1:], f"and {SECOND}")))
    for one in reading.candidates:
        assert not has_piece("".join(line.text for line in one.lines), "correcthorsebattery")
    assert {line.text for line in reading.candidates[0].lines} == {MASK}
