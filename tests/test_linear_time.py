"""Every pattern and every reader of foreign text takes time that grows with its length alone."""

import ast
import contextlib
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import inspector_app
from inspector_app.desktop.many.many_files import read_queue
from inspector_app.desktop.widgets.plain_text import break_lines
from inspector_app.gateway import token_text
from inspector_app.gateway.certificate_chain import (
    build_path,
    find_date_fault,
    find_last_issuer,
    find_outdated_issuer,
    is_self_signed,
)
from inspector_app.gateway.certificate_strength import is_too_weak
from inspector_app.gateway.handshake_observer import parse_certificate_message
from inspector_app.gateway.pasted import whole_text
from inspector_app.gateway.pasted.context_secrets import mask_all_but, mask_named_secrets
from inspector_app.gateway.pasted.found_token import FoundToken
from inspector_app.gateway.pasted.generated_secrets import mask_generated_words, mask_pieces
from inspector_app.gateway.pasted.masked_context import locate
from inspector_app.gateway.pasted.readers import (
    free_text,
    json_hosts,
    json_text,
    shell_words,
    source_code,
)
from inspector_app.gateway.pasted.readers.addresses import Addresses, NearAddresses
from inspector_app.gateway.pasted.search import search
from inspector_app.gateway.pasted.unnamed_secrets import find_unnamed_secrets, find_value_before
from inspector_app.gateway.proxy_exceptions import is_exempt
from inspector_app.inspection import saved_answer_opening
from inspector_app.report.formats import markup
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.json_line_path import find_member_ordinals
from inspector_app.report.json_page import build_json_page
from inspector_app.report.redaction import (
    Redaction,
    get_organization_label,
    mask_credentials,
    redact_analyzed_answer,
)
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers import (
    answer_search,
    content_decoding,
    file_parser,
    transcript,
)
from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.comparison.compare import compare_sides
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.comparison.comparison_model import ComparedSide
from inspector_app.session.comparison.difference_sentences import build_sentence
from inspector_app.session.comparison.organization_sets import number_keys
from inspector_app.session.contrary_fields import has_cache_header, has_contrary_header
from inspector_app.session.contrary_words import is_contrary_name, split_member_name
from inspector_app.session.credentials import Credentials, find_in_headers, mask_header
from inspector_app.session.credentials.decoding import may_be_encoded
from inspector_app.session.credentials.normalization import (
    locate_spans,
    normalize,
    replace_characters,
)
from inspector_app.session.credentials.patterns import has_disguised_pattern_match
from inspector_app.session.credentials.pieces import find_cut_texts
from inspector_app.session.credentials.run_fingerprints import (
    compute_run_fingerprints,
    find_known_runs,
)
from inspector_app.session.credentials.run_index import build_run_index
from inspector_app.session.credentials.search import build_search
from inspector_app.session.diagnosis.failure_location import sanitize
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.refusal_words import ORGANIZATION_KEYWORDS, has_keyword
from inspector_app.session.diagnosis.retry_after import parse_retry_after
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.doubts import find_cache_doubts
from inspector_app.session.exchange import MAX_BODY_SIZE
from inspector_app.session.parsing.parse_errors import (
    build_number_error,
    build_syntax_error,
)
from inspector_app.session.presentation import meanings
from inspector_app.session.presentation.fact_rows import build_row
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.presentation.unset_fields import name_first
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import Token
from inspector_app.settings.environment import create_environment, find_free_name
from inspector_app.settings.environment_mistakes import FILE_RULE
from inspector_app.settings.file_mistakes import find_mistakes
from inspector_app.system import file_names
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.terminal.rich_report import build_columns
from tests import hostile_repetitions
from tests.hostile_repetitions import Hostile, read_clock
from tests.report.answers import KEY, build_input, exchange
from tests.session.answers import NOW, SUCCESS

DYNAMIC_PATTERNS = {
    "system.part_files.remove_abandoned_parts": "names of files, 255 characters at most",
}
"""Patterns that are made when they are needed, and why they may be."""

