"""What every problem code means, with examples: `docs/about/problems.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.codes import GROUPS, Code, Example, Group
from reader.render.escape import front_matter, heading, inline
from reader.render.explanation import LEAVE_OUT, comes_with, sentences

INTRO = """\
Whatever is wrong with a source is told as `path:line: CODE message — hint`, all at once, and nothing is \
written. This page says what each code means; `python scripts/build.py explain B04` tells the same of \
one code, and `explain` alone lists them all.

The letter of a code says what it is about. The examples are from a small made-up edition of two texts, \
`marsh-1931` and `reed-1950`; each was tried, and gives the problem that it stands under."""


def problems_page() -> str:
    """Return the Markdown of the page of problems, a section a letter."""
    head = front_matter(title="Problems explained", description="What each problem code means, with examples")
    parts = [head.rstrip(), "# Problems explained", INTRO]
    for group in GROUPS:
        parts += _group(group)
    return "\n\n".join(parts) + "\n"


def _group(group: Group) -> Iterator[str]:
    yield f"## {group.letter}: {_prose(group.about)} {{#{group.letter}}}"
    for code in group.codes:
        yield from _code(code)


def _code(code: Code) -> Iterator[str]:
    yield f"### {code.id}: {heading(code.title)} {{#{code.id}}}"
    yield from map(_prose, code.paragraphs)
    for example in code.examples:
        yield from _example(example)
    if code.arises:
        yield f"**How it comes about:** {_prose(code.arises)}"
        yield f"**What to do:** {_prose(code.mend)}"
    yield _prose(" ".join(sentences(code)))


def _example(example: Example) -> Iterator[str]:
    if example.given:
        yield _prose(example.given)
    yield f"**Wrong,** in `{example.path}`:"
    yield _fenced(example.wrong)
    if example.also:
        yield comes_with(example.also)
    if example.right:
        yield "**Right:**"
        yield _fenced(example.right)
    else:
        yield f"**Right:** {LEAVE_OUT}."


def _prose(text: str) -> str:
    """The Markdown of a plain text in which code stands between backticks."""
    pieces = " ".join(text.split()).split("`")
    return "".join(f"`{piece}`" if number % 2 else inline(piece) for number, piece in enumerate(pieces))


def _fenced(fragment: str) -> str:
    return f"```\n{fragment}\n```"
