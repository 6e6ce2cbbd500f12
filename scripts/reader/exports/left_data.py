"""The data files of texts that have left: those of the text that goes on, or word that it is gone."""

from __future__ import annotations

from collections.abc import Callable

from reader.exports import phrases
from reader.exports.phrasing import line
from reader.exports.xml import document, element
from reader.model import Library, addresses
from reader.model.published import Left
from reader.words.json_text import as_json


def left_files(library: Library, read: Callable[[str], str]) -> dict[str, str]:
    """Return the files that stand at addresses of `/data/` which have left, by their paths below it."""
    found: dict[str, str] = {}
    for left in library.published.left:
        slug = left.address.path.removeprefix("texts/").rstrip("/")
        if left.follows or left.address != addresses.text(slug):
            continue
        leads = left.leads.path.removeprefix("texts/").rstrip("/") if left.leads else ""
        for end in addresses.TEXT_DATA:
            if addresses.data(f"texts/{slug}{end}").written not in library.published.editions:
                continue
            stands = leads in library.page
            found[f"texts/{slug}{end}"] = (
                read(f"texts/{leads}{end}") if stands else _gone(left, slug, end, library)
            )
    return found


def _gone(left: Left, slug: str, end: str, library: Library) -> str:
    was, reason = line(left.was), line(left.reason)
    if end == ".json":
        retired = [{"id": str(id_), "lands": "", "keptWords": False} for id_ in left.anchors]
        schema = addresses.data("texts/schema.json").absolute(library.site_url)
        about = {"$schema": schema, "slug": slug, "title": was, "language": "und", "edition": library.edition}
        return as_json(about | {"passages": [], "retired": retired, "gone": reason})
    said = phrases.GONE.format(reason=reason)
    if end == ".txt":
        return f"{was}\n\n{said}\n"
    address = left.address.absolute(library.site_url)
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", was)),
            element(
                "publicationStmt",
                element("distributor", line(library.site_name) or phrases.READER),
                element("idno", address, type="URL"),
            ),
            element("sourceDesc", element("p", said)),
        ),
    )
    return document(element("TEI", header, element("text", element("body", element("p", said)))))
