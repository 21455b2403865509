"""The credentials of one answer: found and masked, and never given back.

``session.id`` is the session itself: whoever holds it, holds the session. The same text may occur
again in a message or an unknown field, and other credentials may come along.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials.decoding import can_be_encoded
from inspector_app.session.credentials.literal_index import MIN_LITERAL_LENGTH
from inspector_app.session.credentials.masking import (
    CREDENTIAL_PLACEHOLDER,
    is_masked,
    mask_credential,
)
from inspector_app.session.credentials.pieces import find_cut_texts, find_indexed_pieces
from inspector_app.session.credentials.run_fingerprints import compute_run_fingerprints
from inspector_app.session.credentials.search import CredentialSearch, build_search
from inspector_app.session.fingerprints import compute_fingerprints
from inspector_app.session.interruption import check_interruption
from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from inspector_app.session.parsing.json_document import Json

MIN_LONG_LENGTH: Final = 1 << 14
"""Characters from which on a search takes so long that the window had to wait for it."""

_BATCH_LENGTH: Final = 1 << 18
"""Characters of many texts that are searched together."""

_MIN_BATCH_LENGTH: Final = 1 << 11
"""Characters up to which each text of a batch is searched alone."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one answer: to be found and masked; none of them can be read here.

    Any run of 16 of its letters and digits is a credential, whatever stands between them, in any
    case and encoding. One with fewer of them is searched for as it is, one of fewer than eight
    characters is a credential only where it is the whole text: inside of others "1" would match
    every id. What a report put in place of a credential is none.
    """

    _values: tuple[str, ...] = field(default=(), repr=False, compare=False)
    _long_texts: tuple[str, ...] = field(default=(), repr=False, compare=False)
    _whole: frozenset[str] = field(init=False, repr=False)
    _known_texts: dict[str, str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _shown_texts: dict[str, str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _search: CredentialSearch | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        values = tuple(one for one in dict.fromkeys(self._values) if one and not is_masked(one))
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_whole", frozenset(values))

    def __bool__(self) -> bool:
        return bool(self._values)

    def __or__(self, others: Credentials) -> Credentials:
        new_texts = tuple(one for one in others._long_texts if one not in self._long_texts)
        if others._whole <= self._whole and not new_texts:
            return self
        long_texts = self._long_texts + new_texts
        return Credentials((*self._values, *others._values), long_texts)

    def has_match(self, text: str) -> bool:
        """Whether the text is a credential or has one in it, or what looks like one."""
        if text in self._whole:
            return True
        if len(text) < MIN_LITERAL_LENGTH:  # most names are: nothing that is sought fits in
            return False
        if len(text) >= MIN_LONG_LENGTH and text in self._known_texts:
            return self._known_texts[text] is not text
        return self._get_search().has_match(text)

    def has_match_in_path(self, path: tuple[str | int, ...]) -> bool:
        """Whether a name in the path of a value is a credential: then the path is one too."""
        names = [step for step in path if isinstance(step, str)]
        if any(map(self.has_match, names)):
            return True
        return len(names) > 1 and self.has_match(".".join(names))  # cut into names of each other

    def has_match_in_bytes(self, data: bytes) -> bool:
        """Whether bytes of any kind have a credential in them, however it is written there.

        As it is, in base64 at any alignment and in both alphabets, in hex, quoted-printable,
        escaped for JSON, HTML or a URL, wrapped into lines, in UTF-8 and UTF-16, and these inside
        of each other.
        """
        return self._get_search().has_match_in_bytes(data)

    def find_matches(self, texts: Iterable[str]) -> frozenset[str]:
        """Those of the texts that have a credential in them.

        For all texts of a large answer that takes a tenth of the time of asking for each.
        """
        search = self._get_search()
        known, others = [], []
        for text in texts:
            if text in self._whole:
                known.append(text)
            elif len(text) >= MIN_LITERAL_LENGTH:
                others.append(text)
        found = {*known, *_search_joined(others, search.has_plain_match)}
        encoded = [text for text in others if text not in found and can_be_encoded(text)]
        return frozenset((*found, *_search_joined(encoded, search.has_match)))

    def learn_long_texts(self) -> None:
        """Mask the long texts of the answer now, and make them safe to show.

        On a worker's thread: then the window need not.
        """
        for text in self._long_texts:
            if text in self._known_texts:
                continue
            masked = self._known_texts[text] = self.mask_text(text)
            self._shown_texts[masked] = escape_invisible(masked)

    def without_values(self) -> Credentials:
        """None of them, and what was learned of the long texts in which they are masked."""
        left = Credentials((), tuple(self._shown_texts))
        left._known_texts.update((text, text) for text in self._shown_texts)
        left._shown_texts.update(self._shown_texts)
        return left

    def with_value(self, credential: str) -> Credentials:
        """These and one that is known from elsewhere, which matters the most."""
        if credential in self._whole:
            return self
        return Credentials((credential, *self._values), self._long_texts)

    def with_pieces(self, root: Json) -> Credentials:
        """These and the texts of a document that together are one of them."""
        search = self._get_search()
        pieces = find_indexed_pieces(root, search.runs, self._whole)
        return self | Credentials(tuple(pieces))

    def with_header_pieces(self, headers: Iterable[tuple[str, str]]) -> Credentials:
        """These and the headers, by their names or their values, that together are one of them."""
        search = self._get_search()
        lists = map(list, zip(*headers, strict=True))
        return self | Credentials(tuple(find_cut_texts(lists, search.runs, self._whole)))

    def compute_fingerprints(self) -> frozenset[str]:
        """What is enough to recognize them, and of no other use."""
        return frozenset(one for value in self._values for one in compute_fingerprints(value))

    def compute_run_fingerprints(self) -> frozenset[int]:
        """The same of all runs of 16 of their letters and digits."""
        return frozenset(one for value in self._values for one in compute_run_fingerprints(value))

    def mask_text(self, text: str) -> str:
        """The text with every credential in it masked; a placeholder if one in it is encoded."""
        if text in self._whole:
            return mask_credential(text)
        if len(text) >= MIN_LONG_LENGTH and text in self._known_texts:
            return self._known_texts[text]
        if not self.has_match(text):
            return text
        masked = self._get_search().mask(text)
        return CREDENTIAL_PLACEHOLDER if masked is None else masked

    def escape_text(self, masked: str) -> str:
        """A masked text as it is shown: every invisible character in it as an escape."""
        shown = self._shown_texts.get(masked) if len(masked) >= MIN_LONG_LENGTH else None
        return escape_invisible(masked) if shown is None else shown

    def _get_search(self) -> CredentialSearch:
        """Built when it is first needed: many sets are only a step to another."""
        search = self._search
        if search is None:
            search = build_search(self._values)
            object.__setattr__(self, "_search", search)
        return search


def _search_joined(texts: list[str], has_match: Callable[[str], bool]) -> Iterator[str]:
    """Those of the texts that match; in parts, which are not looked at closer without a match."""
    batch: list[str] = []
    length = 0
    for text in texts:
        batch.append(text)
        length += len(text)
        if length >= _BATCH_LENGTH:
            yield from _search_batch(batch, has_match)
            batch, length = [], 0
    yield from _search_batch(batch, has_match)


def _search_batch(batch: list[str], has_match: Callable[[str], bool]) -> Iterator[str]:
    waiting = [batch]
    while waiting:
        check_interruption()
        texts = waiting.pop()
        if len(texts) <= 1 or sum(map(len, texts)) <= _MIN_BATCH_LENGTH:
            yield from filter(has_match, texts)
        elif has_match("\n".join(texts)):
            half = len(texts) // 2
            waiting += [texts[:half], texts[half:]]
