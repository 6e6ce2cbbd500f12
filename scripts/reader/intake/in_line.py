"""What a format sets apart within its lines, as entries: markup, footnotes, and the pages of the print.

    Span(4, 8, "emphasis") of line 3, “The lamp was lit”  ->  [[markup]] line 3, find “lamp”, kind emphasis

Words that stand in their line more than once are told apart by the words right before them; where those do
not tell them apart either, nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from reader.intake.sheet import Row, Sheet, Span
from reader.model import At, Footnote, Lines, Markup, MarkupKind, PrintPage
from reader.model.inline import MARKUP

KINDS: dict[str, MarkupKind] = {kind: kind for kind in MARKUP} | {"small-caps": "small-capitals"}
SCHEMES = {"http", "https", "mailto"}
InLine = Markup | Footnote | PrintPage
BESIDE = 4  # words that tell one place from another
NUMBER = re.compile(r"\W*(\d{1,3}|[*†‡§¶]+|[a-z](?=\W))[.)\]]*")
SAFE = re.compile(r"[^\s<>\"\\^`{|}]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
Numbered = tuple[int, Row]


def entries(sheet: Sheet, kept: Sequence[Numbered], path: str = "source.toml") -> list[InLine]:
    """Return what is set apart in the rows of the text, which come with their raw lines, in their order."""
    notes = list(_notes(kept))
    found: list[InLine] = []
    taken: set[tuple[int, int]] = set()
    for number, row in kept:
        for span in sorted(row.spans, key=lambda one: (one.start, -one.end)):
            note = _called(number, row, span, notes, path)
            if note:
                found.append(note)
                taken.add((number, span.start))
    for number, row in kept:
        if row.tag != "footnote" or row.begins:
            found += _markup(number, row, taken, sheet.meta.get("url", ""), path)
    found += _pages(kept, path)
    return sorted(found, key=lambda one: one.line)


def _notes(kept: Sequence[Numbered]) -> Iterator[tuple[str, str, Lines, str]]:
    """The notes of the source: what calls them, what they begin with, their lines and their page."""
    first = last = 0
    label = number = page = ""
    for line, row in [*kept, (0, Row("", tag="end"))]:
        if not row.text.strip() and row.tag != "end":
            continue
        if first and (row.tag != "footnote" or row.begins is not False):
            yield label, number, Lines((first, last)), page
            first = 0
        if row.tag == "footnote" and (match := NUMBER.match(row.text)) and not first:
            first, label, number, page = line, match[1], match[0].strip(), row.page
        last = line


def _called(
    number: int, row: Row, span: Span, notes: list[tuple[str, str, Lines, str]], path: str
) -> Footnote | None:
    """The note that a raised mark or a link calls, taken out of those that nothing has called yet."""
    words = row.text[span.start : span.end].strip()
    if row.tag == "footnote" or span.kind not in {"superscript", "note"}:
        return None
    label = words.strip("[]() ")
    same = [one for one in notes if one[0] == label and one[3] == row.page]
    beside = _beside(row.text, span, words)
    if not same or beside is None:
        return None
    notes.remove(same[0])
    _label, begins, lines, _page = same[0]
    return Footnote(
        line=number,
        marker=words,
        after=beside,
        note=lines,
        number=begins if begins != words else "",
        at=At(path, 1),
    )


def _beside(text: str, span: Span, words: str) -> str | None:
    """The words before a place that tell it from others of the same words; None where nothing does."""
    if not words or text[span.start : span.end].strip() != words:
        return None
    before = text[: text.index(words, span.start)].split()
    for count in range(min(BESIDE, len(before)) + 1):
        said = " ".join(before[len(before) - count :])
        after = rf"{_loose(said)}\s*" if said else ""
        if len(re.findall(rf"(?={after}{_loose(words)})", text)) == 1:
            return said
    return None


def _loose(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _markup(number: int, row: Row, taken: set[tuple[int, int]], base: str, path: str) -> Iterator[Markup]:
    ends: dict[str, int] = {}
    for span in sorted(row.spans, key=lambda one: (one.start, -one.end)):
        kind = "foreign" if span.kind == "language" else KINDS.get(span.kind)
        words = row.text[span.start : span.end].strip()
        whole = len(words) >= len(row.text.strip())
        if kind is None or whole or (number, span.start) in taken or span.start < ends.get(kind, 0):
            continue
        target = _target(span.target, base) if kind == "link" else ""
        language = span.target if kind == "foreign" and LANGUAGE.fullmatch(span.target) else ""
        beside = _beside(row.text, span, words)
        if beside is None or (kind == "link" and not target) or (kind == "foreign" and not language):
            continue
        ends[kind] = span.end
        yield Markup(
            line=number, find=words, after=beside, kind=kind, target=target, language=language, at=At(path, 1)
        )


def _target(said: str, base: str) -> str:
    """Where a link leads, whole; nothing for what is no address of the web or of mail."""
    try:
        whole = urljoin(base, said) if base else said
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if (
        parts.scheme not in SCHEMES
        or not SAFE.fullmatch(whole)
        or (parts.scheme == "mailto" and "@" not in whole)
    ):
        return ""
    return whole if parts.netloc or parts.scheme == "mailto" else ""


def _pages(kept: Iterable[Numbered], path: str) -> Iterator[PrintPage]:
    """A page for each label of the text; notes stand on pages of their own and begin none."""
    last, seen = "", set[str]()
    for number, row in kept:
        if not row.page or row.page == last or row.tag == "footnote" or not row.text.strip():
            continue
        if row.page in seen:
            continue
        follows = not last or (last.isdigit() and row.page.isdigit() and int(row.page) == int(last) + 1)
        reason = "" if follows else "as the file has it"
        yield PrintPage(line=number, number=row.page, reason=reason, at=At(path, 1))
        last = row.page
        seen.add(last)
