"""Becomes another program, bound as workers are: `python -m newsgraph.web.launch MEMORY PROGRAM ARGUMENT...`."""

import os
import sys

from newsgraph.web.confinement import confine, ration


def main() -> None:
    """Give up what the program shall not have, and become it."""
    memory, program, *arguments = sys.argv[1:]
    confine(network=False, listening=True)
    ration(int(memory))
    os.execv(program, [program, *arguments])


if __name__ == "__main__":
    main()
