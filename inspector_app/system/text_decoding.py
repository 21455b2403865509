"""The text of bytes that another program wrote, in the encodings that programs write today."""

from __future__ import annotations

import codecs
from typing import Final

_LOOKED_AT: Final = 256


def decode_text(data: bytes) -> str:
    """The text of a pipe or a file: UTF-8, or UTF-16 as Windows writes it.

    A mark at the beginning says which. Without one it is UTF-16 if every other byte of the
    beginning is zero, which no text in UTF-8 has.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    beginning = data[:_LOOKED_AT]
    for encoding, zeros in (("utf-16-le", beginning[1::2]), ("utf-16-be", beginning[::2])):
        if zeros and zeros.count(0) > len(zeros) // 2:
            return data.decode(encoding, errors="replace")
    return data.decode("utf-8-sig", errors="replace")
