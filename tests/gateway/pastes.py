"""What people paste, as data: the text, the token in it, and the host it names."""

import json
from dataclasses import dataclass
from urllib.parse import quote

SHORT = "IAM_S_" + "Ab1Cd2Ef" * 4
LONG = "IAM_S_" + "Gh3Jk4Lm" * 16
PORTAL = "APP_PORTAL_S_" + "Np5Qr6St" * 4
JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MTU1In0.c2lnbmF0dXJlLXBhcnQ"
OPAQUE = "3f9c/7b21+e84d~5a60=="
HOST = "apim.example.com"
URL = f"https://{HOST}/enos-iam-service/v2.0/session/info"


@dataclass(frozen=True)
class Paste:
    """A text, the token in it, and the host it names."""

    text: str
    token: str
    host: str | None = None


@dataclass(frozen=True)
class Damaged:
    """A text without a usable token, and a word of the reason."""

    text: str
    reason: str


def har(*headers, url=URL, cookies=()):
    named = [{"name": name, "value": value} for name, value in headers]
    kept = [{"name": name, "value": value} for name, value in cookies]
    request = {"method": "POST", "url": url, "headers": named, "cookies": kept}
    return {"startedDateTime": "2026-02-02T10:00:00Z", "request": request, "response": {}}


def recording(*entries):
    return json.dumps({"log": {"version": "1.2", "entries": list(entries)}}, indent=1)


def answered(**session):
    return {"status": 0, "message": "", "session": {"expires": 7200, **session}, "success": True}


BASH = f"""curl '{URL}' \\
  -X 'POST' \\
  -H 'accept: application/json' \\
  -H 'authorization: Bearer {LONG}' \\
  --compressed"""
BASH_COOKIE = f"""curl '{URL}' \\
  -H 'accept: */*' \\
  -b 'lang=en; global_id={LONG}; theme=dark' \\
  --data-raw $'it\\'s'"""
BASH_ANSI = (
    f"curl '{URL}' -H $'authorization: Bearer {SHORT[:9]}\\u00{ord(SHORT[9]):02x}{SHORT[10:]}'"
)
CMD = f"""curl ^"{URL}^" ^
  -X ^"POST^" ^
  -H ^"accept: application/json^" ^
  -H ^"authorization: Bearer {LONG}^" ^
  --compressed"""
CMD_PERCENT = f'curl ^"{URL}^" ^\n -b ^"global_id={OPAQUE[:-2]}^%^3D^%^3D; a=b^"'
CMD_OLD = f'curl "{URL}" -H "Authorization: Bearer {LONG}" -d "{{\\"a\\":1}}"'
POWERSHELL_CURL = f"""curl.exe -X POST '{URL}' `
  -H 'Authorization: Bearer {LONG}' `
  -H "Accept: `"*/*`" " """
POWERSHELL = f"""$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.Cookies.Add((New-Object System.Net.Cookie("global_id", "{LONG}", "/", "{HOST}")))
Invoke-WebRequest -UseBasicParsing -Uri "{URL}" `
-Method "POST" -WebSession $session"""
POWERSHELL_HEADERS = f"""Invoke-RestMethod -Uri "{URL}" -Headers @{{
"authority"="{HOST}"
  "authorization"="Bearer {LONG}"
}}"""
FETCH = f"""fetch("{URL}", {{
  "headers": {{
    "accept": "*/*",
    "authorization": "Bearer {LONG}"
  }},
  "method": "POST"
}});"""
PYTHON = f"requests.post('{URL}', headers={{'Authorization': 'Bearer {LONG}'}})"
JAVA = f'request.setHeader("Authorization", "Bearer {LONG}"); // {URL}'
RAW = f"""POST /enos-iam-service/v2.0/session/info HTTP/1.1
Host: {HOST}
Accept: */*
Authorization: Bearer {LONG}
Content-Length: 0"""
TABLE = f"""accept
*/*
authorization
Bearer {LONG}
content-type
application/json"""
TABLE_COLON = f"authorization:\nBearer {LONG}\nhost:\nx"
MAIL = f"Hello,\n\nthe token is below.\n{LONG[:70]}\n{LONG[70:]}\n\nKind regards"
QUOTED_MAIL = f"> {LONG[:70]}\n> {LONG[70:]}"
LOG_LINE = f"2026-02-02 10:00:00,123 INFO [http-1] user=portal_test01 session={LONG} took 12 ms"