NOT_READERS = {
    "report.redaction.label_expected_organization": "what the person typed",
    "system.windows_security.may_others": "a security descriptor of this computer's own",
    "demo.companion_response.build_companion_response": "the name of a file of the program",
    "demo.portal_response.build_portal_response": "the name of a file of the program",
    "demo.stub_response.build_response": "the name of a file of the program",
    "demo.stub_response.render_response": "the content of a file of the program",
    "desktop.clipboard.get_history_exclusion_formats": "the system's name",
    "desktop.export.export_options_panel.get_format": "the name of a format",
    "desktop.guards.dbus_lock_signals.list_available_services": "names that the bus checks",
    "desktop.guards.dbus_lock_signals.find_lock_signals": "names that the bus checks",
    "desktop.startup.command_line.parse_arguments": "the person's own command line",
    "desktop.startup.input_method.choose_input_method": "the person's own environment",
    "desktop.startup.launch.run": "the person's own command line",
    "desktop.theme.language.load_qt_translator": "the name of a language",
    "desktop.theme.qt_paths.get_bundled_path": "the name of a folder of Qt",
    "desktop.theme.translation.translate": "a template of the program",
    "desktop.theme.translation.join_sentences": "sentences of the program",
    "desktop.theme.translation.join_facts": "facts that are cut for a line already",
    "desktop.widgets.form_layout.create_field_label": "a label of the program",
    "desktop.widgets.form_layout.create_hint_label": "a label of the program",
    "gateway.connection.resolve_host": "asks the network; a parsed host, 253 characters long",
    "gateway.tls_trust.create_ssl_context": "the path of a file",
    "gateway.tls_trust.get_store_name": "the path of a file",
    "gateway.tls_trust.build_tls_facts": "what the system's TLS says",
    "gateway.tls_trust.check_subject_alt_name": "what the system's TLS says",
    "report.formats.markup.apply_markup": "a template of the program",
    "session.contrary_words.is_affirming_name": "words of 2,000 characters at most",
    "session.contrary_words.is_code_name": "words of 2,000 characters at most",
    "session.contrary_words.is_state_name": "words of 2,000 characters at most",
    "session.contrary_words.is_end_name": "words of 2,000 characters at most",
    "session.contrary_words.is_lock_end_name": "words of 2,000 characters at most",
    "session.contrary_words.is_remaining_name": "words of 2,000 characters at most",
    "session.interruption.has_match": "looks for patterns of the program, which are walked",
    "session.interruption.replace_matches": "replaces patterns of the program, which are walked",
    "session.parsing.user_codes.describe_code": "the name of a documented field",
    "session.translatable_text.tr": "a template of the program",
    "session.trust_store.build_trust_store_name": "the path of a file",
    "settings.policies.format_notice": "the name of a place of the system",
    "system.managed_policies.read_policy_key": "the name of a key of the program",
    "settings.machine_environments.is_machine_environment": "an id of the program",
    "system.local_zone.get_zone": "the name of a zone, looked for among those of the system",
    "system.process_environment.scrub": "the person's own environment",
    "terminal.environment_commands.print_rows": "what a command says; its columns are walked",
    "terminal.administrator_files.print_lines": "what a command says, line by line",
    "system.proxy_settings.desktop_proxy.run_settings_program": "a command of the program",
    "system.proxy_settings.desktop_proxy.build_proxy_url": "three facts of the settings",
    "system.proxy_settings.windows_proxy.parse_windows_settings": "four values of the registry",
    "system.resources.read": "the name of a file of the program",
    "system.resources.list_names": "the name of a folder of the program",
    "system.translations.load": "the name of a language",
    "system.translations.list_placeholders": "a template of the program",
    "system.translations.has_same_placeholders": "a template of the program",
    "system.translations.parse_catalogue": "a file of the program",
    "terminal.compare_command.compare_answers": "names of files; what is in them is read by parts",
    "terminal.completion.complete_environment_name": "the person's own command line",
    "system.desktop_notification.show_notification": "words of the program",
    "terminal.many_options.take_many_options": "the person's own command line",
    "terminal.watch_options.take_watch_options": "the person's own command line",
    "terminal.many_screen.create_screen": "the name of a format",
    "terminal.resume_file.get_row_code": "a code, looked for in a list",
    "terminal.read_command.read_saved_answer": "the path of a file; what is in it is read by parts",
    "terminal.result_output.print_bytes": "writes to the terminal",
    "terminal.result_output.write_output": "writes to the terminal or to a file",
    "terminal.runner.run_command_line": "the person's own command line",
    "vault.backends.open_backend": "the system's name",
    "vault.kept_items.describe_record": "the name of an item, which is handed on",
    "vault.backends.list_hidden_imports": "the system's name",
}
"""Functions of text that nobody else than the program, its system or its user writes."""


