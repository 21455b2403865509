"""Finds known credentials, and what looks like one, in texts and bytes, however they are written.

The one search of screen, redaction, logs and the last look at what leaves the app.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, AnyStr, Final

from inspector_app.session.credentials.decoding import View, iter_views, may_be_encoded
from inspector_app.session.credentials.literal_index import (
    MIN_LITERAL_LENGTH,
    LiteralIndex,
    build_literal_index,
    iter_forms,
)
from inspector_app.session.credentials.masking import mask_credential
from inspector_app.session.credentials.normalization import (
    DROPPED,
    locate_spans,
    normalize,
    normalize_bytes,
)
from inspector_app.session.credentials.patterns import (
    MIN_PATTERN_LENGTH,
    find_pattern_spans,
    has_disguised_pattern_match,
    has_pattern_match,
    has_pattern_match_in_bytes,
)
from inspector_app.session.credentials.run_index import MIN_RUN_LENGTH, RunIndex, build_run_index
from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MAX_INDEXED: Final = 1 << 18
"""Characters of all credentials whose runs are known: each takes some 70 bytes. Those of more
thousands of credentials than any answer has are found whole and by their pattern."""

_PART_LENGTH: Final = 1 << 17
"""Characters of a text that are searched at once: no call takes longer than some milliseconds."""

_OVERLAP: Final = 1 << 14
"""Characters that two parts share: no run of 16 characters is written with more marks and escapes
than that."""


_WHITESPACE_AND_NUL: Final = b"\0\t\n\r "


@dataclass(frozen=True, slots=True)
class CredentialSearch:
    """Long credentials are found by any run of 16 of their letters and digits, short ones whole."""

    runs: RunIndex
    _literals: LiteralIndex[str]
    _literal_bytes: LiteralIndex[bytes]
    _spellings: dict[bytes, str] = field(repr=False)

    def has_match(self, text: str) -> bool:
        """Whether a credential is in the text."""
        if self._literals and self._has_literal(text):
            return True
        if len(text) < MIN_PATTERN_LENGTH:
            return False
        if has_pattern_match(text):
            return True
        if len(text) > _PART_LENGTH:
            return any(map(self._has_long_match, iter_parts(text)))
        return self._has_long_match(text)

    def has_plain_match(self, text: str) -> bool:
        """Whether a credential is in the text without any encoding, apart from marks and case."""
        if self._literals and self._has_literal(text):
            return True
        if has_pattern_match(text):
            return True
        return any(self._has_run(part, normalize(part)) for part in iter_parts(text))

    def has_match_in_bytes(self, data: bytes) -> bool:
        """Whether a credential is in bytes of any kind, in UTF-8 or UTF-16 among them."""
        return any(self._has_match_in_part(part) for part in iter_parts(data))

    def mask(self, text: str) -> str | None:
        """The text with the credentials masked; None if one is encoded, and cannot be cut out."""
        text = _replace_spans(text, self._find_runs(text))
        text = _replace_spans(text, self._literals.find_spans(text))
        text = _replace_spans(text, find_pattern_spans(text))
        return None if self.has_match(text) else text

    def _has_literal(self, text: str) -> bool:
        bare = "".join(text.replace("\0", "").split())
        return self._literals.has_match(text) or self._literals.has_match(bare)

    def _has_long_match(self, text: str) -> bool:
        if text.isascii():
            data = text.encode()
            letters = data.translate(None, DROPPED)
            normalized = letters.lower()
        else:
            data = text.encode(errors="surrogatepass")
            letters = data.translate(None, DROPPED)
            normalized = normalize(text)
        if self._has_run(text, normalized):
            return True
        if len(normalized) < MIN_RUN_LENGTH:
            return False
        return may_be_encoded(text, letters) and self._has_encoded_match(data)

    def _has_run(self, text: str, normalized: bytes) -> bool:
        return self.runs.has_match(normalized) or has_disguised_pattern_match(text, normalized)

    def _has_encoded_match(self, data: bytes) -> bool:
        return any(map(self._has_match_in_view, iter_views(data)))

    def _has_match_in_part(self, data: bytes) -> bool:
        return self._has_match_in_view(View(data)) or self._has_encoded_match(data)

    def _has_match_in_view(self, view: View) -> bool:
        data = view.data
        if has_pattern_match_in_bytes(data):
            return True
        if self._literal_bytes and (
            self._literal_bytes.has_match(data)
            or self._literal_bytes.has_match(data.translate(None, _WHITESPACE_AND_NUL))
        ):
            return True
        if not self.runs:
            return False
        if self.runs.has_match(normalize_bytes(data)):
            return True
        if view.is_noise:
            return False
        return any(self._has_run(text, normalize(text)) for text in _iter_decoded(data))

    def _find_runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the runs are, with the marks around them that the credential has too."""
        done = 0
        for start, end in locate_spans(text, self.runs.find_spans(normalize(text))):
            whole = self._spellings.get(normalize(text[start:end]))
            if whole is not None:
                before = start - whole.find(text[start:end])
                if before >= done and text.startswith(whole, before):
                    start, end = before, before + len(whole)  # noqa: PLW2901
            yield max(start, done), end
            done = end


def build_search(credentials: Iterable[str]) -> CredentialSearch:
    """The search for these credentials; those that matter most come first."""
    spellings: dict[bytes, str] = {}
    short, left = [], _MAX_INDEXED
    for credential in credentials:
        normalized = normalize(credential)
        if len(normalized) < MIN_RUN_LENGTH:
            if len(credential) >= MIN_LITERAL_LENGTH:
                short.append(credential)
        elif left > 0:
            spellings.setdefault(normalized, credential)
            left -= len(normalized)
    forms = [form for one in short for form in iter_forms(one.encode(errors="surrogatepass"))]
    return CredentialSearch(
        build_run_index([*spellings, *(one[::-1] for one in spellings)]),  # read backwards, too
        build_literal_index((*short, *(form.decode("latin-1") for form in forms))),
        build_literal_index([*(one.encode(errors="surrogatepass") for one in short), *forms]),
        spellings,
    )


def iter_parts(whole: AnyStr) -> Iterator[AnyStr]:
    """A search through megabytes at once would block every other thread until it is over."""
    step = _PART_LENGTH - _OVERLAP
    for start in range(0, max(1, len(whole) - _OVERLAP), step):
        check_interruption()
        yield whole[start : start + _PART_LENGTH]


def _iter_decoded(data: bytes) -> Iterator[str]:
    """The texts that bytes other than those of ASCII may be."""
    if not data.isascii():
        yield data.decode(errors="ignore")
    if data.count(0) * 8 > len(data):
        for codec in ("utf-16-le", "utf-16-be"):
            for first in range(2):
                yield data[first:].decode(codec, errors="ignore")


def _replace_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in spans:
        check_interruption()
        parts += [text[done:start], mask_credential(text[start:end])]
        done = end
    return "".join((*parts, text[done:])) if parts else text
