"""What stands beside tokens and is a secret by its name is masked, however it is written there."""

import pytest

from inspector_app.gateway.pasted.context_secrets import mask_all_but, mask_named_secrets
from inspector_app.session.token import MASK

TOKEN = f"IAM_S_{MASK} 064b5f6a"
SECRET = "Zq7-hunter"
WORDS = "correct horse battery"

WRITTEN = [
    "password={}",
    "password     =     {}",
    "password\t{}",
    "password := '{}'",
    "'password' => '{}'",
    "pwd -> {}",
    "pw: {}",
    "pw_: {}",
    ".pass-: {}",
    "The password is {}",
    "access key: {}",
    "verification code {}",
    "code={}",
    '"password": "{}"',
    '{{"password": "a\\"{}"}}',
    '{{\\"password\\":\\"{}\\"}}',
    '{{\\\\\\"password\\\\\\":\\\\\\"{}\\\\\\"}}',
    '"password": "a;{}"',
    '"password": "", "secret": "{}"',
    '"passwords": ["a", "{}"]',
    '"password": {{"current": "{}"}}',
    '"name": "X-Auth-Token", "value": "{}"',
    '"key": "client_secret", "value": "{}", "type": "text"',
    '"cookies": [{{"name": "sid", "value": "{}"}}]',
    "“password”: “{}”",
    "**password**: `{}`",
    "| password | {} |",
    "<password>{}</password>",
    '<wsse:Password Type="x" id="y">{}</wsse:Password>',
    '<user password="{}"/>',
    "user[password]={}",
    "aaaaaaaaaa" * 12 + "Password={}",
    "密码：{}",
    "密码7{}",
    "Passwort: {}",
    "pass&#119;ord={}",
    "{{&quot;password&quot;:&quot;{}&quot;}}",
    "%70assword%3D{}",
    "pass\\u0077ord: {}",
    "curl -u 'alice:{}' https://a.example.com",
    "curl -ualice:{} https://a.example.com",
    "curl --proxy-user alice:{} -x http://proxy.example.com",
    "curl -b 'lang=en; other={}' https://a.example.com",
    "curl -H 'Cookie: lang=en; other={}' https://a.example.com",
    "http -a alice:{} POST a.example.com",
    "mysql -u root -p{}",
    "tool --password {} next",
    "tool -Password '{}'",
    "ConvertTo-SecureString '{}' -AsPlainText",
    'New-Object System.Net.Cookie("sid", "{}", "/", "a.example.com")',
    'requests.get(url, auth=("alice", "{}"))',
    "machine a.example.com login alice password {}",
    "setx CLIENT_SECRET {}",
    "https://alice:{}@a.example.com/x",
    "Set-Cookie: sid={}; Path=/",
    "DB_PW={}",
    "keytool -storepass {}",
    "sshpass -p '{}' ssh alice@a.example.com",
    "ldapsearch -w {}",
    "kubectl create secret generic x --from-literal=redis={}",
    "jdbc:oracle:thin:alice/{}@a.example.com:1521/x",
    "alice:{}@a.example.com",
    "<key>Password</key><string>{}</string>",
    ".dockerconfigjson: {}",
    "Votre m. de passe : {}",
    "Contrasen\u0303a: {}",
    "Lösenord: {}",
    "Şifre: {}",
    "Mật khẩu: {}",
    "รหัสผ่าน: {}",
    "كلمة المرور: {}",
    "密碼：{}",
]


WRITTEN += [
    "密码是{}",
    "パスワードは{}です",
    "账号alice密码{}",
    "비밀번호{}",
    "Initialpasswort {}",
    "Code: {}",
    "CREATE USER alice IDENTIFIED BY '{}'",
    "tool -password {} -v",
    "plink -pw {} alice@a",
    "tool -passin {}",
    "tool -pin {}",
    "sqlcmd -U alice -P {}",
    "ldapmodify -w{}",
    "curl --cert alice.pem:{}",
    "smbclient.py DOMAIN/alice:{}@pc",
]
"""Names without a mark behind them, and options that are longer than a letter."""


@pytest.mark.parametrize("form", WRITTEN)
def test_a_named_secret_is_masked_and_the_token_beside_it_stays(form):
    """A1: whole, whatever its marks, and whatever stands before and behind it."""
    for beside in ("{}", "{} " + TOKEN, TOKEN + " {}"):
        line = beside.format(form.format(SECRET))
        (shown,) = mask_named_secrets([line], "", [TOKEN])
        assert "hunter" not in shown
        assert "Zq7" not in shown
        assert (TOKEN in shown) == (TOKEN in line), shown


