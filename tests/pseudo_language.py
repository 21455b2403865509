"""A language that nobody speaks: English with accents, and longer, as translations are.

What still reads as plain English was not translated; what is cut off has no room to be.
"""

import re

from PySide6.QtCore import QTranslator

LONGER = 0.4
"""The part by which a text grows: German and Russian interfaces are about as much longer."""

_ACCENTED = str.maketrans(
    "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž"
)
_KEPT = re.compile(r"\{[^{}]*\}|%\w+|&\w|<[^<>]*>")


class PseudoTranslator(QTranslator):
    """Translates every text of the app and of Qt by lengthening it."""

    def isEmpty(self):  # noqa: N802  # Qt's name
        return False

    def translate(self, context, source_text, disambiguation=None, n=-1):
        del context, disambiguation, n
        return lengthen(source_text)


def lengthen(text):
    """The text with accents and padding words; placeholders and mnemonics stay as they are."""
    if not any(one.isalpha() for one in text):
        return text
    accented, at = "", 0
    for kept in _KEPT.finditer(text):
        accented += text[at : kept.start()].translate(_ACCENTED) + kept.group()
        at = kept.end()
    accented += text[at:].translate(_ACCENTED)
    missing = max(2, round(len(text) * LONGER))
    padding = ("ļöñĝ " * (missing // 5 + 1))[:missing]  # words, between which a line may end
    return f"{accented} {padding[:-1]}ö"
