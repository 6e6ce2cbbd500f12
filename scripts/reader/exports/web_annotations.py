"""`/data/texts/<slug>.annotations.json`: notes, terms and what the source marks as Web Annotations (W3C).

An annotation finds its words in three ways, which a program may try in turn: by the words and those on
either side of them, which stand so once on the page; by position in the text of the `body` of the page, as
it is served, in code points; and within the passage that its address names, again by words and by position.
Its id holds nothing that changes when other passages change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.exports import phrases
from reader.exports.phrasing import paragraphs
from reader.model import MARKUP, Library, Mark, Page, Passage, addresses
from reader.references import description

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236"  # what says that a fragment of HTML is an id
JOINT = "\n\n"
AROUND = 32  # characters on either side of a quotation, and more where these do not tell it from another


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage on a page: where its element begins and ends in the text there, and each of its offsets.

    `offsets` has one more than the passage has characters.
    """

    start: int  # in the text of the page, in code points
    end: int  # the same, exclusive
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of the page of a text, and its passages there, by their anchors."""

    text: str  # that of the whole body
    passages: Mapping[str, Placed]  # those whose words stand there unharmed


def collection(page: Page, library: Library, shown: Shown) -> Json:
    """Return the annotations of a text, all on one page of a collection."""
    items = list(_annotations(page, library, shown))
    address = addresses.data(f"texts/{page.slug}.annotations.json").absolute(library.site_url)
    label = description.label(library.references[page.slug])
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": phrases.NOTES_AND_TERMS.format(text=label),
        "total": len(items),
        "first": {
            "id": f"{address}#page-1",
            "type": "AnnotationPage",
            "partOf": address,
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(page: Page, library: Library, shown: Shown) -> Iterator[Json]:
    notes = {str(one.id): one.note for one in page.notes}
    source, tongue = addresses.text(page.slug).absolute(library.site_url), library.speech.language
    for passage in page.passages:
        for mark in passage.marks:
            target = {"source": source, "selector": _selectors(passage, mark, shown)}
            if mark.kind == "note":
                note = notes[mark.target]
                words = JOINT.join(paragraphs(note.body, library))
                body = {"type": "TextualBody", "value": words, "format": "text/plain", "language": tongue}
                yield _annotation(f"{source}#{mark.target}", "commenting", body, target)
            elif mark.kind == "term":
                id_ = f"{source}#{passage.id};{mark.target};{mark.start}"
                term = {"id": addresses.term(mark.target).absolute(library.site_url), "type": "Text"}
                motivation = ["identifying", "linking"] if mark.linked else "identifying"
                yield _annotation(
                    id_,
                    motivation,
                    term | {"format": "text/html", "language": tongue},
                    target,
                )
            elif said := _of_source(mark, page, source):
                id_ = f"{source}#{passage.id};{mark.kind};{mark.start}"
                yield _annotation(id_, *said, target)


def _of_source(mark: Mark, page: Page, source: str) -> tuple[str, Json] | None:
    """The motivation and the body of what the source marks within its lines; nothing of other marks."""
    if mark.kind == "footnote":
        shown = any(str(id_) == mark.target for id_ in page.by_anchor)
        body = {"id": f"{source}#{mark.target}", "type": "Text", "format": "text/html"}
        return ("linking", body | {"language": page.source.about.language}) if shown else None
    if mark.kind == "link":
        return "linking", {"id": mark.target}
    tag = {"type": "TextualBody", "purpose": "tagging", "format": "text/plain"}
    if mark.kind == "page":
        number = next(one.number for one in page.print_pages if one.id == mark.target)
        return "bookmarking", tag | {"value": number}
    if mark.kind == "foreign":
        return "classifying", tag | {"value": mark.target}
    return ("highlighting", tag | {"value": mark.kind}) if mark.kind in MARKUP else None


def _annotation(id_: str, motivation: str | list[str], body: Json, target: Json) -> Json:
    return {"id": id_, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _selectors(passage: Passage, mark: Mark, shown: Shown) -> list[Json]:
    """The ways to the words of a mark, those that every program knows first."""
    fragment = {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": str(passage.id)}
    placed = shown.passages.get(str(passage.id))
    if placed is None:  # a page that shows other words than those of the passage
        return [_quote(passage.text, mark.start, mark.end), fragment]
    start, end = _place(placed, mark)
    quote = _quote(shown.text, start, end)
    within = shown.text[placed.start : placed.end]
    inside = start - placed.start, end - placed.start
    return [
        quote,
        _position(start, end),
        fragment | {"refinedBy": [_quote(within, *inside), _position(*inside)]},
    ]


def _place(placed: Placed, mark: Mark) -> tuple[int, int]:
    """Where a mark stands on the page; what lies between its last character and the next is not its own."""
    start = placed.offsets[mark.start]
    return start, placed.offsets[mark.end - 1] + 1 if mark.end > mark.start else start


def _quote(text: str, start: int, end: int) -> Json:
    """The words with as many on either side as tell them from others of the text."""
    around = AROUND
    while True:
        before, after = text[max(0, start - around) : start], text[end : end + around]
        whole = before + text[start:end] + after
        again = text.find(whole, text.find(whole) + 1) >= 0
        if not again or around >= len(text):
            return {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": before,
                "suffix": after,
            }
        around *= 2


def _position(start: int, end: int) -> Json:
    return {"type": "TextPositionSelector", "start": start, "end": end}
