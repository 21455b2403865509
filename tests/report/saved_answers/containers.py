"""What programs put around an answer when they save it: each container as its program writes it."""

from __future__ import annotations

import base64
import gzip
import html
import json
import textwrap
import zlib
from collections.abc import Callable
from typing import Any, Final

from tests.session.answers import DATE

URL: Final = "https://apim.example.com/enos-iam-service/v2.0/session/info"
STARTED: Final = "2019-07-11T13:06:12.000Z"  # when DATE is
HEAD: Final = f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\nContent-Type: application/json\r\n".encode()
HEADERS: Final = {"date": DATE, "content-type": "application/json"}

Container = Callable[[bytes], bytes]


def pack(data: bytes) -> bytes:
    """The same bytes at any time: the hour of packing may hold what ends a line."""
    return gzip.compress(data, mtime=0)


def text(body: bytes) -> str:
    """As text, where it is.

    Raises:
        ValueError: if it is not: no program writes it as such.
    """
    if b"\x00" in body:
        raise ValueError
    return body.decode()


def dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def embed(body: bytes) -> Any:
    """As JSON where it is JSON, else as text: what an HTTP library hands on."""
    shown = text(body)
    try:
        return json.loads(shown)
    except ValueError:
        return shown


def pairs(name: str = "name", headers: dict[str, str] = HEADERS) -> list[dict[str, str]]:
    return [{name: key, "value": value} for key, value in headers.items()]


def har_entry(body: bytes, **content: Any) -> dict[str, Any]:
    return {
        "startedDateTime": STARTED,
        "time": 84.2,
        "request": {
            "method": "POST",
            "url": URL,
            "httpVersion": "http/2.0",
            "headers": [{"name": "Authorization", "value": "Bearer a"}],
            "cookies": [],
        },
        "response": {
            "status": 200,
            "statusText": "",
            "httpVersion": "http/2.0",
            "headers": pairs(),
            "content": {"size": len(body), "mimeType": "application/json", **content},
            "redirectURL": "",
        },
        "cache": {},
        "timings": {"send": 0, "wait": 80, "receive": 4},
    }


def har(*entries: Any) -> bytes:
    return dump({"log": {"version": "1.2", "creator": {"name": "x"}, "entries": list(entries)}})


def other_entry(**content: Any) -> dict[str, Any]:
    entry = har_entry(b"", **content)
    entry["request"]["url"] = "https://portal.example.com/app.js"
    return entry


def chrome_har(body: bytes) -> bytes:
    preflight = har_entry(b"", text="")
    preflight["request"]["method"] = "OPTIONS"
    entry = {
        **har_entry(body, text=text(body)),
        "_initiator": {"type": "script"},
        "_priority": "High",
    }
    return har(other_entry(text="var a = {};"), preflight, entry)


def firefox_har(body: bytes) -> bytes:
    encoded = base64.b64encode(body).decode()
    return b"\xef\xbb\xbf" + har(har_entry(body, text=encoded, encoding="base64"))


def safari_har(body: bytes) -> bytes:
    entry = har_entry(body, text=text(body), compression=-10)
    return har({**entry, "_fetchType": "Network Load", "startedDateTime": "2019-07-11T13:06:12Z"})


def fiddler_har(body: bytes) -> bytes:
    entry = har_entry(body, text=base64.b64encode(pack(body)).decode(), encoding="base64")
    entry["response"]["headers"] += [{"name": "Content-Encoding", "value": "gzip"}]
    entry["startedDateTime"] = "2019-07-11T15:06:12.0000000+02:00"
    return har(entry)


def charles_har(body: bytes) -> bytes:
    entry = har_entry(body, text=text(body), encoding="base64")  # says so, and it is not
    return har({**entry, "_charlesStatus": "COMPLETE"})


def mitmproxy_har(body: bytes) -> bytes:
    entry = har_entry(body, text=base64.b64encode(body).decode())  # is, and does not say so
    return har({**entry, "time": -1, "startedDateTime": "2019-07-11T13:06:12.000000+00:00"})


