"""The one tree of errors.

NewsgraphError
├── InputError            an input cannot be read: which, why, and what to do
├── OntologyError         a file under ontology/ or queries/ is not what the program expects
├── ModelError            no text-analysis pipeline can be loaded
├── QueryError            a query is unknown, malformed, or lacks a parameter
│   ├── RefusedError      it asks for what is not allowed here: a change, a call to another endpoint
│   └── LimitError        it needs more time, room or memory than it may have, or too many are at work
├── UnknownError          what is asked for is not in the graph
├── OutputError           a result cannot be written
├── StoreError            a store on disk is in use, is none, or was made by another version
└── EndpointError         a remote SPARQL endpoint failed

Every error carries the thing that is wrong as `subject` and may carry `advice`, a sentence that says what to do.
"""


class NewsgraphError(Exception):
    """The root of all errors that newsgraph raises on purpose."""

    def __init__(self, subject: str, problem: str, *, advice: str = "") -> None:
        self.subject, self.problem, self.advice = subject, problem, advice
        super().__init__(f"{subject}: {problem}" + (f" ({advice})" if advice else ""))


class InputError(NewsgraphError):
    """An input cannot be read."""


class OntologyError(NewsgraphError):
    """A data file of the program itself is malformed."""


class ModelError(NewsgraphError):
    """No text-analysis pipeline can be loaded."""


class QueryError(NewsgraphError):
    """A query is unknown, malformed, lacks a parameter, or is one of the two below."""


class RefusedError(QueryError):
    """A query asks for what is not allowed."""


class LimitError(QueryError):
    """A query needs more than it may have. `what` is one of time, size, memory, load."""

    def __init__(self, subject: str, problem: str, *, advice: str = "", what: str = "time") -> None:
        super().__init__(subject, problem, advice=advice)
        self.what = what


class UnknownError(NewsgraphError):
    """What is asked for is not in the graph."""


class OutputError(NewsgraphError):
    """A result cannot be written."""


class StoreError(NewsgraphError):
    """A store on disk is in use, is none, or was made by another version."""


class EndpointError(NewsgraphError):
    """A remote SPARQL endpoint failed."""
