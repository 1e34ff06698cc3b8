"""The program `newsgraph` and its commands."""

import click

from newsgraph.cli.add import add
from newsgraph.cli.build import build
from newsgraph.cli.convert import convert
from newsgraph.cli.diff import diff
from newsgraph.cli.enrich import enrich
from newsgraph.cli.explain import explain
from newsgraph.cli.export import export
from newsgraph.cli.group import Program
from newsgraph.cli.history import history
from newsgraph.cli.judge import judge
from newsgraph.cli.link import link
from newsgraph.cli.merge import merge
from newsgraph.cli.queries import queries
from newsgraph.cli.query import query
from newsgraph.cli.reason import reason
from newsgraph.cli.remove import remove
from newsgraph.cli.replace import replace
from newsgraph.cli.reporting import report
from newsgraph.cli.serve import serve
from newsgraph.cli.stats import stats
from newsgraph.cli.sync import sync
from newsgraph.cli.validate import validate
from newsgraph.compose import version

HELP = ["-h", "--help"]
EPILOG = """\b
Exit codes:
  0  done
  1  the data falls short: validation fails, an ASK with --ask answers no,
     or some inputs failed while others were done
  2  wrong use, or nothing could be read
"""


@click.group(cls=Program, epilog=EPILOG, context_settings={"help_option_names": HELP, "max_content_width": 100})
@click.version_option(version(), prog_name="newsgraph")
def main() -> None:
    """Reads news and writes a knowledge graph that can be checked.

    Who did what to whom, where and when, who says so, how sure are they, and where does it stand in the text? A dash
    (-) stands for standard input or standard output. Diagnostics go to standard error.
    """


COMMANDS = (
    build, query, queries, validate, explain, stats, report, add, remove, replace, judge, history, export, convert,
    link, merge, diff, enrich, reason, sync, serve,
)  # fmt: skip
for command in COMMANDS:
    main.add_command(command)