def insomnia_har(body: bytes) -> bytes:
    entry = har_entry(body, text=text(body))
    entry["request"]["url"] += "?a=b"
    return har({**entry, "comment": "session"})


def single_entry(body: bytes) -> bytes:
    return dump(har_entry(body, text=text(body)))


def entry_list(body: bytes) -> bytes:
    return dump([other_entry(text="x"), har_entry(body, text=text(body))])


def charles_session(body: bytes) -> bytes:
    return dump([{
        "status": "COMPLETE", "method": "POST", "protocolVersion": "HTTP/1.1", "scheme": "https",
        "host": "apim.example.com", "port": 443, "path": "/enos-iam-service/v2.0/session/info",
        "times": {"start": "2019-07-11T13:06:12.000Z", "end": "2019-07-11T13:06:12.100Z"},
        "request": {"header": {"headers": [{"name": "Authorization", "value": "Bearer a"}]}},
        "response": {
            "status": 200, "mimeType": "application/json", "charset": "UTF-8",
            "header": {"firstLine": "HTTP/1.1 200 OK", "headers": pairs()},
            "body": {"text": text(body), "charset": "UTF-8"},
        },
    }])  # fmt: skip


def postman_example(body: bytes) -> dict[str, Any]:
    return {
        "name": "session", "status": "OK", "code": 200, "_postman_previewlanguage": "json",
        "originalRequest": {"method": "POST", "url": {"raw": URL, "path": ["session", "info"]},
                            "header": [{"key": "Authorization", "value": "Bearer a"}]},
        "header": pairs("key"), "cookie": [], "responseTime": None, "body": text(body),
    }  # fmt: skip


def postman_collection(body: bytes) -> bytes:
    schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    example = postman_example(body)
    request = example["originalRequest"]
    folder = {"name": "iam", "item": [{"name": "s", "request": request, "response": [example]}]}
    return dump({"info": {"_postman_id": "1", "name": "c", "schema": schema}, "item": [folder]})


def postman_first_version(body: bytes) -> bytes:
    response = {"status": "", "responseCode": {"code": 200, "name": "OK", "detail": ""}, "time": 84,
                "headers": pairs(), "cookies": [], "mime": "", "text": text(body),
                "language": "json", "rawDataType": "text",
                "request": {"url": URL, "method": "POST"}}  # fmt: skip
    request = {"id": "1", "url": URL, "method": "POST", "headers": "", "responses": [response]}
    return dump({"id": "1", "name": "c", "order": ["1"], "requests": [request]})


def newman_report(body: bytes) -> bytes:
    request = {"url": {"protocol": "https", "path": ["enos-iam-service", "v2.0", "session", "info"],
                       "host": ["apim", "example", "com"]}, "method": "POST"}  # fmt: skip
    response = {"id": "1", "status": "OK", "code": 200, "header": pairs("key"), "responseTime": 84,
                "stream": {"type": "Buffer", "data": list(body)}}  # fmt: skip
    execution = {"item": {"name": "s"}, "request": request, "response": response}
    return dump({"collection": {"item": []}, "run": {"stats": {}, "executions": [execution]}})


def insomnia_response(body: bytes) -> bytes:
    return dump({"_id": "res_1", "type": "Response", "created": 1562850372000, "url": URL,
                 "statusCode": 200, "statusMessage": "OK", "headers": pairs(),
                 "body": base64.b64encode(body).decode(), "encoding": "base64"})  # fmt: skip


def insomnia_timeline(body: bytes) -> bytes:
    head = HEAD.decode().replace("\r\n", "\n").strip().replace("\n", "\n< ")
    lines = "\n".join(f"| {line}" for line in text(body).splitlines())
    return (
        f"* Preparing request to {URL}\n* Using libcurl/8.1\n\n> POST /x HTTP/2\n> Host: a\n\n"
        f"< {head}\n< \n\n* Received 900 B chunk\n{lines}\n* Connection #0 left intact\n"
    ).encode()


