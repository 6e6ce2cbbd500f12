"""Works as COinS: what reference managers find on a page that speaks of them, each in an empty `span`.

    ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article&rft.atitle=…

Articles, books and theses have formats of their own in OpenURL. All else is given as Dublin Core with the
kind of work as Zotero calls it, since the standard has no words for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from reader.model import Reference
from reader.model.markup import HTML
from reader.model.names import Body
from reader.references.description import people, text
from reader.references.item import item

SPAN = HTML('<span class="Z3988" title="{}"></span>')
GENRES = {
    "article-journal": ("journal", "article"), "review": ("journal", "article"),
    "book": ("book", "book"), "chapter": ("book", "bookitem"), "report": ("book", "report"),
    "paper-conference": ("book", "proceeding"), "thesis": ("dissertation", ""),
}  # fmt: skip
ZOTERO = {
    "article-magazine": "magazineArticle", "article-newspaper": "newspaperArticle", "dataset": "dataset",
    "entry-encyclopedia": "encyclopediaArticle", "graphic": "artwork", "legal_case": "case",
    "legislation": "statute", "manuscript": "manuscript", "motion_picture": "film", "patent": "patent",
    "personal_communication": "letter", "software": "computerProgram", "song": "audioRecording",
    "speech": "presentation", "standard": "standard", "webpage": "webpage",
}  # fmt: skip
TITLES = {  # the keys of a title, and of that of the whole
    "article": ("atitle", "jtitle"), "bookitem": ("atitle", "btitle"), "book": ("btitle", "series"),
    "proceeding": ("atitle", "btitle"), "report": ("btitle", "series"), "": ("title", "source"),
}  # fmt: skip


def span(reference: Reference, language: str = "") -> HTML:
    """Return a work as an empty element that reference managers read."""
    return SPAN.format(context(reference, language))


@lru_cache(maxsize=100_000)  # a work stands in several lists
def context(reference: Reference, language: str = "") -> str:
    """Return a work as the context object of an OpenURL: keys and values, encoded.

    `language` is the one that it is known to be in where its record says none.
    """
    made = {"language": language, **item(reference)}
    rows = [("ctx_ver", "Z39.88-2004"), *_keys(reference, made)]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in rows if value)


def _keys(reference: Reference, made: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kind = str(made["type"])
    form, genre = GENRES.get(kind, ("dc", ""))
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    yield "rft.genre", genre
    yield "rft.type", ZOTERO.get(kind, "document") if form == "dc" else ""
    title, whole = TITLES[genre]
    yield f"rft.{title}", reference.title
    yield f"rft.{whole}", text(made.get("container-title") or made.get("collection-title"))
    yield from _creators(reference)
    yield "rft.date", reference.date.iso if reference.date else ""
    yield from _facts(made, form)
    yield "rft_id", f"info:doi/{made['DOI']}" if "DOI" in made else ""
    yield "rft_id", str(made.get("URL", ""))


def _creators(reference: Reference) -> Iterator[tuple[str, str]]:
    authors = people(reference, "author")
    for name in authors:
        yield ("rft.aucorp" if isinstance(name, Body) else "rft.au"), name.inverted
    for name in people(reference, "editor") if not authors else ():
        yield "rft.contributor", name.inverted


def _facts(made: Mapping[str, Any], form: str) -> Iterator[tuple[str, str]]:
    first, _, last = text(made.get("page")).partition("-")
    for key, value in (
        ("volume", made.get("volume")),
        ("issue", made.get("issue") or (made.get("number") if form == "journal" else "")),
        ("spage", first),
        ("epage", last),
        ("pages", made.get("page") if form != "dissertation" else ""),
        ("issn", made.get("ISSN")),
        ("isbn", made.get("ISBN")),
        ("inst" if form == "dissertation" else "publisher" if form == "dc" else "pub", made.get("publisher")),
        ("degree", made.get("genre") if form == "dissertation" else ""),
        ("place", made.get("publisher-place")),
        ("edition", made.get("edition")),
        ("tpages", made.get("number-of-pages")),
        ("language", made.get("language")),
    ):
        yield f"rft.{key}", text(value)
