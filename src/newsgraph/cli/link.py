"""`newsgraph link`: what the entities of a graph are elsewhere."""

from pathlib import Path

import click

from newsgraph.cli.changes import became
from newsgraph.cli.graphs import STANDARD, check_output, load, save
from newsgraph.cli.options import FORMATS
from newsgraph.cli.sources import Asked, asks
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import keep_links, links
from newsgraph.compose import link as look_for
from newsgraph.model.linking import Linked
from newsgraph.pipeline.links import OPEN, review
from newsgraph.reading import read_reviews, reviews
from newsgraph.storage import Archive
from newsgraph.storage.sought import TYPES
from newsgraph.storage.writing import save as write


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@asks
@click.option("-o", "--output", metavar="OUT", help="Where to write the links, as a graph of their own.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says, else turtle.")
@click.option(
    "--review", "review_", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Where doubtful links are put before you, and your word on them is read.",
)  # fmt: skip
@click.option(
    "--types", metavar="CLASS,...", default=",".join(TYPES), show_default=True, help="Which entities are looked for."
)
@click.option("--again", is_flag=True, help="Look for those too that have an item of the source already.")
def link(
    graphs: tuple[str, ...],
    asked: Asked,
    output: str | None,
    format_: str | None,
    review_: Path | None,
    types: str,
    again: bool,
) -> None:
    """Find the named entities of a GRAPH in a SPARQL source elsewhere.

    Candidates come by label and alias, and are scored by class, place, body, office and date, as far as the graph tells
    of them. What is sure is linked with skos:exactMatch, its score, reasons, source and date; what is not goes to
    --review: put positive or negative for ? there, and give the file back. A store keeps sure links as judgements,
    unless --output is given.

    \b
    newsgraph link news.ttl --endpoint https://example.org/sparql --profile wikidata -o links.nq --review doubts.tsv
    newsgraph link archive --endpoint https://example.org/sparql --cache answers.jsonl --offline
    """
    into_store = output is None and len(graphs) == 1 and Archive.is_one(graphs[0])
    target = STANDARD if output is None else output
    check_output(target, format_)
    before = read_reviews(review_) if review_ else ()
    with counting("looking", 1) as progress, load(graphs) as graph:
        found = look_for(
            graph, asked.endpoint, asked.profile, reviewed=before, types=tuple(types.split(",")), again=again,
            manners=asked.manners, progress=progress,
        )  # fmt: skip
    rows = review(found, before)
    if review_:
        write([reviews(rows).encode()], review_)
    if into_store:
        became(keep_links(graphs[0], found, rows))
    else:
        save(links(found), target, format_)
    _tell(found, sum(row.judgement == OPEN for row in rows))


def _tell(found: Linked, waiting: int) -> None:
    doubtful = len({one.sought.iri for one in found.of("doubtful")})
    say(
        f"{len(found.of('accepted')):,} linked, {doubtful:,} doubtful ({waiting:,} candidates to review), "
        f"{len(found.unknown):,} not found"
    )
