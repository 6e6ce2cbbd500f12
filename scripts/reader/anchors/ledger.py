"""The ledger of anchors: what `anchors.lock` says, and how it is written.

    # Anchors of kaleji-2023: machine-written; change it with `python scripts/build.py accept kaleji-2023`.
    # format 2; given: p1-p4
    p1	live	5e0c9f6a1b2c	1	-	0	Despite some similarities in Iran’s and Russia’s approaches …
    p2	live	3d0012fe9a4b	2	-	2	what p2 says now
    p2	was	91aa0c77de10	1	-	-	an earlier wording of p2
    p2	regularised	3d0012fe9a4b	2	-	-	the same in other spaces, quotation marks or dashes
    p3	retired	77ab01c2d3e4	1	p2~p2~p5	0	the last wording of one that is gone; its words went to p2
    p4	retired	0011aabbccdd	1	~p2~p5	0	a passage whose words are gone; it stood between p2 and p5
    # end

A line an id (and one for each earlier wording), with tabs between: id, state, fingerprint, the edition in
which this wording appeared (or in which the anchor was retired, or the wording regularised), where a
retired id lands, how many earlier wordings follow, and the wording. The wording is whole, not only its
opening words: matching a reworded passage, and showing a reader both wordings, need all of it.

The fingerprint is the revision that links carry. A wording has it for good: that of what a reader sees, or,
if the first edition has accepted it, that of its letters. What a rule has only regularised keeps it.

The header lists all ids that were ever given, so that none is given twice and none is lost unseen. Format 1
had neither header nor count nor end; it is read, and the next `accept` writes format 2.

Two branches that have both accepted are merged by taking the ledger of one of them whole, that of the branch
which is published, and running `accept` on the merged text: what the other branch has changed or added is
found in the text, and is recorded anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.anchors import given, lines
from reader.anchors.damage import ONE_SIDE, WHOLE, Sheet, damage
from reader.anchors.lines import BEFORE_COUNTS, CELLS, Row
from reader.model.ledger import Line
from reader.model.problems import Problem

FORMAT = 2
HEADER = re.compile(r"# format (\d{1,9})(?:; given:(.*))?")
NAMED = re.compile(r"# format (\d{1,9})\b.*")
HEAD = f"# format {FORMAT}; given:"
END = "# end"
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def parse(path: str, text: str) -> tuple[list[Line], list[Problem]]:
    """Read a ledger, an empty text being that of none; whatever is broken or lost is a problem."""
    if not text:
        return [], []
    rows = text.split("\n")
    useless = next(_useless(path, rows), None)
    if useless:
        return [], [useless]
    heads = {number: match for number, row in enumerate(rows, 1) if (match := HEADER.fullmatch(row))}
    ended = END in rows
    found: list[Row] = []
    broken: set[str] = set()
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        breaks_off = bool(heads) and not ended and number == len(rows)
        if not row or row.startswith("#") or breaks_off:
            continue
        one = lines.read(number, row, CELLS if heads else BEFORE_COUNTS)
        if isinstance(one, str):
            problems.append(Problem(path, number, "A02", one, "restore the line"))
            broken.add(row.split("\t")[0])
        else:
            found.append(one)
    listed = _given(path, heads, problems)
    last = len(rows) - (not rows[-1])
    problems += damage(Sheet(path, found, listed, broken, min(heads, default=1), last, ended))
    return [row.line for row in found], problems


def write(slug: str, ledger: Sequence[Line]) -> str:
    """Return the text of a ledger."""
    earlier = Counter(line.id for line in ledger if not line.is_main)
    head = f"# Anchors of {slug}: machine-written; change it with `python scripts/build.py accept {slug}`.\n"
    ids = given.listed({line.id for line in ledger})
    return "".join(
        [
            head,
            f"{HEAD} {ids}".rstrip() + "\n",
            *(lines.written(line, earlier[line.id]) for line in ledger),
            f"{END}\n",
        ]
    )


def is_current(text: str) -> bool:
    """Whether a ledger, which is sound, is in the format that is written."""
    return any(row.startswith(HEAD) for row in text.split("\n"))


def _useless(path: str, rows: Sequence[str]) -> Iterator[Problem]:
    """What makes all else that could be said of a ledger worthless."""
    for number, row in enumerate(rows, 1):
        match = NAMED.fullmatch(row)
        if match and int(match[1]) > FORMAT:
            message = f"the ledger is of format {match[1]}, and this program knows no later one than {FORMAT}"
            yield Problem(
                path, number, "A05", message, "a newer version of the program has written it: use that"
            )
    for number, row in enumerate(rows, 1):
        if row.startswith(CONFLICT):
            message = "two branches have changed the ledger, and a merge has left both sides in it"
            yield Problem(path, number, "A06", message, ONE_SIDE.format(path=path))
    content = [row for row in rows if row and not row.startswith("#")]
    headed = any(map(HEADER.fullmatch, rows))
    if not content and not headed:
        message = "the ledger is empty, and a text that has a ledger has had anchors"
        yield Problem(path, 1, "A04", message, WHOLE.format(path=path))
    if not headed and (END in rows or all(row.count("\t") == CELLS - 1 for row in content)):
        message = "the line of the header that lists the anchors is lost"
        yield Problem(path, 1, "A04", message, WHOLE.format(path=path))


def _given(path: str, heads: Mapping[int, re.Match[str]], problems: list[Problem]) -> frozenset[str] | None:
    """The ids that the header lists, if it can be read; two headers, as a merge leaves them, are one."""
    ids: set[str] = set()
    known = len(problems)
    for number, match in heads.items():
        of_this = given.read(match[2] or "") if int(match[1]) == FORMAT else None
        if of_this is None:
            problems.append(
                Problem(path, number, "A02", "the header is not as it is written", "restore the line")
            )
        ids.update(of_this or ())
    return frozenset(ids) if heads and len(problems) == known else None
