"""What every problem code means, with examples: `docs/about/problems.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.problem_codes import GROUPS, Code, Example, Group
from reader.render import phrases
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
from reader.words.speech import Said


def problems_page() -> Markdown:
    """Return the Markdown of the page of problems, a section a letter."""
    blocks: list[Block] = [
        front_matter(title=phrases.PROBLEMS, description=phrases.PROBLEMS_TOLD),
        title(phrases.PROBLEMS),
        *(with_code(str(one)) for one in phrases.PROBLEMS_INTRO),
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
        yield _labelled(phrases.ARISES, one.arises)
        yield _labelled(phrases.MEND, one.mend)
    yield with_code(" ".join(sentences(one)))


def _example(example: Example) -> Iterator[Markdown]:
    if example.given:
        yield with_code(example.given)
    yield Markdown.say(phrases.WRONG_IN, wrong=_bold(phrases.WRONG), path=code(example.path))
    yield fenced(example.wrong)
    if example.also:
        yield Markdown.escape(comes_with(example.also))
    if example.right:
        yield _bold(phrases.RIGHT)
        yield fenced(example.right)
    else:
        yield Markdown.say(phrases.LEAVE_OUT, right=_bold(phrases.RIGHT))


def _labelled(label: Said, text: str) -> Markdown:
    return Markdown.say(phrases.LABELLED, label=_bold(label), text=with_code(text))


def _bold(words: Said) -> Markdown:
    return Markdown("**{}**").format(words)
