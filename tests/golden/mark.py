"""Brings the "xfail" marks of the golden items up to date: `python tests/golden/mark.py --reason WORDS`.

An item that holds loses its mark. One that does not and has none is printed, and marked where a reason is given: give
one only after reading what the graph says instead.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from golden.cases import NAMES, items, told, write
from golden.check import Item, holds


def marked(case: str, item: Item, reason: str | None) -> Item:
    """The item as it should be marked now; says what has changed."""
    if holds(told(case), item):
        if "xfail" in item:
            print(f"{case}: holds now: {item['say']}")
        return {key: value for key, value in item.items() if key != "xfail"}
    if "xfail" not in item:
        print(f"{case}: does not hold: {item['say']}")
        return {**item, "xfail": reason} if reason else item
    return item


def main() -> None:
    """Goes through all cases."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reason", help="why the items that do not hold do not hold")
    parser.add_argument("case", nargs="*", help="only these cases")
    args = parser.parse_args()
    for case in args.case or NAMES:
        write(case, [dict(marked(case, item, args.reason)) for item in items(case)])


if __name__ == "__main__":
    main()
