"""A program that adds stories to a store while no file may grow beyond a size: `STORE BYTES`; it prints the error."""

import resource
import sys
from pathlib import Path

from newsgraph.errors import NewsgraphError
from storage.keeping import THEMES, add

if __name__ == "__main__":
    path, size = Path(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        add(path, THEMES[0][3:])
    except NewsgraphError as error:
        print(type(error).__name__, error)
