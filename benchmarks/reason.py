"""The closure of a big graph, beside `reasonable` (OWL 2 RL in Rust) in the same run.

    python -m benchmarks.reason QUADS.nq [--rounds 3] [--functional]

QUADS.nq is what `newsgraph build` writes, or many altered copies of it (python -m benchmarks.copies). Both programs get
the same N-Triples: the quads without their graphs, and the ontology. Each runs in a process of its own, one after the
other, from the file to all derived triples in hand; its memory is the most that process took. The closure alone of ours
is timed inside. `reasonable` hands over all triples, derived or not, as terms of rdflib, which takes most of its time:
its closure alone is what it takes, begun anew, until it asks rdflib for the first term.

Without --functional the ontology's functional properties are left out for both: with them, `reasonable` needs more
memory for a million triples than this machine has.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pyoxigraph as ox
import rdflib

from newsgraph.ontology.prefixes import DATA, expand
from newsgraph.storage.reasoning import Reasoned
from newsgraph.storage.reasoning.facts import Facts
from newsgraph.storage.reasoning.reading import columns, of_file, told, triple
from newsgraph.storage.store import NTRIPLES, ontology_triples

if TYPE_CHECKING:
    import reasonable

FUNCTIONAL = f"<{expand('owl:FunctionalProperty')}>"
THING, TYPE = (f"<{expand(name)}>" for name in ("owl:Thing", "rdf:type"))
AXIOMS = {f"<{expand(f'rdfs:{name}')}>": rule for name, rule in {
    "domain": "scm-dom1, scm-dom2", "range": "scm-rng1, scm-rng2", "subPropertyOf": "scm-spo", "subClassOf": "scm-sco",
}.items()}  # fmt: skip
MEMORY = 16 << 30


def main() -> None:
    """Measure, and print tables; in a process of its own, measure one program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("quads", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--functional", action="store_true", help="keep the ontology's functional properties")
    parser.add_argument("--only", choices=PROGRAMS, help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(PROGRAMS[chosen.only](chosen.quads, chosen.keep)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        given = frozenset(_triples(chosen.quads, chosen.functional))
        path.write_text("".join(f"{one} .\n" for one in sorted(given)), encoding="utf-8")
        print(f"{len(given):,} triples")
        derived = {name: Path(folder) / name for name in PROGRAMS}
        for name in PROGRAMS:
            _row(name, [_measured(path, name, derived[name]) for _ in range(chosen.rounds)])
        _difference(*(frozenset(_read(derived[name])) - given for name in PROGRAMS))


def _triples(quads: Path, functional: bool) -> Iterator[str]:
    with quads.open(encoding="utf-8") as lines:
        yield from (" ".join(triple(line.rstrip("\n"))) for line in lines)
    for line in (ox.serialize(ontology_triples(), format=NTRIPLES) or b"").decode().split("\n")[:-1]:
        if functional or FUNCTIONAL not in line:
            yield line.removesuffix(" .")


def _measured(path: Path, name: str, keep: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.reason", str(path), "--only", name, "--keep", str(keep)]
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))) if name == "reasonable" else None
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    if done.returncode:
        raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr.strip().splitlines()[0]}")
    return {key: float(value) for key, value in json.loads(done.stdout).items()}


def _row(name: str, runs: list[dict[str, float]]) -> None:
    """Medians over the rounds."""
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    whole = sorted(round(run["read"] + run["derive"] + run["write"], 1) for run in runs)
    print(
        f"{name:10}  whole {statistics.median(whole):6.1f} s ({whole[0]} to {whole[-1]})  "
        f"reading {middle['read']:5.1f} s  closure alone {middle['closure']:5.2f} s  "
        f"derived {int(middle['derived']):>9,}  memory {middle['memory']:.1f} GB"
    )


def _ours(path: Path, keep: Path) -> dict[str, float]:
    start = time.perf_counter()
    lines = of_file(path)
    read = time.perf_counter()
    facts = Facts()
    facts.tell(columns(told([lines])))
    facts.settle()
    reasoned = Reasoned(lines, facts, frozenset({"rl"}), DATA, frozenset())
    closure = time.perf_counter()
    reasoned.closure.run()
    derive = time.perf_counter()
    derived = list(reasoned.inferred())
    write = time.perf_counter()
    keep.write_text("".join(f"{' '.join(triple(one))}\n" for one in derived), encoding="utf-8")
    return _figures(start, read, derive, write, derive - closure, len(derived))


def _theirs(path: Path, keep: Path) -> dict[str, float]:
    import reasonable

    reasoner = reasonable.PyReasoner()
    start = time.perf_counter()
    reasoner.load_file(str(path))
    read = time.perf_counter()
    found = reasoner.reason()
    derive = time.perf_counter()
    figures = _figures(start, read, derive, derive, 0.0, 0)
    figures["closure"] = _until_handing_over(reasoner)
    known = set(reasoner.get_base_triples())
    derived = [one for one in found if tuple(one) not in known]
    keep.write_text("".join(f"{' '.join(term.n3() for term in one)}\n" for one in derived), encoding="utf-8")
    return {**figures, "derived": len(derived)}


class _BegunError(Exception):
    """That the first term is asked for."""


def _until_handing_over(reasoner: "reasonable.PyReasoner") -> float:
    """How long a closure from the beginning takes until its first triple is handed over."""
    asked: list[float] = []

    def begun(*_: object, **__: object) -> None:
        asked.append(time.perf_counter())
        raise _BegunError

    reasoner.clear()
    with ExitStack() as stack:
        for name in ("URIRef", "Literal", "BNode"):
            for module in (rdflib, rdflib.term):
                stack.enter_context(patch.object(module, name, begun))
        start = time.perf_counter()
        with suppress(_BegunError):
            reasoner.reason()
    return asked[0] - start


def _figures(start: float, read: float, derive: float, write: float, closure: float, derived: int) -> dict[str, float]:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    times = {"read": read - start, "derive": derive - read, "write": write - derive}
    return {**times, "closure": closure, "derived": derived, "memory": memory}


def _read(path: Path) -> Iterable[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def _difference(ours: frozenset[str], theirs: frozenset[str]) -> None:
    """Say what the one derives and the other does not, by rule."""
    blank = {one for one in theirs if "_:" in one}
    print(f"both derive {len(ours & theirs):,}")
    for title, found in (("newsgraph alone", ours - theirs - blank), ("reasonable alone", theirs - ours)):
        print(title)
        for rule, count in Counter(map(_rule, found)).most_common():
            print(f"  {count:>9,}  {rule}")


def _rule(line: str) -> str:
    """Which rule of one program alone derives a triple."""
    subject, predicate, object_ = line.split(" ", 2)
    if "_:" in line:
        return "about unnamed classes, which have other names in each program"
    if predicate == TYPE and object_ == THING:
        return "owl:Thing: that all is something (scm-cls and cax-sco), which newsgraph leaves out"
    if subject == object_:
        return "that a thing is itself or below itself (eq-sym with eq-trans, scm-cls), which newsgraph leaves out"
    return AXIOMS.get(predicate, f"not explained: {predicate}")


PROGRAMS: dict[str, Callable[[Path, Path], dict[str, float]]] = {"newsgraph": _ours, "reasonable": _theirs}

if __name__ == "__main__":
    main()
