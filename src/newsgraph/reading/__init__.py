"""From files, folders and streams to documents."""

from newsgraph.reading.dates import iso_date
from newsgraph.reading.judgements import read_judgements, written
from newsgraph.reading.outcome import Note, Unreadable
from newsgraph.reading.reader import read
from newsgraph.reading.reviews import read_reviews, reviews

__all__ = ["Note", "Unreadable", "iso_date", "read", "read_judgements", "read_reviews", "reviews", "written"]
