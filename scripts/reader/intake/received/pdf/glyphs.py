"""Read the letters of a PDF with their places: what PDFium tells of each page, in runs of one line and face.

    page 3: Run("The Lamp at ", x0=72.0, x1=131.5, y=90.2, size=10.0, …), Run("Northport", …)

A run is a stretch of letters that follow one another on one baseline; `y` grows downwards from the top of
the page, and all measures are in points. Nothing is decided here but where a run ends.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import atan2, hypot, pi
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as api

HYPHENS = dict.fromkeys((0x02, 0xFFFE), "-")  # what PDFium has for a hyphen at the end of a line
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
UNKNOWN = "\ufffd"
LARGEST_CODE = 0x10FFFF
ITALIC, FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor
NAME_LENGTH = 256
JUMP = 1.1  # of the size of the type: a wider gap ends a run
OFF_THE_LINE = 0.1  # of the size: letters further up or down begin a run
SPACE = 0.14  # of the size: a gap that wide, or wider, is a space
WEIGHTS = ("bold", "black", "heavy", "semibold", "demi")
SLANTS = ("italic", "oblique", "slanted")


@dataclass(frozen=True, slots=True)
class Face:
    """The font of a run, as far as it tells a heading or emphasis from the text."""

    name: str  # as the file has it, without the prefix of a subset
    bold: bool  # by its name or its flags
    italic: bool  # by its name or its flags, oblique too


@dataclass(frozen=True, slots=True)
class Run:
    """Letters on one baseline; `first` is the width of the first word."""

    text: str  # in NFC, with single spaces, none at its ends
    x0: float  # the left edge of its letters, in points
    x1: float  # the right edge
    y: float  # its baseline, in points, growing downwards
    size: float  # of the type, in points
    face: Face  # that of the letter in its middle
    first: float = 0.0

    @property
    def is_rtl(self) -> bool:
        """Whether most of its letters are of a script that runs from right to left."""
        return sum(map(_leftwards, self.text)) * 2 > sum(map(str.isalpha, self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page in the order of the file; `number` counts from 1, `label` is what the file says.

    `turned` are the words of runs that do not lie as most of the page does; `unknown` counts letters of
    which the file does not say what they are.
    """

    number: int
    label: str
    width: float  # in points, once its letters stand upright
    height: float  # the same
    runs: tuple[Run, ...]  # those that lie as most of the page does
    turned: tuple[str, ...] = ()
    unknown: int = 0


@dataclass(slots=True)
class _Letter:
    sign: str
    x0: float
    x1: float
    y: float
    size: float
    face: Face
    angle: int


def pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """Yield the pages of a document that has been opened."""
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        letters = list(_letters(text.raw))
        width, height = page.get_size()
        text.close()
        page.close()
        yield _page(index + 1, document.get_page_label(index), width, height, letters)


def _page(number: int, label: str, width: float, height: float, letters: list[_Letter | None]) -> Page:
    angles = [one.angle for one in letters if one]
    upright = max(sorted(set(angles)), key=angles.count, default=0)
    lying = [one for one in letters if one is None or one.angle == upright]
    other = [one for one in letters if one and one.angle != upright]
    to_top = height if upright in {0, 2} else width
    runs = tuple(_runs(lying, to_top))
    turned = tuple(run.text for run in _runs(other, to_top))
    unknown = sum(one is not None and one.sign == UNKNOWN for one in letters)
    wide, high = (width, height) if upright in {0, 2} else (height, width)
    return Page(number, label, wide, high, runs, turned, unknown)


