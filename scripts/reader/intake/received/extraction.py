"""Which extractor reads which kind of file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version

from reader.intake.received import archives, encodings, html, manuscripts, mojibake, pdf, properties
from reader.intake.received.encodings import Decoded
from reader.intake.received.kinds import Kind, kind_of
from reader.intake.received.refusal import Refused
from reader.intake.sheet import Mended, Row, Sheet, plain
from reader.model.problems import Problem

LAYOUT = 1  # raised when what is made of the same bytes with the same library changes
AS_READ = {"utf-8", "utf-8-sig"}  # what needs no extractor: raw.txt is the file
NOTHING = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"

Progress = Callable[[int, int], None]


def sheet_of(name: str, data: bytes, progress: Progress | None = None) -> tuple[Sheet | None, list[Problem]]:
    """Return the sheet of a file, or the problem for which it is refused.

    `name` is what problems call it; its ending only helps where the bytes leave open what it is. `progress`
    is told how many pages of how many are read.
    """
    try:
        return _read(name, data, progress), []
    except Refused as why:
        return None, [Problem(name, 1, why.code, why.message, why.hint)]


def _read(name: str, data: bytes, progress: Progress | None) -> Sheet:
    if not data.strip(NOTHING):
        raise Refused("W01", "the file is empty", "get it again, and look at it before you take it in")
    kind = kind_of(name, data)
    if kind == "pdf":
        sheet = pdf.read(data, progress)
    else:
        sheet = _of_text(kind, data) if kind in {"text", "html"} else _of_manuscript(kind, data)
    if not any(sign.isalnum() for row in sheet.rows for sign in row.text):
        hint = "if a browser shows words, save the page from it, or copy them into a file"
        raise Refused("W07", "the file has no words", hint)
    said = f"{sheet.version}, layout {LAYOUT}" if sheet.extractor else ""
    return replace(sheet, rows=tuple(map(_on_one_line, sheet.rows)), version=said)


def _of_text(kind: Kind, data: bytes) -> Sheet:
    decoded = encodings.decode_page(data) if kind == "html" else encodings.decode(data)
    text, mended = mojibake.mend(decoded.text)
    notes = tuple(_notes(decoded, mended))
    how = ", ".join(filter(None, (decoded.encoding, f"ftfy {version('ftfy')}" if mended else "")))
    if kind == "html":
        page = html.read(text)
        return Sheet(page.rows, "lxml", f"{version('lxml')}, {how}", page.meta, notes, mended, page.pictures)
    sheet = plain(text)
    if decoded.encoding in AS_READ and not mended and not decoded.weighed:
        return sheet
    return replace(sheet, extractor="codec", version=how, notes=notes, mended=mended)


def _notes(decoded: Decoded, mended: tuple[Mended, ...]) -> Iterator[str]:
    if decoded.weighed:
        yield f"the encoding is not said, and was taken for {decoded.encoding}: look at letters with accents"
    elif decoded.encoding not in AS_READ:
        yield f"the file is in {decoded.encoding}"
    if mended:
        times = sum(one.times for one in mended)
        first = max(mended, key=lambda one: (one.times, one.find))
        yield f"garbled letters were mended at {times} places, such as “{first.find}” to “{first.replace}”"
    lost = decoded.text.count("\ufffd")
    if lost:
        yield f"{lost} letters are lost for good and stand as \ufffd"


def _of_manuscript(kind: Kind, data: bytes) -> Sheet:
    kept: Mapping[str, str] = {}
    if kind in {"docx", "odt", "epub"}:
        archives.look_through(data)
        kept = properties.properties(data)
    given = encodings.decode(data).text.encode() if kind == "markdown" else data
    page = html.read(manuscripts.page_of(kind, given), alone=True)
    said = {key: value for key, value in page.meta.items() if (key, value) != ("title", manuscripts.NO_TITLE)}
    return Sheet(
        page.rows, manuscripts.EXTRACTOR, manuscripts.VERSION, {**kept, **said}, pictures=page.pictures
    )


def _on_one_line(row: Row) -> Row:
    """A row whose text has nothing that would end its line in `raw.txt`; offsets stay as they are."""
    return replace(row, text=row.text.replace("\n", " ").replace("\r", " "))
