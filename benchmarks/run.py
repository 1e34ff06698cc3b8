"""What newsgraph reaches on public gold data: python -m benchmarks.run [DATASET...] --data DIR.

DIR holds `score.py`, `strip.py` and `data/DATASET/dev.jsonl` (or `test.jsonl`, where there is no dev part, or with
`--part test`). The data are no part of this project: their licences forbid it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.predict import datasets

VARIABLE = "NEWSGRAPH_BENCHMARKS"


class Goal(NamedTuple):
    """A measure of a data set, what an hour with spaCy reaches, and what newsgraph means to reach."""

    dataset: str
    measure: str
    baseline: float
    reach: float


GOALS = (
    Goal("polnear", "content_token_f1", 0.471, 0.62),
    Goal("polnear", "source_exact_f1", 0.580, 0.70),
    Goal("timex_te3", "value_f1", 0.436, 0.80),
    Goal("timex_te3", "strict_f1", 0.746, 0.83),
    Goal("fact_uw", "mae", 0.600, 0.50),
    Goal("fact_uw", "pearson_r", 0.638, 0.71),
    Goal("plover_gsr", "event_f1", 0.219, 0.50),
    Goal("petrarch_val", "event_f1_petr2_gsr", 0.098, 0.30),
    Goal("cameo_penta", "macro_f1", 0.470, 0.68),
    Goal("muc4", "f1", 0.297, 0.45),
    Goal("gum_news", "conll_f1", 0.395, 0.46),
    Goal("gum_news", "ne_f1", 0.511, 0.62),
    Goal("re3d", "relation_f1", 0.182, 0.38),
    Goal("re3d", "entity_overlap_f1", 0.625, 0.72),
    Goal("conll04", "relation_f1", 0.300, 0.45),
    Goal("newsfair_v2", "ner_f1", 0.677, 0.74),
    Goal("knowledgenet", "text_f1", 0.442, 0.58),
    Goal("knowledgenet", "text_exact_f1", 0.334, 0.48),
    Goal("timeline_se15t4", "date_accuracy", 0.454, 0.62),
    Goal("giveme5w1h", "token_f1", 0.528, 0.60),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line for each measure; 1 where a data set could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("datasets", nargs="*", metavar="DATASET", help=f"one or more of: {', '.join(datasets())}")
    parser.add_argument("--data", type=Path, default=os.environ.get(VARIABLE), help=f"DIR, or the variable {VARIABLE}")
    parser.add_argument("--part", help="dev or test; dev unless there is none")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read")
    parser.add_argument("--all", action="store_true", help="every measure of the scorer, not the aims alone")
    chosen = parser.parse_args(arguments)
    if chosen.data is None or not (chosen.data / "score.py").is_file():
        parser.error(f"no folder with score.py and data/: name it with --data or in {VARIABLE}")
    unknown = set(chosen.datasets) - set(datasets())
    if unknown:
        parser.error(f"no adapter for {', '.join(sorted(unknown))}; there are: {', '.join(datasets())}")
    print(f"{'data set':16}{'measure':24}{'baseline':>9}{'reach':>8}{'dev':>8}", flush=True)
    # A list, so that one that fails does not keep the others from being measured.
    done = [report(name, chosen) for name in chosen.datasets or datasets()]
    return 0 if all(done) else 1


def report(dataset: str, chosen: argparse.Namespace) -> bool:
    """Measure a data set and print its lines; False where it could not be measured."""
    try:
        scores = measure(dataset, chosen.data.resolve(), chosen.part, chosen.jobs)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        print(f"{dataset:16}could not be measured: {error}", flush=True)
        return False
    goals = {goal.measure: goal for goal in GOALS if goal.dataset == dataset}
    names = list(scores) if chosen.all or not goals else list(goals)
    for name in names:
        goal = goals.get(name)
        aims = f"{goal.baseline:9.3f}{goal.reach:8.3f}" if goal else " " * 17
        print(f"{dataset:16}{name:24}{aims}{scores[name]:8.3f}", flush=True)
    return True


def measure(dataset: str, data: Path, part: str | None, jobs: int) -> Mapping[str, float]:
    """The scores of a data set: stripped of its gold, predicted in a process of its own, and scored."""
    folder = data / "data" / dataset
    gold = folder / f"{part or ('dev' if (folder / 'dev.jsonl').is_file() else 'test')}.jsonl"
    if not gold.is_file():
        raise FileNotFoundError(f"{gold} is not there")
    with tempfile.TemporaryDirectory() as temporary:
        given, predicted = (str(Path(temporary) / name) for name in ("input.jsonl", "predictions.jsonl"))
        _python(str(data / "strip.py"), dataset, str(gold), given)
        _python("-m", "benchmarks.predict", dataset, given, predicted, "--jobs", str(jobs))
        told = _python(str(data / "score.py"), dataset, str(gold), predicted, "--json")
    scores: Mapping[str, float] = json.loads(told)["scores"]
    return scores


def _python(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
