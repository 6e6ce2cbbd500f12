"""Parse a page into a tree, and tell what of it a browser shows."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

UNSEEN = frozenset(
    "script style template noscript head meta link base svg math object embed iframe canvas audio video "
    "source track map area param datalist rp".split()
)
NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def parse(text: str) -> HtmlElement | None:
    """Return the tree of a page; None where there is nothing in it."""
    clean = CONTROLS.sub("\ufffd", XML_DECLARATION.sub("", text))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def name(element: HtmlElement) -> str:
    """Return the name of an element in small letters, without a prefix; nothing for what is no element."""
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element."""
    if name(element) in UNSEEN or "hidden" in element.attrib:
        return True
    return bool(NOT_DISPLAYED.search(element.get("style") or ""))
