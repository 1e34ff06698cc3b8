"""The one place where settings meet concrete parts."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace as with_changes
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from importlib import metadata
from itertools import count
from os import PathLike
from pathlib import Path

from newsgraph.errors import InputError, QueryError
from newsgraph.linking import Access, Catalogue, Endpoint, Informant, Manners, asked
from newsgraph.linking import download as downloaded
from newsgraph.linking import store as elsewhere
from newsgraph.mapping import Minter
from newsgraph.mapping.checks import enriched as enrichment_statements
from newsgraph.mapping.elsewhere import links as link_statements
from newsgraph.model.answers import Triples
from newsgraph.model.archive import Deed, Doubt, Effect, Judgement
from newsgraph.model.checking import Enriched, Tie
from newsgraph.model.linking import Known, Linked, Reviewed, Source
from newsgraph.model.merging import Merged
from newsgraph.model.statements import Failure, Layer, Run
from newsgraph.model.text import Document
from newsgraph.ontology.enrichment import chosen
from newsgraph.ontology.prefixes import DATA
from newsgraph.ontology.profiles import Profile
from newsgraph.ontology.profiles import profile as profile_of
from newsgraph.pipeline import Added, Extractor, Keeper, Manner, Progress, consistent
from newsgraph.pipeline import build as fill
from newsgraph.pipeline.links import as_judgements, look
from newsgraph.pipeline.workers import local, parallel
from newsgraph.reading import Note, Unreadable, iso_date
from newsgraph.resolution.checking import Word, checks, office_names
from newsgraph.storage import Archive, Graph, Mirrored, QuadStore, doubts, forget, mirror
from newsgraph.storage.exporting import annotated
from newsgraph.storage.formats import Format, by_name
from newsgraph.storage.graph import ALL, layer_set
from newsgraph.storage.merging import Canonical, Fetched
from newsgraph.storage.merging import merge as merge_files
from newsgraph.storage.others import others
from newsgraph.storage.reasoning import Reasoned, close, surroundings
from newsgraph.storage.sought import TYPES, sought
from newsgraph.storage.ties import identified, ties
from newsgraph.storage.writing import save
from newsgraph.validation.samples import Checked, Sample
from newsgraph.validation.samples import check as judged

PROGRAM = "newsgraph"
MANNERS = Manners()


def build(
    documents: Iterable[Document | Unreadable | Note],
    *,
    jobs: int = 1,
    base: str = DATA,
    text: bool = True,
    chains: bool = False,
    layers: Iterable[str | Layer] = ALL,
    extracted_at: str | None = None,
    model: str | None = None,
    judgements: Iterable[Judgement] = (),
    progress: Progress | None = None,
) -> Graph:
    """The graph of some documents: the same bytes for the same set of documents, in any order and with any `jobs`.

    Inputs that could not be read (as `read` gives them) become failures of the graph; so does a document whose
    extraction fails, and the others go on. `base` is where the IRIs of the data begin, `text` whether the articles'
    own words are part of it, `chains` whether the text layer tells which noun phrases speak of the same thing,
    `layers` what is written unless told otherwise, `extracted_at` an ISO 8601 time of the run (else that of
    SOURCE_DATE_EPOCH, else none), `model` a spaCy pipeline by name, `judgements` what people say is one thing and what
    is not, `progress` a function that hears how many documents of how many are done. More than one of `jobs` starts
    processes: a script that asks for them needs the usual `if __name__ == "__main__":`.
    """
    inputs = tuple(told for one in documents for told in _checked(one))
    store = QuadStore(base)
    judged = consistent(judgements, base)
    with _reader(jobs, model, chains) as extractor:
        built = fill(
            (one for one in inputs if isinstance(one, Document)),
            extractor=extractor,
            store=store,
            program=(PROGRAM, version()),
            base=base,
            text=text,
            judgements=judged,
            extracted_at=extracted_at or _epoch(),
            progress=progress,
        )
    unread = (Failure(one.source, one.problem, one.advice) for one in inputs if isinstance(one, Unreadable))
    said = (str(one) for one in inputs if isinstance(one, Note))
    return Graph(
        store,
        rejected=built.rejected,
        failures=(*unread, *built.failures),
        notes=(*said, *built.notes),
        layers=layer_set(layers),
    )


def add(
    store: str | PathLike[str],
    documents: Iterable[Document | Unreadable | Note],
    *,
    jobs: int = 1,
    base: str | None = None,
    text: bool = True,
    chains: bool = False,
    extracted_at: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Added:
    """Add documents to a store on disk, which is made where there is none; the options are those of `build`.
    `base` is for a new store; one that is there has its own, and another one is refused with a StoreError.

    Documents that are there already are passed over, so that what was interrupted can be begun again. Each few of them
    come in by one change: a process that is killed leaves the store as it was before such a change or after it.
    """
    inputs = tuple(told for one in documents for told in _checked(one))
    with Archive.write(Path(store), base=base) as archive, _reader(jobs, model, chains) as extractor:
        keeper = Keeper(archive, _now())
        manner = Manner(_run(extractor, extracted_at), text)
        added = keeper.add(_documents(inputs), extractor, manner, progress=progress)
    return _with_inputs(added, inputs)


def annotate(nif: bytes, *, model: str | None = None) -> bytes:
    """A NIF 2.0 document (in Turtle) with what its texts speak of, or with what the phrases mean that are marked there.

    An InputError where it is no NIF, or a text cannot be analysed. `model` is a spaCy pipeline by name, which is loaded
    once.
    """
    with _reader(1, model, False) as extractor:
        return annotated(nif, partial(_stored, extractor))


def _stored(extractor: Extractor, document: Document) -> QuadStore:
    """The graph of one document; an InputError where it cannot be analysed."""
    store = QuadStore()
    for failure in fill((document,), extractor=extractor, store=store, program=(PROGRAM, version())).failures:
        raise InputError(failure.source, failure.problem)
    return store


def remove(store: str | PathLike[str], articles: Iterable[str]) -> Sequence[Effect]:
    """Take articles (by their IRIs) out of a store, with all that no other article supports; what became of facts."""
    with Archive.there(Path(store)) as archive:
        return Keeper(archive, _now()).remove([archive.digest(article) for article in articles])


def replace(
    store: str | PathLike[str],
    article: str,
    documents: Iterable[Document | Unreadable | Note],
    *,
    jobs: int = 1,
    text: bool = True,
    chains: bool = False,
    extracted_at: str | None = None,
    model: str | None = None,
) -> Added:
    """Put documents in the place of an article of a store (a correction), by one change.

    Nothing changes where one of them cannot be read.
    """
    inputs = tuple(told for one in documents for told in _checked(one))
    found = tuple(_documents(inputs))
    if not found or any(isinstance(one, Unreadable) for one in inputs):
        return _with_inputs(Added(), inputs)
    with Archive.there(Path(store)) as archive, _reader(jobs, model, chains) as extractor:
        digest, manner = archive.digest(article), Manner(_run(extractor, extracted_at), text)
        return _with_inputs(Keeper(archive, _now()).replace(digest, found, extractor, manner), inputs)


def judge(store: str | PathLike[str], judgements: Iterable[Judgement]) -> Sequence[Effect]:
    """Make some judgements the only ones that are in force in a store; what became of facts.

    They may be about articles that are not there yet. An InputError where they contradict each other.
    """
    with Archive.there(Path(store)) as archive:
        return Keeper(archive, _now()).judge(consistent(judgements, archive.base))


def judgements(store: str | PathLike[str]) -> tuple[tuple[Judgement, ...], tuple[Doubt, ...]]:
    """The judgements that are in force in a store, and what waits for one."""
    with Archive.read(Path(store)) as archive:
        return archive.judgements(), doubts(Graph(archive.store()))


def size(store: str | PathLike[str]) -> int:
    """How many articles are in a store; 0 where there is none."""
    if not Archive.is_one(Path(store)):
        return 0
    with Archive.read(Path(store)) as archive:
        return len(archive)


def open_store(store: str | PathLike[str]) -> Graph:
    """The graph of a store on disk, to be asked, explained and written; a StoreError where there is none."""
    archive = Archive.read(Path(store))
    return Graph(archive.store(), keep=archive)


def history(store: str | PathLike[str]) -> tuple[Deed, ...]:
    """What was done to a store, the first deed first."""
    with Archive.read(Path(store)) as archive:
        return tuple(archive.history())


def ledger(url: str) -> Path:
    """Where the ledger of a store elsewhere lies unless one says so: a store of our own, which it follows."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return state / PROGRAM / "stores" / sha256(url.encode()).hexdigest()[:16]


