"""What becomes of each documented field at the default level, whatever stands in it."""

import pytest

from inspector_app.report.personal_data import PersonalDataRedactor
from inspector_app.report.pseudonyms import PseudonymKind, compute_pseudonym
from inspector_app.session.interruption import WorkInterruptedError, interruptible
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject

KEY = b"key of this table"
GONE = "[personal data removed]"
KEPT = {
    "ENVELOPE": "status code apim_status requestId success successful fail failed",
    "SESSION": "id status ssoLogin createTime refreshTime expires",
    "USER": "type state authType mfaType passwordState password_state passwordStrength "
    "password_strength passwordExpireTime password_expire_time createTime createdAt emailVerified "
    "emailVerifiedAt phoneVerified phoneVerifiedAt",
    "COMPANION": "status code apim_status requestId success successful fail failed",
    "ORGANIZATION_INFO": "state approvalState certificationState type createTime",
    "PORTAL_ENVELOPE": "code apim_status requestId",
    "PORTAL_PAGE": "id createTime refreshTime expires mfaType MFACompleted isSsoLogin",
    "PORTAL_COMPANION": "code apim_status requestId",
    "PORTAL_DATA": "type joinTime createdTime updatedTime",
    "PORTAL_APPLICATION": "type status createdTime",
}
REMOVED = {
    "USER": "email phone phoneArea description extra domain",
    "ORGANIZATION_INFO": "approvalDescription description code extra",
    "PORTAL_DATA": "nickName email phoneArea phone domain description company department position",
    "PORTAL_APPLICATION": "category url",
    "PORTAL_MENU": "url",
}
NAMED = {
    ("USER", "user"): "name id createdByUserId",
    ("USER", "org"): "organizationId",
    ("USER", "resource"): "resourceId",
    ("ORGANIZATION", "org"): "name id domain",
    ("ORGANIZATION_INFO", "org"): "name id domain",
    ("ORGANIZATION_INFO", "user"): "ownerId createdByUserId",
    ("ORGANIZATION_INFO", "resource"): "resourceId",
    ("PORTAL_SESSION", "user"): "userId userName",
    ("PORTAL_SESSION", "org"): "currentOrgId currentOrgName",
    ("PORTAL_DATA", "user"): "name id",
    ("PORTAL_APPLICATION", "app"): "name displayName identifier code id",
    ("PORTAL_MENU", "resource"): "name identifier id",
}
INNER = {
    "ENVELOPE": {"session": "SESSION"},
    "SESSION": {
        "user": "USER",
        "workingOrganization": "ORGANIZATION",
        "residentOrganization": "ORGANIZATION",
    },
    "USER": {"organization": "ORGANIZATION", "guestOrganizations": "ORGANIZATION"},
    "COMPANION": {"organization": "ORGANIZATION_INFO", "organizations": "ORGANIZATION_INFO"},
    "PORTAL_ENVELOPE": {"data": "PORTAL_SESSION"},
    "PORTAL_PAGE": {"user": "USER", "workingOrganization": "ORGANIZATION"},
    "PORTAL_COMPANION": {
        "data": "PORTAL_DATA",
        "organizations": "ORGANIZATION",
        "apps": "PORTAL_APPLICATION",
        "menus": "PORTAL_MENU",
        "permissions": "PORTAL_MENU",
    },
    "PORTAL_DATA": {
        "organizations": "ORGANIZATION",
        "apps": "PORTAL_APPLICATION",
        "menus": "PORTAL_MENU",
        "permissions": "PORTAL_MENU",
    },
    "PORTAL_MENU": {"children": "PORTAL_MENU"},
}
MESSAGES = "ENVELOPE COMPANION PORTAL_ENVELOPE PORTAL_COMPANION".split()  # noqa: SIM905


def list_cells(table):
    return [(row, field) for row, fields in table.items() for field in fields.split()]


def redact(object_type, **members):
    """The members of an object of a type, as they leave."""
    root = JsonObject(tuple(members.items()))
    redactor = PersonalDataRedactor(JsonObject(()), KEY, [(object_type, root)])
    redacted = redactor.redact_companion(object_type, root)
    assert isinstance(redacted, JsonObject)
    return dict(redacted.members)


def redact_field(row, field, value):
    return redact(ObjectType[row], **{field: value})[field]


def test_the_tables_have_a_row_for_every_documented_field():
    known = {
        (one.name, name) for one in ObjectType for spec in list_fields(one) for name in spec.names
    }
    listed = {*list_cells(KEPT), *list_cells(REMOVED)}
    listed |= {(row, field) for (row, _), fields in NAMED.items() for field in fields.split()}
    listed |= {(row, field) for row, fields in INNER.items() for field in fields}
    listed |= {(row, field) for row in MESSAGES for field in ("message", "msg")}
    assert listed == known


