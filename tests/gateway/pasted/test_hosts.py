"""Which settings name the address of a gateway."""

from inspector_app.gateway.pasted.hosts import is_gateway_name


def test_a_name_is_read_up_to_the_length_that_names_have():
    longest = f"{'a' * 21}_{'b' * 21}_gateway_api_base_uri"
    assert len(longest) == 64
    assert is_gateway_name(longest)
    assert not is_gateway_name(longest.replace("_api_", "_base_"))