def sync(
    store: str | PathLike[str],
    url: str,
    *,
    protocol: str = "update",
    user: str | None = None,
    timeout: float = 60.0,
    anew: bool = False,
    progress: Progress | None = None,
) -> Mirrored:
    """Bring a SPARQL 1.1 store elsewhere up to date with a store on disk; what that took.

    Only what has changed since the last time is sent, in batches; what was interrupted goes on where it stopped.
    `protocol` is "update" (SPARQL Update) or "graph-store" (Graph Store HTTP Protocol), `user` a name whose password is
    in NEWSGRAPH_STORE_PASSWORD (without one, NEWSGRAPH_STORE_TOKEN is a token, where it is set), `timeout` in seconds
    for each request, `anew` whether its graphs are emptied first and all is sent again.
    """
    remote = elsewhere(url, protocol, user=user, timeout=timeout)
    return mirror(Path(store), remote, anew=anew, progress=progress)


def unsync(store: str | PathLike[str], url: str) -> None:
    """Let a store elsewhere follow a store on disk no longer; what it holds stays there."""
    forget(Path(store), url)


def download(
    url: str,
    destination: str | PathLike[str],
    *,
    graphs: str = "",
    user: str | None = None,
    timeout: float = 60.0,
    progress: Progress | None = None,
) -> int:
    """Write all that a SPARQL store elsewhere holds in named graphs (whose names begin with `graphs`) as N-Quads.

    The file comes to be when it is whole, or not at all. How many quads there are.
    """
    lines = downloaded(asked(url, user=user, timeout=timeout), prefix=graphs, progress=progress)
    counted = count()
    save((line.encode() for line, _ in zip(lines, counted, strict=False)), Path(destination))
    return next(counted)