READ = [
    Paste(SHORT, SHORT),
    Paste(LONG, LONG),
    Paste(PORTAL, PORTAL),
    Paste(JWT, JWT),
    Paste(OPAQUE, OPAQUE),
    Paste(f"  {LONG}\t\n", LONG),
    Paste(f"\ufeff{LONG}", LONG),
    Paste(f"{LONG[:60]}\u200b{LONG[60:]}", LONG),
    Paste(f"\u202a{LONG}\u202c", LONG),
    Paste(f"Bearer {LONG}", LONG),
    Paste(f"bearer   {LONG}", LONG),
    Paste(f"BEARER {JWT}", JWT),
    Paste(f"Bearer Bearer {LONG}", LONG),
    Paste(f"Bearer: {LONG}", LONG),
    Paste(f'"{LONG}"', LONG),
    Paste(f"'{LONG}'", LONG),
    Paste(f"`{LONG}`", LONG),
    Paste(f"\u201c{LONG}\u201d", LONG),
    Paste(f"\u00ab{LONG}\u00bb", LONG),
    Paste(f'"{LONG}",', LONG),
    Paste(f'"Bearer {LONG}"', LONG),
    Paste(f"Bearer '{LONG}'", LONG),
    Paste(f'"{LONG}', LONG),
    Paste(f"{LONG[:64]}\r\n{LONG[64:]}", LONG),
    Paste(f"{LONG[:40]}\n  {LONG[40:80]}\n  {LONG[80:]}", LONG),
    Paste(QUOTED_MAIL, LONG),
    Paste(f"{LONG}.", LONG),
    Paste(f"{LONG};", LONG),
    Paste(f"{quote('Bearer ')}{LONG}", LONG),
    Paste(quote(OPAQUE, safe=""), OPAQUE),
    Paste(f"Authorization: Bearer {LONG}", LONG),
    Paste(f"authorization:Bearer {LONG}", LONG),
    Paste(f"Authorization: {LONG}", LONG),
    Paste(f"Authorization: {JWT}", JWT),
    Paste(f"Authorization: Bearer {LONG[:50]}\n {LONG[50:]}", LONG),
    Paste(f"Authorization=Bearer {LONG}", LONG),
    Paste(f"-H 'Authorization: Bearer {LONG}'", LONG),
    Paste(f'"Authorization": "Bearer {LONG}",', LONG),
    Paste(f"global_id={LONG}", LONG),
    Paste(f"Cookie: a=1; global_id={LONG}; b=2", LONG),
    Paste(f"a=1; global_id={LONG}; b=2", LONG),
    Paste(f"Set-Cookie: global_id={LONG}; Path=/; HttpOnly", LONG),
    Paste(RAW, LONG, HOST),
    Paste(RAW.replace("\n", "\r\n"), LONG, HOST),
    Paste(TABLE, LONG),
    Paste(TABLE_COLON, LONG, "x"),
    Paste(f"Authorization: Basic c29tZTpvbmU=\nCookie: global_id={LONG}", LONG),
    Paste(f"Authorization: {PORTAL}\nCookie: global_id={LONG}", LONG),
    Paste(BASH, LONG, HOST),
    Paste(f"$ {BASH}", LONG, HOST),
    Paste(BASH_COOKIE, LONG, HOST),
    Paste(BASH_ANSI, SHORT, HOST),
    Paste(f'curl -sS -X POST --header "Authorization: Bearer {LONG}" {URL}', LONG, HOST),
    Paste(f"curl --header='Authorization: {JWT}' --url {URL}", JWT, HOST),
    Paste(f"curl -H'authorization: {LONG}' {URL}", LONG, HOST),
    Paste(f"curl https://{HOST}:8443/ -H 'Authorization: {LONG}'", LONG, f"{HOST}:8443"),
    Paste(f"curl https://{HOST}:443/ -H 'Authorization: {LONG}'", LONG, HOST),
    Paste(f"curl https://me:pw@{HOST}/ -H 'Authorization: {LONG}'", LONG, HOST),
    Paste(f"curl https://{SHORT}/ -H 'Authorization: {LONG}'", LONG),
    Paste(f"curl http://[broken/ -H 'Authorization: {LONG}'", LONG),
    Paste(f"curl --oauth2-bearer {LONG} {URL}", LONG, HOST),
    Paste(CMD, LONG, HOST),
    Paste(CMD.replace("\n", "\r\n"), LONG, HOST),
    Paste(CMD_PERCENT, OPAQUE, HOST),
    Paste(CMD_OLD, LONG, HOST),
    Paste(f"C:\\Users\\someone>{CMD}", LONG, HOST),
    Paste(POWERSHELL_CURL, LONG, HOST),
    Paste(POWERSHELL, LONG, HOST),
    Paste(POWERSHELL_HEADERS, LONG, HOST),
    Paste(FETCH, LONG, HOST),
    Paste(PYTHON, LONG, HOST),
    Paste(JAVA, LONG, HOST),
    Paste(recording(har(("Authorization", f"Bearer {LONG}"))), LONG, HOST),
    Paste(json.dumps(har(("authorization", LONG))), LONG, HOST),
    Paste(json.dumps(har(("authorization", LONG))["request"]), LONG, HOST),
    Paste(recording(har(), har(cookies=[("global_id", LONG)]), har()), LONG, HOST),
    Paste(
        recording(har(("Authorization", SHORT)), har(("Authorization", f"Bearer {LONG}"))),
        LONG,
        HOST,
    ),
    Paste(
        recording(har(("Authorization", LONG)), har(("Authorization", PORTAL), url="https://x/")),
        LONG,
        HOST,
    ),
    Paste(json.dumps(answered(id=LONG, user={"id": "u155"})), LONG),
    Paste(json.dumps({"session": [{"user": {"id": "u155"}, "id": LONG}]}), LONG),
    Paste(json.dumps({"data": {"sessionId": LONG}}), LONG),
    Paste(json.dumps({"access_token": JWT, "token_type": "Bearer"}), JWT),
    Paste(json.dumps([{"anything": {"at": ["all", LONG]}}]), LONG),
    Paste(json.dumps({"Authorization": f"Bearer {LONG}"}), LONG),
    Paste(json.dumps({"session": {"id": OPAQUE}}).replace("=", "\\u003d"), OPAQUE),
    Paste(LOG_LINE, LONG),
    Paste(f"the user's id is {LONG}.", LONG),
    Paste(f"{URL}?sessionId={LONG}&lang=en", LONG),
    Paste(f"{LONG} is the token", LONG),
    Paste(f"[{LONG}] [{LONG}]", LONG),
    Paste(f"Sent with Bearer {JWT} at 10:00", JWT),
    Paste(f"INFO header Authorization Bearer {OPAQUE} sent", OPAQUE),
    Paste(MAIL, LONG),
]