def _letters(text: Any) -> Iterator[_Letter | None]:
    """Yield the letters of a page; None stands where PDFium has seen the end of a line."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), api.FS_RECTF()
    known: dict[int, tuple[float, Face, int]] = {}
    last = (0.0, Face("", bold=False, italic=False), 0)
    for index in range(max(api.FPDFText_CountChars(text), 0)):
        code = api.FPDFText_GetUnicode(text, index)
        if code in {10, 13}:
            yield None
            continue
        letter = sign(code)
        api.FPDFText_GetLooseCharBox(text, index, box)
        api.FPDFText_GetCharOrigin(text, index, x, y)
        within = ctypes.cast(api.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value
        if within:  # what PDFium has put in by itself belongs to no object
            if within not in known:
                known[within] = _type(text, index)
            last = known[within]
        yield _placed(letter, box, (x.value, y.value), last)


def _placed(sign: str, box: Any, origin: tuple[float, float], type_: tuple[float, Face, int]) -> _Letter:
    """A letter on a page that is turned until its letters stand upright."""
    x, y = origin
    size, face, angle = type_
    if angle == 1:
        return _Letter(sign, box.bottom, box.top, -x, size, face, angle)
    if angle == 2:
        return _Letter(sign, -box.right, -box.left, -y, size, face, angle)
    if angle == 3:
        return _Letter(sign, -box.top, -box.bottom, x, size, face, angle)
    return _Letter(sign, box.left, box.right, y, size, face, angle)


def _type(text: Any, index: int) -> tuple[float, Face, int]:
    """The size, the face and the quarter turns of a letter."""
    matrix = api.FS_MATRIX()
    api.FPDFText_GetMatrix(text, index, matrix)
    size = api.FPDFText_GetFontSize(text, index) * (hypot(matrix.c, matrix.d) or 1.0)
    buffer, flags = ctypes.create_string_buffer(NAME_LENGTH), ctypes.c_int()
    api.FPDFText_GetFontInfo(text, index, buffer, NAME_LENGTH, flags)
    name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
    low = name.casefold()
    bold = any(word in low for word in WEIGHTS) or bool(flags.value & FORCE_BOLD)
    italic = any(word in low for word in SLANTS) or bool(flags.value & ITALIC)
    turns = round(atan2(matrix.b, matrix.a) / (pi / 2)) % 4
    return round(size, 2), Face(name, bold, italic), turns


def sign(code: int) -> str:
    """Return what a code of PDFium stands for; a sign of its own for what nobody can name."""
    if code in HYPHENS:
        return "-"
    if code == 0 or code > LARGEST_CODE or 0xD800 <= code <= 0xDFFF:
        return UNKNOWN
    named = chr(code)
    if unicodedata.category(named) in {"Co", "Cn", "Cc"}:
        return " " if named == "\t" else UNKNOWN
    return LIGATURES.get(named, named)


def _leftwards(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in {"R", "AL"}


def _runs(letters: Iterable[_Letter | None], to_top: float) -> Iterator[Run]:
    kept: list[_Letter] = []
    for one in letters:
        if one is None or (kept and _ends(kept[-1], one)):
            yield from _run(kept, to_top)
            kept = []
        if one is not None:
            kept.append(one)
    yield from _run(kept, to_top)


def _ends(last: _Letter, one: _Letter) -> bool:
    """Whether a run ends before `one`: another line, another size, or a gap that no space makes."""
    size = max(last.size, one.size, 1.0)
    if one.sign == " ":
        return False
    if abs(one.y - last.y) > OFF_THE_LINE * size or abs(one.size - last.size) > OFF_THE_LINE * size:
        return True
    if last.face != one.face and (last.face.bold, last.face.italic) != (one.face.bold, one.face.italic):
        return True
    ahead = max(one.x0 - last.x1, last.x0 - one.x1)  # in either direction
    return ahead > JUMP * size or (one.x0 < last.x0 - JUMP * size and not _leftwards(one.sign))


def _run(letters: list[_Letter], to_top: float) -> Iterator[Run]:
    while letters and letters[-1].sign == " ":
        letters.pop()
    while letters and letters[0].sign == " ":
        letters.pop(0)
    if not letters:
        return
    text = unicodedata.normalize("NFC", "".join(_spaced(letters)))
    inked = [one for one in letters if one.sign != " "]
    x0, x1 = min(one.x0 for one in inked), max(one.x1 for one in inked)
    head = letters[: next((at for at, one in enumerate(letters, 1) if one.sign == " "), len(letters))]
    first = max(one.x1 for one in head) - min(one.x0 for one in head)
    middle = letters[len(letters) // 2]
    yield Run(text, x0, x1, to_top - letters[0].y, middle.size, middle.face, first)


def _spaced(letters: list[_Letter]) -> Iterator[str]:
    """The signs, with one space where the file has spaces or leaves room for one."""
    last: _Letter | None = None
    for one in letters:
        if one.sign == " " and last and last.sign == " ":
            continue
        if last and " " not in (last.sign, one.sign) and one.x0 - last.x1 > 2 * SPACE * one.size:
            yield " "
        yield one.sign
        last = one