def _encode(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _encode_by_character(text: str) -> bytes:
    return text.encode("latin-1", errors="replace")


def _parse_file(text: str) -> None:
    file_parser.parse_saved_answer(_encode(text), 1_800_000_000.0)


def _split_command(text: str) -> None:
    for shell in shell_words.Shell:
        for _ in shell_words.split_command(text, shell):
            pass


def _find_hosts(text: str) -> None:
    """The host of what stands at many places of the text."""
    addresses, near = Addresses(text), NearAddresses(text)
    for start in range(0, len(text), max(1, len(text) // 64)):
        addresses.find_host(start, is_named=True)
        near.find_host(start, is_named=True)


def _search(text: str) -> None:
    for _ in search(text, whole_text.MAX_TEXT_LENGTH):
        pass


_SEVERAL = ["IAM_S_" + "v6Yq" * 8, "IAM_S_" + "m8Gc" * 32]


def _locate(text: str) -> None:
    """Two tokens with the text before, between and behind them, in their lines and in others."""
    found = {one: FoundToken(Token(one)) for one in _SEVERAL}
    locate(found, f"{text}\n{text} {_SEVERAL[0]} {text}\n{_SEVERAL[1]}\n{text}")


def _look_at_answer(text: str) -> None:
    """All that happens with an answer, up to the outline and the JSON page."""
    analyzed = analyze_answer(exchange(text.encode(errors="surrogatepass")))
    build_outline(analyzed)
    build_json_page(analyzed)


def _look_at_companion(text: str) -> None:
    """The same of what is asked beside the session, by each call."""
    asked = exchange(text.encode(errors="surrogatepass"))
    companions = tuple(analyze_companion(kind, asked) for kind in CompanionKind)
    analyzed = add_companions(analyze_answer(exchange(json.dumps(SUCCESS).encode())), companions)
    build_outline(analyzed)
    redact_analyzed_answer(analyzed, Redaction(KEY))


def _compare(text: str) -> None:
    """An answer with itself, and with another one."""
    analyzed = analyze_answer(exchange(text.encode(errors="surrogatepass")))
    other = analyze_answer(exchange(json.dumps(SUCCESS).encode()))
    for one in (analyzed, other):
        side, beside = (
            ComparedSide(found, judge(JudgeInput(found, NOW))) for found in (analyzed, one)
        )
        for row in compare_sides(side, beside).rows:
            build_sentence(row, TimeContext(NOW, UTC))
        build_compared_root(pair_answers(analyzed, one, is_same_user=None), RowFilter.ALL)


_FORMATS = (ReportFormat.TEXT, ReportFormat.HTML, ReportFormat.JSON)


def _report_answer(report_format: ReportFormat, text: str) -> None:
    analyzed = analyze_answer(exchange(text.encode(errors="surrogatepass")))
    render_report(redact_report(build_input(analyzed)), report_format)


_KNOWN = Credentials(("IAM_S_" + "a1B2" * 8, "short-secret"))


def _to_chain(text: str) -> list[bytes]:
    return [line.encode(errors="surrogatepass") for line in text.splitlines()]


WITH_MORE_ARGUMENTS: dict[str, Callable[[str], object]] = {
    "gateway.certificate_chain.build_path": lambda text: build_path(_to_chain(text)),
    "gateway.certificate_chain.find_date_fault": lambda text: find_date_fault(_to_chain(text)),
    "gateway.certificate_chain.is_self_signed": lambda text: is_self_signed(_to_chain(text)),
    "gateway.certificate_strength.is_too_weak": lambda text: is_too_weak(_to_chain(text)),
    "gateway.certificate_chain.find_last_issuer": lambda text: find_last_issuer(_to_chain(text)),
    "gateway.certificate_chain.find_outdated_issuer": lambda text: find_outdated_issuer(
        _to_chain(text)
    ),
    "gateway.proxy_exceptions.is_exempt": lambda text: is_exempt(text, 443, [text]),
    "gateway.handshake_observer.parse_certificate_message": lambda text: parse_certificate_message(
        text.encode(errors="surrogatepass"), is_tls_1_3=True
    ),
    "desktop.widgets.plain_text.break_lines": lambda text: break_lines(text, 80),
    "gateway.pasted.readers.shell_words.split_command": _split_command,
    "gateway.pasted.readers.shell_words.split_first_command": lambda text: (
        shell_words.split_first_command(text, 0)
    ),
    "gateway.pasted.readers.free_text.find_tokens": lambda text: list(
        free_text.find_tokens(text, lambda _start, _is_named: None)
    ),
    "gateway.pasted.readers.source_code.find_tokens": lambda text: list(
        source_code.find_tokens(text, lambda _start: None)
    ),
    "gateway.pasted.readers.json_text.find_tokens": lambda text: json_text.find_tokens(
        text, lambda _string: []
    ),
    "gateway.pasted.readers.json_hosts.find_host": lambda text: json_hosts.find_host(
        {"url": text, "host": text, "method": text}
    ),
    "gateway.pasted.search.search": _search,
    "gateway.pasted.context_secrets.mask_named_secrets": lambda text: mask_named_secrets(
        [text, *text.split("\n")], text, [str(Token(_SEVERAL[0]))]
    ),
    "gateway.pasted.context_secrets.mask_all_but": lambda text: mask_all_but(
        text, [str(Token(_SEVERAL[0]))]
    ),
    "gateway.pasted.unnamed_secrets.find_unnamed_secrets": lambda text: list(
        find_unnamed_secrets(text)
    ),
    "gateway.pasted.unnamed_secrets.find_value_before": lambda text: find_value_before(
        text, len(text)
    ),
    "gateway.pasted.generated_secrets.mask_generated_words": lambda text: mask_generated_words(
        text, [str(Token(_SEVERAL[0]))]
    ),
    "gateway.pasted.generated_secrets.mask_pieces": lambda text: mask_pieces(text, _SEVERAL),
    "gateway.pasted.masked_context.locate": _locate,
    "session.contrary_words.is_contrary_name": lambda text: is_contrary_name(
        text, split_member_name(text)
    ),
    "session.contrary_fields.has_cache_header": lambda text: has_cache_header(
        [("Age", text), ("X-Cache", text), (text, text)]
    ),
    "session.doubts.find_cache_doubts": lambda text: find_cache_doubts(
        (("Age", text), ("X-Cache", text), (text, text))
    ),
    "session.contrary_fields.has_contrary_header": lambda text: has_contrary_header([(text, text)]),
    "session.comparison.organization_sets.number_keys": lambda text: list(
        number_keys(text.split())
    ),
    "desktop.many.many_files.read_queue": lambda text: read_queue(text, lambda _secrets: None),
    "session.diagnosis.retry_after.parse_retry_after": lambda text: parse_retry_after(text, 0.0),
    "session.credentials.decoding.may_be_encoded": lambda text: may_be_encoded(
        text, text.encode(errors="surrogatepass")
    ),
    "session.credentials.discovery.mask_header": lambda text: (
        mask_header(text, text, _KNOWN),
        mask_header("Set-Cookie", text, _KNOWN),
    ),
    "session.credentials.run_fingerprints.find_known_runs": lambda text: list(
        find_known_runs(normalize(text), compute_run_fingerprints(text[:4096]))
    ),
    "session.credentials.pieces.find_cut_texts": lambda text: find_cut_texts(
        [[text, *text]], build_run_index([normalize(text)]), frozenset()
    ),
    "session.credentials.run_index.build_run_index": lambda text: build_run_index(
        [text.encode(errors="surrogatepass")]
    ),
    "session.credentials.search.build_search": lambda text: build_search([text, *text.split()]),
    "session.credentials.discovery.find_in_headers": lambda text: find_in_headers(
        (("Set-Cookie", text), ("Location", text), (text, text))
    ),
    "session.credentials.patterns.has_disguised_pattern_match": lambda text: (
        has_disguised_pattern_match(text, normalize(text))
    ),
    "session.credentials.normalization.replace_characters": lambda text: (
        replace_characters(text, dict.fromkeys(sorted(set(text))[:40], "")),
        replace_characters(text, {text[0]: " "}),
    ),
    "session.credentials.normalization.locate_spans": lambda text: list(
        locate_spans(text, ((at, at + 1) for at in range(len(normalize(text)))))
    ),
    "session.diagnosis.refusal_words.has_keyword": lambda text: has_keyword(
        text, ORGANIZATION_KEYWORDS
    ),
    "session.diagnosis.failure_location.sanitize": lambda text: sanitize(text, _KNOWN),
    "inspection.saved_answer_opening.analyze_saved_data": lambda text: (
        saved_answer_opening.analyze_saved_data(_encode(text), 1_800_000_000.0)
    ),
    "report.credential_scan.ensure_no_credentials": lambda text: mask_credentials(
        text, Credentials(("IAM_S_" + "a1B2" * 8,))
    ),
    "report.credential_scan.has_credential": lambda text: mask_credentials(
        text, Credentials(("eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl",))
    ),
    "report.json_line_path.find_member_ordinals": lambda text: find_member_ordinals(
        text.splitlines(), len(text.splitlines()) - 1
    ),
    "session.parsing.parse_errors.build_syntax_error": lambda text: build_syntax_error(
        text, len(text)
    ),
    "session.parsing.parse_errors.build_number_error": build_number_error,
    "session.presentation.fact_rows.build_row": lambda text: build_row("", text),
    "terminal.rich_report.build_columns": lambda text: build_columns(
        (line, line) for line in text.splitlines()
    ),
    "report.formats.markup.build_quoter": markup.build_quoter(str),
    "report.redaction.get_organization_label": lambda text: get_organization_label(
        text, Redaction(KEY)
    ),
    "report.redaction.mask_credentials": lambda text: mask_credentials(text, Credentials()),
    "report.saved_answers.answer_search.search_file": lambda text: answer_search.search_file(
        _encode(text), None
    ),
    "report.saved_answers.content_decoding.decode_body": lambda text: content_decoding.decode_body(
        _encode(text), [("Transfer-Encoding", "chunked"), ("Content-Encoding", text), (text, text)]
    ),
    "report.saved_answers.content_decoding.decode_text": lambda text: content_decoding.decode_text(
        text, says_base64=True
    ),
    "report.saved_answers.content_decoding.join_chunks": lambda text: content_decoding.join_chunks(
        _encode(text), must_be_whole=True
    ),
    "report.saved_answers.content_decoding.unpack": lambda text: content_decoding.unpack(
        _encode(text), MAX_BODY_SIZE
    ),
    "report.saved_answers.file_parser.parse_saved_answer": _parse_file,
    "report.saved_answers.transcript.iter_json_starts": lambda text: list(
        transcript.iter_json_starts(_encode(text), MAX_BODY_SIZE)
    ),
    "session.presentation.unset_fields.name_first": lambda text: name_first([text], 2),
    "session.presentation.meanings.describe_unknown_field": lambda text: (
        meanings.describe_unknown_field(text, text)
    ),
    "gateway.pasted.whole_text.read_whole": lambda text: whole_text.read_whole(text, None),
    "settings.file_mistakes.find_mistakes": lambda text: find_mistakes(_encode(text), FILE_RULE),
    "settings.environment.create_environment": lambda text: create_environment(text, text),
    "settings.environment.find_free_name": lambda text: find_free_name(text, {"a", text[:100]}),
    "system.file_names.suggest_file_name": lambda text: file_names.suggest_file_name(text, ".json"),
}
"""Readers that need more than the text."""

PATHS: dict[str, Callable[[str], object]] = {
    "a paste": token_text.read,
    "the hosts in a paste": _find_hosts,
    "a saved file": _parse_file,
    "an answer": _look_at_answer,
    "a comparison": _compare,
    "an answer beside it": _look_at_companion,
    "known credentials in a text": lambda text: (_KNOWN.mask_text(text), _KNOWN.has_match(text)),
    "known credentials in bytes": lambda text: _KNOWN.has_match_in_bytes(
        text.encode(errors="surrogatepass")
    ),
    "a log": lambda text: KnownSecrets().redact(text),
    "known secrets": lambda text: KnownSecrets().add_text(text),
    **{f"a report as {one.value}": partial(_report_answer, one) for one in _FORMATS},
}
"""What the program does with foreign text in one go."""

_ALONE = (
    "eyJ", "-eyJ", "eyJ.", "eyJa.", "-eyJ-IAM_S_", "IAM_S_", "IAM_S_a\n", "APP_PORTAL_S_a-", "A",
    "0", "KEY=val\n", "cookie=val\n", "host=a\n", "host:a\n", "Authorization:\n", "a\n", "a:b\n",
    "A: b\r\n", "HTTP/1.1 100 C\r\n\r\n", "HTTP/1.1 200 Connection established\r\n\r\n",
    "HTTP/1.1 200 ", "GET /a HTTP/1.1\n", "{", "[", "]", "(", "<", ">", "$(", "${", '"', "'", "`",
    "^", "\\", "\\\\", '"\\', '\\"', "''", "\\\n", "^\n", "%41", "%2541", "%", "bearer ",
    "Bearer a", 'cookie:"', "cookie='", 'cookie,"\\', "<title>", "http://", "http://a ", "//",
    "@", "a@", "a@a.", "a.", ".", "-", " - ", ":", ";", "; a=b", " ", "\n", "\t", "\r", "\u2028",
    "\u3000", "•", "…", "\u202e", "\ud800", "é", "é", "ß", "xn--", "\x00", "a ", "a1-", "_", "=",
    "+", "12345678 ", "(555) ", "\\u0041", "Z", "null", "-1", "1e9",
)  # fmt: skip
_INSIDE = (
    ("curl ", "-H a:b ", ""), ("curl ", "-H 'Cookie: a=b' ", ""), ("curl ^", '^"a^" ', ""),
    ("curl `\n", '"a`"" ', ""), ("curl ", "$'\\u0041' ", ""), ("curl ", '"\\', ""),
    ("curl ", "http://[ ", ""), ("fetch(", "headers: {'cookie': 'a'},", ""), ("[", "1,", "1]"),
    ("[", '"a",', '""]'), ("[", "{},", "0]"), ("{", '"a":1,', '"b":2}'),
    ("{", '"token":"eyJ",', '"b":2}'), ('{"a":"', "eyJ", '"}'), ('{"a":"', "\\u0041", '"}'),
    ('{"a":"', "a", '"}'), ('{"session":{"id":"', "IAM_S_", '"}}'),
    ('{"session":{"id":"a","x":"', " a", '"}}'), ('{"code":1,"message":"', "a@", '"}'),
    ('{"code":1,"message":"', "-eyJ", '"}'),
    ('{"session":{"user":{"name":"ab"},"x":[', '"ab",', '""]}}'),
    ('{"session":{"guestOrganizations":[', '{"id":"o"},', "{}]}}"),
    ('{"log":{"entries":[', '{"request":{"headers":[{"name":"cookie","value":"a"}]}},', "{}]}}"),
    ('{"schema":"', "a", '"}'), ("HTTP/1.1 200 OK\r\n", "A: b\r\n", ""),
    ("HTTP/1.1 200 OK\r\n", "A: ", "\r\n\r\n"),
    ("HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 100 C\r\n\r\n", ""),
    ("HTTP/1.1 302 F\r\n\r\n", "<p>HTTP/1.1 302 F\r\n\r\n", ""), ("< HTTP/2 200\n", "< a: b\n", ""),
    ("< HTTP/2 200\n", "* \n> a: b\n", "{}"), ("", "> > ", ""), ("> a\n", "> > a\n", ""),
    ("", "1\r\na\r\n", "0\r\n\r\n"), ("```\n", "{\n", "```"), ("<pre>", "<pre>&amp;", "</pre>"),
    ('{"data":"', "eyJmYWlsIjp0", '"}'), ('{"data":', '{"data":', "1}"), ('"', '\\"', '"'),
    ('{"log":{"entries":[', '{"request":{"url":"/session/info"},"response":{"status":1}},', "0]}}"),
    ('{"response":{"status":200,"body":{"type":"Buffer","data":[', "123,", "1]}}}"),
    ("ï»¿", " ", "{"),
    ("\ufeff", "\ufeff", ""), ("GET / HTTP/1.1\nHost: a\nCookie: ", "a=b; ", ""),
    ("Authorization: Bearer a\n", "abc\n", ""), ("<html><title>", "a", ""),
    ("https://", "a.", "/"), ("https://", "xn--", ".example"), ("https://[", ":1", "]"),
)  # fmt: skip
_NUMBERED = (
    ('{"tokens":[', '"IAM_S_abcdefghijklmnopqrstuvwx№",', '""]}'),
    ('{"session":{"id":"IAM_S_a"},"tokens":[', '{"token":"secretvalue№"},', "{}]}"),
    ("{", '"id№":"a",', '"z":1}'), ('{"session":{', '"id№":"a",', '"z":1}}'),
    ('{"session":{"guestOrganizations":[', '{"id":"o№","name":"name№"},', "{}]}}"),
    ('{"code":1,"message":"', "name№ ", '"}'), ("", "IAM_S_abcdefghijklmnopqrstuvwx№\n", ""),
    ("HTTP/1.1 200 OK\r\n", "A№: b№\r\n", "\r\n{}"), ("", "a№@example.com ", ""),
)  # fmt: skip
HOSTILE = (
    *(Hostile("", unit, hostile_repetitions.ENDING) for unit in _ALONE),
    *(Hostile(*parts) for parts in (*_INSIDE, *_NUMBERED)),
)
"""The repetitions that break naive readers of pastes, heads, JSON, addresses and names."""


def _iter_modules() -> Iterator[tuple[str, ModuleType]]:
    for found in pkgutil.walk_packages(inspector_app.__path__, "inspector_app."):
        if not found.name.endswith("__main__"):
            yield found.name.removeprefix("inspector_app."), importlib.import_module(found.name)


def _iter_patterns(value: object, name: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield name, value.__self__  # type: ignore[attr-defined]
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _iter_patterns(one, f"{name}[{key}]")
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _iter_patterns(one, f"{name}[]")
    elif inspect.isclass(value) and value.__module__.startswith("inspector_app."):
        for key, one in list(vars(value).items()):
            yield from _iter_patterns(one, f"{name}.{key}")


def _walk_patterns() -> dict[str, re.Pattern[Any]]:
    return {
        name: pattern
        for module_name, module in _iter_modules()
        for key, value in list(vars(module).items())
        if not key.startswith("__") and not inspect.ismodule(value)
        for name, pattern in _iter_patterns(value, f"{module_name}.{key}")
    }


def _use_pattern(pattern: re.Pattern[Any], subject: str | bytes) -> None:
    for _ in pattern.finditer(subject):
        pass
    pattern.fullmatch(subject)


def _read(reader: Callable[[Any], object], subject: str | bytes) -> None:
    with contextlib.suppress(Exception):  # a refusal takes time too
        reader(subject)


def _find_slow(
    call: Callable[[Any], object],
    texts: tuple[Hostile, ...],
    limit: int,
    enough: float = hostile_repetitions.MEASURABLE,
    prepare: Callable[[str], object] = str,
) -> str | None:
    for text in texts:
        growth = hostile_repetitions.measure(call, text, limit, enough, prepare)
        if not growth.is_linear:
            return f"{text}: {growth}"
    return None


@pytest.mark.timing
@pytest.mark.timeout(300)
def test_every_pattern_is_linear():
    """Trap 20: no repetition that can be derived from a pattern makes it look twice."""
    slow = {}
    walked: dict[tuple[object, int], str] = {}
    for name, pattern in _walk_patterns().items():
        key = pattern.pattern, pattern.flags
        if walked.setdefault(key, name) != name:
            continue
        source = pattern.pattern
        texts = hostile_repetitions.derive(
            source if isinstance(source, str) else source.decode("latin-1"), pattern.flags
        )
        assert texts, name
        found = _find_slow(
            partial(_use_pattern, pattern),
            texts,
            MAX_BODY_SIZE,
            prepare=str if isinstance(source, str) else _encode_by_character,
        )
        if found:
            slow[name] = found
    assert not slow
    assert len(walked) > 60


_USES = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def _iter_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _USES
        ):
            yield node.lineno, node.func.attr


def test_no_pattern_hides_from_the_walk():
    """Trap 20: patterns are constants of modules or classes, so that the walk finds each."""
    walked = _walk_patterns()
    root = Path(inspector_app.__file__).parent
    for file in sorted(root.rglob("*.py")):
        name = ".".join(file.relative_to(root).with_suffix("").parts)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        hidden = {
            f"{name}.{getattr(function, 'name', 'lambda')}"
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for _ in _iter_uses(function)
        }
        assert hidden <= DYNAMIC_PATTERNS.keys()
        imported = [
            node
            for node in ast.walk(tree)
            if (isinstance(node, ast.ImportFrom) and node.module == "re")
            or (
                isinstance(node, ast.Import)
                and any(n.name == "re" and n.asname for n in node.names)
            )
        ]
        assert not imported, name
        made = sum(use == "compile" for _, use in _iter_uses(tree))
        found = {one.pattern for key, one in walked.items() if key.startswith(f"{name}.")}
        assert len(found) >= made - len(hidden), name


_TEXT_TYPE = re.compile(r"\b(str|bytes)\b")


def _walk_readers() -> dict[str, tuple[Callable[[Any], object], bool]]:
    """Public functions of text by name, and whether they take bytes."""
    readers: dict[str, tuple[Callable[[Any], object], bool]] = {}
    for module_name, module in _iter_modules():
        for key, function in list(vars(module).items()):
            name = f"{module_name}.{key}"
            if key.startswith("_") or not inspect.isfunction(function):
                continue
            if function.__module__ != module.__name__ or name in NOT_READERS:
                continue
            parameters = list(inspect.signature(function).parameters.values())
            if not parameters or not _TEXT_TYPE.search(str(parameters[0].annotation)):
                continue
            first, *rest = parameters
            if "Callable" in str(first.annotation) and name not in WITH_MORE_ARGUMENTS:
                continue
            needs_more = any(
                one.default is one.empty and one.kind not in {one.VAR_POSITIONAL, one.VAR_KEYWORD}
                for one in rest
            )
            is_plain = first.annotation in {"str", "bytes", "str | None"}
            if name in WITH_MORE_ARGUMENTS:
                readers[name] = WITH_MORE_ARGUMENTS[name], False
            else:
                assert is_plain, f"{name} is neither registered nor listed"
                assert not needs_more, f"{name} is neither registered nor listed"
                readers[name] = function, first.annotation == "bytes"
    return readers


def test_the_lists_of_readers_name_what_there_is():
    modules = dict(_iter_modules())
    for name in (*NOT_READERS, *WITH_MORE_ARGUMENTS):
        module, _, function = name.rpartition(".")
        assert callable(getattr(modules[module], function)), name
    assert WITH_MORE_ARGUMENTS.keys() <= _walk_readers().keys()


@pytest.mark.timing
@pytest.mark.timeout(300)
def test_every_reader_is_linear():
    """Trap 20: no repetition makes a reader look twice."""
    slow = {}
    for name, (reader, is_bytes) in _walk_readers().items():
        found = _find_slow(
            partial(_read, reader),
            HOSTILE,
            whole_text.MAX_TEXT_LENGTH,
            prepare=_encode if is_bytes else str,
        )
        if found:
            slow[name] = found
    assert not slow


@pytest.mark.timing
@pytest.mark.timeout(300)
def test_every_path_is_linear():
    """Trap 20: reading, analyzing and reporting take time that grows with the text alone."""
    slow = {}
    for name, path in PATHS.items():
        found = _find_slow(partial(_read, path), HOSTILE, whole_text.MAX_TEXT_LENGTH, 0.005)
        if found:
            slow[name] = found
    assert not slow


def test_a_pattern_by_the_square_is_found():
    """The walk itself: patterns of the kinds that were found in the program are told apart."""
    for slow in (r"eyJ[\w-]+\.", r"(?<!\w)eyJ[\w-]+\.", r'"(?:[^"\\]|\\.)*"', r"[a-z]+@", r"\s*\{"):
        pattern = re.compile(slow)
        texts = hostile_repetitions.derive(slow, pattern.flags)
        assert _find_slow(partial(_use_pattern, pattern), texts, 1 << 12, 0.002), slow


class _Slow:
    """A call that takes a time of its own for each size, in so many milliseconds."""

    def __init__(self, milliseconds: Callable[[int, int], float]) -> None:
        self._milliseconds = milliseconds
        self._calls = 0

    def __call__(self, text: str) -> None:
        self._calls += 1
        until = read_clock() + self._milliseconds(len(text), self._calls) / 1000
        while read_clock() < until:
            pass


def test_what_is_slow_for_a_moment_is_not_taken_for_growth():
    """Trap 20: a machine that hesitated longer at a larger text is no pattern by the square."""
    hostile = Hostile("", "a", "")
    # Until the first round is over: two calls, and two steps of two sizes, each tried three times.
    hesitates = _Slow(lambda size, call: (size / 1024) ** 2 / 10 if call <= 14 else 0.05)
    assert hostile_repetitions.measure(hesitates, hostile, 1 << 14).is_linear
    by_the_square = _Slow(lambda size, _call: (size / 1024) ** 2 / 10)
    assert not hostile_repetitions.measure(by_the_square, hostile, 1 << 14).is_linear


def test_what_a_text_is_made_into_is_no_time_of_the_call():
    """Trap 20: only the reader's own time is measured."""
    work = _Slow(lambda size, _call: (size / 1024) ** 2 / 10)

    def prepare(text: str) -> str:
        work(text)
        return text

    growth = hostile_repetitions.measure(len, Hostile("", "a", ""), 1 << 14, prepare=prepare)
    assert growth.is_linear
