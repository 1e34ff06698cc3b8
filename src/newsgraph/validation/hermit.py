"""HermiT as a program with a time limit: whether some triples can all be so, and which classes nothing can be of."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import owlready2
from rdflib import Graph

from newsgraph.validation.reasoner import NO_JAVA, java_found

MAIN = "org.semanticweb.HermiT.cli.CommandLine"
# A run lasts a second or two: a quick start counts for more than quick code later.
JAVA = ("-Xmx2000M", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")
_IRI = re.compile(r"<([^<>\s]+)>")
_NOTHING = "http://www.w3.org/2002/07/owl#Nothing"


class Verdict(Enum):
    """What HermiT says of some triples."""

    CONSISTENT = "consistent"
    CONTRADICTORY = "contradictory"
    LATE = "not judged in time"
    FAILED = "not judged"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict; why there is none; which classes are empty by necessity, where that was asked."""

    verdict: Verdict
    reason: str = ""
    empty: tuple[str, ...] = ()


def judge(data: Graph, *, seconds: float, classes: bool = False) -> Judged:
    """What HermiT says of a graph; with `classes`, which of its classes nothing can belong to, too."""
    if not java_found():
        return Judged(Verdict.FAILED, NO_JAVA)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.nt"
        path.write_bytes(data.serialize(format="nt", encoding="utf-8"))
        return _outcome(path, seconds, "-U" if classes else "-k")


def _outcome(path: Path, seconds: float, question: str) -> Judged:
    home = Path(owlready2.__file__).parent / "hermit"
    jars = os.pathsep.join((str(home), str(home / "HermiT.jar")))
    command = [owlready2.JAVA_EXE, *JAVA, "-cp", jars, MAIN, question, path.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
    except subprocess.TimeoutExpired:
        return Judged(Verdict.LATE, f"HermiT needed more than {seconds:g} seconds")
    told = done.stdout + done.stderr
    if done.returncode == 0 and "pear-shaped" not in told:
        return Judged(Verdict.CONSISTENT, empty=tuple(sorted(set(_IRI.findall(done.stdout)) - {_NOTHING})))
    if "Inconsistent ontology" in told:
        return Judged(Verdict.CONTRADICTORY)
    return Judged(Verdict.FAILED, next((line.strip() for line in told.splitlines() if line.strip()), "no reason given"))
