"""Print what the ledger made of real edit histories: `python -m replay [FOLDER]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from replay.replay import Tally, load, replay

COLUMNS = (
    "unchanged",
    "reworded",
    "retired",
    "wrong id",
    "better elsewhere",
    "landings",
    "false landing",
    "needless death",
    "question",
)


def main(folder: Path, show: list[str]) -> None:
    """Replay every history, each revision and every fifth."""
    files = sorted(folder.glob("*.json.gz"))
    if not files:
        print(f"no edit histories in {folder}: not measured")
        return
    print(f"{'':<14}", *(f"{column:>16}" for column in (*COLUMNS, "seconds")))
    for every in (1, 5):
        total: Counter[str] = Counter()
        seconds = 0.0
        for file in files:
            tally = replay(load(file), every)
            print(_row(file.name.split(".")[0], tally.counts, tally.seconds), flush=True)
            _show(tally, show)
            total += tally.counts
            seconds += tally.seconds
        print(_row(f"all, every {every}", total, seconds))


def _row(name: str, counts: Counter[str], seconds: float) -> str:
    return " ".join([f"{name:<14}", *(f"{counts[column]:>16}" for column in COLUMNS), f"{seconds:>16.1f}"])


def _show(tally: Tally, show: list[str]) -> None:
    for one in tally.findings:
        if one.what in show or "all" in show:
            print(f"  {one.what} {one.step} {one.id} {one.figure:.2f}\n    - {one.old}\n    + {one.new}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/histories"), sys.argv[2:])