@pytest.mark.parametrize(("row", "field"), list_cells(KEPT))
def test_a_code_stays_and_a_name_in_its_place_goes(row, field):
    """E1: a gateway may write a name where a code is documented."""
    is_request = field == "requestId"
    codes = ("a1B-2",) if is_request else ("STRONG_ENOUGH", "2019-05-14 08:33:19.0", "")
    for value in (*codes, JsonNumber("7"), True, None):
        assert redact_field(row, field, value) == value
    assert redact_field(row, field, "Ada Lovelace") == GONE
    assert redact_field(row, field, "ada-lovelace-2") == ("ada-lovelace-2" if is_request else GONE)
    assert redact_field(row, field, JsonArray(("Ada",))) == JsonArray((GONE,))
    if is_request:
        assert redact_field(row, field, "a" * 65) == GONE


@pytest.mark.parametrize(("row", "field"), list_cells(REMOVED))
def test_what_is_of_a_person_goes_whole(row, field):
    """E1: a code and a number, too."""
    for value in ("Ada Lovelace", "STRONG", "2019-05-14", JsonNumber("7")):
        assert redact_field(row, field, value) == GONE
        assert redact_field(row, field, JsonArray((value,))) == JsonArray((GONE,))
    for nobody in ("", None, True):
        assert redact_field(row, field, nobody) == nobody


@pytest.mark.parametrize(
    ("row", "kind", "field"),
    [(row, kind, field) for (row, kind), fields in NAMED.items() for field in fields.split()],
)
def test_an_identity_becomes_its_label(row, kind, field):
    """E2: of its kind, wherever it stands."""
    for value, text in (("ada", "ada"), (JsonNumber("4711"), "4711"), ("STRONG", "STRONG")):
        folded = text.lower() if kind == "app" else text
        expected = compute_pseudonym(PseudonymKind(kind), folded, KEY)
        assert redact_field(row, field, value) == expected
    for container in (JsonArray(("ada",)), JsonObject((("a", "ada"),))):
        assert redact_field(row, field, container) == GONE
    assert redact_field(row, field, "") == ""
    assert redact_field(row, field, None) is None


@pytest.mark.parametrize(
    ("row", "field", "sibling"),
    [
        ("USER", "name", "id"),
        ("ORGANIZATION", "name", "id"),
        ("ORGANIZATION", "domain", "id"),
        ("ORGANIZATION_INFO", "name", "id"),
        ("PORTAL_SESSION", "userName", "userId"),
        ("PORTAL_SESSION", "currentOrgName", "currentOrgId"),
        ("PORTAL_DATA", "name", "id"),
    ],
)
def test_a_name_has_the_label_of_its_id(row, field, sibling):
    """E2."""
    both = redact(ObjectType[row], **{field: "ada", sibling: "u1"})
    assert both[field] == both[sibling] == redact_field(row, sibling, "u1")
    assert redact(ObjectType[row], **{field: "", sibling: "u1"})[field] == ""
    assert redact(ObjectType[row], **{field: "ada", sibling: ""})[field] == redact_field(
        row, field, "ada"
    )


@pytest.mark.parametrize(
    ("row", "field", "inner"),
    [(row, field, inner) for row, fields in INNER.items() for field, inner in fields.items()],
)
def test_what_is_inside_is_redacted_as_what_it_is(row, field, inner):
    """E1: alone, in a list, and where there is a text in its place."""
    members = {name: "ada" for spec in list_fields(ObjectType[inner]) for name in spec.names}
    as_inner = redact(ObjectType[inner], **members)
    found = redact_field(row, field, JsonObject(tuple(members.items())))
    assert dict(found.members) == as_inner
    (listed,) = redact_field(row, field, JsonArray((JsonObject(tuple(members.items())),))).items
    assert dict(listed.members) == as_inner
    label = compute_pseudonym(PseudonymKind.ORGANIZATION, "ada", KEY)
    of_text = label if inner.startswith("ORGANIZATION") else GONE
    assert redact_field(row, field, "ada") == of_text
    assert redact_field(row, field, JsonArray(("ada",))) == JsonArray((of_text,))


@pytest.mark.parametrize("row", MESSAGES)
@pytest.mark.parametrize("field", ["message", "msg"])
def test_a_message_keeps_its_words_without_the_names_and_numbers_in_it(row, field):
    """E1."""
    assert redact_field(row, field, "No session, ask for one.") == "No session, ask for one."
    assert redact_field(row, field, JsonArray(("No session",))) == JsonArray((GONE,))
    for personal in (
        "ada@example.com",
        "a.b+c-d_e@mail.example.com",
        "u15440200922941",
        "+44 20 7946 0018",
        "(020) 7946-0018"[1:],
        "12345678",
    ):
        assert redact_field(row, field, f"To {personal}, see.") == f"To {GONE}, see."
    for ordinary in ("1234567", "u154402", "code 99403", "v2.0", "a@"):
        assert redact_field(row, field, f"To {ordinary}, see.") == f"To {ordinary}, see."


