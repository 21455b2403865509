"""A name tells what an environment is for, in the ways in which people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.settings.environment_tier import EnvironmentTier, infer_tier

PRODUCTION = (
    *("Production", "PROD", "prod", "Prod EU", "prod-eu1", "EU1_PROD", "ProdEU", "prd", "Live"),
    *(
        "Customer A (production)",
        "生产",
        "生产环境",
        "正式环境",
        "\uff30\uff32\uff2f\uff24",
        "Production, test tenant",
    ),
)
STAGING = (
    "Staging",
    "stage",
    "UAT",
    "Pre-production",
    "preprod",
    "PreProd",
    "预生产",
    "准生产环境",
)
TEST = ("Test", "QA 2", "dev", "Development", "SIT", "sandbox", "测试环境", "开发")
OTHER = (
    *("Non-production", "nonprod", "not production", "非生产环境", "Products", "Reproduction"),
    *("Delivery", "Head Office", "", "eu1", "🙂"),
)


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_is_known_however_it_is_written(name):
    assert infer_tier(name) is EnvironmentTier.PRODUCTION


@pytest.mark.parametrize("name", STAGING)
def test_what_stands_before_production_is_staging(name):
    assert infer_tier(name) is EnvironmentTier.STAGING


@pytest.mark.parametrize("name", TEST)
def test_what_is_for_tests_is_test(name):
    assert infer_tier(name) is EnvironmentTier.TEST


@pytest.mark.parametrize("name", OTHER)
def test_words_that_look_like_it_and_words_against_it_are_not_production(name):
    assert infer_tier(name) is EnvironmentTier.OTHER


@given(st.text())
def test_any_name_has_a_tier(name):
    assert isinstance(infer_tier(name), EnvironmentTier)


WORDS = {
    "staging": "staging stage stg uat acceptance preview pre preprod preproduction preprd "
    "预发 预生产 准生产 仿真 类生产",
    "production": "production prod prd live 生产 正式 线上",
    "test": "test tests testing tst qa sit dev development sandbox integration 测试 开发 联调 沙箱",
    "other": "nonprod nonproduction nonprd non-prod no-prod not-live 非生产 非正式 liver product",
}


@pytest.mark.parametrize(
    ("word", "tier"), [(word, tier) for tier, words in WORDS.items() for word in words.split()]
)
def test_each_word_says_what_an_environment_is_for(word, tier):
    """N3: production is marked, and what is not is not."""
    for name in (word, word.title(), word.upper(), f"EU {word} 2", f"apim_{word}"):
        assert infer_tier(name).value == tier
