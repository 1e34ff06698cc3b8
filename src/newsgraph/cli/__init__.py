"""The command line: thin commands that parse, call one function and print."""

from newsgraph.cli.program import main

__all__ = ["main"]
