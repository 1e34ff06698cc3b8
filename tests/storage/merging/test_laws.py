"""What holds of merging, whatever is merged."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.merging.builders import OURS, Out, merge_paths, write

THINGS = [f"e:{digit * 20}" for digit in "abcdef"]
OTHERS = ["wd:Q1", "wd:Q2", "dbr:A", "dbr:B", ":x", ":y"]
NAMES = st.sampled_from(["Ann", "Ann Lee", "Ann B. Lee"])
KINDS = ("ng:Person", "ng:Country")


@st.composite
def ours(draw: st.DrawFn) -> str:
    """A graph of ours about some things, which may be linked."""
    home = draw(st.sampled_from("123"))
    told = []
    for number, thing in enumerate(draw(st.lists(st.sampled_from(THINGS), min_size=1, max_size=4, unique=True))):
        told.append(f"{thing} a {KINDS[0]} ; rdfs:label '{draw(NAMES)}' .")
        if draw(st.booleans()):
            told.append(f"{thing} skos:exactMatch {draw(st.sampled_from(OTHERS))} .")
        event = f"v:{str(number) * 20}"
        status = draw(st.sampled_from(["Reported", "Asserted", "Disputed"]))
        told.append(f"{event} a ng:Visit ; rdfs:label 'visit {number}' ; ng:status ng:{status} ; ng:agent {thing} .")
    return f"g:{home * 20} {{ {' '.join(told)} }}"


@st.composite
def theirs(draw: st.DrawFn) -> str:
    """A graph of others, with links and blank nodes."""
    names = st.sampled_from([*OTHERS, *THINGS])
    told = [f"{draw(st.sampled_from(OTHERS))} foaf:name '{draw(NAMES)}' ; :near [ :is {draw(names)} ] ."]
    links = draw(st.lists(st.tuples(names, st.sampled_from(["owl:sameAs", "skos:exactMatch"]), names), max_size=3))
    return " ".join([*told, *(f"{one} {link} {other} ." for one, link, other in links)])


INPUTS = st.lists(st.one_of(ours(), theirs()), min_size=2, max_size=4)
ONCE = settings(max_examples=40, deadline=None)


def made(folder: str, texts: list[str]) -> list[Path]:
    """The texts as files whose names follow from what they hold."""
    return [write(Path(folder), f"{abs(hash(text))}.trig", text) for text in dict.fromkeys(texts)]


def merged(folder: str, paths: list[Path], name: str, canonical: str = "ours") -> Out:
    """Some files, merged."""
    return merge_paths(Path(folder), paths, out=name, canonical=canonical)


@given(INPUTS, st.randoms(), st.sampled_from(["ours", "theirs"]))
@ONCE
def test_any_order(texts: list[str], shuffled: object, canonical: str) -> None:
    """The order of inputs does not matter, to the byte, nor does giving one twice."""
    with tempfile.TemporaryDirectory() as folder:
        paths = made(folder, texts)
        other = [*paths, paths[0]]
        shuffled.shuffle(other)  # type: ignore[attr-defined]
        one, two = merged(folder, paths, "a.nq", canonical), merged(folder, other, "b.nq", canonical)
        assert one.bytes == two.bytes != b""


@given(INPUTS, st.sampled_from(["ours", "theirs"]))
@ONCE
def test_twice_is_once(texts: list[str], canonical: str) -> None:
    """Merging what was merged again, with itself or with one of its inputs, changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        paths = made(folder, [OURS, *texts])
        once = merged(folder, paths, "a.nq", canonical)
        again, more = (
            merged(folder, [once.path], "b.nq", canonical),
            merged(folder, [once.path, paths[0]], "c.nq", canonical),
        )
        assert once.bytes == again.bytes
        assert once.told.conflicts or once.told.doubtful or once.bytes == more.bytes


@given(st.lists(st.one_of(ours(), theirs()), min_size=2, max_size=2, unique=True))
@ONCE
def test_in_steps(texts: list[str]) -> None:
    """Where nothing is in conflict it does not matter what is merged first."""
    with tempfile.TemporaryDirectory() as folder:
        a, b, c = [*made(folder, [OURS]), *made(folder, texts)]
        whole = merged(folder, [a, b, c], "whole.nq")
        left = merged(folder, [merged(folder, [a, b], "ab.nq").path, c], "left.nq")
        right = merged(folder, [a, merged(folder, [b, c], "bc.nq").path], "right.nq")
        if not (whole.told.conflicts or whole.told.doubtful):
            assert whole.bytes == left.bytes
            assert whole.bytes == right.bytes
