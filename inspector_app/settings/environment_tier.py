"""What an environment is for, by which the window marks it: production, staging, test or other."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Final

from inspector_app.session.translatable_text import Text, tr


class EnvironmentTier(Enum):
    """What an environment is for; the value is what stands in the settings file.

    DEMO is this app's own gateway, which is in no file.
    """

    PRODUCTION = "production"
    STAGING = "staging"
    TEST = "test"
    OTHER = "other"
    DEMO = "demo"


TIER_LABELS: Final[dict[EnvironmentTier, Text]] = {
    EnvironmentTier.PRODUCTION: tr("Production"),
    EnvironmentTier.STAGING: tr("Staging"),
    EnvironmentTier.TEST: tr("Test"),
    EnvironmentTier.OTHER: tr("Other"),
    EnvironmentTier.DEMO: tr("Demo"),
}

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_STAGING_WORDS: Final = {
    *("staging", "stage", "stg", "uat", "acceptance", "preview"),
    *("pre", "preprod", "preproduction", "preprd"),
}
_NEGATIONS: Final = {"no", "non", "not", "nonprod", "nonproduction", "nonprd"}
_PRODUCTION_WORDS: Final = {"production", "prod", "prd", "live"}
_TEST_WORDS: Final = {
    *("test", "tests", "testing", "tst", "qa", "sit"),
    *("dev", "development", "sandbox", "integration"),
}
# Chinese has no blanks between words, and says what is not production by one character before it.
_CHINESE_STAGING: Final = ("预发", "预生产", "准生产", "仿真", "类生产")
_CHINESE_NEGATIONS: Final = ("非生产", "非正式")
_CHINESE_PRODUCTION: Final = ("生产", "正式", "线上")
_CHINESE_TEST: Final = ("测试", "开发", "联调", "沙箱")


def infer_tier(name: str) -> EnvironmentTier:
    """Infer from an environment's name what it is for; OTHER where the name does not say.

    A name that has a word for production and none against it is one of production, whatever else
    it says: what is taken for production by mistake costs a look, the opposite may cost more.
    """
    plain = unicodedata.normalize("NFKC", name)
    words = {word.lower() for word in _WORD.findall(plain)}
    if words & _STAGING_WORDS or _has_any(plain, _CHINESE_STAGING):
        return EnvironmentTier.STAGING
    is_negated = bool(words & _NEGATIONS) or _has_any(plain, _CHINESE_NEGATIONS)
    if not is_negated and (words & _PRODUCTION_WORDS or _has_any(plain, _CHINESE_PRODUCTION)):
        return EnvironmentTier.PRODUCTION
    if words & _TEST_WORDS or _has_any(plain, _CHINESE_TEST):
        return EnvironmentTier.TEST
    return EnvironmentTier.OTHER


def _has_any(text: str, parts: tuple[str, ...]) -> bool:
    return any(part in text for part in parts)