UNUSABLE = [
    Damaged("", "nothing"),
    Damaged(" \t\r\n ", "nothing"),
    Damaged("\u200b\ufeff", "nothing"),
    Damaged('""', "nothing"),
    Damaged("Bearer", "only the word"),
    Damaged("Authorization: Bearer ", "only the word"),
    Damaged("Authorization:", "nothing"),
    Damaged(f"{LONG[:20]}\u2026", "ellipsis"),
    Damaged(f"{LONG[:20]}...", "ellipsis"),
    Damaged(f"{LONG[:20]}...{LONG[-4:]}", "ellipsis"),
    Damaged(f"Authorization: Bearer {LONG[:20]}\u2026", "ellipsis"),
    Damaged(f"session={LONG[:20]}... took 12 ms", "ellipsis"),
    Damaged("IAM_S_\u2022\u2022\u2022\u2022\u2022\u2022", "covered"),
    Damaged("IAM_S_************", "covered"),
    Damaged(f"{LONG[:20]} {LONG[20:]}", "blank"),
    Damaged(f"{LONG[:20]}\u00a0{LONG[20:]}", "blank"),
    Damaged(f"{LONG[:20]}\u201c{LONG[20:]}", "curly"),
    Damaged(f'{LONG[:20]}"{LONG[20:]}', "quotation mark"),
    Damaged(f"{LONG[:20]}\u0410{LONG[20:]}", "no token has"),
    Damaged("\U0001f511\U0001f511", "no token has"),
    Damaged(f"{LONG[:20]}\x07{LONG[20:]}", "control"),
    Damaged("\ud800abc", "no token has"),
    Damaged("x" * 8193 + "y", "too long"),
    Damaged("Basic c29tZTpvbmU=", "Basic"),
    Damaged("Authorization: Basic c29tZTpvbmU=", "Basic"),
    Damaged("$TOKEN", "placeholder"),
    Damaged("Bearer ${TOKEN}", "placeholder"),
    Damaged("%TOKEN%", "placeholder"),
    Damaged("<your token>", "placeholder"),
    Damaged("{{access_token}}", "placeholder"),
    Damaged("yourBearerToken", "placeholder"),
    Damaged(f"curl {URL} -H 'Authorization: Bearer $TOKEN'", "placeholder"),
    Damaged(f"curl {URL} -H 'accept: */*'", "no token in this command"),
    Damaged("curl", "no token in this command"),
    Damaged("Cookie: a=1; b=2", "no cookie named global_id"),
    Damaged("apim-accesstoken: 0a1b2c", "application"),
    Damaged('{"business":"apim-token-service","data":{"accessToken":"0a1b"}}', "application"),
    Damaged('{"a":1}', "no token in this JSON"),
    Damaged("[]", "no token in this JSON"),
    Damaged(recording(har(("accept", "*/*"))), "no token in this JSON"),
    Damaged(f"first {SHORT} then {LONG}", "more than one"),
    Damaged(f"{SHORT}\n{LONG}", "more than one"),
    Damaged("please look at this user...", "No token was found"),
    Damaged("two words", "No token was found"),
    Damaged("\u98ce" * 5000 + " " + "\u7535" * 5000, "No token was found"),
    Damaged(f"{LONG[:9]} {LONG[9:18]} {LONG[18:27]} {LONG[27:36]}", "blank"),
    Damaged("x " * 200_000, "too long to look"),
]
