"""What the source marks within its lines, found in the raw text: markup, markers of footnotes, pages.

Markup is found and changes nothing. The marker of a footnote and the sign of a page are taken out of the
text, and shown beside it as what they are.

    "twice a day.[1] It was"    marker [1]   ->   "twice a day. It was", with a place after “day.”
    "no doubt [115] of it"      sign [115]   ->   "no doubt of it", with a place before “of”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from reader.model import At, Footnote, Markup, PrintPage, Source
from reader.model.problems import Problem
from reader.reading.decisions import no_such_line, touches
from reader.words.edits import Edit
from reader.words.letters import letters
from reader.words.raw_text import RawText

AROUND = 3  # lines on either side in which the words beside those that are meant may stand

Entry = Markup | Footnote | PrintPage


@dataclass(frozen=True, slots=True)
class InLine:
    """An entry with the edit that it stands for: one that takes out a sign is applied, another only found."""

    edit: Edit  # not yet applied
    entry: Entry  # the editor’s
    applied: bool  # whether it is to be


@dataclass(frozen=True, slots=True)
class Words:
    """Words that begin in a raw line, and those that stand right beside them.

    Where a space is written any space may stand, and the end of a line too.
    """

    find: str  # the words
    line: int  # the raw line in which they begin
    after: str  # what they stand right after, or nothing
    before: str  # what they stand right before, or nothing
    at: At  # where the editor says so

    def place(self, raw: RawText) -> tuple[int, int] | Problem:
        """Return where they stand in the raw text, or what is wrong: F01 nowhere, F02 more than once."""
        places = self._places(raw) if self.find.strip() else []
        if len(places) == 1:
            return places[0]
        path, at, words = self.at.path, self.at.line, f"“{self.find}”"
        if places:
            message = f"{words} begins {len(places)} times in line {self.line}"
            hint = "say what stands right beside it: after = “…” or before = “…”"
            return Problem(path, at, "F02", message, hint)
        beside = [f"{name} “{said}”" for name in ("after", "before") if (said := getattr(self, name))]
        message = " ".join([f"{words} does not begin in line {self.line}", " and ".join(beside)]).strip()
        return Problem(path, at, "F01", message, f"the line reads “{raw.line(self.line)[:60]}”")

    def _places(self, raw: RawText) -> list[tuple[int, int]]:
        after = rf"{_loose(self.after)}\s*" if self.after.strip() else ""
        before = rf"\s*{_loose(self.before)}" if self.before.strip() else ""
        pattern = re.compile(rf"(?={after}({_loose(self.find)}){before})")
        around = raw.span(max(1, self.line - AROUND), min(self.line + AROUND, len(raw.starts)))
        start, end = raw.span(self.line, self.line)
        places = (match.span(1) for match in pattern.finditer(raw.text, *around))
        return list(dict.fromkeys(place for place in places if start <= place[0] < end))


def find_in_lines(source: Source, raw: RawText, cuts: Sequence[Edit]) -> tuple[list[InLine], list[Problem]]:
    """Locate each entry of `source.toml` that names words of a raw line, in the order of the text.

    Problems: S06 no such line, F01 and F02 words that are absent or repeated, F04 words that are cut, or are
    a sign already, F06 a sign that does not say the number of its page.
    """
    found: list[InLine] = []
    problems: list[Problem] = []
    taken = list(cuts)
    for entry in chain[Entry](source.about.footnote, source.about.page, source.about.markup):
        at, one = entry.at, _found(entry, raw)
        if isinstance(one, Problem):
            problems.append(one)
        elif _is_taken(one, taken, cuts):
            message = f"the words at line {entry.line} are cut, or are a sign already"
            problems.append(Problem(at.path, at.line, "F04", message, "drop one of the two"))
        else:
            found.append(one)
            if one.applied:
                taken.append(one.edit)
    return sorted(found, key=lambda one: (one.edit.start, one.edit.end)), problems


def _found(entry: Entry, raw: RawText) -> InLine | Problem:
    at = entry.at
    if not raw.has(entry.line):
        return no_such_line(at, str(entry.line), raw)
    if isinstance(entry, PrintPage):
        return _page(entry, raw)
    find = entry.find if isinstance(entry, Markup) else entry.marker
    place = Words(find, entry.line, entry.after, entry.before, at).place(raw)
    if isinstance(place, Problem):
        return place
    if isinstance(entry, Markup):
        return InLine(Edit(*place, find, "correct", "markup"), entry, applied=False)
    start, end = _with_space_before(raw, *place)
    return InLine(Edit(start, end, "", "label", "footnote", entry.label), entry, applied=True)


def _page(entry: PrintPage, raw: RawText) -> InLine | Problem:
    at = entry.at
    if entry.marker:
        if letters(entry.number) not in letters(entry.marker):
            message = f"the sign “{entry.marker}” does not say “{entry.number}”"
            return Problem(at.path, at.line, "F06", message, "mend the number, or the marker")
        place = Words(entry.marker, entry.line, entry.after, entry.before, at).place(raw)
        if isinstance(place, Problem):
            return place
        start, end = _with_space_after(raw, *place)
        return InLine(Edit(start, end, "", "label", "page", entry.number), entry, applied=True)
    start = raw.starts[entry.line - 1]
    if entry.before:
        place = Words(entry.before, entry.line, entry.after, "", at).place(raw)
        if isinstance(place, Problem):
            return place
        start = place[0]
    elif entry.after:
        place = Words(entry.after, entry.line, "", "", at).place(raw)
        if isinstance(place, Problem):
            return place
        start = _past_space(raw, place[1])
    return InLine(Edit(start, start, "", "label", "page", entry.number), entry, applied=False)


def _is_taken(one: InLine, taken: Sequence[Edit], cuts: Sequence[Edit]) -> bool:
    """Whether the words of an entry are gone: a page may begin in lines that are cut."""
    if isinstance(one.entry, Markup):
        return touches(one.edit, cuts)
    return one.applied and touches(one.edit, taken)


def _loose(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _with_space_before(raw: RawText, start: int, end: int) -> tuple[int, int]:
    """A marker with the space before it, unless a word follows at once: “a day [1].” becomes “a day.”"""
    if raw.text[end : end + 1].isalnum():
        return start, end
    at = start
    while at and _is_space(raw.text[at - 1]):
        at -= 1
    return (start, end) if at == 0 or raw.text[at - 1] in "\r\n" else (at, end)


def _with_space_after(raw: RawText, start: int, end: int) -> tuple[int, int]:
    """A sign with the space after it where there is space before it too; or the whole of its line."""
    line = raw.line_of(start)
    if raw.line(line).strip() == raw.text[start:end].strip():
        return raw.span(line, line)
    if start > raw.starts[line - 1] and not _is_space(raw.text[start - 1]):
        return start, end
    return start, _past_space(raw, end)


def _past_space(raw: RawText, offset: int) -> int:
    while offset < len(raw.text) and _is_space(raw.text[offset]):
        offset += 1
    return offset


def _is_space(sign: str) -> bool:
    return sign.isspace() and sign not in "\r\n"
