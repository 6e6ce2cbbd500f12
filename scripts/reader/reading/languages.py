"""The language of each raw line: that of the text, or of the innermost part or heading that has its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from reader.model import At, Source, SourceFile
from reader.model.problems import Problem
from reader.words.languages import unfit


def language_of_lines(about: SourceFile) -> Callable[[int], str]:
    """Return what gives the language of a raw line."""
    said = [(*one.lines, one.language) for one in about.part if one.language]
    said += [(one.line, one.line, one.language) for one in about.heading if one.language]
    said = [one for one in said if one[0] <= one[1]]
    if not said:
        return lambda _line: about.language
    edges = sorted({1, *(one[0] for one in said), *(one[1] + 1 for one in said)})
    found = [about.language] * len(edges)
    for first, last, tag in sorted(said, key=lambda one: one[0] - one[1]):
        start, end = bisect_left(edges, first), bisect_left(edges, last + 1)
        found[start:end] = [tag] * (end - start)
    return lambda line: found[max(0, bisect_right(edges, line) - 1)]


def check_languages(source: Source) -> Iterator[Problem]:
    """Yield the languages of a text and of its parts that are no tags of BCP 47."""
    about = source.about
    said: list[tuple[str, At]] = [(about.language, about.at)]
    said += [(part.language, part.at) for part in about.part if part.language]
    said += [(heading.language, heading.at) for heading in about.heading if heading.language]
    for tag, at in said:
        hint = unfit(tag)
        if hint:
            yield Problem(at.path, at.line, "S15", f"“{tag}” is no tag of a language", hint)
