"""What every problem code means, with examples: `docs/about/problems.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.problem_codes import GROUPS, Code, Example, Group
from reader.render import explained_phrases
from reader.render.explanation import comes_with, sentences
from reader.render.markup import (
    Block,
    Markdown,
    code,
    document,
    fenced,
    front_matter,
    section,
    title,
    with_code,
)


def problems_page() -> Markdown:
    """Return the Markdown of the page of problems, a section a letter."""
    blocks: list[Block] = [
        front_matter(title=explained_phrases.PROBLEMS, description=explained_phrases.PROBLEMS_TOLD),
        title(explained_phrases.PROBLEMS),
        *map(with_code, explained_phrases.PROBLEMS_INTRO),
    ]
    for group in GROUPS:
        blocks += _group(group)
    return document(blocks)


def _group(group: Group) -> Iterator[Markdown]:
    yield section(Markdown("{}: {}").format(group.letter, with_code(group.about)), group.letter)
    for one in group.codes:
        yield from _code(one)


def _code(one: Code) -> Iterator[Markdown]:
    yield Markdown("### {id}: {title} {{#{id}}}").format(id=one.id, title=one.title)
    yield from map(with_code, one.paragraphs)
    for example in one.examples:
        yield from _example(example)
    if one.arises:
        yield _labelled(explained_phrases.ARISES, one.arises)
        yield _labelled(explained_phrases.MEND, one.mend)
    yield with_code(" ".join(sentences(one)))


def _example(example: Example) -> Iterator[Markdown]:
    if example.given:
        yield with_code(example.given)
    yield Markdown.say(
        explained_phrases.WRONG_IN, wrong=_bold(explained_phrases.WRONG), path=code(example.path)
    )
    yield fenced(example.wrong)
    if example.also:
        yield Markdown.escape(comes_with(example.also))
    if example.right:
        yield _bold(explained_phrases.RIGHT)
        yield fenced(example.right)
    else:
        yield Markdown.say(explained_phrases.LEAVE_OUT, right=_bold(explained_phrases.RIGHT))


def _labelled(label: str, text: str) -> Markdown:
    return Markdown.say(explained_phrases.LABELLED, label=_bold(label), text=with_code(text))


def _bold(words: str) -> Markdown:
    return Markdown("**{}**").format(words)
