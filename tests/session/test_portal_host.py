import pytest

from inspector_app.session.portal_host import is_portal_address


@pytest.mark.parametrize(
    "address",
    [
        "portal.example.com",
        "https://portal-eu1.example.com",
        "  HTTPS://App-Portal-eu1.example.com/console?x=1",
        "http://someone@portal.example.com:8443",
        "app-portal.example.com:443",
    ],
)
def test_the_web_site_of_a_portal_is_told_by_its_name(address):
    assert is_portal_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "apim.example.com",
        "https://apim-portal.example.com",
        "https://my.portal.example.com",
        "https://ag-eu1.example.com/portal",
        "10.0.0.1",
        "https://portal.example.com@apim.example.com",
    ],
)
def test_a_gateway_is_none(address):
    assert not is_portal_address(address)
