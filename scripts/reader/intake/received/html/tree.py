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
DEEPEST = 200  # elements within one another that are kept of a page that no parser gets through
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def parse(text: str) -> HtmlElement | None:
    """Return the tree of a page; None where there is nothing in it."""
    clean = CONTROLS.sub("\ufffd", XML_DECLARATION.sub("", text))
    tree, whole = _parsed(clean)
    return tree if whole else _parsed(_shallow(clean))[0]


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether the parser has gone through all of the page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    deep = any("depth" in entry.message.casefold() for entry in parser.error_log)
    return tree, not deep


def _shallow(text: str) -> str:
    """The page without the elements that lie too deep for a parser; their words stay."""
    made: list[str] = []
    at = depth = left_out = 0
    for match in TAG.finditer(text):
        made.append(text[at : match.start()])
        at = match.end()
        closes, named = match[1], match[2].casefold()
        if named in VOID or (not closes and (left_out or depth >= DEEPEST)):
            left_out += named not in VOID
            made.append(match[0] if named in VOID else " ")
        elif closes and left_out:
            left_out -= 1
        else:
            depth += -1 if closes else 1
            made.append(match[0])
    return "".join([*made, text[at:]])


def name(element: HtmlElement) -> str:
    """Return the name of an element in small letters, without a prefix; nothing for what is no element."""
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element."""
    if name(element) in UNSEEN or "hidden" in element.attrib:
        return True
    return bool(NOT_DISPLAYED.search(element.get("style") or ""))
