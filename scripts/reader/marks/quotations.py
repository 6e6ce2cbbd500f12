"""Quotations in hand-written pages: filled in from the passages, so that each equals its passage.

    <!-- quote kaleji-2023#p7 “Unlike Iran, … Zangezur Corridor.” -->
    <!-- end quote -->

The words between the quotation marks are the first and the last of a stretch of the passage, or the whole
stretch where there is no ` … `; without them the whole passage is quoted. What stands between the two
comments is written by the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reader.model import Anchor, Page, Passage, Quotation
from reader.model.problems import Problem, near

OPEN = re.compile(r"<!-- quote (?P<slug>[^\s#]+)#(?P<id>\S+)(?: “(?P<words>.+)”)? -->")
CLOSE = "<!-- end quote -->"


def of_documents(
    documents: Mapping[str, str], pages: Mapping[str, Page]
) -> tuple[dict[str, tuple[str, list[Quotation]]], list[Problem]]:
    """Return the hand-written pages, each with its text as it lies on the disk and what it quotes."""
    problems: list[Problem] = []
    quoted: dict[str, tuple[str, list[Quotation]]] = {}
    for path, text in documents.items():
        found, in_document = quotations(f"docs/{path}", text, pages)
        problems += in_document
        quoted[path] = (text, found)
    return quoted, problems


def quotations(path: str, text: str, pages: Mapping[str, Page]) -> tuple[list[Quotation], list[Problem]]:
    """Return the quotations of a page in their order, and those that no passage has."""
    found: list[Quotation] = []
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        match = OPEN.fullmatch(line.strip())
        if match is None:
            continue
        end = next((row for row in lines[number:] if row.strip() == CLOSE or OPEN.match(row)), "")
        if end.strip() != CLOSE:
            problems.append(
                Problem(path, number, "H03", "the quotation is not closed", f"write {CLOSE} below it")
            )
            continue
        quoted = _stretch(path, number, match, pages)
        if isinstance(quoted, Problem):
            problems.append(quoted)
        else:
            found.append(quoted)
    return found, problems


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a page without the old fillings; True marks a line that opens a quotation."""
    inside = False
    for line in text.split("\n"):
        if line.strip() == CLOSE:
            inside = False
        if not inside:
            opens = OPEN.fullmatch(line.strip()) is not None
            yield line, opens
            inside = opens


def _stretch(path: str, line: int, match: re.Match[str], pages: Mapping[str, Page]) -> Quotation | Problem:
    page = pages.get(match["slug"])
    if page is None:
        return Problem(path, line, "H01", f"there is no text “{match['slug']}”", near(match["slug"], pages))
    anchor = Anchor.parse(match["id"])
    passage = page.by_anchor.get(anchor) if anchor else None
    if passage is None:
        gone = next((one for one in page.retired if one.id == anchor), None)
        hint = f"it is retired; see {gone.lands}" if gone else near(match["id"], map(str, page.by_anchor))
        return Problem(path, line, "H01", f"{page.slug} has no {match['id']}", hint)
    words = _words(path, line, match["words"] or "", passage)
    return words if isinstance(words, Problem) else Quotation(page.slug, passage.id, words, line)


def _words(path: str, line: int, words: str, passage: Passage) -> str | Problem:
    first, _, last = words.partition(" … ")
    for part in filter(None, (first, last)):
        if passage.text.count(part) != 1:
            times = f"{passage.text.count(part)} times" if part in passage.text else "not"
            message = f"“{part}” is {times} in {passage.id}"
            return Problem(path, line, "H02", message, f"{passage.id} begins “{passage.text[:50]}…”")
    start = passage.text.find(first)
    end = passage.text.find(last) + len(last) if last else start + len(first)
    if end <= start and words:
        message = f"“{last}” comes before “{first}” in {passage.id}"
        return Problem(path, line, "H02", message, "swap the two")
    return passage.text[start:end] if words else passage.text
