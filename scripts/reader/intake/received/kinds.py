"""Tell what a file is from its bytes; its name only helps where they leave it open.

b"%PDF-1.7 …" -> pdf     b"PK…word/document.xml…" -> docx     b"\\x89PNG…" -> a picture (PNG), refused
"""

from __future__ import annotations

import re
from typing import Literal

from reader.intake.received.refusal import no_text

Kind = Literal["text", "markdown", "html", "pdf", "docx", "odt", "epub", "rtf"]

REFUSED = (  # what a file begins with, and what it is then
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"AT&TFORM", "a scan (DjVu)"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office file, such as .doc"),
    (b"\x1f\x8b", "an archive (gzip)"),
    (b"BZh", "an archive (bzip2)"),
    (b"\xfd7zXZ\x00", "an archive (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (rar)"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a data base (SQLite)"),
    (b"OggS", "a recording (Ogg)"),
    (b"ID3", "a recording (MP3)"),
    (b"fLaC", "a recording (FLAC)"),
    (b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"BOOKMOBI", "a Kindle book"),
)
WITHIN = (  # the same a few bytes on: where, what, and what it is then
    (0, b"RIFF", "a picture (WebP) or a recording"),
    (4, b"ftyp", "a film or a picture (MP4, HEIC)"),
    (60, b"BOOKMOBI", "a Kindle book"),
    (257, b"ustar", "an archive (tar)"),
)
ZIPPED: tuple[tuple[bytes, Kind], ...] = (
    (b"word/document", "docx"),
    (b"application/epub+zip", "epub"),
    (b"META-INF/container.xml", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
)
OTHER_ZIPPED = (
    (b"xl/workbook", "a spreadsheet (XLSX)"),
    (b"ppt/presentation", "slides (PPTX)"),
    (b"opendocument.spreadsheet", "a spreadsheet (ODS)"),
    (b"opendocument.presentation", "slides (ODP)"),
)
PDF_WITHIN = 1024  # bytes before “%PDF-” that readers of PDF allow
HTML_WITHIN = 4096
HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
SOME_TAGS = re.compile(rb"</(?:p|div|span|table|article|section|h[1-6]|ul)\s*>", re.IGNORECASE)
ENDINGS: dict[str, Kind] = {"md": "markdown", "markdown": "markdown", "mkd": "markdown", "rtf": "rtf"}
HTML_ENDINGS = frozenset({"html", "htm", "xhtml", "shtml", "mht"})
WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16
NARROW = b"\x00"


def kind_of(name: str, data: bytes) -> Kind:
    """Return what kind of file `data` is, or raise `Refused`."""
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    for start, what in REFUSED:
        if data.startswith(start):
            raise no_text(f"the file is {what}")
    for at, mark, what in WITHIN:
        if data[at : at + len(mark)] == mark:
            raise no_text(f"the file is {what}")
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    plain = data.replace(NARROW, b"") if data.startswith(WIDE) else data
    if HTML.search(plain[:HTML_WITHIN]):
        return "html"
    if ending in HTML_ENDINGS and SOME_TAGS.search(plain):
        return "html"
    found = ENDINGS.get(ending, "text")
    return "text" if found == "rtf" else found


def _zipped(data: bytes) -> Kind:
    for mark, found in ZIPPED:
        if mark in data:
            return found
    for mark, what in OTHER_ZIPPED:
        if mark in data:
            raise no_text(f"the file is {what}")
    raise no_text("the file is an archive (ZIP)")
