"""Graphs in the formats of others: for language programs, web pages, networks, tables. See docs/formats.md."""

from newsgraph.storage.exporting.annotating import annotated
from newsgraph.storage.exporting.registry import EXPORTERS, Exporter, exporter
from newsgraph.storage.exporting.source import Progress, Source
from newsgraph.storage.exporting.writing import convert

__all__ = ["EXPORTERS", "Exporter", "Progress", "Source", "annotated", "convert", "exporter"]
