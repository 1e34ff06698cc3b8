"""From parsed text to findings: entities, times, events, figures, relations, claims."""
