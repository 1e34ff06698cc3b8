import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_no_orphans() -> None:
    """Workers end with a program that is killed: standard output, which they hold too, is closed."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "src")}
    done = subprocess.run(
        [sys.executable, str(HERE / "killed.py")], capture_output=True, timeout=60, check=False, env=environment
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stdout == b"idle 1.0\n"
