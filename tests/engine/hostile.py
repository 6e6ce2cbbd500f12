"""Random texts of the kinds that break readers, and random decisions of an editor about them."""

from __future__ import annotations

import hashlib
from typing import cast, get_args

from hypothesis import strategies as st

from reader.model import (
    At,
    Correction,
    CorrectionsFile,
    Cut,
    CutKind,
    Footnote,
    Heading,
    Hyphen,
    Join,
    Layout,
    Lines,
    Markup,
    MarkupKind,
    Paragraph,
    Part,
    PartKind,
    Pause,
    PrintPage,
    Rights,
    Sic,
    Source,
    SourceFile,
    Supply,
    Table,
)
from reader.model.layouts import Cells
from reader.model.shapes import SuppliedKind

AT = At("sources/text/source.toml", 1)
WORDS = ["  2", *"Iran and the Caucasus. it’s Россия и сближение ایران می‌خواهم 3+3 ẞtraße".split()]
BLANKS = [*"  \n\r\t\xa0\u2003\u2028\x0b\x0c\x85", "  ", "\n\n", "\n \n", "\r\n", "    "]
CONTROLS = [*"\0\x02\x03\x1b\x7f\x9f\u202e\u2066\u2069\u200e\u061c"]
UNSEEN = [*"\xad\u200b\ufeff\u2060\u200c\u200d\u034f\ufe0f\ufffe\U000e0001"]
JOINING = [*"e\u0301\u0323\u0310\u0345\u0344\u0f73\u1112\u1161\u11abㄱㅏｶﾞ", "\u09c7\u09be"]
ODD = [*"aZ9é̈ßжکあ가−′“”‘’«»…–‐—№²ǅʰᾳ😀𐐀𝔄𠀋ﷺ½İﬁ", "👩\u200d👩"]
SIGNS = """
* ** _ ` `` [ ] ( ) ![ ]( { } {#x} {: .y} {.z} < > & &amp; &#60; <script> </p> <b> <!-- --> <https://x.org>
# 1. - + | --- ::: === : [^1] [TOC] ~~ == ^^ :smile: $x$ {{x}} \\ \\* ' " 5' 39°49' % wzxhzdk:0 klzzwxh:0001
*[a]: [a]: https://x.org/a_b
""".split()
OPENING = ["# ", " #", "1. ", "- ", "+ ", "> ", "!!! note", "??? x", '--8<-- "a"', "{: #y }", '"""', "'''"]
PIECES = (*WORDS, *BLANKS, *CONTROLS, *UNSEEN, *JOINING, *ODD, *SIGNS, *OPENING)
CODES = {0xF0000 + number: piece for number, piece in enumerate(PIECES)}


def texts(longest: int = 16) -> st.SearchStrategy[str]:
    """Return texts of up to `longest` pieces, each of which has broken some program.

    A piece is drawn as one character, for speed, and put in its place afterwards.
    """
    return st.text("".join(map(chr, CODES)), max_size=longest).map(lambda drawn: drawn.translate(CODES))


def raw_texts() -> st.SearchStrategy[str]:
    """Return texts that are not empty: an empty one is refused."""
    return texts(30).filter(str.strip)


def source(raw: str, layout: Layout = "line-per-paragraph", language: str = "en") -> Source:
    """Return a raw text about which nothing has been decided."""
    data = raw.encode()
    digest = hashlib.sha256(data).hexdigest()
    rights = Rights(statement="None.", publication="full", at=AT)
    about = SourceFile(language=language, layout=layout, sha256=digest, rights=rights, at=AT)
    return Source("text", data, about, CorrectionsFile(at=AT), (), (), "")


def text_lines(raw: str) -> list[str]:
    """Return the lines of a raw text, without their ends."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Return a raw text with decisions, most of them sound and some not."""
    raw = draw(raw_texts())
    layout = cast(Layout, draw(st.sampled_from(get_args(Layout))))
    lines = text_lines(raw)
    numbers = st.lists(st.integers(0, len(lines) + 1), max_size=2)

    def words(line: int) -> str:
        text = lines[line - 1] if 1 <= line <= len(lines) else "x"
        start = draw(st.integers(0, max(0, len(text) - 1)))
        return text[start : start + draw(st.integers(1, 6))] or "x"

    def lines_of(first: int) -> Lines:
        return Lines((first, first + draw(st.integers(0, 1))))

    def kinds(kind: object) -> str:
        return cast(str, draw(st.sampled_from(get_args(kind))))

    def opening(line: int) -> str:
        text = lines[line - 1] if 1 <= line <= len(lines) else "x"
        return " ".join(text.split())[: draw(st.integers(1, 12))].strip() or "x"

    def marker(line: int, note: int) -> str:
        return draw(st.sampled_from([words(line), opening(note), "*"]))

    about = SourceFile(
        language="en",
        layout=layout,
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        rights=Rights(statement="None.", publication="full", at=AT),
        cut=tuple(
            Cut(lines=lines_of(n), begins=opening(n), kind=cast(CutKind, kinds(CutKind)), reason="r", at=AT)
            for n in draw(numbers)
        ),
        heading=tuple(
            Heading(
                line=n, text=(text := opening(n)), shown=draw(st.sampled_from(["", text.swapcase()])), at=AT
            )
            for n in draw(numbers)
        ),
        paragraph=tuple(
            Paragraph(line=n, begins=draw(st.sampled_from(["", words(n)])), at=AT) for n in draw(numbers)
        ),
        join=tuple(Join(line=n, at=AT) for n in draw(numbers)),
        table=tuple(
            Table(lines=lines_of(n), cells=cast(Cells, kinds(Cells)), columns=draw(st.integers(0, 3)), at=AT)
            for n in draw(numbers)
        ),
        part=tuple(
            Part(
                lines=lines_of(n),
                kind=cast(PartKind, kinds(PartKind)),
                speakers=("Iran",),
                first_line=draw(st.integers(0, 2)),
                line_numbers=draw(st.booleans()),
                at=AT,
            )
            for n in draw(st.lists(st.integers(0, len(lines) + 1), max_size=4))
        ),
        pause=tuple(Pause(before=n, reason="r", at=AT) for n in draw(numbers)),
        hyphen=tuple(Hyphen(line=n, keep=draw(st.booleans()), reason="r", at=AT) for n in draw(numbers)),
        markup=tuple(
            Markup(
                line=n,
                find=words(n),
                kind=cast(MarkupKind, kinds(MarkupKind)),
                target="https://x.test/",
                at=At(AT.path, 100 + at),
            )
            for at, n in enumerate(draw(numbers))
        ),
        footnote=tuple(
            Footnote(line=line, marker=marker(line, n), note=lines_of(n), number=opening(n), at=AT)
            for n in draw(numbers)
            for line in [draw(st.integers(1, len(lines)))]
        ),
        page=tuple(
            PrintPage(line=n, number=words(n), marker=words(n) if draw(st.booleans()) else "", at=AT)
            for n in draw(numbers)
        ),
        at=AT,
    )
    corrections = CorrectionsFile(
        correction=tuple(
            Correction(line=n, find=words(n), replace=draw(texts(3)), reason="r", at=AT)
            for n in draw(numbers)
        ),
        supply=tuple(
            Supply(
                before=n, kind=cast(SuppliedKind, kinds(SuppliedKind)), text=draw(texts(3)), reason="r", at=AT
            )
            for n in draw(numbers)
        ),
        sic=tuple(Sic(line=n, find=words(n), reason="r", at=AT) for n in draw(numbers)),
        at=AT,
    )
    return Source("text", raw.encode(), about, corrections, (), (), "")