@pytest.mark.parametrize("name", ["pass&#119;ord=", "%70assword=", "pass\\u0077ord: "])
def test_an_escaped_name_has_its_secret_in_its_own_line(name):
    lines = [f"{name}{SECRET}", "and what stands here stays"]
    assert mask_named_secrets(lines, "", []) == [MASK, lines[1]]


@pytest.mark.parametrize("mark", ['"', "'", '\\"', '\\\\\\"', "`"])
def test_a_value_in_quotes_ends_with_the_same_mark_or_with_the_line(mark):
    """A1."""
    before = f"{{{mark}password{mark}: {mark}"
    behind = f"{mark}, {mark}org{mark}: {mark}o1{mark}}}"
    (shown,) = mask_named_secrets([f"{before}{SECRET}{behind}"], "", [])
    assert shown == f"{before}{MASK}{behind}"
    (shown,) = mask_named_secrets([f"{before}{WORDS}"], "", [])
    assert shown == f"{before}{MASK}"


@pytest.mark.parametrize("name", ["密码2：", "密码2 = ", "新密码a: "])
def test_a_name_that_is_marked_as_one_stays_whole(name):
    assert mask_named_secrets([f"{name}{SECRET}"], "", []) == [f"{name}{MASK}"]


def test_what_is_found_twice_hides_nothing_behind_it():
    """A1."""
    line = f"password=https://alice:{SECRET}@a.example.com/x pin={SECRET} pwd={SECRET}"
    (shown,) = mask_named_secrets([line], "", [])
    assert "hunter" not in shown
    assert shown.endswith(f" pin={MASK} pwd={MASK}")
    line = f'password="my pin is {SECRET}" pwd={SECRET}'
    assert mask_named_secrets([line], "", []) == [f'password="{MASK}" pwd={MASK}']


def test_a_secret_in_the_next_line_is_masked_to_its_first_letter():
    """A1."""
    assert mask_named_secrets(["password:", SECRET], "", []) == ["password:", MASK]


def test_a_quotation_mark_in_front_of_the_name_is_closed_behind_the_secret():
    line = f'"password: {SECRET}" and the rest'
    assert mask_named_secrets([line], "", []) == [f'"password: {MASK}" and the rest']


@pytest.mark.parametrize("behind", ["", ", next", ";", ")"])
def test_a_quotation_mark_within_a_secret_is_not_its_end(behind):
    """A1."""
    (shown,) = mask_named_secrets([f'"password": "Zq7"hunter"{behind}'], "", [])
    assert shown == f'"password": "{MASK}"{behind}'


@pytest.mark.parametrize("option", ["-u alice:", "-ualice:", "-pin ", "--auth alice:", "-p"])
def test_an_option_has_one_argument_which_ends_at_a_space(option):
    """A1: whatever marks are in it; and what is behind it is shown."""
    lines = [f"call {option}{SECRET}&b={SECRET} https://a.example.com --verbose"]
    (shown,) = mask_named_secrets(lines, "", [])
    assert "hunter" not in shown
    assert "Zq7" not in shown
    assert shown.startswith("call -")
    assert shown.endswith(" https://a.example.com --verbose")


@pytest.mark.parametrize(
    "form",
    [
        "password: {}",
        '"password": "{}"',
        "password={}",
        "<password>{}</password>",
        "--password '{}'",
    ],
)
def test_a_secret_of_several_words_is_masked_to_its_last(form):
    """A1."""
    (shown,) = mask_named_secrets([form.format(WORDS)], "", [])
    assert not any(one in shown for one in WORDS.split())


@pytest.mark.parametrize(
    ("lines", "secrets"),
    [
        (["password:", "", "  Zq7 hunter"], ["Zq7", "hunter"]),
        (["password:", "", " ", "Zq7 hunter"], ["Zq7", "hunter"]),
        (['"name": "password",', '"value": "Zq7 hunter"'], ["Zq7", "hunter"]),
        (["-----BEGIN PRIVATE KEY-----", "MIIEvQIB", "BKcwggSj"], ["MIIEvQIB", "BKcwggSj"]),
        (["<key>Password</key>", "<string>Zq7 hunter</string>"], ["Zq7", "hunter"]),
        (["<td>Password</td>", "<td>Zq7 hunter</td>"], ["Zq7", "hunter"]),
        (["secret:", "  name: Zq7", "  content: hunter"], ["Zq7", "hunter"]),
        (["password: !vault |", "  1.1;AES", "  Zq7hunter"], ["Zq7", "hunter"]),
        (["user,password", "alice,Zq7", "bob,hunter"], ["Zq7", "hunter"]),
        (["user;pin;age", "alice;Zq7;3", '"a;b";hunter;4'], ["Zq7", "hunter"]),
    ],
)
def test_a_secret_in_another_line_than_its_name_is_masked(lines, secrets):
    """A1."""
    shown = "\n".join(mask_named_secrets(lines, "", []))
    assert not any(one in shown for one in secrets)


