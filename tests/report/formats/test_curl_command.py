import http.server
import re
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.formats import curl_command
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import SESSION_INFO_PATH, ApiCall, Exchange
from inspector_app.session.token import Token
from tests.report.answers import answer_of, build_input, examined, render, with_judge_input
from tests.report.hostile import HOSTILE
from tests.systems import needs_bash

TOKEN = "IAM_S_" + "q7" * 64
URL = f"https://apim.example.com{SESSION_INFO_PATH}"
ASKED = replace(build_input(examined(answer_of({"id": "u1", "name": "mara"}, TOKEN))), url=URL)
SHELLS = (ReportFormat.CURL_BASH, ReportFormat.CURL_CMD, ReportFormat.CURL_POWERSHELL)
each = pytest.mark.parametrize("shell", SHELLS)


@pytest.fixture
def gateway():
    """A loopback server that notes what it was asked: method, path, headers and body."""
    seen: list[tuple[str, str, dict[str, str], bytes]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            seen.append((self.command, self.path, dict(self.headers.items()), body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"status":0}')

        do_GET = do_POST  # noqa: N815 - named by the base class

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    thread.join()
    server.server_close()


def run(script: bytes, token: str | None) -> subprocess.CompletedProcess[str]:
    variables = {"PATH": "/usr/bin:/bin"} | ({} if token is None else {"ENOS_TOKEN": token})
    return subprocess.run(
        ["bash"], input=script.decode(), env=variables, capture_output=True, text=True, check=False
    )


@each
def test_the_credential_is_a_variable(shell):
    """E1."""
    script = render(ASKED, shell).decode("ascii")
    assert "ENOS_TOKEN" in script
    assert "Authorization: Bearer " in script
    assert "IAM_S_" not in script
    assert URL in script


PORTAL = "/app-portal-service/v2.1/session/info"
PORTAL_TOKEN = "APP_PORTAL_S_" + "g8Zs" * 8


def of_portal(url, call=ApiCall.PORTAL_SESSION):
    """A report of a portal token, or of one for which the application was refused."""
    given = ASKED.judge_input
    assert isinstance(given.analyzed.call_result, Exchange)
    answer = replace(given.analyzed.call_result, call=call)
    analyzed = replace(given.analyzed, call_result=answer)
    judged = replace(given, analyzed=analyzed, token=Token(PORTAL_TOKEN))
    return replace(ASKED, judge_input=judged, url=url)


@needs_bash
def test_a_portal_token_is_asked_about_at_the_path_that_answered(gateway):
    origin, seen = gateway
    ended = run(render(of_portal(origin + PORTAL), ReportFormat.CURL_BASH), PORTAL_TOKEN)

    ((method, path, headers, body),) = seen
    assert (method, path, body) == ("GET", PORTAL, b"")
    assert headers["Authorization"] == f"Bearer {PORTAL_TOKEN}"
    assert "Content-Length" not in headers
    assert ended.returncode == 0


@each
def test_where_the_application_was_refused_it_is_the_portals_call_all_the_same(shell):
    address = "https://apim.example.com/apim-token-service/v2.0/token/get"
    asked = of_portal(address, ApiCall.APPLICATION)
    script = render(asked, shell).decode("ascii")

    assert "https://apim.example.com/app-portal-service/v2.2/session/info" in script
    assert "--request GET" in script
    assert "/enos-iam-service/" not in script


@each
def test_the_bare_form_is_sent_bare(shell):
    answer = ASKED.judge_input.analyzed.call_result
    assert isinstance(answer, Exchange)
    bare = replace(answer, authorization=AuthorizationScheme.BARE)
    asked = with_judge_input(ASKED, analyzed=replace(ASKED.judge_input.analyzed, call_result=bare))
    assert "Bearer" not in render(asked, shell).decode()


@each
def test_a_call_that_got_no_further_than_the_token_service_still_asks_for_the_session(shell):
    asked = replace(ASKED, url="https://apim.example.com/apim-token-service/v2.0/token/get")
    assert URL in render(asked, shell).decode()


@pytest.mark.skipif(sys.platform == "win32", reason="bash and its curl are not Windows's")
@pytest.mark.parametrize("token", [TOKEN, "a'b\"c$(id)`id`\\n%s%d @x"])
def test_curl_sends_the_documented_call(gateway, token):
    origin, seen = gateway
    ran = run(
        render(replace(ASKED, url=f"{origin}{SESSION_INFO_PATH}"), ReportFormat.CURL_BASH),
        token,
    )
    assert ran.returncode == 0, ran.stderr
    assert '{"status":0}' in ran.stdout
    (method, path, headers, body) = seen[0]
    assert (method, path, body) == ("POST", SESSION_INFO_PATH, b"")
    assert headers["Authorization"] == f"Bearer {token}"
    assert headers["Content-Type"] == "application/json"
    assert headers["Content-Length"] == "0"


@needs_bash
def test_bash_says_what_is_missing_before_anything_is_sent(gateway):
    origin, seen = gateway
    ran = run(
        render(replace(ASKED, url=f"{origin}{SESSION_INFO_PATH}"), ReportFormat.CURL_BASH),
        None,
    )
    assert "Put the session ID there first" in ran.stderr
    assert ran.returncode != 0
    assert not seen


@needs_bash
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_address_runs_nothing_and_stays_one_word(text, tmp_path):
    """E4."""
    word = curl_command.quote_for_bash(curl_command.encode_url(f"https://{text}/x"))
    ran = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {word}"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout == curl_command.encode_url(f"https://{text}/x") + "\n"
    assert not list(tmp_path.iterdir())


@given(st.text() | st.sampled_from(HOSTILE))
def test_an_address_keeps_no_sign_that_a_shell_could_take_for_its_own(text: str):
    """E4: quotes, blanks, line ends and everything beyond ASCII are percent-encoded."""
    url = curl_command.encode_url(f"https://{text}/x")
    assert re.fullmatch(r"[A-Za-z0-9:/?\[\]@&=+,;%._~-]*", url)
    assert curl_command.quote_for_cmd(url) == '"' + url.replace("%", "%%") + '"'
    assert curl_command.quote_for_powershell(url) == f"'{url}'"


@each
def test_every_command_is_ascii_with_the_line_ends_of_its_shell(shell):
    script = render(ASKED, shell)
    assert script.isascii()
    if shell is ReportFormat.CURL_BASH:
        assert b"\r" not in script
    else:
        assert script.count(b"\r\n") == script.count(b"\n")


def test_the_command_prompt_reads_the_line_before_the_token_is_put_in():
    """E1: also where it was told to put variables in by itself; else a process list shows it."""
    lines = render(ASKED, ReportFormat.CURL_CMD).decode().splitlines()
    assert lines.index("setlocal DisableDelayedExpansion") < lines.index(
        next(line for line in lines if "!ENOS_TOKEN!" in line)
    )


def test_a_quote_in_powershell_is_doubled():
    assert curl_command.quote_for_powershell("it's") == "'it''s'"
