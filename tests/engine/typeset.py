"""Set paragraphs as a printer would: in columns, with running heads, page numbers, initials and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF

MARGIN, GUTTER, TOP, FOOT = 60.0, 18.0, 90.0, 80.0


@dataclass(frozen=True)
class Manner:
    """How a text is set: `gap` is the room between paragraphs in lines, `indent` in sizes of the type."""

    columns: int = 1
    indent: float = 1.5
    gap: float = 0.0
    justified: bool = True
    size: float = 10.0
    head: str = "Review of Northport Studies, Vol. 3"
    numbered: bool = True
    initial: bool = False
    divided: bool = False  # words at the ends of lines
    notes: Sequence[str] = ()
    title: str = ""


class Setter:
    """One document that is being set."""

    def __init__(self, how: Manner) -> None:
        self.how = how
        self.pdf = FPDF(unit="pt", format=(420, 595))
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_auto_page_break(auto=False)
        self.width = (self.pdf.w - 2 * MARGIN - GUTTER * (how.columns - 1)) / how.columns
        self.bottom = self.pdf.h - FOOT - 10 * len(how.notes)
        self.page = 0
        self.column = how.columns
        self.y = 0.0
        self.type()

    def type(self, size: float = 0, style: str = "") -> None:
        """Choose the type."""
        self.pdf.set_font("times", style, size or self.how.size)

    def turn(self) -> None:
        """Begin the next column, or the next page."""
        self.column += 1
        if self.column >= self.how.columns:
            self.pdf.add_page()
            self.page, self.column = self.page + 1, 0
            self.type(8)
            if self.how.head:
                self.pdf.text(MARGIN, 60, self.how.head)
            if self.how.numbered:
                self.pdf.text(self.pdf.w / 2 - 4, self.pdf.h - 40, str(self.page))
            if self.page == 1:
                for at, note in enumerate(self.how.notes):
                    self.pdf.text(MARGIN, self.bottom + 24 + 10 * at, note)
            self.type()
        self.y = TOP
        if self.page == 1 and self.column == 0 and self.how.title:
            self.type(18, "B")
            self.pdf.text(MARGIN, self.y, self.how.title)
            self.y += 36
            self.type()

    def line(self, words: Sequence[str], indent: float, *, last: bool) -> None:
        """Set a line and go on to the next."""
        if self.column >= self.how.columns or self.y > self.bottom:
            self.turn()
        x = MARGIN + self.column * (self.width + GUTTER) + indent
        if self.how.justified and not last and len(words) > 1:
            room = self.width - indent - sum(map(self.pdf.get_string_width, words))
            for word in words:
                self.pdf.text(x, self.y, word)
                x += self.pdf.get_string_width(word) + room / (len(words) - 1)
        else:
            self.pdf.text(x, self.y, " ".join(words))
        self.y += self.how.size * 1.25

    def paragraph(self, text: str, indent: float) -> None:
        """Set a paragraph; `indent` is that of its first line, in points."""
        lines = list(self.broken(text.split(), indent))
        for at, words in enumerate(lines):
            self.line(words, indent if at == 0 else 0.0, last=at == len(lines) - 1)
        if self.how.gap and self.y > TOP:
            self.y += self.how.gap * self.how.size * 1.25

    def broken(self, words: list[str], indent: float) -> list[list[str]]:
        """Break words into lines."""
        space = self.pdf.get_string_width(" ")
        made: list[list[str]] = [[]]
        room = self.width - indent
        for word in words:
            wide = self.pdf.get_string_width(word)
            if made[-1] and wide > room:
                head = self.head(word, room)
                made[-1] += [head + "-"] if head else []
                rest = word[len(head) :]
                made.append([rest])
                room = self.width - self.pdf.get_string_width(rest) - space
            else:
                made[-1].append(word)
                room -= wide + space
        return made

    def head(self, word: str, room: float) -> str:
        """Return how much of a word still fits before a hyphen."""
        if self.how.divided and word.isalpha() and len(word) > 6:
            for end in range(len(word) - 3, 2, -1):
                if self.pdf.get_string_width(word[:end] + "-") <= room:
                    return word[:end]
        return ""


def typeset(paragraphs: Sequence[str], how: Manner) -> bytes:
    """Return a PDF of paragraphs."""
    setter = Setter(how)
    setter.turn()
    for at, text in enumerate(paragraphs):
        if at == 0 and how.initial:
            _with_initial(setter, text)
        else:
            setter.paragraph(text, how.indent * how.size)
    return bytes(setter.pdf.output())


def _with_initial(setter: Setter, text: str) -> None:
    """Set a paragraph whose first letter stands two lines deep."""
    size, lead = setter.how.size, setter.how.size * 1.25
    setter.type(size + lead + 4)
    wide = setter.pdf.get_string_width(text[0]) + 2
    setter.pdf.text(MARGIN, setter.y + lead, text[0])
    setter.type()
    lines = setter.broken(text[1:].split(), wide)
    setter.line(lines[0], wide, last=False)
    rest = setter.broken([word for line in lines[1:] for word in line], wide)
    setter.line(rest[0], wide, last=len(rest) == 1)
    tail = [word for line in rest[1:] for word in line]
    for words in setter.broken(tail, 0) if tail else ():
        setter.line(words, 0, last=words is tail)
