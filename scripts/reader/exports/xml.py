"""Elements of XML, built and never pasted: what is no XML cannot come out. Most of them are of TEI."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from lxml import etree

from reader.exports.phrasing import legal
from reader.words.speech import Phrase, Said

TEI = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element
Child = Element | Said | None


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Return an element of TEI; empty attributes are left out, `id` and `lang` are those of XML."""
    return element_of(TEI, tag, *children, **attributes)


def element_of(namespace: str, tag: str, *children: Child, **attributes: str) -> Element:
    """Return an element of another vocabulary, which is the default of its document."""
    spaces = cast(dict[str, str], {None: namespace})  # the stubs know no default namespace
    made = etree.Element(f"{{{namespace}}}{tag}", nsmap=spaces)
    for name, value in attributes.items():
        if value:
            made.set({"id": ID, "lang": LANG}.get(name, name), legal(value))
    add(made, children)
    return made


def add(parent: Element, children: Iterable[Child]) -> None:
    """Append elements and strings to an element, in their order; `None` is nothing."""
    for child in children:
        if isinstance(child, str | Phrase):
            _add_text(parent, legal(str(child)))
        elif child is not None:
            parent.append(child)


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def document(root: Element) -> str:
    """Return a whole document: the words of a passage keep their spaces, since nothing is indented."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8").decode() + "\n"
