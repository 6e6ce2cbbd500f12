"""Mark the words that the source sets apart: emphasis, links, foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from reader.model import At, Cleaned, Mark, Markup, Passage
from reader.model.problems import Problem
from reader.words.languages import unfit

SCHEMES = frozenset({"http", "https", "mailto"})
UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}\u202a-\u202e\u2066-\u2069]")
MAIL = re.compile(r"mailto:[^@\s?]+@[^@\s?/]+(?:\?.*)?", re.IGNORECASE)


def check_markup(entries: Sequence[Markup]) -> Iterator[Problem]:
    """Yield what is wrong with markup by itself (F03): where a link leads, which language words are in."""
    for one in entries:
        for message, hint in _wrong(one):
            yield Problem(one.at.path, one.at.line, "F03", message, hint)


def mark_up(passages: Sequence[Passage], cleaned: Cleaned) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with what the source sets apart marked; F04 is what is marked twice, or gone."""
    problems: list[Problem] = []
    marked: list[Passage] = []
    spots = [(one, one.entry) for one in cleaned.placed if isinstance(one.entry, Markup)]
    seen: set[At] = set()
    for passage in passages:
        end = passage.start + len(passage.text)
        marks: list[Mark] = []
        for spot, entry in spots:
            start = max(spot.start, passage.start) - passage.start
            stop = min(spot.end, end) - passage.start
            if start >= stop:
                continue
            seen.add(entry.at)
            mark = Mark(start, stop, entry.kind, entry.target or entry.language)
            if any(one.kind == mark.kind and one.start < stop and start < one.end for one in marks):
                message = f"“{entry.find}” of {passage.id} is marked as {entry.kind} already"
                problems.append(Problem(entry.at.path, entry.at.line, "F04", message, "drop one of the two"))
            else:
                marks.append(mark)
        marked.append(passage.with_marks(marks))
    for _spot, entry in spots:
        if entry.at not in seen:
            message = f"nothing of “{entry.find}” is left in the reading text"
            problems.append(Problem(entry.at.path, entry.at.line, "F04", message, "drop the markup"))
    return marked, problems


def _wrong(one: Markup) -> Iterator[tuple[str, str]]:
    if one.kind == "link":
        if not one.target:
            yield f"the link “{one.find}” has no target", "add target = “https://…”"
        elif hint := _unfit(one.target):
            yield f"a link cannot lead to “{one.target}”", hint
    elif one.target:
        yield f"“{one.kind}” has a target, which only a link has", "say kind = “link”, or drop the target"
    if one.kind == "foreign":
        if not one.language:
            yield f"the foreign words “{one.find}” have no language", "add language = “fr”, or what it is"
        elif mended := unfit(one.language):
            yield f"“{one.language}” is no tag of a language", mended
    elif one.language:
        hint = "say kind = “foreign”, or drop the language"
        yield f"“{one.kind}” has a language, which only foreign words have", hint


def _unfit(target: str) -> str:
    """What is wrong with where a link leads, as a hint; nothing where it is an address of web or mail."""
    try:
        parts = urlsplit(target)
        known = parts.scheme.lower() in SCHEMES
        host = parts.hostname
    except ValueError:
        return "the address cannot be read"
    if not known:
        return "write an address that begins with https://, http:// or mailto:"
    if UNSAFE.search(target):
        return "write spaces and other such signs of the address in its encoded form, like %20"
    if parts.scheme.lower() == "mailto":
        return "" if MAIL.fullmatch(target) else "write it like mailto:name@example.org"
    return "" if host else "the address has no host"