@pytest.mark.parametrize("name", ["the token:", "token =", "Cookie:"])
def test_a_word_that_is_spoken_of_is_a_name_before_its_mark(name):
    """A1."""
    assert mask_named_secrets([name, SECRET], "", []) == [name, MASK]


def test_marks_around_a_secret_stay_only_on_both_sides():
    assert mask_all_but(f" {SECRET} ", []) == f" {MASK} "
    for one in (f"{SECRET} ", f" {SECRET}", SECRET):
        assert mask_all_but(one, []) == MASK


@pytest.mark.parametrize("header", ["a=1,password", "at: 7,password"])
def test_a_line_with_values_is_no_head_of_a_table(header):
    assert mask_named_secrets(["alice,bob"], header, []) == ["alice,bob"]


def test_what_stands_deeper_than_a_secret_ends_with_the_next_line_that_does_not():
    """A1."""
    lines = ["  password: a", "    Zq7", "", "    hunter", "  user: alice", "    of: b"]
    assert mask_named_secrets(lines, "", []) == [
        f"  password: {MASK}",
        MASK,
        "",
        MASK,
        "  user: alice",
        "    of: b",
    ]


def test_the_first_line_of_the_text_names_the_columns_of_a_table():
    """A1: the lines that are shown may be far below it."""
    shown = mask_named_secrets([f"alice,Zq7,{TOKEN}"], "user,password,token", [TOKEN])
    assert shown == [f"alice,{MASK},{TOKEN}"]


@pytest.mark.parametrize(
    "line",
    [
        f"2026-11-25 20:41:07 INFO user=alice token={TOKEN} org=o123 path=/x",
        f"2026-11-25 20:41:09 WARN token expired for user bob token={TOKEN} ip=192.0.2.1",
        f"Hello, could you look at this token? Alice says hi. {TOKEN}",
        f"Token of Alice {TOKEN}",
        f"curl https://a.example.com/x -H 'Authorization: Bearer {TOKEN}' -H 'X-Request: 1'",
        f'{{"sessionId": "{TOKEN}", "user": {{"name": "alice", "passwordState": 0}}}}',
        f"https://a.example.com/?accessToken={TOKEN}&lang=en#mail=a@example.com",
        '{"tokenType": "Bearer", "status": 0, "message": "no such thing"}',
        "a line without anything in it: 1, 2 and 3",
        "mail:alice@a.example.com mailto:alice@a.example.com",
        '{"code": 30401, "status": 401}, Code: 404',
        "Here is what you asked for, the token",
        "login alice: wrong organization; 2026-11-25 20:41 user alice code 1234.56",
        "",
    ],
)
def test_what_tells_tokens_apart_stays(line):
    assert mask_named_secrets([line, "Host: a.example.com"], "", [TOKEN]) == [
        line,
        "Host: a.example.com",
    ]


def test_behind_a_token_its_fellows_in_a_cookie_header_are_masked():
    """A1: each cookie is a secret."""
    shown = mask_named_secrets(
        [f"Cookie: global_id={TOKEN}; JSESSIONID=Zq7; a=hunter"], "", [TOKEN]
    )
    assert "Zq7" not in shown[0]
    assert "hunter" not in shown[0]
    assert TOKEN in shown[0]


@pytest.mark.parametrize(
    "line",
    [
        f"global_id%3D{TOKEN}%3B%20lang%3Den",
        f"https://x.example.com/cb?next=%252Fapp%253FaccessToken%253D{TOKEN}",
        f"b'POST /x HTTP/1.1\\r\\nAuthorization: Bearer {TOKEN}\\r\\nAccept: */*\\r\\n'",
    ],
)
def test_a_token_in_escapes_leaves_what_is_around_it(line):
    assert mask_named_secrets([line], "", [TOKEN]) == [line]


def test_a_row_whose_cells_cannot_be_counted_is_masked_as_a_whole():
    """A1."""
    assert mask_named_secrets(["alice,Zq7,x", "alice,Zq7"], "user,password", []) == [
        MASK,
        f"alice,{MASK}",
    ]
