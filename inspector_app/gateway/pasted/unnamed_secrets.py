"""Finds what stands beside tokens and is a secret though no name stands before it.

A login in one line, a one-time code in a sentence, a password whose name follows it, what is handed
to a program's input, and commands that take a password without an option.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_BEFORE: Final = 120
"""Characters before a name in which a sentence puts its value."""

_VALUE_FIRST: Final = re.compile(
    r"(?<!\S)(?!(?:this|that|it|here|what|which|das|dies|dieses|es|hier|was)\s)(\S{1,60}+)"
    r"\s(?:is|was|ist|war)\s(?>(?:[\w-]{1,20}+\s){0,3})\Z",
    re.IGNORECASE,
)
_LOGIN_FORMS: Final = {
    "login: anna / word, user/password: anna/word": re.compile(
        r"\b(?i:login|logon|account|user(?:name)?|u|zugang|zugangsdaten|anmeldedaten"
        r"|benutzer(?:name)?)(?:\s?/\s?[\w/-]{1,20}+)?[:=]?\s?"
        r"(?!\d)[\w.@\\+-]{1,60}+(?:\s?/\s?|:|\sp:\s?)(\S{1,200}+)"
    ),
    "log in with anna and word": re.compile(
        r"\b(?i:log\s?in|sign\s?in)[ ]with\s\S{1,60}+\s(?:and|/)\s(\S{1,200}+)"
    ),
    "anna@example.com:word": re.compile(
        r"(?<=[\w-])@(?>(?:[\w-]{1,60}+\.){1,9})[\w-]{1,60}+(?::|\s/\s)(?!\d+\b)(\S{1,200}+)"
    ),
    "host:port:database:user:word of PostgreSQL": re.compile(
        r"(?<!\S)[\w.*-]{1,60}+:(?:\d{1,5}+|\*)(?::[\w.*-]{1,60}+){2}:(\S{1,200}+)"
    ),
    "what a pipe hands to a program": re.compile(
        r"\b(?i:echo|printf|write-output)\s([^|]{1,200}+)\|"
    ),
    "a here-string": re.compile(r"<<<(.{1,200}+)"),
    "commands that take a password without an option": re.compile(
        r"\b(?i:net1?(?:\.exe)?\suser?|rasdial|vault\slogin|vault\skv\sput)\s(.{1,400}+)"
    ),
    "community and keys of SNMP": re.compile(
        r"\bsnmp[a-z]{1,12}+\s(?=[^\n]{0,200}?(?<=\s)-[AXc])(.{1,400}+)"
    ),
    "the prompt of FTP": re.compile(r"(?i:\bftp>\s?(?:user\s\S{1,60}+|pass))\s(\S{1,200}+)"),
    "a script for FTP": re.compile(
        # A line of three words, unless the second makes a sentence of it.
        r"\A\s*(?i:quote\s)?(?i:user)\s(?!(?i:not|no|is|was|has|had|can|may|must|will|did|does|and"
        r"|or|with|of|for|in|on|at|by|from|to|name|id|agent|account|session|token|role|group"
        r"|data|info|login|log|logged|signed)\b)[\w.@\\+-]{1,60}+\s(\S{1,200}+)\s*\Z"
    ),
    "P/W: word": re.compile(r"(?<![\w/])(?i:p/w)\b\s?[:=]?\s?(\S{1,200}+)"),
    "the key of a wireless network": re.compile(
        r"\b(?i:wpa[23]?(?:[ -]psk)?|wep)\s?[:=]\s?(\S{1,200}+)"
    ),
    "a key that a program made": re.compile(
        r"\b(?i:key)[\"']?\s?[:=]\s?[\"']?"
        # Digits between letters; of a ticket they stand at the end.
        r"(?=[\w+/-]{0,60}?[A-Za-z][\w+/-]{0,60}?\d|\d)(?=[\w+/-]{0,60}?\d[\w+/-]{0,60}?[A-Za-z])"
        r"([\w+/=-]{8,200}+)"
    ),
    "options of Windows": re.compile(r"(?<!\S)/(?:p|pw|rp)[:\s](\S{1,200}+)"),
}
"""How logins are told, with the secret in the group."""

_SPEAKS_OF_A_CODE: Final = re.compile(
    r"(?i:code\b|codes\b|\bm?tan\b|sign in|log in|anmeld)|验证码|校验码|动态码|驗證碼|登录|登錄"
)
_ONE_TIME: Final = re.compile(
    r"(?<![\d.,:/=+•])(?<!\d-)(?<![^\W\d])"
    r"(?:\d{6,8}|\d{3}[ -]\d{3}|\d{4})(?!\d|[.,:/-]\d|[A-Za-z])"
)
"""A number with the digits of a code, which is no part of a time, an address or a version."""


def find_unnamed_secrets(line: str) -> Iterator[tuple[int, int]]:
    """The places of such secrets in a line, from where to where."""
    for form in _LOGIN_FORMS.values():
        for match in form.finditer(line):
            yield match.span(1)
    if _SPEAKS_OF_A_CODE.search(line) is not None:
        for match in _ONE_TIME.finditer(line):
            yield match.span()


def find_value_before(line: str, name_start: int) -> tuple[int, int] | None:
    """Where the value stands that a sentence puts before its name: ``word is my password``."""
    match = _VALUE_FIRST.search(line, max(0, name_start - _MAX_BEFORE), name_start)
    return None if match is None else match.span(1)
