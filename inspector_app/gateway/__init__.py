"""The one call to a gateway: address, token text, transport, deadline and cancel."""
