"""Masks what fingerprints are known of, however it is written."""

from __future__ import annotations

from itertools import islice
from typing import Final

from inspector_app.session.credentials.decoding import can_be_encoded, iter_views
from inspector_app.session.credentials.masking import CREDENTIAL_PLACEHOLDER
from inspector_app.session.credentials.normalization import (
    locate_spans,
    normalize,
    normalize_bytes,
)
from inspector_app.session.credentials.run_fingerprints import (
    compute_run_fingerprints,
    find_known_runs,
)
from inspector_app.session.token import MASK

_MAX_RUNS: Final = 50_000
"""Fingerprints that are kept, in 5 MB: those of the last hundreds of credentials."""


class RunMasker:
    """Holds fingerprints of runs of credentials, and no credential."""

    def __init__(self) -> None:
        self._known: dict[int, None] = {}

    def add(self, fingerprints: frozenset[int]) -> None:
        """Know these, too."""
        self._known |= dict.fromkeys(fingerprints)
        for oldest in list(islice(self._known, max(0, len(self._known) - _MAX_RUNS))):
            del self._known[oldest]

    def add_text(self, text: str) -> None:
        """Know the runs of a text that may be a credential."""
        self.add(compute_run_fingerprints(text))

    def mask(self, text: str) -> str:
        """The text without the known runs; a line in which one is encoded is left out."""
        if not self._known:
            return text
        return "".join(map(self._mask_line, text.splitlines(keepends=True)))

    def _mask_line(self, line: str) -> str:
        parts, done = [], 0
        for start, end in locate_spans(line, find_known_runs(normalize(line), self._known.keys())):
            parts += [line[done:start], MASK]
            done = end
        masked = "".join((*parts, line[done:]))
        if can_be_encoded(masked) and self._is_encoded(masked):
            return CREDENTIAL_PLACEHOLDER + ("\n" if line.endswith("\n") else "")
        return masked

    def _is_encoded(self, text: str) -> bool:
        return any(
            True
            for view in iter_views(text.encode(errors="surrogatepass"))
            for _ in find_known_runs(normalize_bytes(view.data), self._known.keys())
        )
