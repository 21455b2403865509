from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.parsing.parsed_answer import SchemaDeviation
from inspector_app.session.parsing.schema_notes import MAX_NOTES
from tests.session.answers import SUCCESS, changed, exchange


def notes(changes=None, without=(), base="success"):
    parsed = analyze_answer(exchange(changed(base, changes or {}, without))).parsed
    assert parsed is not None
    return [(note.deviation, str(note.message)) for note in parsed.notes]


def test_the_documented_answer_has_nothing_to_note():
    assert notes() == []


def test_a_missing_field_is_noted():
    assert notes(without=("session.user.state",)) == [
        (SchemaDeviation.MISSING, "session.user.state is missing")
    ]


def test_a_null_is_noted_where_a_value_is_documented_only():
    """J4."""
    assert notes({"session.user.name": None, "session.user.extra": None}) == [
        (SchemaDeviation.NULL, "session.user.name is null")
    ]


def test_a_wrong_type_is_noted():
    """J4."""
    assert notes({"session.expires": "7200", "session.user": []}) == [
        (SchemaDeviation.WRONG_TYPE, "session.expires is text where a number is documented"),
        (SchemaDeviation.WRONG_TYPE, "session.user is a list where an object is documented"),
    ]


def test_an_unknown_field_is_noted():
    assert notes({"session.region": 1}) == [
        (SchemaDeviation.UNKNOWN, "session.region is not documented")
    ]


def test_a_number_without_a_documented_meaning_is_noted():
    assert notes({"session.user.type": 7}) == [
        (SchemaDeviation.UNUSUAL, "session.user.type: no meaning is known for 7")
    ]


def test_a_time_or_span_that_can_be_none_is_noted():
    """J6."""
    assert notes({"session.createTime": -1, "session.expires": 0}) == [
        (SchemaDeviation.UNUSUAL, "session.expires: no meaning is known for 0"),
        (SchemaDeviation.UNUSUAL, "session.createTime: no meaning is known for -1"),
    ]
    assert notes({"session.user.password_expire_time": 0}) == []


def test_contradictory_flags_are_noted_each():
    found = notes({"failed": True})

    assert (SchemaDeviation.CONTRADICTORY, "failed says refusal") in found
    assert (SchemaDeviation.CONTRADICTORY, "success says success") in found


def test_two_spellings_that_differ_are_noted():
    assert notes({"session.user.passwordState": 1}) == [
        (
            SchemaDeviation.CONTRADICTORY,
            "session.user.passwordState and session.user.password_state differ",
        )
    ]


def test_more_than_one_session_is_noted():
    session = SUCCESS["session"]

    assert notes({"session": [session, session]}) == [
        (SchemaDeviation.UNUSUAL, "2 sessions came; the first one is read")
    ]


def test_of_a_refusal_nothing_is_expected():
    assert notes(without=("requestId", "session"), base="refusal") == []


def test_notes_have_an_end():
    many = {f"session.new{number}": 1 for number in range(5000)}

    assert len(notes(many)) == MAX_NOTES
