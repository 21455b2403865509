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
