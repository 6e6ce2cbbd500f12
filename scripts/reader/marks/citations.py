"""Mark the words by which a text cites a work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Anchor, Citation, Mark, Passage, Retired
from reader.model.lemmata import Lemma, instead
from reader.model.locators import numberless
from reader.model.problems import Problem, unknown_keys


def check_citations(citations: Iterable[Citation], keys: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with citations by themselves: B04 an unknown key, Q05 no number."""
    known = set(keys)
    for one in citations:
        yield from unknown_keys([one.key], one.at.path, one.at.line, known)
        yield from numberless(one.key, one.locator, one.at)


def cite(
    passages: Sequence[Passage],
    citations: Iterable[Citation],
    retired: Iterable[Retired] = (),
) -> tuple[list[Passage], list[Problem]]:
    """Return the passages with their citations marked, and the citations that fit no words.

    Problems: Q01 and Q02 words that are absent or repeated, Q03 an unknown passage, Q04 words of another
    citation.
    """
    problems: list[Problem] = []
    marks: dict[Anchor, list[Mark]] = {}
    by_id = {passage.id: passage for passage in passages}
    for one in citations:
        at = one.at
        passage = by_id.get(one.passage)
        if passage is None:
            hint = instead(one.passage, by_id, retired)
            problems.append(Problem(at.path, at.line, "Q03", f"there is no {one.passage}", hint))
            continue
        place = Lemma(one.quote, "quote", "Q01", "Q02", at).place(passage)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        mark = Mark(*place, "citation", one.key, locator=one.locator)
        if any(mark.start < other.end and other.start < mark.end for other in marks.get(passage.id, [])):
            message = f"“{one.quote}” overlaps another citation of {passage.id}"
            problems.append(Problem(at.path, at.line, "Q04", message, "quote other words"))
            continue
        marks.setdefault(passage.id, []).append(mark)
    return [passage.with_marks(marks.get(passage.id, ())) for passage in passages], problems
