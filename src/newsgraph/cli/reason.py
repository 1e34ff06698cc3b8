"""`newsgraph reason`: what follows from a graph, why, and what contradicts itself."""

import click

from newsgraph.cli.graphs import check_output, save
from newsgraph.cli.group import leave
from newsgraph.cli.options import FORMATS
from newsgraph.cli.terminal import line, plain, say, working
from newsgraph.compose import check as judge
from newsgraph.compose import reason as close
from newsgraph.storage.reasoning import SETS, Reasoned


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option(
    "--rules",
    "sets",
    type=click.Choice(SETS),
    multiple=True,
    default=("rl",),
    show_default=True,
    help="Rules of OWL 2 RL, of RDFS alone, or newsgraph's own; may be given more than once.",
)
@click.option("--no-ontology", is_flag=True, help="Use the axioms of the graph alone.")
@click.option("-o", "--output", metavar="OUT", help="Write the graph with what follows; - is standard output.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the name of OUT says, else turtle.")
@click.option("--only", is_flag=True, help="Write what follows, without the graph.")
@click.option("--explain", metavar="TRIPLE", help='Say why a triple holds: \'"Russia" ng:relatedTo "Kazakhstan"\'.')
@click.option("--check", type=click.Choice(["hermit"]), help="Ask the reasoner HermiT, which needs Java.")
@click.option("--samples", type=click.IntRange(min=0), default=20, show_default=True, help="Nodes to ask it about.")
@click.option(
    "--sample-size", type=click.IntRange(min=1), default=400, show_default=True, help="Triples around each of them."
)
@click.option("--seconds", type=click.FloatRange(min=1), default=60, show_default=True, help="For each question to it.")
def reason(
    graphs: tuple[str, ...],
    sets: tuple[str, ...],
    no_ontology: bool,
    output: str | None,
    format_: str | None,
    only: bool,
    explain: str | None,
    check: str | None,
    samples: int,
    sample_size: int,
    seconds: float,
) -> None:
    """Derive what follows from a GRAPH, a file or a store, and say what contradicts itself.

    What follows goes into the named graph .../graph/reasoned, and what follows among axioms into
    .../graph/reasoned-schema; the graph itself stays as it is. Leaves with exit code 1 where something contradicts
    itself.

    \b
    newsgraph reason news.trig -o reasoned.trig
    newsgraph reason news.trig --explain '"Bombing in Kano" a ng:Assault'
    newsgraph reason news.trig --check hermit --samples 40
    """
    if output is not None:
        check_output(output, format_)
    if explain is not None:
        sets = (*sets, "news")
    with working() as progress:
        reasoned = close(graphs, rules=sets, ontology=not no_ontology, again=explain is not None, progress=progress)
    if explain is not None:
        click.echo(plain(reasoned.explain(explain)))
        return
    if output is not None:
        save(reasoned.graph(only=only), output, format_)
    wrong = _told(reasoned, output == "-")
    if check is not None:
        wrong |= _checked(reasoned, samples, sample_size, seconds)
    leave(wrong)


def _told(reasoned: Reasoned, aside: bool) -> bool:
    """Say what follows and what contradicts itself; whether anything does."""
    tell = say if aside else (lambda text: click.echo(line(text)))
    found, number = reasoned.contradictions
    counts = reasoned.counts()
    tell(f"{sum(counts.values())} triples follow")
    for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        tell(f"{count:>9}  {name}")
    for one in found:
        tell(f"contradiction: {one}")
    more = f", of which {len(found)} are shown" if number > len(found) else ""
    tell(f"{number} contradiction{'s' * (number != 1)} found{more}")
    return number > 0


def _checked(reasoned: Reasoned, samples: int, size: int, seconds: float) -> bool:
    """Say what HermiT finds; whether it finds anything wrong."""
    found = judge(reasoned, samples=samples, size=size, seconds=seconds)
    for note in found.notes:
        say(f"note: {note}")
    for one in found.findings:
        about = f"around {reasoned.name(one.about)}: " if one.about else ""
        click.echo(line(f"HermiT: {about}{one.problem}"))
        for told in reasoned.in_words(one.facts, one.axioms):
            click.echo(f"  {line(told)}")
    judged = f"HermiT judged the ontology and {found.judged} samples" if found.judged or not found.notes else "HermiT"
    click.echo(f"{judged}: {len(found.findings)} problem{'s' * (len(found.findings) != 1)} found")
    return bool(found.findings)
