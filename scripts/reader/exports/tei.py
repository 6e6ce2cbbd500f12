"""`/data/texts/<slug>.tei.xml`: a text in TEI P5, with its record, its method and the works that it cites.

`/data/corpus.tei.xml` holds all of them. So that ids stay apart there, each begins with the name of its text:
`kaleji-2023.p7`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.exports import phrases
from reader.exports.phrasing import line
from reader.exports.tei_body import body
from reader.exports.tei_header import edition, header, responsible
from reader.exports.tei_works import works
from reader.exports.xml import ID, TEI, Element, element
from reader.exports.xml import document as as_xml
from reader.model import Library, Page

POINTERS = ("target", "prev", "next", "corresp", "ref")
CLOSE = "</teiCorpus>"


def document(page: Page, library: Library) -> str:
    """Return the TEI document of a text, with the declaration of XML."""
    return as_xml(_text(page, library))


def corpus(documents: Iterable[str], library: Library) -> Iterator[str]:
    """Yield the parts of one document that holds all texts, made of their own.

    Each is written by itself and set between the tags of the corpus, since the tree of a thousand texts
    would not fit into the memory of a small machine; what is set there is XML that was built.
    """
    empty = as_xml(element("teiCorpus", _corpus_header(library), ""))
    head = empty.rstrip().removesuffix(CLOSE)
    yield f"{head}\n"
    for one in documents:
        yield one.partition("?>\n")[2]
    yield f"{CLOSE}\n"


def _text(page: Page, library: Library) -> Element:
    text = element("text", body(page, library), works(page, library), lang=page.language)
    return _apart(element("TEI", header(page, library), text), page.slug)


def _apart(root: Element, slug: str) -> Element:
    """Put the name of the text before its ids, and before what points at them within the text."""
    prefix = slug if slug[0].isalpha() else f"_{slug}"  # no id of XML begins with a digit
    for one in root.iter(f"{{{TEI}}}*"):
        if id_ := one.get(ID):
            one.set(ID, f"{prefix}.{id_}")
        for name in POINTERS:
            if (to := one.get(name, "")).startswith("#"):
                one.set(name, f"#{prefix}.{to[1:]}")
    return root


def _corpus_header(library: Library) -> Element:
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", line(library.site_name)), responsible(library)),
            edition(library),
            element(
                "publicationStmt",
                element("distributor", line(library.site_name) or phrases.READER),
                element("idno", library.site_url, type="URL"),
                element("availability", element("p", phrases.BOOK_RIGHTS)),
            ),
            element("sourceDesc", element("p", phrases.CORPUS_SOURCE)),
        ),
    )
