"""Tells from the words of a refusal what it does not find: codes have more than one meaning."""

from __future__ import annotations

from typing import Final

SESSION_KEYWORDS: Final = ("session", "login", "signed in", "token", "会话", "登录")
ORGANIZATION_KEYWORDS: Final = ("organization", "organisation", "组织")


def has_keyword(message: str, keywords: tuple[str, ...]) -> bool:
    """Whether one of the keywords is in the message, in any case."""
    lower = message.lower()
    return any(word in lower for word in keywords)
