"""What very many texts would cost, by the slopes of a record of `bench.py`.

`python scripts/scale.py [RECORD [TEXTS]]` prints a table; `--write` puts it into `docs/about/scale.md`, where
it stands as it is printed. Each further text is taken to cost what it did between the two largest sizes that
were measured; what grew faster than in proportion is taken to go on so.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RECORD, PAGE = ROOT / "bench" / "scale.json", ROOT / "docs" / "about" / "scale.md"
BEGINS, ENDS = "<!-- what scripts/scale.py prints -->", "<!-- end -->"
TEXTS = 1_000_000
WHAT = {  # what is told of the costs, by what was done
    "site, from nothing": "a site from nothing",
    "site, nothing changed": "a site in which nothing has changed",
    "site, one note changed": "a site after a change of one note",
    "check, for the first time": "`check`, for the first time",
}
FOLDERS = {"sources": "the sources", "docs": "the generated pages", "site": "the site"}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure by the number of texts, as it goes on from the two largest sizes that were measured."""

    size: int  # the largest
    value: float  # what it had there
    each: float  # what each text more had, from the size before
    power: float  # 1 where it doubles when the size does

    def at(self, texts: int) -> float:
        """Return what it has for so many texts, which are more."""
        straight = self.value + self.each * (texts - self.size)
        return max(straight, self.value * math.pow(texts / self.size, self.power) if self.power > 1 else 0)


def line(values: Mapping[int, float]) -> Line:
    """Return how several sizes go on."""
    before, last = sorted(values)[-2:]
    power = math.log(values[last] / values[before]) / math.log(last / before)
    return Line(last, values[last], (values[last] - values[before]) / (last - before), power)


def told(record: Mapping[str, Any], texts: int = TEXTS) -> Iterator[str]:
    """Yield the rows of the tables: what was measured, and what so many texts would cost."""
    measured = {int(size): one for size, one in record["sizes"].items()}
    sizes = sorted(measured)
    yield f"| | {' | '.join(f'{size:,} texts' for size in sizes)} | a text more | power | {texts:,} texts |"
    yield f"|---|{'---|' * (len(sizes) + 3)}"
    for name, words in WHAT.items():
        found = {size: measured[size]["costs"][name]["processor"] for size in sizes}
        yield _row(words, [_time(found[size]) for size in sizes], line(found), texts, _time)
    memory = {size: measured[size]["costs"]["site, from nothing"]["memory"] * 1e6 for size in sizes}
    yield _row(
        "memory of a site from nothing", [_bytes(memory[size]) for size in sizes], line(memory), texts, _bytes
    )
    for name, words in FOLDERS.items():
        found = {size: measured[size]["sizes"][name]["bytes"] for size in sizes}
        yield _row(words, [_bytes(found[size]) for size in sizes], line(found), texts, _bytes)
    files = {size: measured[size]["sizes"]["site"]["files"] for size in sizes}
    yield _row(
        "files of the site", [f"{files[size]:,}" for size in sizes], line(files), texts, lambda n: f"{n:,.0f}"
    )
    largest = [max(measured[size]["largest"].values()) for size in sizes]
    yield f"| the largest page | {' | '.join(map(_bytes, largest))} | | | |"


def _row(words: str, cells: Sequence[str], grows: Line, texts: int, shown: Any) -> str:
    more, most = shown(grows.each), shown(grows.at(texts))
    return f"| {words} | {' | '.join(cells)} | {more} | {grows.power:.2f} | {most} |"


def _time(seconds: float) -> str:
    """Processor time in a unit that leaves few digits."""
    for unit, length in (("days", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.1f} {unit}"
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _bytes(number: float) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if number >= size:
            return f"{number / size:.1f} {unit}"
    return f"{number / 1e3:.0f} kB"


def written(page: str, table: str) -> str:
    """Return a page with a table in its place."""
    before, _begins, rest = page.partition(BEGINS)
    _old, _ends, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n\n{table}\n\n{ENDS}{after}"


def main() -> None:
    """Print the table of a record, or write it into the page."""
    given = [one for one in sys.argv[1:] if one != "--write"]
    record = Path(given[0]) if given else RECORD
    table = "\n".join(told(json.loads(record.read_text("utf-8")), int(given[1]) if given[1:] else TEXTS))
    if "--write" in sys.argv:
        PAGE.write_text(written(PAGE.read_text("utf-8"), table), "utf-8", newline="\n")
    else:
        print(table)


if __name__ == "__main__":
    main()
