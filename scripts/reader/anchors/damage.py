"""What a ledger notices of its own damage: lines that are lost, doubled or cut off, told apart from a change.

Its header lists the ids that were ever given, each line says how many earlier wordings it has, and the last
line says that it is the last. So whatever is missing has a name, and what two branches of a repository have
both written is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reader.anchors.given import listed, order
from reader.anchors.lines import Row, dangling
from reader.model.problems import Problem

RESTORE = "bring the line back as it was, out of the history of the file: git log -p -- {path}"
WHOLE = "bring the file back as it was: git checkout -- {path}"
ONE_SIDE = "take the ledger of one branch whole: git checkout BRANCH -- {path}, and then run accept"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger as it was read: its lines, the ids that its header lists, and where the file ends.

    `given` is None in format 1, which had no header to speak of. `broken` are the ids of lines that cannot
    be read, which is told already. `head` and `last` are lines of the file, `ended` says whether its end is
    there.
    """

    path: str  # that of the ledger, below the project
    rows: Sequence[Row]  # the lines that could be read
    given: frozenset[str] | None
    broken: Collection[str]
    head: int
    last: int
    ended: bool


def damage(sheet: Sheet) -> Iterator[Problem]:
    """Yield what can be seen to have happened to a ledger, each where it is seen."""
    first = {row.line.id: row for row in reversed(sheet.rows) if row.line.is_main}
    known = frozenset(first) | (sheet.given or frozenset())
    yield from _twice(sheet, first)
    for row in sheet.rows:
        if message := dangling(row, known):
            yield Problem(sheet.path, row.number, "A02", message, "restore the line that is gone")
        if row.line.id not in known:
            message = f"{row.line.id} has an earlier wording and no other"
            yield Problem(sheet.path, row.number, "A02", message, "restore the line that is gone")
    if sheet.given is not None:
        yield from _lost(sheet, first, sheet.given)
        yield from _strangers(sheet, first, sheet.given)
        yield from _miscounted(sheet, first)


def _twice(sheet: Sheet, first: dict[str, Row]) -> Iterator[Problem]:
    """What stands there twice: the same line, or one id for two things, as two branches write it."""
    wordings: dict[tuple[str, str, str], int] = {}
    for row in sheet.rows:
        line = row.line
        here = wordings.setdefault((line.id, line.state, line.wording), row.number)
        before = first[line.id].number if line.is_main else here
        if here != row.number:
            message = f"{line.id} stands in line {here} already, in the same words"
            yield Problem(sheet.path, row.number, "A04", message, "remove one of the two lines")
        elif before != row.number:
            message = f"{line.id} stands in line {before} already, as something else"
            yield Problem(sheet.path, row.number, "A06", message, ONE_SIDE.format(path=sheet.path))


def _lost(sheet: Sheet, first: dict[str, Row], given: frozenset[str]) -> Iterator[Problem]:
    """The ids of the header that have no line, told where they should stand, or where the file breaks off."""
    lost = given - first.keys() - set(sheet.broken)
    if not sheet.ended:
        what = f": {listed(lost)} {'are' if len(lost) > 1 else 'is'} lost" if lost else ""
        message = f"the file breaks off after line {sheet.last}{what}"
        yield Problem(sheet.path, sheet.last, "A04", message, WHOLE.format(path=sheet.path))
        return
    groups: dict[int, list[str]] = {}
    number = sheet.head
    for id_ in sorted(given, key=order):
        if id_ in lost:
            groups.setdefault(number, []).append(id_)
        elif id_ in first:
            number = first[id_].number
    for number, ids in groups.items():
        message = f"{listed(ids)} {'have' if len(ids) > 1 else 'has'} no line any more, about here"
        yield Problem(sheet.path, number, "A04", message, RESTORE.format(path=sheet.path))


def _strangers(sheet: Sheet, first: dict[str, Row], given: frozenset[str]) -> Iterator[Problem]:
    for id_, row in first.items():
        if id_ not in given:
            message = f"{id_} is not among the anchors that line {sheet.head} says were given"
            yield Problem(sheet.path, row.number, "A04", message, ONE_SIDE.format(path=sheet.path))


def _miscounted(sheet: Sheet, first: dict[str, Row]) -> Iterator[Problem]:
    """Lines that say they have more or fewer earlier wordings than they have."""
    found = Counter(line.id for line in {row.line for row in sheet.rows if not row.line.is_main})
    for id_, row in first.items():
        if id_ in sheet.broken or (not sheet.ended and row.number + found[id_] == sheet.last):
            continue
        if row.earlier not in (None, found[id_]):
            message = f"{id_} should have {row.earlier} earlier wordings here, not {found[id_]}"
            yield Problem(sheet.path, row.number, "A04", message, RESTORE.format(path=sheet.path))
