"""`newsgraph validate`: is a graph sound?"""

import click

from newsgraph.cli.graphs import load
from newsgraph.cli.group import leave
from newsgraph.cli.terminal import line, say
from newsgraph.validation import validate as check


@click.command()
@click.argument("graphs", metavar="GRAPH...", nargs=-1, required=True)
@click.option("--no-reasoner", is_flag=True, help="Leave out the OWL reasoner, which needs Java: shapes only.")
def validate(graphs: tuple[str, ...], no_reasoner: bool) -> None:
    """Check a GRAPH, a file or a store, against the SHACL shapes and the ontology.

    Says in words what fails, and where. A graph of one layer alone is held only to what that layer can promise. Leaves
    with exit code 1 where anything fails.
    """
    found = check(load(graphs).to_rdflib(), reason=not no_reasoner)
    for note in found.notes:
        say(f"note: {note}")
    for violation in found.violations:
        click.echo(line(str(violation)))
    click.echo(f"{len(found.violations)} problem{'s' * (len(found.violations) != 1)} found")
    leave(not found.sound)
