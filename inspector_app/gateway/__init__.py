"""HTTP client for the gateway: address and token parsing, transport, deadline, cancellation."""
