"""`/data/texts/schema.json`: the JSON Schema of `/data/texts/<slug>.json`, for those who program with it."""

from __future__ import annotations

from typing import Any, get_args

from reader.exports.connected import KINDS
from reader.model import MARKUP, UNITS, BlockKind, PartKind, Publication

Schema = dict[str, Any]
OFFSET = {"type": "integer", "minimum": 0}
PLACE = OFFSET | {"description": "The offset of the place, in the text of the passage."}
LINE = {"type": "integer", "minimum": 1}
NUMBER = r"(0|[1-9][0-9]*)[a-z]*$"  # what stands before the first of all is 0a
PASSAGE = "^[psf]" + NUMBER
FOOTNOTE = "^[pf]" + NUMBER
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _object(description: str, fields: Schema, optional: Schema | None = None) -> Schema:
    """An object with these fields and no others."""
    return {
        "description": description,
        "type": "object",
        "properties": fields | (optional or {}),
        "required": list(fields),
        "additionalProperties": False,
    }


def _list(description: str, of: str) -> Schema:
    return {"description": description, "type": "array", "items": {"$ref": f"#/$defs/{of}"}}


def _text(description: str, **more: Any) -> Schema:
    return {"description": description, "type": "string", **more}


def _whole(description: str, **more: Any) -> Schema:
    return {"description": description, "type": "integer", "minimum": 1, **more}


def _span(description: str, fields: Schema, optional: Schema | None = None) -> Schema:
    """A stretch of the text of a passage."""
    offsets = {
        "start": OFFSET | {"description": "The offset of the first code point, in the text of the passage."},
        "end": OFFSET | {"description": "The offset after the last code point."},
    }
    return _object(description, fields | offsets, optional)


SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A text of the annotated reader",
    **_object(
        "A reading text, passage by passage. Offsets count Unicode code points of the passage’s text.",
        {
            "slug": _text(
                "The name of the text in addresses, and its key in the bibliography.", pattern=SLUG
            ),
            "title": _text("The title, as in the bibliography."),
            "language": _text("The language of the text, as a BCP 47 tag.", minLength=2),
            "edition": _text("The edition of the reader that this file belongs to."),
            "passages": _list("What the rights in the text allow to be shown, in its order.", "passage"),
            "retired": _list("Anchors whose passages are gone; links to them still resolve.", "retired"),
        },
        {
            "$schema": _text("The address of this schema."),
            "address": _text("The address of the text on the site."),
            "authors": _list("The authors, as CSL-JSON has names; none where none is established.", "name"),
            "editors": _list("The editors, as CSL-JSON has names.", "name"),
            "date": _text("When it was published: 2023-06-15, 2023-06 or 2023, as exactly as it is known."),
            "venue": _text("The journal, book, site or body that published it."),
            "source": _text("The address at which it was published."),
            "doi": _text("Its DOI."),
            "released": _text("The day on which this edition of the reader was published."),
            "citation": _text("The entry of the text in the bibliography."),
            "rights": _object(
                "What is known of the rights in the text.",
                {
                    "statement": _text("What is known, in words."),
                    "publication": _text("How much of it is shown.", enum=list(get_args(Publication))),
                },
                {"licence": _text("The address of its licence.")},
            ),
            "text": _text("The whole text: its passages joined by an empty line, that is, two line feeds."),
            "gone": _text(
                "Why the text is no longer part of the reader; it then has no passages.", minLength=1
            ),
        },
    ),
    "$defs": {
        "passage": _object(
            "A passage or a heading: what can be cited.",
            {
                "id": _text(
                    "The anchor: p7 for a passage, s2 for a heading, f3 for a note of the source. Never "
                    "renumbered.",
                    pattern=PASSAGE,
                ),
                "kind": _text("What the passage is in the text.", enum=list(get_args(BlockKind))),
                "text": _text(
                    "The reading text, without markup. The lines of verse, the rows of a table and other "
                    "lines that are kept end with a line feed; the cells of a row are divided by tabs. The "
                    "address of line 2 of p3 is p3.2.",
                    minLength=1,
                ),
                "revision": _text(
                    "Names the wording: it changes when what a reader sees does, a sign or a digit too."
                ),
                "raw": {
                    "description": "The first and the last line of the raw text that it comes from.",
                    "type": "array",
                    "items": LINE,
                    "minItems": 2,
                    "maxItems": 2,
                },
                "offset": OFFSET | {"description": "Where the passage begins in the whole text."},
                "terms": _list("Uses of terms of the glossary.", "term"),
                "citations": _list("Words by which the text cites a work.", "citation"),
                "notes": _list("Notes of the editor on words of the passage.", "note"),
                "corrections": _list("Words that differ from the raw text.", "correction"),
                "sics": _list("Words that look like a mistake and are kept.", "sic"),
                "markup": _list("Words that the source sets apart.", "markup"),
                "footnotes": _list("Places at which the text calls a note of the source.", "footnoteMarker"),
                "pages": {
                    "description": "The page of the print that it stands on, or the first and the last of "
                    "several; empty where it is not known.",
                    "type": "array",
                    "items": {"type": "string", "minLength": 1},
                    "maxItems": 2,
                },
                "pageBreaks": _list("Places at which a page of the print begins.", "pageBreak"),
            },
            {
                "language": _text("Its language, where it is not that of the text.", minLength=2),
                "beside": _text("The passage that translates it, or that it translates.", pattern=PASSAGE),
                "footnote": {"$ref": "#/$defs/footnote"} | {"description": "Of a note of the source alone."},
                "level": _whole("How deep a heading stands below the title, from 1 to 6.", maximum=6),
                "within": _list("The parts that hold the passage, the outermost first.", "part"),
                "lead": _whole(
                    "How many characters at the beginning are its sign: the marker of an item, the name of a "
                    "speaker, the number of an article."
                ),
                "speaker": _text("Who speaks in a turn, without what follows the name.", minLength=1),
                "continues": {
                    "description": "Whether it goes on with the item or the turn before it.",
                    "const": True,
                },
                "place": {"description": "What the source itself calls it.", "$ref": "#/$defs/place"},
                "firstLine": _whole("The number that the source gives to the first line of verse."),
                "headerRows": _whole("How many rows of a table are its header."),
                "picture": {"description": "What a figure shows.", "$ref": "#/$defs/picture"},
                "connections": _list("Where else the passage lives.", "connection"),
            },
        ),
        "markup": _span(
            "Words that the source sets apart.",
            {"kind": _text("How it sets them apart.", enum=list(MARKUP))},
            {
                "target": _text("Where a link leads.", minLength=1),
                "language": _text("The language of foreign words, as a BCP 47 tag.", minLength=2),
            },
        ),
        "footnoteMarker": _object(
            "A place at which the text calls a note of the source.",
            {
                "id": _text("The anchor of the note.", pattern=FOOTNOTE),
                "label": _text("What the source calls the note: 3, or *.", minLength=1),
                "at": PLACE,
            },
        ),
        "pageBreak": _object(
            "A place at which a page of the print begins.",
            {
                "id": _text("Its address within the text: page-114.", pattern="^page-"),
                "number": _text("The number that the print gives it.", minLength=1),
                "at": PLACE,
            },
        ),
        "footnote": _object(
            "What a passage is as a note of the source.",
            {
                "label": _text("What the source calls the note.", minLength=1),
                "place": _text("Where the source has it.", enum=["foot", "end"]),
                "calledIn": _text("The passage that calls it.", pattern=PASSAGE),
            },
        ),
        "part": _object(
            "Something that holds passages.",
            {
                "kind": _text("What it is.", enum=list(get_args(PartKind))),
                "part": _whole("Its number: passages with the same number stand in the same part."),
            },
        ),
        "place": _object(
            "What the source itself calls the passage.",
            {
                "unit": _text("By what the source counts.", enum=list(UNITS)),
                "first": _text("The number, with those of what it stands in: 1(2)(b).", minLength=1),
                "last": _text("The same, or the last of several: of the lines of a stanza.", minLength=1),
            },
            {"paragraph": _whole("Which of its paragraphs it is, where several have no number.")},
        ),
        "picture": _object(
            "The picture of a figure, whose caption is the text.",
            {
                "file": _text("Its name; it lies beside the page of the text."),
                "alt": _text("What it shows, for those who do not see it.", minLength=1),
                "rights": _text("What is known of its own rights; may be empty."),
                "width": _whole("In pixels."),
                "height": _whole("In pixels."),
            },
        ),
        "term": _span("A use of a term.", {"id": _text("The id of the term in glossary.json.")}),
        "citation": _span(
            "A citation.",
            {"key": _text("The key of the work in references.json.")},
            {"locator": _text("The place within the work.")},
        ),
        "note": _span(
            "An editor’s note; start and end are those of its lemma.",
            {
                "id": _text("The anchor of the note.", pattern="^n" + NUMBER),
                "kind": _text("What the note is about: one of the kinds of the edition."),
                "body": _text("The note, in Markdown; [@key, p. 5] cites a work of references.json."),
            },
        ),
        "correction": _span(
            "A correction.",
            {
                "id": _text("Its number in the apparatus of the text.", pattern=r"^c[1-9][0-9]*$"),
                "raw": _text("What the raw text has."),
                "line": LINE | {"description": "The line of the raw text."},
                "reason": _text("Why it was changed."),
            },
        ),
        "sic": _span(
            "Words that look like a mistake and are kept as they stand.",
            {
                "id": _text("Its number in the apparatus of the text.", pattern=r"^k[1-9][0-9]*$"),
                "line": LINE | {"description": "The line of the raw text."},
                "reason": _text("What is meant, or why it is kept."),
            },
        ),
        "name": {
            "description": "A person, or a body as a literal.",
            "type": "object",
            "properties": {
                part: _text(f"As in CSL-JSON: {part}.")
                for part in (
                    "family",
                    "given",
                    "dropping-particle",
                    "non-dropping-particle",
                    "suffix",
                    "literal",
                )
            },
            "additionalProperties": False,
        },
        "connection": _object(
            "A place that has to do with a passage.",
            {
                "kind": _text(
                    "What has to do with it: a page that quotes it, a note that refers to it, or a passage "
                    "of another text that is near to it by the rare terms they share.",
                    enum=list(KINDS),
                ),
                "address": _text("Where it is.", minLength=1),
                "name": _text("The title of the page or the text, or what the text is called for short."),
            },
            {
                "terms": {
                    "description": "The ids in glossary.json of the terms that a near passage shares, the "
                    "rarest first.",
                    "type": "array",
                    "items": {"type": "string", "minLength": 1},
                    "minItems": 2,
                }
            },
        ),
        "retired": _object(
            "An anchor that is no longer in the text.",
            {
                "id": _text("The anchor."),
                "lands": _text("The passage that a link to it leads to; empty for the top of the text."),
                "keptWords": {
                    "description": "Whether its words went there; otherwise it stood beside it.",
                    "type": "boolean",
                },
            },
        ),
    },
}
