"""`/data/texts/<slug>.annotations.json`: notes, terms and what the source marks as Web Annotations (W3C).

An annotation finds its words in three ways, which a program may try in turn: within the passage that its
address names; by the words and the 32 characters on either side, within the passage; and by position in
the passages of the text joined by an empty line (two line feeds), in code points. Its id holds nothing that
changes when other passages change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from reader.exports import phrases
from reader.exports.phrasing import paragraphs
from reader.model import MARKUP, Library, Mark, Page, Passage, addresses
from reader.references import description

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236"  # what says that a fragment of HTML is an id
JOINT = "\n\n"
AROUND = 32


def collection(page: Page, library: Library) -> Json:
    """Return the annotations of a text, all on one page of a collection."""
    items = list(_annotations(page, library))
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


def _annotations(page: Page, library: Library) -> Iterator[Json]:
    offsets = accumulate((len(one.text) + len(JOINT) for one in page.passages), initial=0)
    notes = {str(one.id): one.note for one in page.notes}
    source = addresses.text(page.slug).absolute(library.site_url)
    for passage, offset in zip(page.passages, offsets, strict=False):
        for mark in passage.marks:
            target = {"source": source, "selector": _selectors(passage, mark, offset)}
            if mark.kind == "note":
                note = notes[mark.target]
                words = JOINT.join(paragraphs(note.body, library))
                body = {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"}
                yield _annotation(f"{source}#{mark.target}", "commenting", body, target)
            elif mark.kind == "term":
                id_ = f"{source}#{passage.id};{mark.target};{mark.start}"
                term = {"id": addresses.term(mark.target).absolute(library.site_url), "type": "Text"}
                motivation = ["identifying", "linking"] if mark.linked else "identifying"
                yield _annotation(id_, motivation, term | {"format": "text/html", "language": "en"}, target)
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


def _selectors(passage: Passage, mark: Mark, offset: int) -> list[Json]:
    """The three ways to the words of a mark; `offset` is where its passage begins in the joined text."""
    text = passage.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[mark.start : mark.end],
        "prefix": text[max(0, mark.start - AROUND) : mark.start],
        "suffix": text[mark.end : mark.end + AROUND],
    }
    refined = [quote, _position(mark.start, mark.end)]
    fragment = {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": str(passage.id)}
    return [
        fragment | {"refinedBy": refined},
        quote,
        _position(offset + mark.start, offset + mark.end),
    ]


def _position(start: int, end: int) -> Json:
    return {"type": "TextPositionSelector", "start": start, "end": end}
