"""`/data/*.csv`: the texts, passages, uses of terms, citations, terms and references as tables.

A column of one name means the same in all of them, so that they join by themselves: `text` and `passage` say
where, `term` and `key` what. Offsets count code points of the passage. A list stands in
its cell as JSON; control characters are signs, as on the page.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.exports import phrases
from reader.exports.phrasing import legal
from reader.model import Library
from reader.references import description
from reader.references.description import text as plain
from reader.words.sentences import sentence_at
from reader.words.speech import Said

Cell = str | int
WANTED = ("container-title", "publisher", "volume", "issue", "page", "DOI", "ISSN", "ISBN", "URL", "language")
Row = Sequence[Cell]
Kind = Literal["string", "integer", "array"]


class _Lines(list[str]):
    """What `csv` writes into."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of Table Schema, whether a cell may be empty, what is in it."""

    name: str  # its header
    kind: Kind  # its type in Table Schema
    told: Said  # what is in it, in words
    required: bool = True  # whether no cell may be empty


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the package: `key` is what no two rows share, `refers` the tables that columns lead to."""

    name: str  # that of its file, without the ending
    told: Said  # what is in it, in words
    columns: tuple[Column, ...]  # in their order
    key: tuple[str, ...]
    rows: Callable[[Library], Iterator[Row]]  # makes the rows, each with a cell for every column
    refers: Mapping[tuple[str, ...], str]

    @property
    def path(self) -> str:
        """Where it lies below `/data/`."""
        return f"{self.name}.csv"

    def written(self, library: Library) -> str:
        """Return the table as CSV: UTF-8, commas, quotation marks where they are needed, line feeds."""
        return self.of_rows(self.rows(library))

    def of_rows(self, rows: Iterable[Row]) -> str:
        """Return some rows as CSV, with the names of the columns above them."""
        out = _Lines()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([column.name for column in self.columns])
        for row in rows:
            writer.writerow([legal(cell) if isinstance(cell, str) else cell for cell in row])
        return "".join(out)


def _string(name: str, told: Said, *, required: bool = True) -> Column:
    return Column(name, "string", told, required)


TEXT = _string("text", phrases.COLUMN_TEXT)
PASSAGE = _string("passage", phrases.COLUMN_PASSAGE)
TERM = _string("term", phrases.COLUMN_TERM)
KEY = _string("key", phrases.COLUMN_KEY)
START = Column("start", "integer", phrases.COLUMN_START)
END = Column("end", "integer", phrases.COLUMN_END)
IN_PASSAGE: dict[tuple[str, ...], str] = {("text", "passage"): "passages"}


def _texts(library: Library) -> Iterator[Row]:
    for page in library.pages:
        record, rights = library.references[page.slug], page.source.about.rights
        yield (
            page.slug,
            record.title,
            description.authors(record),
            description.venue_name(record),
            record.date.iso if record.date else "",
            page.source.about.language,
            record.get("url"),
            rights.statement,
            rights.licence,
            rights.publication or "",
            page.words,
            len(page.passages),
            library.edition,
        )


def _passages(library: Library) -> Iterator[Row]:
    for page in library.pages:
        for order, passage in enumerate(page.passages, 1):
            first, last = passage.raw
            where = (page.slug, str(passage.id), order, passage.kind)
            yield *where, passage.text, len(passage.text.split()), passage.revision, first, last


def _uses(library: Library) -> Iterator[Row]:
    for page in library.pages:
        for passage in page.passages:
            for mark in passage.marked("term"):
                first, last = sentence_at(passage.text, mark.start, mark.end)
                words = passage.text[mark.start : mark.end]
                where = (mark.target, page.slug, str(passage.id), mark.start, mark.end)
                yield *where, words, passage.text[first:last]


def _citations(library: Library) -> Iterator[Row]:
    for page in library.pages:
        for passage in page.passages:
            for mark in passage.marked("citation"):
                words = passage.text[mark.start : mark.end]
                where = (mark.target, page.slug, str(passage.id), mark.start, mark.end)
                yield *where, words, mark.locator


def _terms(library: Library) -> Iterator[Row]:
    for term in library.terms:
        uses = library.uses.get(term.id, ())
        lists = [_list(one) for one in (term.forms, term.native, term.references, term.see)]
        texts = len({use.slug for use in uses})
        yield term.id, term.name, term.short, term.kind, term.definition, *lists, len(uses), texts


def _references(library: Library) -> Iterator[Row]:
    for key, record in library.references.items():
        made = library.items[key]
        names = [name.inverted for name in description.creators(record)]
        date = record.date.iso if record.date else ""
        fields = [plain(made.get(name)) for name in WANTED]
        cited = len(library.cited.get(key, ()))
        entry = library.formatted[key].plain
        yield key, str(made["type"]), _list(names), record.title, date, *fields, entry, cited


def _list(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _optional(name: str, told: Said) -> Column:
    return _string(name, told, required=False)


def _count(name: str, told: Said) -> Column:
    return Column(name, "integer", told)


def _array(name: str, told: Said) -> Column:
    return Column(name, "array", told)


TABLES = (
    Table(
        "texts",
        phrases.TABLE_TEXTS,
        (
            TEXT,
            _string("title", phrases.COLUMN_TITLE),
            _optional("authors", phrases.COLUMN_AUTHORS),
            _optional("venue", phrases.COLUMN_VENUE),
            _optional("date", phrases.COLUMN_DATE),
            _string("language", phrases.COLUMN_LANGUAGE),
            _optional("source", phrases.COLUMN_SOURCE),
            _string("rights", phrases.COLUMN_RIGHTS),
            _optional("licence", phrases.COLUMN_LICENCE),
            _string("publication", phrases.COLUMN_PUBLICATION),
            _count("length", phrases.COLUMN_WORDS),
            _count("passages", phrases.COLUMN_PASSAGES),
            _optional("edition", phrases.COLUMN_EDITION),
        ),
        ("text",),
        _texts,
        {},
    ),
    Table(
        "passages",
        phrases.TABLE_PASSAGES,
        (
            TEXT,
            PASSAGE,
            _count("order", phrases.COLUMN_ORDER),
            _string("kind", phrases.COLUMN_KIND),
            _string("words", phrases.COLUMN_READING),
            _count("length", phrases.COLUMN_WORDS),
            _string("revision", phrases.COLUMN_REVISION),
            _count("raw_first", phrases.COLUMN_RAW_FIRST),
            _count("raw_last", phrases.COLUMN_RAW_LAST),
        ),
        ("text", "passage"),
        _passages,
        {("text",): "texts"},
    ),
    Table(
        "uses",
        phrases.TABLE_USES,
        (
            TERM,
            TEXT,
            PASSAGE,
            START,
            END,
            _string("words", phrases.COLUMN_USED),
            _string("sentence", phrases.COLUMN_SENTENCE),
        ),
        ("text", "passage", "start", "end", "term"),
        _uses,
        {**IN_PASSAGE, ("term",): "terms"},
    ),
    Table(
        "citations",
        phrases.TABLE_CITATIONS,
        (
            KEY,
            TEXT,
            PASSAGE,
            START,
            END,
            _string("words", phrases.COLUMN_CITING),
            _optional("locator", phrases.COLUMN_LOCATOR),
        ),
        ("text", "passage", "start", "end", "key"),
        _citations,
        {**IN_PASSAGE, ("key",): "references"},
    ),
    Table(
        "terms",
        phrases.TABLE_TERMS,
        (
            TERM,
            _string("name", phrases.COLUMN_NAME),
            _optional("short", phrases.COLUMN_SHORT),
            _string("kind", phrases.COLUMN_TERM_KIND),
            _string("definition", phrases.COLUMN_DEFINITION),
            _array("forms", phrases.COLUMN_FORMS),
            _array("native", phrases.COLUMN_NATIVE),
            _array("references", phrases.COLUMN_REFERENCES),
            _array("see", phrases.COLUMN_SEE),
            _count("uses", phrases.COLUMN_USES),
            _count("texts", phrases.COLUMN_TEXTS),
        ),
        ("term",),
        _terms,
        {},
    ),
    Table(
        "references",
        phrases.TABLE_REFERENCES,
        (
            KEY,
            _string("type", phrases.COLUMN_TYPE),
            _array("names", phrases.COLUMN_NAMES),
            _optional("title", phrases.COLUMN_TITLE),
            _optional("date", phrases.COLUMN_DATE),
            _optional("container", phrases.COLUMN_CONTAINER),
            _optional("publisher", phrases.COLUMN_PUBLISHER),
            _optional("volume", phrases.COLUMN_VOLUME),
            _optional("issue", phrases.COLUMN_ISSUE),
            _optional("pages", phrases.COLUMN_PAGES),
            _optional("doi", phrases.COLUMN_DOI),
            _optional("issn", phrases.COLUMN_ISSN),
            _optional("isbn", phrases.COLUMN_ISBN),
            _optional("url", phrases.COLUMN_URL),
            _optional("language", phrases.COLUMN_LANGUAGE),
            _string("entry", phrases.COLUMN_ENTRY),
            _count("cited", phrases.COLUMN_CITED),
        ),
        ("key",),
        _references,
        {},
    ),
)
