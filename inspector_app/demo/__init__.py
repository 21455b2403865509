"""An embedded gateway on loopback that speaks like a real one, with invented sessions."""
