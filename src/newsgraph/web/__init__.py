"""The service: SPARQL 1.1 Protocol, the explorer, and its JSON. It starts with `newsgraph serve`."""
