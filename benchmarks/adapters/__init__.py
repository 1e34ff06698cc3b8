"""One module for each data set: how its records become documents, and how a graph's rows become its predictions.

A module has `prediction(record, graph)`, which gives the record's prediction as the data set's scorer wants it, "id"
left out, and may have `document(record)`, where the usual one (`records.document`) does not serve, and
`OPTIONS`, what `newsgraph.build` is asked for beyond the usual. What it asks of the
graph stands in benchmarks/DATASET.rq; a data set's own labels are mapped in tables of the module.
"""
