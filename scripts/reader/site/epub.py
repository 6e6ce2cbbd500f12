"""The reader as an EPUB, made by pandoc; an unchanged book is taken from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.exports.book import as_of, book
from reader.exports.book_body import pictures
from reader.making.make import Maker
from reader.model import Library
from reader.model.pieces import Piece
from reader.project import cache as caches
from reader.project.children import VERSION, pandoc
from reader.project.files import fingerprint
from reader.site import phrases
from reader.site.cards import cover_of
from reader.site.epub_pages import Told, finished
from reader.words.languages import direction

CACHE = f"{caches.CACHE}/epub"
BOOK = "site/data/reader.epub"
OPTIONS = (
    *"--from json --to epub3 --toc --toc-depth 6 --split-level 1 --wrap none".split(),
    *"--css reader.css --epub-cover-image cover.png".split(),
)
COVER = "cover.png"
MADE = "2"  # the way in which a book is finished: another one must not be taken from the cache
STYLE = """\
body { line-height: 1.5; }
a { text-decoration: none; color: inherit; border-bottom: 1px dotted; }
a[role="doc-noteref"] { border-bottom: 0; vertical-align: super; font-size: 0.75em; line-height: 0; }
.origin p { font-style: normal; margin: 0; }
.facts p { font-size: 0.85em; margin: 0.4em 0; overflow-wrap: anywhere; }
.passage p { margin: 0.9em 0; text-indent: 0; }
.number { font-size: 0.75em; margin-inline-end: 0.4em; }
.abstract p, .standfirst p { font-style: italic; }
blockquote { margin: 0.9em 0 0.9em 1.2em; }
.items .items { margin-inline-start: 1.5em; }
.item .passage p { margin: 0.3em 0; }
.speech .lead { font-weight: bold; }
.direction p { font-style: italic; }
.dateline p, .closing p, .signature p { text-align: end; }
.verse p, .address p { margin-inline-start: 1.2em; }
.formula p { text-align: center; font-style: italic; }
.preformatted p { font-family: monospace; font-size: 0.85em; white-space: pre-wrap; }
.table table { border-collapse: collapse; }
.table th, .table td { padding: 0.2em 0.8em 0.2em 0; border-bottom: 1px solid; text-align: start; }
.figure img { max-width: 100%; }
.rights p { font-size: 0.8em; margin: 0.2em 0; }
.smallcaps { font-variant: small-caps; }
sup, sub { line-height: 0; }
.footnote p { font-size: 0.9em; }
.footnote-sign::before { content: "["; }
.footnote-sign::after { content: "]"; }
.reference p, .entry p { margin: 0.5em 0; padding-inline-start: 1.5em; text-indent: -1.5em; }
div.term p { margin: 0.3em 0; }
div.term { margin: 1.2em 0; }
aside p { margin: 0.4em 0; }
"""


def epub(maker: Maker, cache: Path) -> bytes:
    """Return the book of the whole reader; `cache` keeps it under the hash of all that goes into it."""
    library = maker.library
    document = dict(maker.made("book", _pieces))[BOOK]
    epoch, title = _epoch(as_of(library)), library.site_name
    parts = {kind: str(name) for kind, name in phrases.LANDMARKS.items()}
    told = Told(title, str(phrases.ACCESSIBILITY), parts, direction(library.speech.language))
    shown = {**pictures(library), COVER: cover_of(library)}
    names = [f"{name} {fingerprint(data)}" for name, data in shown.items()]
    given = (
        VERSION,
        *OPTIONS,
        STYLE,
        epoch,
        document,
        title,
        told.summary,
        *parts.values(),
        told.direction,
        MADE,
        *names,
    )
    return caches.kept(cache, "reader.epub", given, lambda: _run(document, epoch, shown, told))


def _pieces(_library: Library) -> Iterator[Piece]:
    yield Piece("", lambda library: {BOOK: book(library)})


def _run(document: str, epoch: str, shown: Mapping[str, bytes], told: Told) -> bytes:
    """What is made of a document; `epoch` is what pandoc takes for the time."""
    settings = {"SOURCE_DATE_EPOCH": epoch}
    beside = {"reader.css": STYLE.encode(), **shown}
    made = pandoc(BOOK, OPTIONS, document, beside=beside, made="reader.epub", settings=settings)
    return finished(made, told)


def _epoch(date: str) -> str:
    """Midnight of a date of the common calendar, in seconds since 1970: what pandoc takes for the time.

    The year is taken to begin in March, so that a leap day is its last.
    """
    year, month, day = map(int, date.split("-"))
    years, months = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5 + day - 719469
    return str(days * 86400)
