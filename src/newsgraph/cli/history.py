"""`newsgraph history`: what was done to a store."""

import json
from collections.abc import Iterable
from dataclasses import asdict

import click

from newsgraph.cli.changes import in_order, reason, steps, summary
from newsgraph.cli.tables import show
from newsgraph.compose import history as deeds_of
from newsgraph.model.archive import Deed


@click.command()
@click.argument("store")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("--new", is_flag=True, help="Tell each fact that is new too, not only those that changed or went.")
def history(store: str, format_: str, new: bool) -> None:
    """Tell what was done to a STORE, the first deed first: which articles came and went, and what became of facts.

    As JSON, all of it.
    """
    deeds = deeds_of(store)
    if format_ == "json":
        click.echo(json.dumps([asdict(deed) for deed in deeds], ensure_ascii=False, indent=2))
        return
    show(("deed", "when", "what", "article", "title"), (row for deed in deeds for row in _articles(deed)))
    click.echo()
    facts = (row for deed in deeds for row in _facts(deed, new))
    show(("deed", "fact", "before", "after", "because"), facts, empty="no fact has changed or gone")


def _articles(deed: Deed) -> Iterable[tuple[str, ...]]:
    """A row for each article; the last tells how many facts are new, changed and gone."""
    head = (str(deed.number), deed.when, deed.what)
    for iri, title in deed.articles:
        yield (*head, iri, title)
        head = ("", "", "")
    yield (*(head if deed.articles else (str(deed.number), deed.when, deed.what)), "", summary(deed.effects))


def _facts(deed: Deed, new: bool) -> Iterable[tuple[str, ...]]:
    for one in in_order(deed.effects):
        if new or one.before is not None:
            yield str(deed.number), one.label or one.node, *steps(one), reason(one)
