"""Builds the scripts of the explorer with npm when a wheel or an sdist is made from a checkout that has none yet.

An sdist carries what was built, so a wheel made from it needs no npm; neither does an editable install. With
NEWSGRAPH_NO_FRONTEND=1 the explorer goes without: its pages all work, and lack what the scripts add.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WITHOUT = "NEWSGRAPH_NO_FRONTEND"
BUILT = Path("src", "newsgraph", "web", "static", "built")
COMMANDS = (("ci", "--ignore-scripts"), ("run", "build"))


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the scripts where they are wanted and missing."""
        root = Path(self.root)
        if version == "editable" or (root / BUILT / "graph.js").is_file():
            return
        if os.environ.get(WITHOUT) == "1":
            self.app.display_warning(f"{WITHOUT} is set: the explorer goes without its scripts")
            return
        build(root / "frontend")


def build(frontend: Path) -> None:
    """Run npm; a RuntimeError says what is missing or went wrong."""
    npm = shutil.which("npm")
    advice = f"set {WITHOUT}=1 to go without the scripts of the explorer"
    if npm is None:
        raise RuntimeError(
            f"the scripts of the explorer are not built, and there is no npm: install Node.js, or {advice}"
        )
    for command in COMMANDS:
        if subprocess.run((npm, *command), cwd=frontend, check=False).returncode:
            raise RuntimeError(f"npm {' '.join(command)} failed in {frontend}; {advice}")
