"""What pandoc makes of items of CSL in a style: an adaptor that gives it items and nothing else.

Pandoc comes as a package (pypandoc_binary). What a run gave is kept under the hash of all that went into it,
so that a group of works that has not changed costs nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from reader.model import Words
from reader.model.markup import HTML
from reader.model.names import FAMILY_FIRST
from reader.project import cache as caches
from reader.project.cache import kept
from reader.project.children import VERSION as PANDOC
from reader.project.children import pandoc
from reader.references.item import GUARD
from reader.references.style_files import LABELS

CACHE = f"{caches.CACHE}/citeproc"
VERSION = "9"  # part of the key of the cache: raise it when the reading of pandoc's answer changes
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
    """Return the entries of `items` in a prepared style, and a citation of each for each of its `places`."""
    given_items = [
        {**{key: spaced(value) for key, value in one.items()}, "id": f"r{at}"} for at, one in enumerate(items)
    ]
    bibliography = json.dumps(given_items, ensure_ascii=False)
    document = "\n\n".join(_cited(at, place) for at, row in enumerate(places) for place in row)

    def made() -> bytes:
        return json.dumps(_run(csl, bibliography, document), ensure_ascii=False).encode()

    given = (VERSION, PANDOC, csl, bibliography, document)
    entries, citations = json.loads(kept(cache, name, given, made))
    ids = {f"r{at}": str(one["id"]) for at, one in enumerate(items)}
    return Answer(
        {ids[key]: printed(*words) for key, words in entries.items()},
        [printed(*words) for words in citations],
    )


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
