"""An embedded stub gateway on loopback that serves sample sessions."""
