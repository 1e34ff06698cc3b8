"""A graph as one HTML file that opens anywhere: without a server, without network and without script."""

from newsgraph.web.reporting.rendering import report

__all__ = ["report"]
