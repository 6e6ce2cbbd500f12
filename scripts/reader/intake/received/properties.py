"""What a word processor keeps of a manuscript beside its words: title, author, language.

    docProps/core.xml (DOCX)   meta.xml (ODT)

Pandoc gives only what is set as a title in the text itself. The days that stand here are those of the file,
not of the text, and are left alone; so are the names that programs enter for everybody.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reader.intake.received import archives

PARTS = ("docProps/core.xml", "meta.xml")
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
FIRST_AUTHOR = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator"
FIELDS = {  # the first that says something counts
    "title": (f"{DUBLIN_CORE}title",),
    "author": (FIRST_AUTHOR, f"{DUBLIN_CORE}creator"),
    "language": (f"{DUBLIN_CORE}language",),
}
NOBODY = frozenset({"user", "admin", "administrator", "author", "unknown", "microsoft office user", "owner"})
PROGRAMS = ("python-docx", "openpyxl", "pandoc", "apache poi", "libreoffice", "windows user")
NO_TITLES = frozenset({"untitled", "document", "word document", "microsoft word document", "title"})
LONGEST = 500


def properties(data: bytes) -> Mapping[str, str]:
    """Return what the archive of a manuscript, which has been looked through, says of it."""
    return _said(archives.member(data, PARTS))


def _said(written: bytes) -> Mapping[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(written, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return {}
    found: dict[str, str] = {}
    for field, names in FIELDS.items():
        for one in (" ".join((here.text or "").split()) for name in names for here in root.iter(name)):
            if one and len(one) <= LONGEST and not _is_of_a_program(field, one):
                found.setdefault(field, one)
    return found


def _is_of_a_program(field: str, said: str) -> bool:
    plain = said.casefold()
    if field == "author":
        return plain in NOBODY or plain.startswith(PROGRAMS)
    return field == "title" and plain in NO_TITLES
