"""From the bytes of a PDF to a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import pypdfium2 as pdfium
import pypdfium2.raw as api

from reader.intake.received.pdf import glyphs, paragraphs
from reader.intake.received.pdf.flow import Placed, body_size, flow
from reader.intake.received.pdf.glyphs import Page
from reader.intake.received.pdf.paragraphs import Manner, Set
from reader.intake.received.refusal import OCR, Refused, damaged, locked
from reader.intake.sheet import Row, Sheet

EXTRACTOR = "pypdfium2"
SCANNED = 40  # signs on a page: a picture with fewer is a scan with a stamp or a number on it
UNKNOWN = 0.2  # of the letters: with more of them unnamed, the text layer cannot be read
LONGEST_HEADING = 4  # lines
BULLET = re.compile(r"[•‣▪●○■]\s")
QUOTED, QUOTED_LINES = 0.9, 2  # indent of a block quotation, in sizes; the lines that it has at the least
NO_TITLE = re.compile(
    r"untitled|microsoft word|\.(?:docx?|indd|qxd|pdf|html?|tex|rtf|dvi)\b|^\W*$", re.IGNORECASE
)
DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
KEYS = {"title": "Title", "author": "Author"}

Progress = Callable[[int, int], None]


def read(data: bytes, progress: Progress | None = None) -> Sheet:
    """Return the sheet of a PDF; `progress` is told how many pages of how many are read."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == api.FPDF_ERR_PASSWORD:
            raise locked() from None
        raise damaged(str(error)) from None
    try:
        pages, pictures = [], []
        for page in glyphs.pages(document):
            pages.append(page)
            pictures.append(_letters(page) < SCANNED and _has_picture(document, page.number - 1))
            if progress:
                progress(page.number, len(document))
        meta = _meta(document)
    except pdfium.PdfiumError as error:
        raise damaged(str(error)) from None
    finally:
        document.close()
    _refuse_unreadable(pages, pictures)
    return Sheet(tuple(rows(pages)), EXTRACTOR, version(EXTRACTOR), meta, tuple(_notes(pages, pictures)))


def _letters(page: Page) -> int:
    return sum(len(run.text) for run in page.runs)


def _has_picture(document: pdfium.PdfDocument, index: int) -> bool:
    page = document[index]
    try:
        return any(True for _one in page.get_objects(filter=[api.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()


def _refuse_unreadable(pages: Sequence[Page], pictures: Sequence[bool]) -> None:
    """Refuse a document without letters, or whose letters nobody can name."""
    letters = sum(map(_letters, pages))
    if not letters or sum(pictures) * 5 > len(pages) * 4:
        pictured = ": its pages are pictures" if any(pictures) else ""
        raise Refused("W03", f"the PDF has no text layer{pictured}", OCR)
    if sum(page.unknown for page in pages) > UNKNOWN * letters:
        raise Refused("W03", "the PDF does not say which letters it has", OCR)


def _notes(pages: Sequence[Page], pictures: Sequence[bool]) -> Iterator[str]:
    bare = [str(page.number) for page, picture in zip(pages, pictures, strict=True) if picture]
    if bare:
        yield f"pictures without a text layer, whose words are missing: sheet {', '.join(bare[:20])}"
    unknown = sum(page.unknown for page in pages)
    if unknown:
        yield f"{unknown} letters that the file does not name stand as {glyphs.UNKNOWN}"
    turned = sum(len(page.turned) for page in pages)
    if turned:
        yield f"{turned} lines that do not lie as their page does stand at its end"


def _meta(document: pdfium.PdfDocument) -> Mapping[str, str]:
    said = document.get_metadata_dict(skip_empty=True)
    found = {key: " ".join(said[name].split()) for key, name in KEYS.items() if said.get(name, "").strip()}
    if NO_TITLE.search(found.get("title", "")):
        found.pop("title", None)
    if match := DATE.match(said.get("CreationDate", "")):
        found["created"] = "-".join(match.groups())
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a paragraph, as far as one page and kind goes."""

    lines: tuple[Placed, ...]
    begins: bool


def rows(pages: Sequence[Page]) -> Iterator[Row]:
    """Yield the rows of the sheet, a blank one before each paragraph."""
    placed = flow(pages)
    size = body_size(pages)
    body = [one.set for one in placed if one.kind == "text"]
    how = paragraphs.manner(body, size)
    levels = paragraphs.levels(body, how)
    blocks = list(_blocks(placed, how))
    first = True
    for block in _with_notes_after(blocks):
        tag = _tag(block, how, levels)
        if block.begins and not first:
            yield Row("", page=block.lines[0].label)
        first = first and not block.begins
        yield from _block_rows(block, tag, how)


def _blocks(placed: Sequence[Placed], how: Manner) -> Iterator[_Block]:
    starts: dict[int, bool] = {}
    for kind in ("text", "footnote"):
        sets = [one.set for one in placed if one.kind == kind]
        starts |= dict(zip(map(id, sets), paragraphs.begins(sets, how), strict=True))
    kept: list[Placed] = []
    begins = False
    for one in placed:
        starts_here = starts.get(id(one.set), False)
        if kept and (starts_here or kept[-1].kind != one.kind or kept[-1].set.page != one.set.page):
            yield _Block(tuple(kept), begins)
            kept = []
        if not kept:
            begins = starts_here
        kept.append(one)
    if kept:
        yield _Block(tuple(kept), begins)


def _with_notes_after(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Put the footnotes of a page after the paragraph in which the page breaks off."""
    waiting: list[_Block] = []
    for block in blocks:
        kind = block.lines[0].kind
        if kind == "footnote":
            waiting.append(block)
            continue
        if kind == "text" and block.begins:
            yield from waiting
            waiting = []
        yield block
    yield from waiting


def _tag(block: _Block, how: Manner, levels: Mapping[float, int]) -> str:
    """What a block is, in the words of HTML."""
    one = block.lines[0]
    if one.kind != "text":
        return one.kind
    level = levels.get(round(one.set.line.size, 1))
    if level and len(block.lines) <= LONGEST_HEADING and block.begins:
        return f"h{level}"
    if block.begins and len(block.lines) <= LONGEST_HEADING and _all_bold(block):
        return f"h{min(6, len(levels) + 1)}"
    if BULLET.match(one.set.line.text):
        return "li"
    indents = [line.set.indent for line in block.lines]
    if len(indents) >= QUOTED_LINES and min(indents) > QUOTED and not one.set.centred and how.size:
        return "blockquote"
    return "p"


def _all_bold(block: _Block) -> bool:
    last = block.lines[-1].set
    return all(one.set.line.bold for one in block.lines) and paragraphs.is_bold_heading(last)


def _block_rows(block: _Block, tag: str, how: Manner) -> Iterator[Row]:
    for at, one in enumerate(block.lines):
        yield _row(one, tag, how, begins=block.begins and at == 0)


def _row(one: Placed, tag: str, how: Manner, *, begins: bool) -> Row:
    placed: Set = one.set
    line = placed.line
    return Row(
        line.text,
        page=one.label,
        tag=tag,
        size=round(line.size / how.size, 2),
        indent=round(max(placed.indent, 0.0), 2),
        column=placed.column,
        width=round(min(placed.width, 1.0), 2) if one.kind in {"text", "footnote"} else 0.0,
        begins=begins if one.kind in {"text", "footnote"} else None,
        bold=line.bold,
        italic=line.italic,
        spans=line.spans,
    )
