"""What may leave the app: redaction, then the written forms."""
