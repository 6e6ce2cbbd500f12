"""`/data/texts/schema.json`: the JSON Schema of `/data/texts/<slug>.json`, for those who program with it."""

from __future__ import annotations

from typing import Any, get_args

from reader.model import UNITS, BlockKind, NoteKind, PartKind

Schema = dict[str, Any]
OFFSET = {"type": "integer", "minimum": 0}
LINE = {"type": "integer", "minimum": 1}
NUMBER = r"(0|[1-9][0-9]*)[a-z]*$"  # what stands before the first of all is 0a
PASSAGE = "^[ps]" + NUMBER
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
            "gone": _text(
                "Why the text is no longer part of the reader; it then has no passages.", minLength=1
            )
        },
    ),
    "$defs": {
        "passage": _object(
            "A passage or a heading: what can be cited.",
            {
                "id": _text(
                    "The anchor: p7 for a passage, s2 for a heading. Never renumbered.", pattern=PASSAGE
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
                "terms": _list("Uses of terms of the glossary.", "term"),
                "citations": _list("Words by which the text cites a work.", "citation"),
                "notes": _list("Notes of the editor on words of the passage.", "note"),
                "corrections": _list("Words that differ from the raw text.", "correction"),
            },
            {
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
                "kind": _text("What the note is about.", enum=list(get_args(NoteKind))),
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