@pytest.mark.parametrize("at", [0, 65_520, 65_530, 65_536, 131_070])
def test_megabytes_of_a_message_are_redacted_in_steps_that_others_may_interrupt(at):
    """E1, J5: no other thread runs within a step; 7 MB at one go held up the window for 0.3 s."""
    redactor = PersonalDataRedactor(JsonObject(()), KEY)
    text = f"{'x ' * (at // 2)} ada@example.com, +44 20 7946 0018 {'x ' * 70_000}"
    expected = text.replace("ada@example.com", GONE).replace("+44 20 7946 0018", GONE)
    assert redactor.redact_text(text) == expected
    with interruptible(lambda: True), pytest.raises(WorkInterruptedError):
        redactor.redact_text(text)


@pytest.mark.parametrize(
    ("name", "is_found"), [("ada", True), ("ad", False), ("李雷", True), ("李", False)]
)
def test_from_which_length_on_a_name_is_found_in_a_message(name, is_found):
    """E1: shorter ones are everywhere."""
    user = JsonObject((("name", name),))
    root = JsonObject((("session", JsonObject((("user", user),))), ("message", f"no {name}!")))
    redacted = PersonalDataRedactor(root, KEY).redact_document()
    assert isinstance(redacted, JsonObject)
    shown = dict(redacted.members)["message"]
    assert (name not in str(shown)) is is_found


def hold(name):
    """What may hold the texts of a field that is removed."""
    inner = JsonObject((("x", name),))
    return (name, inner, JsonArray((name,)), JsonArray((inner,)), JsonObject((("y", inner),)))


@pytest.mark.parametrize("field", ["nickname", "unknownField"])
def test_a_name_in_whatever_was_removed_is_found_in_a_message(field):
    """E1."""
    for value in hold("ada lovelace"):
        user = JsonObject(((field, value),))
        root = JsonObject(
            (("session", JsonObject((("user", user),))), ("message", "no ADA Lovelace!"))
        )
        redacted = PersonalDataRedactor(root, KEY).redact_document()
        assert isinstance(redacted, JsonObject)
        assert dict(redacted.members)["message"] == f"no {GONE}!"


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("badge", True),
        ("badge_no2", True),
        ("a" * 40, True),
        ("a" * 41, False),
        ("badge-no", False),
        ("2badge", False),
        ("badge123456", False),
        ("badge12345", True),
        ("ada", False),
        ("", False),
    ],
)
def test_an_undocumented_name_stays_where_it_can_be_nobodys(name, stays):
    """E1: names of people and numbers are used as keys."""
    members = {"id": "ada", name: "x"}
    shown = redact(ObjectType.USER, **members)
    assert (name in shown) is stays
    if not stays:
        assert compute_pseudonym(PseudonymKind.FIELD, name, KEY) in shown


def test_a_map_of_people_or_organizations_has_labels_for_names():
    """E1."""
    inner = JsonObject((("ada", "x"),))
    label = compute_pseudonym(PseudonymKind.FIELD, "ada", KEY)
    assert redact_field("USER", "extra", inner) == JsonObject(((label, GONE),))
    assert label in redact(ObjectType.ORGANIZATION, ada=inner)
    assert label in redact(ObjectType.ORGANIZATION_INFO, ada=JsonArray(()))
    assert "ada" in redact(ObjectType.ORGANIZATION, ada="x")
    assert "ada" in redact(ObjectType.USER, ada=inner)


@pytest.mark.parametrize(
    "written", ["ADA_LOVELACE", "ADA LOVELACE", "Ada Lovelace", "ada_lovelace"]
)
def test_a_name_written_as_a_code_has_its_label(written):
    """E1: with its blanks as ``_``, in whatever case."""
    label = compute_pseudonym(PseudonymKind.USER, "Ada Lovelace", KEY)
    assert redact(ObjectType.USER, name="Ada Lovelace", state=written)["state"] == label


def test_a_value_of_its_own_label_wins_over_being_removed():
    shown = redact(ObjectType.USER, email="ada", name="ada", phone="ada")
    label = compute_pseudonym(PseudonymKind.USER, "ada", KEY)
    assert shown == {"email": label, "name": label, "phone": label}


def test_an_application_has_one_label_however_it_is_spelled():
    """E2: what one is asked by need not be spelled as in the list."""
    redactor = PersonalDataRedactor(JsonObject(()), KEY)
    label = compute_pseudonym(PseudonymKind.APPLICATION, "portal", KEY)
    assert {redactor.label_application(one) for one in ("Portal", " PORTAL ", "portal")} == {label}
    assert redactor.label_application(" ") == ""
