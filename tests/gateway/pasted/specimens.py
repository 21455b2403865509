"""Texts that show one trait of the readers each, beside the samples of real programs."""

from __future__ import annotations

import json

from tests.gateway import pastes

T = "IAM_S_" + "Xk4wQd8e" * 4
L = "IAM_S_" + "Zs6pHf3a" * 16
P = "APP_PORTAL_S_" + "Ct9yVm5g" * 4
J = f"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MjA3In0.{'Rb7nKj2q' * 5}abc"
SHORT = T[:30]
BARE = "b7Kq9Zx2nVc7mR4tLw8s"
A = "https://apim.example.com/x"
B = "https://other.example.com/y"
FILL = "lorem ipsum, " * 400
RUN = "q" * 2100
LINES = "\n".join(f"line {number}" for number in range(1, 31))

COMMANDS = [
    f"curl -sSL -XPOST -H 'Authorization: {T}' {A}",
    f"curl {A} -H'Authorization: {T}' --next {B} -H 'Authorization: {L}'",
    f"curl -: {A} -b 'global_id={T}'",
    f"curl --cookie 'a=b; global_id={T}' --url={A}",
    f"curl --oauth2-bearer={BARE} {A}",
    f'curl -d \'{{"token": "{T}"}}\' {A}',
    f"curl -d @file -o out.json -w '%{{http_code}}' {A} -H 'Authorization: Bearer {T}'",
    f"curl -o {B} -H 'Authorization: Bearer {T}' {A}",
    f"curl --proxy {B} -H 'Authorization: Bearer {T}' {A}",
    f"curl -kH 'Authorization: Bearer {T}' POST {A}",
    f"curl '{{{{baseUrl}}}}/x' -H 'Authorization: {T}'",
    f"curl $HOST/x -H 'Authorization: {T}'",
    f"curl <{A}|apim.example.com/x> -H 'Authorization: {T}'",
    f"curl apim.example.com/x -H 'Authorization: {T}'",
    f"curl apim -H 'Authorization: {T}'",
    f'CURL.exe {A} -H "Authorization: {T}"',
    f"wget --header 'Authorization: Bearer {T}' -qO- {A}",
    f"wget -O out.json --header='Cookie: global_id={T}' {A}",
    f"wget -b {A}?sessionId={T}",
    f"http POST {A} Authorization:'Bearer {T}' a=b",
    f"https {A} authorization:{T}",
    f"http -A bearer -a {BARE} {A}",
    f"http --auth-type=bearer --auth={BARE} {A}",
    f"xh GET {A} Authorization:{T} x:=1",
    f"curl {A} -H 'Authorization: {T}'; echo done {L}",
    f"curl {A} -H 'Authorization: {T}' && curl {B} -H 'Authorization: {L}'",
    f"curl {A} -H 'Authorization: {T}' | jq .session",
    f"curl {A} -H 'Authorization: {T}' > out.txt",
    f"curl {A}\n  -H 'Authorization: {T}'\n\nafter that",
    f"curl\n{A} -H 'Authorization: {T}'",
    f"curl -X POST\n{A}\nAuthorization: {T}",
    f'curl \\\n  {A} \\\n  -H "Authorization: Bearer {T}"',
    f'curl ^\n  {A} ^\n  -H ^"Authorization: Bearer {T}^"',
    f'curl ^\r\n  "{A}" ^\r\n  -H "Authorization: Bearer {T}"\r\nnext line {L}',
    f'curl `\n  {A} `\n  -H "Authorization: `"{T}`""',
    f"curl `\n  {A} `\n  -H 'Authorization: ''{T}'''",
    f"curl {A} -H $'Authorization: {T}\\n\\t\\r\\x41\\u0042\\q'",
    f'curl {A} -H "Authorization: \\"{T}\\""',
    f"curl {A} -H Authorization:\\ {T}",
    f"curl {A} -H 'Authorization: {T}",
    "curl -H 'accept: */*'",
    "$ curl",
    "wget ",
    f"curl {A} -H 'apim-accesstoken: {BARE}'",
    f"curl {A} -H 'Authorization: Basic bWFyYTpwdw=='",
    f"curl {A} -H 'Cookie: a=b'",
    f"we use curl, see {T}",
]
HEADS = [
    f"Authorization: Bearer {BARE}",
    f"Proxy-Authorization: Basic eDp5\nAuthorization: Bearer {T}",
    f"Proxy-Authorization: Bearer {T}",
    f"authorization\nBearer {T}\nhost\napim.example.com",
    f"Set-Cookie: global_id={T}; Path=/",
    "Set-Cookie: global_id=deleted; Max-Age=0",
    "Set-Cookie: a=b",
    f"Cookie: GLOBAL_ID={T}",
    f'Cookie: global_id="{T}"',
    f"Cookie: xglobal_id={T}",
    f"global_id: {T}",
    f"['Authorization': 'Bearer {T}']",
    f"D/OkHttp: Authorization: Bearer {T}\nD/OkHttp: Host: apim.example.com",
    f'10:00 http-out >> "Authorization: Bearer {T}"',
    (
        f"GET /x HTTP/1.1\nHost: apim.example.com:8443\nauthorization: {T}\n\nGET /y HTTP/1.1\n"
        f"Host: other.example.com\nauthorization: {L}"
    ),
    f":authority: apim.example.com\n:method: POST\nauthorization: Bearer {T}",
    f"apim-accesstoken: {BARE}\nAuthorization: Bearer {T}",
    "apim-accesstoken: abc",
    f"Authorization: Bearer {T[:20]}\n {T[20:]}",
    f"Authorization:\n{T}",
    "Authorization: Digest username=mara",
    f"Authorization: Token {BARE}",
    f"Authorization: {T}, {L}",
]
DOCUMENTS = [
    {"session": {"id": T, "user": {"id": "u"}}},
    {"session": T},
    {"session": {"id": SHORT}, "token": L},
    {"data": [{"id": T}]},
    {"id": T},
    {"id_token": J},
    {"refresh_token": J},
    {"refreshToken": BARE},
    {"access_token": BARE, "refresh_token": J},
    {"dtv_access_token": T},
    {"access_token_key": T},
    {"bearerToken": BARE},
    {"name": "Authorization", "value": f"Bearer {T}"},
    {"key": "Authorization", "value": T, "type": "text"},
    {"headers": [["Authorization", T], ["Host", "apim.example.com"]]},
    {
        "headers": [
            {"name": "Host", "value": "apim.example.com"},
            {"name": "Cookie", "value": f"global_id={T}"},
        ]
    },
    {"headers": {"host": "apim.example.com", "authorization": T}, "url": B},
    {"request": {"url": A}, "message": f"Bearer {T}"},
    {"req": {"host": "apim.example.com"}, "msg": f"session {T}"},
    {"url": {"raw": A}, "auth": {"bearer": [{"key": "token", "value": T}]}},
    {"url": {"full": A}, "session": T},
    {"url": {"host": ["apim", "example", "com"]}, "header": [{"key": "Authorization", "value": T}]},
    {"url": {"domain": "apim.example.com"}, "a": T},
    {"hostname": "web-1", "message": f"token {T}"},
    {"hostname": "apim.example.com", "method": "POST", "a": {"b": {"c": T}}},
    {"message": json.dumps({"message": f"curl {A} -H 'Authorization: {T}'"})},
    {"message": json.dumps({"m": json.dumps({"m": json.dumps({"m": f"see {T} it"})})})},
    {"log": f"see {T} and {L}"},
    {"business": "apim-token-service", "data": {"accessToken": BARE}},
    {T: "name"},
    {"a": f"Bearer {T}"},
    {"a": f"Bearer {T} "},
    {"a": J, "b": P},
    [T, L, T],
    [["Authorization", T]],
    [{"request": {"headers": [], "httpVersion": "1.1"}}],
    {"a": "x" * 70_000 + " token", "b": f"see global_id={T} it"},
    {"a": "x" * 70_000 + " token", "b": f"see global_id={T[:30]}\u2026 it", "c": f"see {L} it"},
    {"token": "undefined", "session": {"id": "null"}},
    {"token": "", "sessionId": "  "},
]
RECORDED = [
    pastes.recording(
        {"request": {"url": A, "headers": [], "postData": {"text": f'{{"t": "{T}"}}'}}}
    ),
    pastes.recording({"request": {"url": f"{A}?s={T}", "headers": []}}),
    pastes.recording(
        {
            "request": {"url": A, "headers": [{"name": "x", "value": T}]},
            "response": {"content": {"text": L}},
        }
    ),
    pastes.recording(
        {
            "request": {"url": A, "headers": []},
            "response": {"headers": [{"name": "Set-Cookie", "value": f"global_id={T}"}]},
        }
    ),
    pastes.recording(
        {
            "request": {"url": A, "headers": []},
            "response": {"cookies": [{"name": "global_id", "value": T}]},
        }
    ),
    pastes.recording(
        {"request": {"url": A, "headers": []}, "response": {"content": {"text": f"see {T}"}}}
    ),
    pastes.recording(
        {"request": {"url": A, "headers": []}}, {"request": {"url": B, "headers": []}}
    ),
    pastes.recording(
        {"request": {"url": A, "headers": [{"name": "Cookie", "value": "a=b"}]}},
        {"request": {"url": A, "headers": []}},
    ),
    pastes.recording(
        *(
            {"request": {"url": url, "headers": [{"name": "Authorization", "value": value}]}}
            for url, value in ((A, T), (B, P), (A, "Bearer …"), (B, f"Bearer {L}"), (A, J))
        )
    ),
    json.dumps({"entries": [{"request": {"url": A, "headers": [["Authorization", T]]}}]}),
    json.dumps([{"url": A, "headers": [{"name": "Authorization", "value": T}]}]),
    json.dumps({"httpVersion": "h2", "headers": [{"name": "Authorization", "value": T}]}),
]
PROGRAMS = [
    f'headers["Authorization"] = "Bearer {T}"; fetch("{A}")',
    f"fetch('{A}', {{headers: {{'authorization': `Bearer {T}`}}}})",
    f'http.setHeader("Authorization", "Bearer {T}")',
    f"const h = 'Authorization: Bearer {T}'",
    f"$headers = @{{ Authorization = 'Bearer {T}' }}",
    f"localStorage.access_token = '{BARE}'",
    f"{A}#access_token={T}&x=1",
    f"{A}?refresh_token={BARE}",
    f"refresh_token_key\t{BARE}",
    f'dtv_access_token: "{T}",',
    f"session_id = '{BARE}'",
    f'sessionId: "{T}"',
    f"'Authorization' => 'Bearer \\u0049AM_S_{T[6:]}'",
    f"'Authorization' => 'Bearer \\x49AM_S_{T[6:]}'",
    f"apim-accesstoken = '{BARE}'",
    (
        f"axios.get('{A}', {{ headers: {{ Authorization: 'Bearer {T}' }} }})\n\n"
        f"axios.get('{B}', {{ headers: {{ Authorization: 'Bearer {L}' }} }})"
    ),
    f"url = '{A}'\nheaders = {{'Authorization': '{T}'}}",
    f"proxy = '{B}'\nheaders = {{'Authorization': '{T}'}}",
    f"headers = {{'Authorization': '{T}'}}\nurl = '{A}'",
    f"headers = {{'Authorization': '{T}'}}\n\nrequests.post('{A}', headers=headers)",
    f"requests.post(\n  '{A}',\n\n  headers={{'Authorization': '{T}'}})",
    f"console.log('{A}')\nheaders = {{'Authorization': '{T}'}}",
    f"POST {A}\nAuthorization: {T}\n\nGET {B}\nAuthorization: {L}",
    f"HTTPSConnection('apim.example.com')\nh = {{'Authorization': '{T}'}}",
    f'[NSURL URLWithString:@"{A}"]; [r setValue:@"Bearer {T}"]',
    f'method: POST, host: "apim.example.com", authorization: "{T}"',
    f"remotehost=apim.example.com method=GET token={T}",
    f"host=apim.example.com token={T}",
    f"host: apim.example.com, token={T}",
    f"{A[:-2]}/enos-iam-service/v2.0/session/info\nsession {T}",
    f'apim.example.com 10.0.0.1 - mara [25/Nov/2026:08:00:00 +0000] "GET /x?s={T} HTTP/1.1"',
    f'DEBUG https://apim.example.com:443 "POST /x HTTP/1.1" 200 {T}',
    f"redirect_uri={B} url={A} token={T}",
    f"{A}/{T}",
    f"CEF:0|Example|Proxy|1|100|call|3|src=10.0.0.1 dhost=apim.example.com request=/x?s={T}",
    f"CEF:0|Example|Proxy|1|100|call|3|shost=pc.example.com request=/x?s={T}",
    (
        f'{{"attributes":[{{"key":"url.full","value":{{"stringValue":"{A}"}}}},'
        f'{{"key":"http.request.header.authorization","value":{{"arrayValue":{{"values":'
        f'[{{"stringValue":"Bearer {T}"}}]}}}}}}]}}'
    ),
    f'{{"url.domain":"apim.example.com","http.request.header.authorization":"Bearer {T}"}}',
]
TEXTS = [
    f"Bearer {BARE}…",
    f"said Bearer {BARE}, and no more",
    f"said bearer+{BARE} there",
    f"said Bearer%20{BARE} there",
    "said Bearer abcdefgh there",
    f"Authorization%3D Bearer {T}",
    f"the refresh_token is {T}",
    f"access_token|{T}",
    f"global_id {T}",
    f"{T[:20]} and more",
    f"{T} and more",
    f"{T}.",
    f"IAM_S_xxxxxxxxxxxxxxxx in {A}",
    "IAM_S_yourtoken is what to put there",
    f"see {T}*** it",
    f"see *{T}*** it",
    f"see ***{T}*** it",
    f"see {T[:30]}%41{T[30:]} it",
    f"see {T[:30]}&#65;{T[30:]} it",
    f"see {T[:30]}&#x41;{T[30:]} it",
    f"see {T[:30]}\\u0041{T[30:]} it",
    f"see {T[:30]}%2C it",
    f"see {T[:30]}&#1114112; it",
    f"see {T[:30]}\u00e9{T[30:]} it",
    f"see {T[:30]} {T[30:]} it",
    f"see {T[:30]}\n{T[30:]} it",
    f"see {T[:30]}=\n{T[30:]} it",
    f"see {T[:30]}\\n{T[30:]} it",
    f"see {T[:30]}\u00a0{T[30:]} it",
    f"see {T[:30]}-{T[30:]} it",
    f"see {T[:30]}$-{T[30:]} it",
    f"see {T[:30]}\u2013{T[30:]} it",
    f"see {T[:30]}\\_x it",
    f"see {T[:30]}=x it",
    f"see {T}\n0010: 41 42 43",
    f"see {T}\n{L[6:]} it",
    f"see {T}\n{'ab12' * 8} it",
    f"see {L}\n{L[6:40]} it",
    f"see {L[:70]}\n{L[70:]} it",
    f"see {T} {L} {P} {J}",
    f"see {J}_ it",
    f"see {J}__ it",
    f"see {J[:40]} it",
    f"see {J[:-3]} it",
    "see eyJhbGciOiJIUzI1NiJ9 it",
    f"see _{T}_ it",
    f"see __{T}__ it",
    f"see `{T}` it",
    f"```\n{T}\n```",
    f"{{code:bash}}\n{T}\n{{code}}",
    f"[{T}]({A}) it",
    f"[text|{A}] session {T}",
    f"<{A}|text> session {T}",
    f"~~{T}~~ it",
    f"> Authorization: Bearer {T}\n> Host: apim.example.com",
    f"\u2013H \u2018Authorization: Bearer {T}\u2019",
    f"curl {A} \u2014header \u201cAuthorization: {T}\u201d",
    f"\u00abAuthorization\uff1a{T}\u00bb",
    f"Authorization:\u3000Bearer\u00a0{T}",
    f"\x1b[31mAuthorization: Bearer {T}\x1b[0m",
    f"\\e[31mAuthorization: Bearer {T}\\e[0m",
    f"\x1b]8;;{A}\x07Authorization: {T}\x1b]8;;\x07",
    f"Authorization: Bearer {T[:12]}\u200b{T[12:]}",
    f"<p>Authorization: <b>Bearer</b> {T[:12]}<wbr>{T[12:]}</p><br/>Host: apim.example.com",
    f"Authorization&#58; Bearer&nbsp;{T}",
    f"Authorization%3A%20Bearer%20{T}",
    f"Authorization%253A%2520Bearer%2520{T}",
    f"global%5Fid%3D{T}",
    f"Content-Transfer-Encoding: quoted-printable\n\nAuthorization:=20Bearer=20{T}",
    f"see =\nAuthorization: Bearer {L[:60]}=\n{L[60:]}",
    f"a=3Db Authorization: Bearer {T}",
    f"0000: Authorization: Bearer {T[:20]}\n{22 + 20:04x}: {T[20:]}\n",
    f"=> Send header\n0000: Authorization: {T}\n0030: Host: apim.example.com\n",
    "00000000  "
    + " ".join(f"{one:02x}" for one in f"token {T}".encode()[:16])
    + "  |x|\n00000010  "
    + " ".join(f"{one:02x}" for one in f"token {T}".encode()[16:32])
    + "  |x|\n00000020  "
    + " ".join(f"{one:02x}" for one in f"token {T}".encode()[32:])
    + "  |x|",
    f'\\"Authorization\\":\\"Bearer {T}\\"',
    f"a\\tAuthorization: Bearer {T}\\r\\nHost: apim.example.com",
    f"\u201c{T}\u201d",
    f"({T})",
    f"<{T}>",
    f"**{T}**",
    f"{T},",
    f'"{T}";',
    f'Bearer: "{T}"',
    f"{T[:30]}\n{T[30:]}",
    f"{L[:60]}\n> {L[60:]}",
    f"{J[:40]}\n{J[40:]}",
    f"{T}\nx",
    f"{BARE}\n{BARE}",
    f"{BARE}%3D%3D",
    f"{BARE}%C3%A9",
    f"{T}..",
    "Authorization: Bearer APP_PORTAL_S_0Ol1IoKd7mQx\u2026",
    "Authorization: Bearer eyJ0Ol1IoKd7mQx\u2026",
    f"IAM_S_{T[6:30]}\u2026",
    "x y z w",
    "a\u2026",
    "a\u2022\u2022\u2022b",
    "a\u201cb",
    'a"b',
    "x" * 8192,
    "x" * 8193,
    "a b",
    "a\u00e4",
    "a\x07",
    "Basic bWFyYTpwdw==",
    "basic xbasic ",
    "Bearer",
    "Bearer:",
    "",
    f"{BARE}\n{BARE[::-1]}\n{BARE[5:]}a1B2",
    "\n".join((BARE, f'"{BARE[::-1]}",', "", "short1")),
    f"{T[:30]}…\n{T}\n{L[:40]}…",
    f"{T} {FILL}{L}",
    f"{RUN} {T} {RUN} {L} {RUN}",
    f"{RUN}{T}{RUN}\n{L}",
    f"{FILL}password=hunter2 {T}\ntoken={L}",
    f"{LINES}\nfirst {T}\n{LINES}\nsecond {L}\n{LINES}",
    f"2026-11-25 08:00:00,5 {T}\n2026-11-25T08:00:01.123456789Z {L}",
    f"2026-11-25 08:00:00 UTC {T}\n2026-11-25 08:00:00 +0800 {L}",
    f"2026-11-25 08:00:00 2026-11-25 08:00:00 {T}",
    f"2026-11-25 08:00:00 {RUN[:1900]} {T}",
    f"2026-11-25 08:00:00 {RUN} {T}",
    f"Cookie: a=1; JSESSIONID=abc; global_id={T}\nCookie: b=2\n{L}",
    f"api_key: sesame\nuser: mara\n{T}\n{L}",
    f"Authorization: Basic bWFyYQ==\n{T}\n{L}",
    f"see {L} {T}\n{T[:18]}",
]
ADDRESS_KEYS = (
    "url uri endpoint requestUrl request_url requestUri request_uri fullUrl baseUrl base_url"
    " http.url"
)
HOST_KEYS = "host :authority authority hostname"
REQUEST_KEYS = "method path uri url port headers scheme protocol other"
TOKEN_KEYS = (
    "global_id sessionId session_id token access_token accessToken dtv_access_token"
    " access_token_key bearerToken bearer_token refresh_token_key refresh_token refreshToken"
    " id_token idToken authorization cookie set-cookie other"
)
OPERATORS = "| || & && ) } 2>&1 < > >> ;"
NAMES = "redirect callback proxy gateway path"
METHODS = "GET POST PUT PATCH DELETE HEAD OPTIONS FETCH"
CALLS = "get console.log print requests.post navigate logout"
MEMBERS = [
    *({key: A, "a": T} for key in ADDRESS_KEYS.split()),
    *({"headers": {key: "apim.example.com"}, "a": T} for key in HOST_KEYS.split()),
    *({"headers": [[key, "apim.example.com"]], "a": T} for key in HOST_KEYS.split()),
    *({"host": "apim.example.com", key: "x", "a": T} for key in REQUEST_KEYS.split()),
    *({key: BARE} for key in TOKEN_KEYS.split()),
    *({key: f"global_id={T}"} for key in TOKEN_KEYS.split()),
    *({"name": key, "value": BARE} for key in TOKEN_KEYS.split()),
]
SIGNS = [
    *(f"curl {A} {sign} -H 'Authorization: {T}'" for sign in OPERATORS.split()),
    *(f"{name} = '{A}'\nheaders = {{'Authorization': '{T}'}}" for name in ADDRESS_KEYS.split()),
    *(f"{name}: '{A}'\ntoken = '{T}'" for name in NAMES.split()),
    *(f"{name} {A} token={T}" for name in METHODS.split()),
    *(f"{call}('{A}', '{T}')" for call in CALLS.split()),
    *(f"{call}('{A}')\n\n'{T}'" for call in CALLS.split()),
    f"{FILL * 3} url = '{A}', token = '{T}' {FILL * 8} url = '{B}', token = '{L}'",
    f"url = '{A}', token = '{T}' {FILL * 8} token = '{L}'",
    f"url = '{A}' {FILL} token = '{T}'",
    f"get('{A}', [{{(1)}}, '{FILL[:4000]}', '{T}')",
]
WORDLESS = [
    "Authorization: Basic bWFyYTpwdw==",
    f"apim-accesstoken: {BARE}",
    "Cookie: lang=en",
    "Set-Cookie: global_id=deleted",
    "Authorization: Bearer undefined",
    "Authorization: Bearer {{token}}",
    "Authorization: Bearer [REDACTED]",
    f"Authorization: Bearer {T[:20]}\u2026",
    f"see {L[:60]}\u2022\u2022\u2022 it",
    f"{A}?refresh_token={BARE}",
    "curl https://apim.example.com/x -H 'accept: */*'",
    "IAM_S_xxxxxxxxxxxx",
    "access_token = ''",
]
"""Texts without a token: of two in one text the weightier one is told."""

PASTES = [*(one.text for one in pastes.READ), *(one.text for one in pastes.UNUSABLE)]
SPECIMENS: dict[str, str] = {
    f"{kind} {number}": text
    for kind, texts in {
        "paste": [text for text in PASTES if len(text) < 10_000],
        "command": COMMANDS,
        "head": HEADS,
        "document": [json.dumps(one) for one in DOCUMENTS],
        "recording": RECORDED,
        "program": PROGRAMS,
        "text": TEXTS,
        "member": [json.dumps(one) for one in MEMBERS],
        "sign": SIGNS,
        "complaints": [f"{one}\n\n{other}" for one in WORDLESS for other in WORDLESS],
    }.items()
    for number, text in enumerate(texts)
}
