"""How long a merge takes, and how much memory: python -m benchmarks.merge SEED.nq.

It makes both sides itself: ours are copies of a seed (N-Quads as `newsgraph build` writes them), theirs are triples of
the shape of Wikidata's about the items that ours link to and about many that nobody knows. The numbers of those items
are made up, and above all that there are. Among them are wrong links, which must be reported, and never followed. The
merge runs twice in processes of its own: its time, its peak of memory, whether both gave the same bytes, and whether
each triple of theirs is in the graph of its source.
"""

import argparse
import hashlib
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.copies import copies

ITEM = "http://www.wikidata.org/entity/Q"
DIRECT = "http://www.wikidata.org/prop/direct/P"
LABEL, ALIAS = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"
DESCRIPTION, SAME = "http://schema.org/description", "http://www.w3.org/2002/07/owl#sameAs"
DATE = "http://www.w3.org/2001/XMLSchema#dateTime"
# Wikidata has no such numbers yet.
FIRST = 900_000_000
# Of so many people one is linked to the next one by mistake; the first is linked to a country.
WRONG_EVERY = 5_000
_LINKED = re.compile(r"exactMatch> <http://www\.wikidata\.org/entity/Q(\d+)>")
_RUN = "import sys; from newsgraph.cli import main; main(sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the merge, in seconds and bytes."""

    seconds: float
    peak: int
    sha256: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Make both sides, merge them twice, and say what that took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merge", description=__doc__)
    parser.add_argument("seed", type=Path)
    parser.add_argument("--ours", type=int, default=100_000, help="triples")
    parser.add_argument("--theirs", type=int, default=1_000_000, help="triples")
    parser.add_argument("--canonical", choices=("ours", "theirs"), default="ours")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = make(chosen.seed, Path(folder), chosen.ours, chosen.theirs)
        out, report = Path(folder, "out.nq"), Path(folder, "report.json")
        runs = [merge([ours, theirs], out, report, chosen.canonical) for _ in range(2)]
        show(runs, theirs, out, json.loads(report.read_text()))


def make(seed: Path, folder: Path, ours: int, theirs: int) -> tuple[Path, Path]:
    """Both sides, as files."""
    lines = seed.read_text().split("\n")[:-1]
    mine, other = folder / "ours.nq", folder / "theirs.nt"
    with mine.open("w") as out:
        out.writelines(line + "\n" for line in islice(copies(lines, ours // len(lines) + 2), ours))
    known = sorted({int(number) for line in lines for number in _LINKED.findall(line)})
    with other.open("w") as out:
        out.writelines(islice(wikidata(known), theirs))
    return mine, other


def wikidata(known: Sequence[int]) -> Iterator[str]:
    """Triples about some items, and about ever more others."""
    people = 0
    for place in known:
        yield from _place(place, f"Place {place}", place)
    while True:
        number = FIRST + people
        country = known[people % len(known)]
        yield from _person(number, country)
        if people % WRONG_EVERY == 0:
            yield _triple(number, SAME, f"<{ITEM}{number + 1 if people else known[0]}>")
        people += 1


def _place(number: int, label: str, geonames: int) -> Iterator[str]:
    yield _triple(number, LABEL, f'"{label}"@en')
    yield _triple(number, f"{DIRECT}1082", f'"{geonames}"^^<http://www.w3.org/2001/XMLSchema#decimal>')


def _person(number: int, country: int) -> Iterator[str]:
    day = f"19{number % 90 + 10}-{number % 12 + 1:02}-{number % 28 + 1:02}T00:00:00Z"
    yield _triple(number, f"{DIRECT}31", f"<{ITEM}5>")
    for language in ("en", "de", "fr", "ru"):
        yield _triple(number, LABEL, f'"Person {number}"@{language}')
    yield _triple(number, ALIAS, f'"P. {number}"@en')
    yield _triple(number, DESCRIPTION, f'"a person of the number {number}, for measuring"@en')
    yield _triple(number, f"{DIRECT}569", f'"{day}"^^<{DATE}>')
    yield _triple(number, f"{DIRECT}27", f"<{ITEM}{country}>")
    yield _triple(number, f"{DIRECT}19", f"<{ITEM}{country}>")
    yield _triple(number, f"{DIRECT}106", f"<{ITEM}{FIRST + 50_000_000 + number % 100}>")
    yield _triple(number, SAME, f"<http://dbpedia.org/resource/Person_{number}>")


def _triple(number: int, predicate: str, value: str) -> str:
    return f"<{ITEM}{number}> <{predicate}> {value} .\n"


def merge(inputs: Sequence[Path], out: Path, report: Path, canonical: str) -> Run:
    """Merge in a process of its own."""
    command = [sys.executable, "-c", _RUN, "merge", *map(str, inputs), "-o", str(out), "--report", str(report)]
    begun = time.monotonic()
    subprocess.run([*command, "--canonical", canonical], check=True)
    taken = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Run(taken, peak, hashlib.sha256(out.read_bytes()).hexdigest())


def show(runs: Sequence[Run], theirs: Path, out: Path, report: dict[str, list[object]]) -> None:
    """Say what was found."""
    for number, run in enumerate(runs, 1):
        print(f"run {number}: {run.seconds:.1f} s, {run.peak / 1e6:.0f} MB at most")
    print("the same bytes:", "yes" if len({run.sha256 for run in runs}) == 1 else "NO")
    given, found = traced(theirs, out, report)
    print(f"triples of theirs in the graph of their source: {found:,} of {given:,}")
    print(
        f"joined {len(report['joined']):,}, doubtful {len(report['doubtful']):,}, conflict {len(report['conflicts']):,}"
    )


def traced(theirs: Path, out: Path, report: dict[str, list[object]]) -> tuple[int, int]:
    """How many triples were given, and how many of those are in the graph that the report names."""
    graph = next(one["graph"] for one in report["inputs"] if not one["ours"])  # type: ignore[index]
    given = {hash(line[:-1]) for line in theirs.read_text().split("\n") if line}
    end = f" <{graph}> ."
    lines = (line.rstrip("\n") for line in out.open())
    found = {hash(line.removesuffix(end) + " ") for line in lines if line.endswith(end)}
    return len(given), len(given & found)


if __name__ == "__main__":
    main()
