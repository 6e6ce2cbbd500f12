"""The pictures that others show beside a link to a page: a title, an author and a venue on paper, as PNG.

They are drawn by Pillow with a font of pymupdf-fonts, FiraGO, so that they look the same on every machine.
Its letters are set one after the other, which is right for scripts that neither join their letters nor run
from right to left; a name in another script is left out, and a picture without a title shows the name of the
site alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from unicodedata import normalize

import regex
from PIL import Image, ImageDraw, ImageFont
from pymupdf_fonts import myfont

from reader.exports.book import people
from reader.model import Library, Page
from reader.project import cache as caches
from reader.references import description

CACHE = f"{caches.CACHE}/cards"
SIZE = WIDTH, HEIGHT = 1200, 630  # what Open Graph and Twitter show whole
EDGE = 80
PAPER, INK, SOFT, ACCENT, LINE = "#fffdf9", "#1f1c18", "#625b52", "#7a2e1f", "#e2dcd2"
REGULAR, BOLD = "figo", "figbo"
SET_IN_A_ROW = regex.compile(
    r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}\p{Common}\p{Inherited}]*"
)
TITLE_SIZES = (76, 68, 60, 54, 48, 42)
LEADING = 1.2
COVER_HEIGHT = 1800
COVER_SIZES = (132, 116, 100, 84, *TITLE_SIZES)
MOST_NAMES = 10
CUT = "…"
MOST_LETTERS = 400  # of a title; a longer one would not be read, and takes long to measure


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says."""

    site: str  # the name of the site
    title: str = ""  # empty on the card of the site itself
    author: str = ""  # all of them; may be empty
    venue: str = ""  # with the date; may be empty


def cards(library: Library, cache: Path) -> dict[str, bytes]:
    """Return the pictures by their paths below `/data/`: one of the site, and one of each text."""
    drawn = {"cards.png": Card(library.site_name)}
    drawn |= {f"cards/{page.slug}.png": _of_text(page, library) for page in library.pages}
    return {path: _kept(card, cache) for path, card in drawn.items()}


def path_of(page: Page | None) -> str:
    """Return the path of the picture of a text, or of that of the site, below `/data/`."""
    return f"cards/{page.slug}.png" if page else "cards.png"


def _of_text(page: Page, library: Library) -> Card:
    record = library.references[page.slug]
    venue = [description.venue_name(record), description.date(record)]
    return Card(
        library.site_name, record.title, description.authors(record), ", ".join(one for one in venue if one)
    )


def _kept(card: Card, cache: Path) -> bytes:
    given = (version("pillow"), version("pymupdf-fonts"), *astuple(card))
    return caches.kept(cache, "card.png", given, lambda: draw(card))


def draw(card: Card) -> bytes:
    """Return the picture of a card, as a PNG of few colours."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, HEIGHT), ACCENT)
    site, title, author, venue = (_writable(one) for one in astuple(card))
    if title:
        _line(pen, site, 64, 34, SOFT)
        _title(pen, title, 130, 424)
        pen.line((EDGE, 454, WIDTH - EDGE, 454), LINE, 3)
        for top, words in zip((482, 538), filter(None, (author, venue)), strict=False):
            _line(pen, words, top, 34, INK if words == author else SOFT)
    elif site:
        _title(pen, site, EDGE, HEIGHT - EDGE)
    return _png(image)


def cover_of(library: Library) -> bytes:
    """Return the cover of the book of the reader: its name and its authors."""
    makers = [name for role, name in people(library) if role == "aut"]
    image = Image.new("RGB", (WIDTH, COVER_HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, COVER_HEIGHT), ACCENT)
    if name := _writable(library.site_name):
        _title(pen, name, 200, 900, COVER_SIZES)
    pen.line((EDGE, 960, WIDTH - EDGE, 960), LINE, 3)
    for at, maker in enumerate([one for one in map(_writable, makers) if one][:MOST_NAMES]):
        _line(pen, maker, 1020 + 64 * at, 40, INK)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _title(
    pen: ImageDraw.ImageDraw, words: str, top: int, bottom: int, sizes: tuple[int, ...] = TITLE_SIZES
) -> None:
    """Write a title between two heights, in its middle, as large as it fits there."""
    for size in sizes:
        font, step = _font(BOLD, size), round(size * LEADING)
        rows, most = list(_rows(words, font)), (bottom - top) // step
        if len(rows) <= most:
            break
    shown = rows[:most]
    if len(rows) > most:
        shown[-1] = _fitting(f"{shown[-1]} {rows[most]}", font)
    begin = top + (bottom - top - len(shown) * step) // 2
    for at, row in enumerate(shown):
        pen.text((EDGE, begin + at * step), row, INK, font)


def _line(pen: ImageDraw.ImageDraw, words: str, top: int, size: int, colour: str) -> None:
    font = _font(REGULAR, size)
    pen.text((EDGE, top), _fitting(words, font), colour, font)


def _rows(words: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The words in rows that fit; a word that is too long for one is divided."""
    row = ""
    for word in words.split():
        joined = f"{row} {word}".strip()
        if font.getlength(joined) <= WIDTH - 2 * EDGE:
            row = joined
            continue
        if row:
            yield row
        row = word
        while font.getlength(row) > WIDTH - 2 * EDGE:
            head = _longest(row, font)
            yield row[:head]
            row = row[head:]
    if row:
        yield row


def _longest(word: str, font: ImageFont.FreeTypeFont) -> int:
    """How many letters of a word fit into a row, one at least."""
    fits = (at for at in range(len(word), 1, -1) if font.getlength(word[:at]) <= WIDTH - 2 * EDGE)
    return next(fits, 1)


def _fitting(words: str, font: ImageFont.FreeTypeFont) -> str:
    """The words as far as they fit into one row, and a sign that there are more."""
    if font.getlength(words) <= WIDTH - 2 * EDGE:
        return words
    while words and font.getlength(words + CUT) > WIDTH - 2 * EDGE:
        words = words[:-1]
    return words.rstrip() + CUT


def _writable(words: str) -> str:
    """Return words on one line if the font has all their letters and sets them rightly, else nothing."""
    line = normalize("NFC", " ".join(words.split()))[:MOST_LETTERS]
    return line if SET_IN_A_ROW.fullmatch(line) and _has(frozenset(line)) else ""


def _has(letters: Iterable[str]) -> bool:
    return all(letter.isspace() or not _is_missing(letter) for letter in letters)


@cache
def _is_missing(letter: str) -> bool:
    """Whether the font has no picture of a letter: it shows that of no character then."""
    font = _font(REGULAR, 24)
    return bytes(font.getmask(letter)) == bytes(font.getmask("\uffff"))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # the other engine would join letters where a library of the machine is there, and not where it is not
    return ImageFont.truetype(io.BytesIO(_file(name)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _file(name: str) -> bytes:
    return bytes(myfont(name))
