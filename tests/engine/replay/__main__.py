"""Print what the ledger makes of real edit histories: `python -m replay [FOLDER] [--show WHAT …]`.

Printed, never asserted: the tests hold the laws; this shows how the figures move.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log10
from pathlib import Path

from replay import kinds
from replay.replay import History, Tally, load, replay
from replay.rewording import kept_at_random, seconds

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


def main() -> None:
    """Replay every history, each revision and every fifth; then rewordings at random, and the cost."""
    parser = argparse.ArgumentParser(
        prog="replay", description="what the ledger makes of real edit histories"
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/histories"))
    parser.add_argument("--show", nargs="*", default=[], help="findings to print: “wrong id”, “all” …")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.json.gz"))
    if files:
        histories = [load(file) for file in files]
        for every in (1, 5):
            _table(histories, every, options.show)
        _kinds(histories)
        _rewordings(histories)
    else:
        print(f"there are no edit histories in {options.folder}: the ledger was not measured on them")
    _costs()


def _table(histories: Iterable[History], every: int, show: Sequence[str]) -> None:
    print("every revision" if every == 1 else f"every {every}th revision")
    print(f"{'':<14}", *(f"{column:>16}" for column in (*COLUMNS, "seconds")))
    total = Tally()
    for history in histories:
        tally = replay(history, every)
        print(_row(history.name, tally), flush=True)
        for one in tally.findings:
            if one.what in show or "all" in show:
                print(f"  {one.what} {one.step} {one.id} {one.figure:.2f}\n    - {one.old}\n    + {one.new}")
        total.counts += tally.counts
        total.seconds += tally.seconds
    print(_row("all", total))


def _row(name: str, tally: Tally) -> str:
    counts = (f"{tally.counts[column]:>16}" for column in COLUMNS)
    return " ".join([f"{name:<14}", *counts, f"{tally.seconds:>16.1f}"])


def _kinds(histories: Iterable[History]) -> None:
    counts: Counter[str] = Counter()
    for history in histories:
        counts += kinds.count(history.revisions)
    print("kinds of edits, of a thousand")
    for kind in kinds.KINDS:
        print(f"  {kind:<18}{1000 * counts[kind] / counts.total():>6.0f}")


def _rewordings(histories: Iterable[History]) -> None:
    print("passages of eight words and more that keep their id between unchanged neighbours, in per cent")
    print(f"{'words replaced':<14}", *(f"{share:>8}" for share in ("10 %", "30 %", "50 %")))
    for history in histories:
        rows = [kept_at_random(history.revisions[-1], share) for share in (0.1, 0.3, 0.5)]
        print(f"{history.name:<14}", *(f"{100 * found / every:>8.1f}" for found, every in rows))


def _costs() -> None:
    print("seconds of CPU to propose and record when all passages are reworded")
    costs = {number: min(seconds(number) for _ in range(2)) for number in (100, 300, 1000, 3000)}
    for number, cost in costs.items():
        print(f"  {number:>5} {cost:>6.2f}")
    print(f"  growth from 100 to 1,000: to the power {log10(costs[1000] / costs[100]):.2f}")


if __name__ == "__main__":
    main()