def bruno_run(body: bytes) -> bytes:
    request = {"method": "POST", "url": URL, "headers": {"authorization": "Bearer a"}}
    response = {"status": 200, "statusText": "OK", "headers": HEADERS, "data": embed(body),
                "responseTime": 84}  # fmt: skip
    result = {
        "test": {"filename": "s.bru"},
        "request": request,
        "response": response,
        "error": None,
    }
    return dump([{"iterationIndex": 0, "summary": {"totalRequests": 1}, "results": [result]}])


def bruno_example(body: bytes) -> bytes:
    inner = textwrap.indent(text(body), "        ")
    return (
        "meta {\n  name: s\n  type: http\n}\n\npost {\n  url: {{host}}/session/info\n}\n\n"
        "example {\n  name: s\n  response: {\n    status: {\n      code: 200\n    }\n"
        "    body: {\n      type: json\n      content: '''\n"
        f"{inner}\n      '''\n    }}\n  }}\n}}\n"
    ).encode()


def http_library(body: bytes) -> bytes:
    config = {"url": URL, "method": "post", "data": "{}"}
    return dump({"data": embed(body), "status": 200, "statusText": "OK", "headers": HEADERS,
                 "config": config, "request": {}})  # fmt: skip


def raised_by_a_library(body: bytes) -> bytes:
    response = {"status": 200, "headers": HEADERS, "data": embed(body)}
    return dump({"message": "Request failed", "name": "AxiosError", "code": "ERR_BAD",
                 "status": 401, "response": response})  # fmt: skip


def httpie(body: bytes) -> bytes:
    request = (
        b"POST /enos-iam-service/v2.0/session/info HTTP/1.1\r\nAccept: */*\r\nHost: a\r\n\r\n\r\n"
    )
    return request + HEAD + b"\r\n" + body + b"\n\n"


def coloured(body: bytes) -> bytes:
    return (
        b"\x1b[34mHTTP/1.1\x1b[0m 200 \x1b[36mOK\x1b[39;49;00m\nDate: "
        + DATE.encode()
        + b"\n\n"
        + body
    )


def curl_head(body: bytes) -> bytes:
    return HEAD + b"\r\n" + body


def headers_without_the_empty_line(body: bytes) -> bytes:
    return HEAD.replace(b"\r\n", b"\n") + body


def through_a_proxy(body: bytes) -> bytes:
    return (
        b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\n"
        b"Content-Length: 26\r\n\r\n<html>log in first</html>\n"
        b"HTTP/1.1 200 OK\r\nVia: 1.1 gatehouse\r\nContent-Type: text/html\r\n\r\n"
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    ) + curl_head(body)


def redirected(body: bytes) -> bytes:
    return (
        b"HTTP/1.1 308 Permanent Redirect\r\nLocation: /x\r\nContent-Length: 154\r\n\r\n"
        b"HTTP/2 301 \r\nlocation: https://apim.example.com/x\r\n\r\n<html>moved</html>"
    ) + curl_head(body)


def negotiated(body: bytes) -> bytes:
    return (
        b'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm="a"\r\n\r\n'
        b'{"message":"Unauthorized"}\r\n'
    ) + curl_head(body)


def curl_verbose(body: bytes) -> bytes:
    head = HEAD.replace(b"\r\n", b"\r\n< ")
    return (
        b"*   Trying 192.0.2.1:443...\n* Connected to apim.example.com\n> POST /x HTTP/1.1\r\n"
        b"> Host: a\r\n> \r\n* Request completely sent off\n< " + head + b"\r\n{ [900 bytes data]\n"
        + body + b"* Connection #0 to host apim.example.com left intact\n"
    )  # fmt: skip


def curl_verbose_with_heads(body: bytes) -> bytes:
    lines = [*HEAD.splitlines(keepends=True), b"\r\n"]
    meter = b"  % Total    % Received\n100   900    0     0  --:--:-- --:--:-- --:--:--  9000\n"
    return meter + b"* Connected\n" + b"".join(b"< " + one + one for one in lines) + body


