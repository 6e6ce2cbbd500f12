"""What pandoc makes of items of CSL in a style: an adaptor that gives it items and nothing else.

Pandoc comes as a package (pypandoc_binary). What a run gave is kept under the hash of all that went into it,
so that a group of works that has not changed costs nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from reader.model import Words
from reader.model.markup import HTML
from reader.model.names import FAMILY_FIRST
from reader.project import cache as caches
from reader.project.cache import Shelf, key_of
from reader.project.children import VERSION as PANDOC
from reader.project.children import pandoc, side_by_side
from reader.references.item import GUARD
from reader.references.style_files import LABELS, tells_apart

CACHE = f"{caches.CACHE}/citeproc"
BATCH = 150  # works in a run of pandoc, whose time grows with their square where they are told apart
ALONE = 400  # the same where each is by itself
VERSION = "10"  # part of the key of the cache: raise it when the reading of pandoc's answer changes
DESCRIBED = "\ue000", "\ue001"  # around a description that stands for a title, until pandoc is done
QUOTED = re.compile(
    f'(?:<em>|[“‘«„"]\\s?)?{DESCRIBED[0]}(.*?){DESCRIBED[1]}([.,]?)(?:</em>|\\s?[”’»“"])?', re.DOTALL
)
LETTERS = f"\u200e{GUARD}"  # after a family name, until pandoc is done
SUBJECT = "references.bib"  # the file that pandoc is asked about
BOXES = re.compile(r"</?(?:div|span)[^>]*>|<!--.*?-->")
COMMAND = ["--from", "markdown", "--to", "html", "--citeproc", "--wrap", "none", "--bibliography",
           "references.json", "--csl", "style.csl", "--metadata", "link-citations=false"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a work a citation leads: its kind as CSL has it (`paragraph`), and its number."""

    label: str  # what CSL calls its unit
    number: str  # as it is printed


Said = tuple[list[str] | None, list[list[str]]]  # an entry, and the citations: each as HTML and in plain text


@dataclass(frozen=True, slots=True)
class Answer:
    """Entries of the bibliography by the ids of their items, and citations by their order."""

    entries: Mapping[str, Words]  # what a bibliography prints
    citations: Sequence[Words]  # all those of the first item, then of the next


def format_items(
    name: str,
    csl: str,
    items: Sequence[Mapping[str, Any]],
    places: Sequence[Sequence[Place | None]],
    cache: Path,
) -> Answer:
    """Return the entries of `items` in a prepared style, and a citation of each for each of its `places`.

    What a style says of a work is kept under the work, and under the names and the years of those that it
    tells the work apart from; so what has not changed is not asked again.
    """
    works = _works(csl, items, places)
    shelf = Shelf(cache / f"{name}-{key_of(VERSION, PANDOC, csl)[:16]}")
    missing = [work for work in works if shelf.get(work.key) is None]
    if missing:
        batches = _batches(missing, works, BATCH if tells_apart(csl) else ALONE)
        shelf.put_all(side_by_side(lambda batch: _made(csl, batch), batches))
    said = {work.id: shelf.get(work.key) for work in works}
    entries = {work.id: printed(*said[work.id][0]) for work in works if said[work.id][0]}
    return Answer(entries, [printed(*words) for work in works for words in said[work.id][1]])


@dataclass(frozen=True, slots=True)
class _Work:
    """One item with its places: `key` is the hash of all that pandoc's answer rests on."""

    id: str  # that of the item
    item: Mapping[str, Any]  # as pandoc gets it
    places: Sequence[Place | None]
    group: str  # the first name; works of one are told apart from each other
    key: str


def _works(
    csl: str, items: Sequence[Mapping[str, Any]], places: Sequence[Sequence[Place | None]]
) -> list[_Work]:
    alone = not tells_apart(csl)
    beside: dict[str, list[str]] = {}  # what works of one first name are told apart by
    told = [json.dumps(_told_by(one), ensure_ascii=False) for one in items]
    groups = [str(one["id"]) if alone else _first_name(one) for one in items]
    for group, names in zip(groups, told, strict=True):
        beside.setdefault(group, []).append(names)
    context = {group: "" if alone else "\0".join(sorted(names)) for group, names in beside.items()}
    works: list[_Work] = []
    for one, row, group in zip(items, places, groups, strict=True):
        item = {key: spaced(value) for key, value in one.items() if key != "id"}
        asked = " ".join(_cited(0, place) for place in row)
        key = key_of(json.dumps(item, ensure_ascii=False), asked, context[group])
        works.append(_Work(str(one["id"]), item, row, group, key))
    return works


