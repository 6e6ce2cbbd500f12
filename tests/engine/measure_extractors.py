"""What the extractors reach, printed: pages of sites, PDFs that are set here, and how long a long PDF takes.

PYTHONPATH=scripts:tests/engine python tests/engine/measure_extractors.py
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from statistics import mean

from likeness import boundaries, f1, shared
from reader.intake.received import sheet_of
from reader.intake.sheet import Row
from sites.institutions import INSTITUTIONS
from sites.presses import PRESSES
from sites.prose import Prose
from sites.single_hands import SINGLE_HANDS
from typeset import Manner, typeset

SITES = (*PRESSES, *INSTITUTIONS, *SINGLE_HANDS)
ROUND = {"title", "author", "date", "figcaption", "nav", "aside", "header", "footer", "form", "button"}
SEEDS = range(20, 25)
MANNERS = {
    "one column, indented": Manner(),
    "one column, spaced, ragged": Manner(indent=0, gap=0.6, justified=False),
    "one column, neither, ragged": Manner(indent=0, justified=False),
    "two columns, indented, divided": Manner(columns=2, size=8.5, divided=True),
    "two columns, spaced": Manner(columns=2, size=8.5, indent=0, gap=0.5),
    "two columns, neither, ragged": Manner(columns=2, size=8.5, indent=0, justified=False),
}
LONG = 1750  # paragraphs of a PDF of 300 pages


def main() -> None:
    """Print all figures."""
    scores = [_page(make, seed) for make in SITES for seed in SEEDS]
    precision, recall = (mean(one[at] for one in scores) for at in (0, 1))
    print(f"pages of sites, {len(scores)}: precision {precision:.3f}  recall {recall:.3f}", end="")
    print(f"  F1 {f1(precision, recall):.3f}")
    for name, how in MANNERS.items():
        found = [_printed(how, seed) for seed in SEEDS]
        words, places = (mean(one[at] for one in found) for at in (0, 1))
        print(f"PDF, {name:<32} words {words:.3f}  paragraphs {places:.3f}")
    data = typeset(Prose(1).paragraphs(LONG, 3, 6), Manner(size=9))
    pages: list[int] = []
    began = time.process_time()
    sheet_of("long.pdf", data, lambda done, _of: pages.append(done))
    print(f"PDF of {pages[-1]} pages: {time.process_time() - began:.1f} s CPU")


def _text(rows: Iterable[Row]) -> str:
    return "\n".join(row.text for row in rows if row.tag not in ROUND)


def _page(make: object, seed: int) -> tuple[float, float]:
    assert callable(make)
    markup, text = make(Prose(seed))
    sheet, _problems = sheet_of("a.html", markup.encode())
    assert sheet
    return shared("\n".join(text), _text(sheet.rows))


def _printed(how: Manner, seed: int) -> tuple[float, float]:
    text = Prose(seed).paragraphs(24, 1, 5)
    sheet, _problems = sheet_of("a.pdf", typeset(text, how))
    assert sheet
    joined = re.sub(r"(\w)-\n(?=[a-z])", r"\1", _text(sheet.rows))
    found = [one.replace("\n", " ") for one in re.split(r"\n\n+", joined)]
    return f1(*shared("\n".join(text), "\n".join(found))), f1(*boundaries(text, found))


if __name__ == "__main__":
    main()
