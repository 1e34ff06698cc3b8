"""`newsgraph enrich`: what somebody else knows of linked entities, and says to what the news tells of them."""

from collections import Counter

import click

from newsgraph.cli.graphs import check_output, load, save
from newsgraph.cli.options import FORMATS
from newsgraph.cli.sources import Asked, asks
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import enrich as enriched
from newsgraph.ontology.enrichment import enrichments


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@asks
@click.option("-o", "--output", default="-", metavar="OUT", show_default=True, help="Where to write the graph.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says, else turtle.")
@click.option(
    "--ask", "asked_for", metavar="NAME,...", default="",
    help=f"What to ask for, else all: {', '.join(one.name for one in enrichments())}.",
)  # fmt: skip
def enrich(graphs: tuple[str, ...], asked: Asked, output: str, format_: str | None, asked_for: str) -> None:
    """Bring in what a SPARQL source elsewhere says of the linked entities of a GRAPH, and check the news against it.

    What it says comes in a graph of its own with its source and date, in words that say nothing of the news. Who holds
    an office, what is a capital and who is a member is checked for the days on which it was told: agreement and
    disagreement are recorded (`newsgraph query GRAPH OUT checked`), and nothing else changes.

    \b
    newsgraph enrich news.ttl links.nq --endpoint https://example.org/sparql --profile wikidata -o more.nq
    newsgraph query news.ttl more.nq checked
    """
    check_output(output, format_)
    names = tuple(name.strip() for name in asked_for.split(",") if name.strip())
    with counting("asking", 1) as progress, load(graphs) as graph:
        made, found = enriched(
            graph, asked.endpoint, asked.profile, asked_for=names, manners=asked.manners, progress=progress
        )
    save(made, output, format_)
    outcomes = Counter(one.outcome for one in found.checks)
    said = ", ".join(f"{outcomes[name]:,} {name.lower()}" for name in ("Agrees", "Disagrees", "Unknown"))
    say(f"{len(found.told):,} statements on {found.items:,} items; checks: {said}")