def _told_by(one: Mapping[str, Any]) -> list[Any]:
    """What other works of its first name are told apart from a work by."""
    named = one.get("author") or one.get("editor")
    return [one.get("author"), one.get("editor"), one.get("issued"), None if named else one.get("title")]


def _first_name(one: Mapping[str, Any]) -> str:
    """The first name of a work in small letters, or the first word of its title."""
    for role in ("author", "editor"):
        for name in one.get(role) or ():
            return str(name.get("family") or name.get("literal") or "").casefold()
    return str(one.get("title", "")).partition(" ")[0].casefold()


def _batches(
    missing: Sequence[_Work], works: Sequence[_Work], most: int
) -> Iterator[list[tuple[_Work, bool]]]:
    """The works that are missing, with those that they are told apart from; and whether each is asked."""
    asked = {work.id for work in missing}
    groups: dict[str, list[_Work]] = {work.group: [] for work in missing}
    for work in works:
        if work.group in groups:
            groups[work.group].append(work)
    batch: list[tuple[_Work, bool]] = []
    for group in groups.values():
        if batch and len(batch) + len(group) > most:
            yield batch
            batch = []
        batch += [(work, work.id in asked) for work in group]
    yield batch


def _made(csl: str, batch: Sequence[tuple[_Work, bool]]) -> dict[str, Said]:
    """What pandoc says of the works of a batch that are asked, by their keys."""
    given = json.dumps(
        [{**work.item, "id": f"r{at}"} for at, (work, _) in enumerate(batch)], ensure_ascii=False
    )
    document = "\n\n".join(_cited(at, place) for at, (work, _) in enumerate(batch) for place in work.places)
    entries, citations = _run(csl, given, document)
    rest = iter(citations)
    said = [(entries.get(f"r{at}"), [next(rest) for _ in work.places]) for at, (work, _) in enumerate(batch)]
    return {work.key: one for (work, is_asked), one in zip(batch, said, strict=True) if is_asked}


def _cited(at: int, place: Place | None) -> str:
    return f"[@r{at}, {{{LABELS[place.label]} {place.number}}}]" if place else f"[@r{at}]"


def printed(inner: str, plain: str) -> Words:
    """Return what pandoc printed, or a part of it: it has escaped what the record says."""
    return Words(HTML(inner), plain)


def spaced(value: Any) -> Any:
    """Return the names of a role so that pandoc writes them as names of letters, with a comma or a space.

    It takes names in Devanagari or Armenian for Chinese ones, and puts their parts together; a mark that it
    knows as one of letters, and that is taken away afterwards, tells it better.
    """
    if not isinstance(value, list):
        return value
    return [
        one | {"family": one["family"] + LETTERS}
        if isinstance(one, dict) and "family" in one and not FAMILY_FIRST.fullmatch(one["family"])
        else one
        for one in value
    ]


def _run(csl: str, bibliography: str, document: str) -> tuple[dict[str, list[str]], list[list[str]]]:
    given = {"references.json": bibliography, "style.csl": csl}
    printed = pandoc(
        SUBJECT, COMMAND, document, beside={name: text.encode() for name, text in given.items()}
    ).decode("utf-8")
    printed = printed.replace(LETTERS, "").replace(GUARD, "")
    printed = QUOTED.sub(r"\1\2", printed)  # a description is nobody’s title
    answer = html.fragment_fromstring(printed, create_parent="div")
    # a style whose entry is one group has all of it where others have the number
    for number in answer.xpath(".//div[@class='csl-left-margin'][../div[@class='csl-right-inline'][node()]]"):
        number.drop_tree()
    entries = answer.xpath("//div[starts-with(@id, 'ref-')]")
    return (
        {str(entry.get("id")).removeprefix("ref-"): _said(entry) for entry in entries},
        [_said(span) for span in answer.xpath("//p/span[@class='citation']")],
    )


def _said(element: html.HtmlElement) -> list[str]:
    inner = BOXES.sub("", html.tostring(element, encoding="unicode", with_tail=False)).strip()
    return [inner, " ".join(element.text_content().split())]
