"""`newsgraph judge`: what people say is one thing, and what is not."""

import click

from newsgraph.cli.changes import became
from newsgraph.cli.group import leave
from newsgraph.cli.remotes import Elsewhere, mirrored
from newsgraph.cli.terminal import say
from newsgraph.compose import judge as judge_in
from newsgraph.compose import judgements
from newsgraph.reading import read_judgements, written


@click.command()
@click.argument("arguments", metavar="STORE [FILE]", nargs=-1)
@mirrored
def judge(arguments: tuple[str, ...], elsewhere: Elsewhere) -> None:
    """Make the judgements in FILE those of a STORE, and no others; without FILE, print those in force, and what waits.

    A judgement says that two entities, or two events, are one (positive), are not (negative), or may be (unsure); or
    that an entity has an identifier elsewhere. It wins over what the program thinks. FILE has a row each, with tabs
    between left, right, judgement, judge and reason, as this command prints it; the IRIs are those of the graph, also
    those that something was merged from. Prints what became of facts. With --store, give FILE
    only; see `newsgraph add`.

    \b
    newsgraph judge archive > judgements.tsv     (edit: put positive or negative for ?)
    newsgraph judge archive judgements.tsv
    """
    store, rest = elsewhere.split(arguments, 0, 1)
    file = next(iter(rest), None)
    if file is None:
        click.echo(written(*judgements(store)), nl=False)
        return
    judged = read_judgements(file)
    became(judge_in(store, judged))
    say(f"{len(judged):,} judgement{'s' * (len(judged) != 1)} in force")
    leave(not elsewhere.follow(store))
