"""The file formats of a report, rendered from one shared content model."""
