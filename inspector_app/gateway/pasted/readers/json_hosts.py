"""Finds the host of a request among the members of a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.hosts import (
    has_scheme,
    is_gateway_name,
    parse_host,
    parse_written_host,
)
from inspector_app.gateway.pasted.readers import headers

if TYPE_CHECKING:
    from inspector_app.gateway.pasted.readers.har import JsonValue

HEADER_NAMES: Final = frozenset({headers.AUTHORIZATION, headers.COOKIE, headers.SET_COOKIE})
_ADDRESS_KEYS: Final = ("url", "uri", "endpoint", "requesturl", "request_url", "requesturi",
                        "request_uri", "fullurl", "baseurl", "base_url", "http.url",
                        "url.full", "url.original")  # fmt: skip
_HEADER_KEYS: Final = ("host", ":authority", "authority")
_TRACE_KEYS: Final = ("server.address", "net.peer.name", "http.host", "url.domain")
"""What OpenTelemetry and the Elastic Common Schema call the host of a request."""

_LISTED_KEYS: Final = (*_HEADER_KEYS, *_TRACE_KEYS)
_HOST_KEYS: Final = (*_LISTED_KEYS, "hostname")
_REQUEST_KEYS: Final = frozenset(
    {"method", "path", "uri", "url", "port", "headers", "scheme", "protocol", *_TRACE_KEYS}
)
_MAX_KEY: Final = 64
_MAX_PARTS: Final = 32
_MAX_ITEMS: Final = 256


def find_listed_host(items: list[JsonValue]) -> str | None:
    """The host among headers, settings or variables that are a list of names and values."""
    for item in items:
        match item:
            case (
                {"name": str(name), "value": str(value)}
                | {"key": str(name), "value": str(value)}
                | {"key": str(name), "value": {"stringValue": str(value)}}
                | [str(name), str(value)]
            ) if name.lower() in _LISTED_KEYS:
                return parse_host(f"//{value}")
            case (
                {"key": str(name), "value": str(value)}
                | {"name": str(name), "value": str(value)}
                | {"key": str(name), "value": {"stringValue": str(value)}}
            ):
                if _is_address_name(name) and has_scheme(value):
                    return parse_host(value)
            case _:
                continue
    return None


def find_host(members: dict[str, JsonValue]) -> str | None:
    """The host that the members of a request name: its address, or its header ``Host``."""
    lowered = {key.lower(): item for key, item in members.items() if len(key) <= _MAX_KEY}
    for container in ("request", "req"):
        inner = lowered.get(container)
        if isinstance(inner, dict) and not {"url", "uri", "host"}.isdisjoint(inner):
            found = find_host(inner)
            if found is not None:
                return found
    for key in _ADDRESS_KEYS:
        found = _read_address(lowered.get(key))
        if found is not None:
            return found
    found = _find_setting(members) or _find_collected_host(members)
    found = found or _find_header_host(lowered.get("headers"))
    if found is not None:
        return found
    is_header = not HEADER_NAMES.isdisjoint(lowered)
    is_request = is_header or not _REQUEST_KEYS.isdisjoint(lowered)
    return _find_named_host(lowered) if is_request else None


def _find_header_host(value: JsonValue) -> str | None:
    if isinstance(value, dict):
        return _find_named_host(value)
    return find_listed_host(value) if isinstance(value, list) else None


def _is_address_name(name: str) -> bool:
    return name.lower() in _ADDRESS_KEYS or is_gateway_name(name)


def _find_setting(members: dict[str, JsonValue]) -> str | None:
    """The host of the gateway that settings name."""
    for name, value in members.items():
        if isinstance(value, str) and has_scheme(value) and is_gateway_name(name):
            return parse_host(value)
    return None


def _find_collected_host(members: dict[str, JsonValue]) -> str | None:
    """The one host that all requests of a collection go to, for which it has a token of its own.

    None also where there are too many to look at each.
    """
    hosts: set[str] = set()
    waiting = [members.get("item")]
    left = _MAX_ITEMS
    while waiting:
        items = waiting.pop()
        for item in items if isinstance(items, list) else ():
            left -= 1
            if left < 0:
                return None
            if isinstance(item, dict):
                if "item" in item:  # a folder
                    waiting.append(item["item"])
                request = item.get("request")
                found = _read_address(request.get("url")) if isinstance(request, dict) else None
                hosts |= set() if found is None else {found}
    return next(iter(hosts)) if len(hosts) == 1 else None


def _find_named_host(members: dict[str, JsonValue]) -> str | None:
    for key, item in members.items():
        if key.lower() in _HOST_KEYS and isinstance(item, str):
            found = parse_written_host(item)
            if found is not None:
                return found
    return None


def _read_address(value: JsonValue) -> str | None:
    if isinstance(value, str):
        return parse_host(value) if "://" in value[:8] else parse_written_host(value)
    if isinstance(value, dict):
        raw = value.get("raw", value.get("full", value.get("href")))
        if isinstance(raw, str):
            return parse_written_host(raw)
        parts = value.get("host", value.get("domain"))
        if isinstance(parts, list):
            return parse_written_host(".".join(str(part) for part in parts[:_MAX_PARTS]))
        return parse_written_host(parts) if isinstance(parts, str) else None
    return None
