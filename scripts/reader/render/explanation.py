"""A problem code explained on the terminal, and the list of all codes: plain text of 80 columns.

explanation(CODES["S10"])   ->  S10: the title is not that of the record
                                …
                                Wrong, in sources/marsh-1931/source.toml:

                                    title = "The Lamp of Northport"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from reader.model.problem_codes import GROUPS, Code, Example
from reader.render import explained_phrases

WIDTH = 80


def explanation(code: Code) -> str:
    """Return all that the table tells of a code, in paragraphs."""
    return "\n\n".join(_parts(code))


def code_list() -> str:
    """Return a line for each code, below its letter and what that stands for."""
    groups = [
        "\n".join([f"{group.letter}  {group.about}", *(f"  {code.id}  {code.title}" for code in group.codes)])
        for group in GROUPS
    ]
    return "\n\n".join([*groups, explained_phrases.MORE])


def sentences(code: Code) -> Iterator[str]:
    """Yield what stands below the examples: which verb finds the problem, where the fields are described."""
    if code.found_by != "build":
        yield explained_phrases.FOUND_BY.format(verb=code.found_by)
    yield explained_phrases.DOCUMENTED.format(place=code.documented)


def comes_with(codes: Iterable[str]) -> str:
    """Return the sentence that names the problems which come with an example."""
    return explained_phrases.COMES_WITH.format(codes=explained_phrases.AND.join(codes))


def _parts(code: Code) -> Iterator[str]:
    yield _wrapped(f"{code.id}: {code.title}")
    yield from map(_wrapped, code.paragraphs)
    for example in code.examples:
        yield from _example(example)
    if code.arises:
        yield _wrapped(explained_phrases.LABELLED.format(label=explained_phrases.ARISES, text=code.arises))
        yield _wrapped(explained_phrases.LABELLED.format(label=explained_phrases.MEND, text=code.mend))
    yield "\n".join(map(_wrapped, sentences(code)))


def _example(example: Example) -> Iterator[str]:
    if example.given:
        yield _wrapped(example.given)
    yield explained_phrases.WRONG_IN.format(wrong=explained_phrases.WRONG, path=example.path)
    yield indent(example.wrong, "    ")
    if example.also:
        yield comes_with(example.also)
    if example.right:
        yield explained_phrases.RIGHT
        yield indent(example.right, "    ")
    else:
        yield explained_phrases.LEAVE_OUT.format(right=explained_phrases.RIGHT)


def _wrapped(paragraph: str) -> str:
    return fill(" ".join(paragraph.split()), WIDTH, break_long_words=False, break_on_hyphens=False)
