"""Programs that measure newsgraph; they are no part of it."""
