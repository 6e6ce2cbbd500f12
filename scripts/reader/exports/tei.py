"""`/data/texts/<slug>.tei.xml`: a text in TEI P5, its record and its method in the header."""

from __future__ import annotations

from reader.exports.tei_body import body
from reader.exports.tei_header import header
from reader.exports.xml import document as as_xml
from reader.exports.xml import element
from reader.model import Library, Page


def document(page: Page, library: Library) -> str:
    """Return the TEI document of a text, with the declaration of XML."""
    text = element("text", body(page, library), lang=page.language)
    return as_xml(element("TEI", header(page, library), text))
