"""Queries over a store, here or in a process that can be stopped."""

import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox

from newsgraph.errors import QueryError
from newsgraph.model.statements import Literal
from newsgraph.ontology.prefixes import PREFIXES
from newsgraph.storage.disk import DiskStore
from newsgraph.storage.rows import AnswerKind, Rows
from newsgraph.storage.store import QuadStore
from newsgraph.storage.terms import XSD, from_store

_PACKAGES = Path(__file__).resolve().parents[2]
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
LONGEST = 120


def ask(store: QuadStore, sparql: str, timeout: float | None, *, ontology: bool) -> Rows:
    """The answer to a query over all graphs of a store together, that of the ontology included or not.

    The store cannot cut a query short, so one with a time limit runs in a process of its own on a copy of the data, or
    on the same store on disk.
    """
    view = store.view(ontology=ontology)
    if timeout is None:
        return answer(view, sparql, union=store.union)
    data = str(store.path) if isinstance(store, DiskStore) else view.dump(format=ox.RdfFormat.N_QUADS)
    return _elsewhere(pickle.dumps((data, sparql)), timeout)


def answer(store: ox.Store, sparql: str, *, union: bool = False) -> Rows:
    """The answer, worked out in this process; a QueryError says what is wrong with the query.

    `union` says that the store has all its triples in named graphs, which are asked as one.
    """
    try:
        found = store.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=union)
        return _rows(found)
    except SyntaxError as error:
        raise QueryError("the query", f"cannot be answered: {briefly(str(error))}") from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError("the query", f"cannot be answered: {error}") from error


def briefly(problem: str) -> str:
    """What the parser complains of, in words, and without a list of everything that it would have taken.

    >>> briefly("error at 2:7: expected CONSTRUCT"), briefly("error at 1:3: expected one of " + '"a", ' * 40)
    ('line 2, column 7: expected CONSTRUCT', 'line 1, column 3')
    """
    found = _PLACE.fullmatch(problem)
    if found is None:
        return problem
    wanted = f": {found[3]}" if len(found[3]) <= LONGEST else ""
    return f"line {found[1]}, column {found[2]}{wanted}"


def _rows(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Rows:
    if isinstance(found, ox.QueryBoolean):
        literal = Literal("true" if found else "false", XSD + "boolean")
        return Rows(AnswerKind.ASK, ("answer",), ((literal,),))
    if isinstance(found, ox.QueryTriples):
        triples = sorted({tuple(map(from_store, triple)) for triple in found}, key=repr)
        return Rows(AnswerKind.CONSTRUCT, ("subject", "predicate", "object"), tuple(triples))
    columns = tuple(variable.value for variable in found.variables)
    cells = ((row[name] for name in columns) for row in found)
    terms = tuple(tuple(None if cell is None else from_store(cell) for cell in row) for row in cells)
    return Rows(AnswerKind.SELECT, columns, terms)


def _elsewhere(request: bytes, timeout: float) -> Rows:
    paths = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH", ""))))
    command = [sys.executable, "-m", "newsgraph.storage.worker"]
    try:
        done = subprocess.run(
            command,
            input=request,
            capture_output=True,
            timeout=timeout,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired as error:
        advice = "narrow the query, or give it more time"
        raise QueryError("the query", f"took longer than {timeout:g} seconds", advice=advice) from error
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        raise QueryError("the query", f"ended its process: {last or done.returncode}")
    outcome = pickle.loads(done.stdout)
    if isinstance(outcome, Rows):
        return outcome
    raise QueryError(*outcome)