def link(
    graph: Graph,
    endpoint: str,
    profile: str = "wikidata",
    *,
    reviewed: Iterable[Reviewed] = (),
    types: Sequence[str] = TYPES,
    again: bool = False,
    manners: Manners = MANNERS,
    progress: Progress | None = None,
) -> Linked:
    """What the named entities of a graph are in a source elsewhere: accepted, doubtful or refused, with reasons.

    `profile` is the name of a profile or a file, `reviewed` what people have said of candidates before, `types` the
    classes of entities that are looked for, `again` whether those are too that have an item of the source already.
    """
    known = profile_of(profile)
    inquiry = manners.inquiry(endpoint, agent=_agent(), now=_now)
    wanted = [one for one in sought(graph, types) if again or not any(map(known.is_item, one.items))]
    held, unknown = look(wanted, Catalogue(inquiry, known), reviewed, progress)
    return Linked(Source(endpoint, known.title, inquiry.asked), held, unknown)


def links(linked: Linked, *, base: str = DATA) -> Graph:
    """Links as a graph: what was accepted as skos:exactMatch, and each link with its score, reasons and source."""
    return others(link_statements(linked, Minter(base)), base=base)


def keep_links(store: str | PathLike[str], linked: Linked, reviewed: Iterable[Reviewed] = ()) -> Sequence[Effect]:
    """Make accepted links, and what people said of doubtful ones, judgements of a store; what became of facts."""
    kept, _ = judgements(store)
    return judge(store, as_judgements(linked, reviewed, kept, f"newsgraph link ({linked.source.profile})"))


def enrich(
    graph: Graph,
    endpoint: str,
    profile: str = "wikidata",
    *,
    asked_for: Sequence[str] = (),
    manners: Manners = MANNERS,
    base: str = DATA,
    progress: Progress | None = None,
) -> tuple[Graph, Enriched]:
    """What a source elsewhere says of the linked entities of a graph, and to what the graph tells of them.

    It comes as a graph of its own, in which each check says whether the source agrees. `asked_for` are names of
    questions under queries/enrich/, all of them where none is given.
    """
    known, found = profile_of(profile), ties(graph)
    inquiry = manners.inquiry(endpoint, agent=_agent(), now=_now)
    items = sorted(item for item in identified(graph) if known.is_item(item))
    informant = Informant(inquiry, known)
    said = tuple(dict.fromkeys(informant.told(chosen(asked_for), items, office_names(found), progress)))
    own = tuple(checks(_of_source(found, known), Word(said)))
    made = Enriched(said, own, len(items))
    statements = enrichment_statements(made, Source(endpoint, known.title, inquiry.asked), Minter(base))
    return others(statements, base=base), made


def _of_source(found: Iterable[Tie], known: Profile) -> tuple[Tie, ...]:
    """Ties, of whose entities only the identifiers count that the source has."""

    def own(one: Known) -> Known:
        return with_changes(one, items=tuple(filter(known.is_item, one.items)))

    return tuple(
        with_changes(
            tie, known_subject=own(tie.known_subject), known_object=own(tie.known_object), of=tuple(map(own, tie.of))
        )
        for tie in found
    )


def _agent() -> str:
    """How the program names itself to endpoints."""
    return f"{PROGRAM}/{version()} (SPARQLWrapper)"


