"""`newsgraph build`: from news to a graph."""

import click

from newsgraph.cli.graphs import check_output, save
from newsgraph.cli.group import WRONG, leave
from newsgraph.cli.options import FORMATS, LAYERS, as_base, as_date, as_layers, as_time
from newsgraph.cli.report import report, said
from newsgraph.cli.terminal import counting, say
from newsgraph.compose import build as build_graph
from newsgraph.ontology.prefixes import DATA
from newsgraph.reading import read


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--output", default="-", metavar="OUT", show_default=True, help="Where to write the graph.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says, else turtle.")
@click.option("--layers", default=",".join(LAYERS), show_default=True, callback=as_layers, help="What to write.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read texts.")
@click.option("--date", callback=as_date, help="The day of publication, where an input does not say.")
@click.option("--publisher", help="The publisher, where an input does not say.")
@click.option("--url", help="The address, where an input does not say.")
@click.option("--chains", is_flag=True, help="Tell which noun phrases speak of the same thing, in the text layer.")
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out; their hash stays.")
@click.option(
    "--base", metavar="IRI", default=DATA, show_default=True, callback=as_base, help="Begins the graph's IRIs."
)
@click.option("--extracted-at", metavar="TIME", callback=as_time, help="Say in the graph when it was made.")
@click.option("--model", help="The spaCy pipeline; else the best that is installed.")
def build(
    inputs: tuple[str, ...],
    output: str,
    format_: str | None,
    layers: tuple[str, ...],
    jobs: int,
    date: str | None,
    publisher: str | None,
    url: str | None,
    chains: bool,
    no_text: bool,
    base: str,
    extracted_at: str | None,
    model: str | None,
) -> None:
    """Read news and write its graph.

    INPUT is a text file, a folder of them, JSON lines (.jsonl), or - for standard input. Beside a text may lie a file
    of the same name that ends in .json and says its title, date, publisher, agency, url, language, rights; a JSON line
    says "text" and the same. What an input says of itself wins over the options. An input that cannot be read does not
    stop the others.

    \b
    newsgraph build seeds -o news.ttl
    cat story.txt | newsgraph build - --date 2022-01-06 --publisher Gazette > news.ttl
    """
    check_output(output, format_)
    found = list(read(inputs, date=date, publisher=publisher, url=url, on_note=lambda note: say(f"note: {note}")))
    documents = said(found)
    if not documents:
        say("error: nothing could be read")
        click.get_current_context().exit(WRONG)
    with counting("reading", len(documents)) as progress:
        graph = build_graph(
            documents,
            jobs=jobs,
            base=base,
            text=not no_text,
            chains=chains,
            layers=layers,
            extracted_at=extracted_at,
            model=model,
            progress=progress,
        )
    report(graph)
    if len(graph.failures) == len(documents):
        click.get_current_context().exit(WRONG)
    save(graph, output, format_)
    leave(bool(graph.failures) or len(found) > len(documents))
