"""What stands beside tokens and is a secret without a name before it is masked too."""

import pytest

from inspector_app.gateway.pasted.context_secrets import mask_named_secrets
from inspector_app.gateway.pasted.unnamed_secrets import find_unnamed_secrets
from inspector_app.session.token import MASK

TOKEN = f"IAM_S_{MASK} 064b5f6a"
WORD = "hunter"


@pytest.mark.parametrize(
    "form",
    [
        "login: alice / {}",
        "user/password: alice/{}",
        "Zugangsdaten: alice / {}",
        "login alice:{}",
        "u: alice p: {}",
        "log in with alice and {}",
        "alice@example.com:{}",
        "alice@example.com / {}",
        "db.example.com:5432:sessions:alice:{}",
        "echo 'alice:{}' | chpasswd",
        "echo {} | sudo -S ls",
        "sudo -S ls <<< {}",
        r"net use Z: \\files.example.com\share {} /user:alice",
        "net user alice {} /add",
        "rasdial vpn alice {}",
        "vault login {}",
        "xfreerdp /u:alice /p:{} /v:pc",
        "schtasks /create /ru alice /rp {}",
        "snmpget -v3 -u alice -A {0} -X {0} host.example.com",
        "snmpwalk -v2c -c {} host.example.com",
        "ftp> user alice {}",
        "ftp> pass {}",
        "P/W: {}",
        "alice, p/w {}",
        "WPA2: {}",
        "WPA2-PSK = {}",
        "WEP:{}",
        "key = 4f{}9k2",
        "'key': '7{}2'",
        "{} is my password",
        "{} ist das neue Passwort",
    ],
)
@pytest.mark.parametrize("beside", ["{}", "{} " + TOKEN])
def test_a_secret_without_a_name_before_it_is_masked(form, beside):
    """A1: whatever the person meant by its place."""
    (shown,) = mask_named_secrets([beside.format(form.format(WORD))], "", [TOKEN])
    assert WORD not in shown
    assert (TOKEN in shown) == (TOKEN in beside)


@pytest.mark.parametrize("line", ["user anna {}", "  USER anna@example.com {} ", "quote user a {}"])
def test_the_login_of_a_script_for_ftp_is_masked(line):
    """A1."""
    (shown,) = mask_named_secrets([line.format(WORD)], "", [])
    assert WORD not in shown


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Your one-time code is 482913", "482913"),
        ("482913 is your verification code", "482913"),
        ("Your code is 482 913.", "482 913"),
        ("Use 48291377 to sign in. Do not share it.", "48291377"),
        ("Ihr Einmalcode lautet 4829", "4829"),
        ("TAN 482913", "482913"),
        ("【EnOS】482913动态码", "482913"),
    ],
)
def test_a_one_time_code_in_a_sentence_is_masked(line, code):
    """A1."""
    assert code not in mask_named_secrets([line], "", [])[0]


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-25 20:41:07.123456 status code 30401 from 192.0.2.1",
        "user alice, log in at 2026-11-25T20:41:07Z",
        "log in: alice@a.example.com:8443",
        "This is the session of alice",
        "key = INC0012345",
        "key: ABC-1234",
        "key = session",
        "the key 4f9k2lqa of the map",
        "user anna reported it by ftp",
        "user not found",
        "user name missing",
        "User is locked",
        "snmp is off, try snmpget",
        "mail anna",
    ],
)
def test_times_codes_and_addresses_are_no_secrets(line):
    assert list(find_unnamed_secrets(line)) == []