def merge(
    inputs: Iterable[str | PathLike[str]],
    output: str | PathLike[str],
    *,
    format: str | Format | None = None,
    construct: str | None = None,
    endpoint: str | None = None,
    access: Access | None = None,
    timeout: float = 60.0,
    canonical: str = "ours",
    align: str | PathLike[str] | None = None,
    same_as: bool = False,
    foreign: Collection[str] = (),
    base: str = DATA,
    progress: Callable[[str, int], None] | None = None,
) -> Merged:
    """Merge graphs of ours (files and stores) and other people's RDF into a file; what was joined and what was not.

    `construct` is a CONSTRUCT query to an `endpoint`, whose answer is merged too; `canonical` says whose name stays
    ("ours" or "theirs"), `align` is a table of properties on top of the program's own, `same_as` asks for owl:sameAs
    beside skos:exactMatch, `foreign` names inputs that are other people's though they look like ours, `base` is where
    the names of sources begin, `progress` hears what is being done, and how much of it is.
    """
    given: list[str | Path | Fetched] = [Path(one) for one in inputs]
    if construct is not None and endpoint is not None:
        answer = Endpoint(endpoint, timeout=timeout, access=access or Access()).query(construct)
        if not isinstance(answer, Triples):
            raise QueryError("the query", "is no CONSTRUCT or DESCRIBE", advice="only those give triples to merge")
        given.append(Fetched(endpoint, construct, answer.turtle))
    return merge_files(
        given,
        Path(output),
        format=by_name(format) if format else None,
        canonical=Canonical(canonical),
        align=None if align is None else Path(align),
        same_as=same_as,
        foreign=foreign,
        base=base,
        progress=progress,
    )


def reason(
    graphs: Iterable[str | PathLike[str]],
    *,
    rules: Iterable[str] = ("rl",),
    ontology: bool = True,
    again: bool = False,
    progress: Callable[[str, int], None] | None = None,
) -> Reasoned:
    """What follows from some files and stores together under sets of rules ("rl", "rdfs", "news").

    The ontology counts as theirs unless `ontology` is False. With `again`, what was inferred when they were built is
    derived anew where a rule concludes it, so that it can be explained.
    """
    paths = tuple(map(Path, graphs))
    return close(paths, sets=rules, ontology=ontology, again=again, progress=progress)


def check(reasoned: Reasoned, *, samples: int = 20, size: int = 400, seconds: float = 60.0) -> Checked:
    """Ask HermiT of the ontology, and of the surroundings (of `size` triples) of so many nodes of a graph.

    `seconds` is what one question may take. A note says where it could not judge, as where there is no Java.
    """
    taken = [Sample(node, triples) for node, triples in surroundings(reasoned, number=samples, size=size)]
    return judged(taken, reasoned.own_axioms(), suspects=reasoned.suspects(), seconds=seconds)


@contextmanager
def _reader(jobs: int, model: str | None, chains: bool) -> Iterator[Extractor]:
    maker = partial(make_extractor, chains=chains)
    with parallel(maker, model, jobs) if jobs > 1 else local(maker, model) as extractor:
        yield extractor


def _documents(inputs: Iterable[object]) -> Iterator[Document]:
    return (one for one in inputs if isinstance(one, Document))


def _run(extractor: Extractor, extracted_at: str | None) -> Run:
    return Run(PROGRAM, version(), extractor.model, extracted_at or _epoch())


def _now() -> str:
    """The time for the history of a store, which is no part of its graph."""
    return _epoch() or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _with_inputs(added: Added, inputs: Iterable[object]) -> Added:
    """With the inputs that could not be read, and remarks on others."""
    told = tuple(inputs)
    unread = tuple(Failure(one.source, one.problem, one.advice) for one in told if isinstance(one, Unreadable))
    said = tuple(str(one) for one in told if isinstance(one, Note))
    return with_changes(added, failures=(*unread, *added.failures), notes=(*said, *added.notes))


def _checked(one: object) -> Iterator[Document | Unreadable | Note]:
    """An input, its date in ISO 8601; a date that is none is left out with a note."""
    if not isinstance(one, Document | Unreadable | Note):
        advice = "newsgraph.Document(text) makes one, newsgraph.read(paths) gives those of files"
        raise TypeError(f"build() takes documents, not {type(one).__name__}: {advice}")
    if not isinstance(one, Document) or one.date is None:
        yield one
        return
    date = iso_date(one.date)
    yield with_changes(one, date=date)
    if date is None:
        problem = f"its date {one.date!r} is not understood and left out; write it as YYYY-MM-DD"
        yield Note(one.id or "a document", problem)


def make_extractor(model: str | None, *, chains: bool = False):  # type: ignore[no-untyped-def]
    """The extractor; imported here because spaCy takes a second to load and most commands do without."""
    from newsgraph.extraction.extractor import extractor

    return extractor(model, chains=chains)


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return "from source"


def _epoch() -> str | None:
    """The time that SOURCE_DATE_EPOCH sets for reproducible builds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None
