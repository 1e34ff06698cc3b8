"""`newsgraph merge`: graphs of ours and other people's RDF as one."""

from pathlib import Path

import click

from newsgraph.cli.asking import declared, question
from newsgraph.cli.graphs import STANDARD, check_output
from newsgraph.cli.options import FORMATS, as_base
from newsgraph.cli.terminal import say, working
from newsgraph.compose import merge as merged
from newsgraph.errors import OutputError
from newsgraph.linking import Access
from newsgraph.ontology.prefixes import DATA
from newsgraph.storage.merging import as_json, as_markdown, summary
from newsgraph.storage.writing import save

# So many of the things that are left apart are shown.
SHOWN = 10
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@click.option("-o", "--output", required=True, metavar="OUT", help="Where to write the merged graph.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says.")
@click.option("--construct", metavar="QUERY.rq", help="Fetch triples by this CONSTRUCT query; with --endpoint.")
@click.option("--endpoint", metavar="URL", help="Where to fetch them.")
@click.option("--user", metavar="NAME", help="Whose password NEWSGRAPH_STORE_PASSWORD holds, for the endpoint.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True,
    help="Of the endpoint, in seconds.",
)  # fmt: skip
@click.option(
    "--canonical", type=click.Choice(("ours", "theirs")), default="ours", show_default=True,
    help="Whose name a thing has that both sides know.",
)  # fmt: skip
@click.option("--align", type=FILE, metavar="FILE", help="A table of properties on top of the program's own.")
@click.option("--report", type=FILE, metavar="FILE", help="What was joined and what was not, in Markdown or JSON.")
@click.option("--same-as", is_flag=True, help="Write owl:sameAs too for what is one.")
@click.option(
    "--foreign", multiple=True, metavar="INPUT", help="Other people's, even if it looks like a graph of ours."
)
@click.option("--base", default=DATA, show_default=True, callback=as_base, help="Where names of sources begin.")
def merge(
    inputs: tuple[str, ...],
    output: str,
    format_: str | None,
    construct: str | None,
    endpoint: str | None,
    user: str | None,
    timeout: float,
    canonical: str,
    align: Path | None,
    report: Path | None,
    same_as: bool,
    foreign: tuple[str, ...],
    base: str,
) -> None:
    """Merge INPUTs into one graph: files in any syntax (.gz too), and stores.

    What gives something a class of newsgraph's is taken for a graph of ours; all else is other people's, and goes into
    a graph of its own for each input, as it is. What links and keys say is one gets one name, unless it would be of
    two classes that exclude each other, or of two dates of birth, or the like: that is reported, and left apart.

    \b
    newsgraph merge news.ttl wikidata.nt.gz -o merged.nq --report report.md
    newsgraph merge archive --construct countries.rq --endpoint http://localhost:7878/query -o merged.trig
    """
    if not inputs and construct is None:
        raise click.UsageError("give something to merge")
    if (construct is None) != (endpoint is None):
        raise click.UsageError("--construct QUERY.rq and --endpoint URL go together")
    if output == STANDARD:
        raise click.UsageError("merge writes to a file: give -o OUT")
    check_output(output, format_)
    as_text = _reporter(report)
    with working() as progress:
        done = merged(
            [Path(one) for one in inputs], output, format=format_, canonical=canonical, align=align, same_as=same_as,
            construct=declared(question(construct).bound({})) if construct else None, endpoint=endpoint,
            access=Access.of(user) if user else None, timeout=timeout, foreign=foreign, base=base, progress=progress,
        )  # fmt: skip
    if report is not None:
        save([as_text(done).encode()], report)
    say(f"{output}: {summary(done)}")
    apart = (*done.conflicts, *done.doubtful)
    for one in apart[:SHOWN]:
        say(f"left apart: {one.reasons[0].why}: {' / '.join(dict.fromkeys(n.label or n.name for n in one.names))}")
    if len(apart) > SHOWN:
        say(f"left apart: {len(apart) - SHOWN:,} more; --report FILE tells all")


def _reporter(report: Path | None):  # type: ignore[no-untyped-def]
    """What writes the report, by the ending of its name."""
    if report is not None and report.suffix not in (".json", ".md", ".markdown"):
        raise OutputError(str(report), "is neither Markdown nor JSON", advice="give a name that ends in .md or .json")
    if report is not None and not report.absolute().parent.is_dir():
        raise OutputError(str(report), "lies in a folder that does not exist", advice="make it first")
    return as_json if report is not None and report.suffix == ".json" else as_markdown
