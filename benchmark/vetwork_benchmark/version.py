"""The version of the scorer; it stands in every stamp."""

__version__ = "1.0.0"