def gzip_body(body: bytes) -> bytes:
    return HEAD + b"Content-Encoding: gzip\r\n\r\n" + pack(body)


def deflate_body(body: bytes) -> bytes:
    return HEAD + b"content-encoding: deflate\r\n\r\n" + zlib.compress(body)


def raw_deflate_body(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(body) + packer.flush()
    return HEAD + b"Content-Encoding: identity, deflate\r\n\r\n" + packed


def unpacked_body(body: bytes) -> bytes:
    return HEAD + b"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\n" + body


def chunks(body: bytes, size: int = 100) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


def chunked_body(body: bytes) -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks(body)


def chunked_gzip_body(body: bytes) -> bytes:
    head = HEAD + b"Transfer-Encoding: chunked\r\nContent-Encoding: x-gzip\r\n\r\n"
    return head + chunks(pack(body), 77)


def saved_page(body: bytes) -> bytes:
    shown = html.escape(text(body), quote=False).encode()
    return b'<html><head></head><body><pre style="a">' + shown + b"</pre></body></html>"


def fenced(body: bytes) -> bytes:
    return b"The user sent this:\n\n```json\n" + body + b"\n```\n\nWhat is it?\n"


def jira_block(body: bytes) -> bytes:
    return b"{code:json}\n" + body + b"\n{code}\n"


def quoted_in_a_mail(body: bytes) -> bytes:
    return b"".join(b"> " + line + b"\n" for line in body.splitlines())


def terminal(body: bytes) -> bytes:
    return b"$ curl -s https://apim.example.com/x\n" + body + b"\nuser@pc:~$ "


def written_out(body: bytes) -> bytes:
    return body + b"\n200 0.123s\n"


def editor_client(body: bytes) -> bytes:
    return (
        b"POST "
        + URL.encode()
        + b"\n\n"
        + curl_head(body)
        + b"\n\nResponse code: 200 (OK); Time: 84ms"
    )


CONTAINERS: Final[dict[str, Container]] = {
    one.__name__: one
    for one in (
        chrome_har, firefox_har, safari_har, fiddler_har, charles_har, mitmproxy_har, insomnia_har,
        single_entry, entry_list, charles_session, postman_collection, postman_first_version,
        newman_report, insomnia_response, insomnia_timeline, bruno_run, bruno_example, http_library,
        raised_by_a_library, httpie, coloured, curl_head, headers_without_the_empty_line,
        through_a_proxy, redirected, negotiated, curl_verbose, curl_verbose_with_heads, gzip_body,
        deflate_body, raw_deflate_body, unpacked_body, chunks, chunked_body, chunked_gzip_body,
        saved_page, fenced, jira_block, quoted_in_a_mail, terminal, written_out, editor_client,
    )
} | {
    "data": lambda body: dump({"data": embed(body)}),
    "response": lambda body: dump({"response": embed(body)}),
    "body": lambda body: dump({"body": text(body)}),
    "envelope": lambda body: dump({"code": 0, "message": "OK", "data": embed(body)}),
    "lambda proxy": lambda body: dump({"statusCode": 200, "headers": HEADERS, "body": text(body),
                                       "isBase64Encoded": False}),
    "result": lambda body: dump({"success": True, "result": embed(body), "traceId": "a1"}),
    "any name": lambda body: dump({"sessionInfo": embed(body)}),
    "list": lambda body: dump([embed(body)]),
    "string": lambda body: dump(text(body)),
    "base64": base64.encodebytes,
    "gzip": pack,
    "zlib": zlib.compress,
    "mark": lambda body: b"\xef\xbb\xbf" + body,
    "utf-16": lambda body: text(body).encode("utf-16"),
    "utf-16 unmarked": lambda body: text(body).encode("utf-16-le"),
    "utf-16 big": lambda body: b"\xfe\xff" + text(body).encode("utf-16-be"),
}  # fmt: skip
"""Each kind of container that is undone, in the dialects of its programs."""
