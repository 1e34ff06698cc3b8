"""A read-only view of the data files that describe the world: ontology/*.ttl."""
