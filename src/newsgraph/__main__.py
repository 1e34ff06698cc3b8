"""`python -m newsgraph` is the command `newsgraph`."""

from newsgraph.cli import main

if __name__ == "__main__":
    main()
