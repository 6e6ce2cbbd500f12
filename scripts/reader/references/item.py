"""One item of CSL for each reference: all that is said of a work, anywhere, comes from it.

Page heads, meta tags, JSON-LD, TEI, RIS, lists and citations read this item and no field of BibTeX. Text in
it is that of CSL-JSON: `<i>`, `<b>`, `<sup>`, `<sub>` and small capitals; a `<` of the title itself that
would begin one of these is followed by U+2060, which citations leave out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from reader.model import Reference
from reader.model.dates import Date, Point
from reader.model.names import Body, Name, Names
from reader.model.references import DESCRIPTIVE
from reader.model.rich_text import Phrase, Run, plain
from reader.references.languages import language

Item = Mapping[str, Any]
Write = Callable[[Phrase], str]
GUARD = "\u2060"
PUBLICATION = {"inpress": "in press", "inpreparation": "in preparation"}
DESCRIPTION = "The title is a description by the editors."
TYPES = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book",
    "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book", "commentary": "legal_case",
    "dataset": "dataset", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case",
    "legal": "treaty", "legislation": "legislation", "letter": "personal_communication", "manual": "book",
    "movie": "motion_picture", "music": "song", "mvbook": "book", "mvcollection": "book",
    "mvproceedings": "book", "mvreference": "book", "online": "webpage", "patent": "patent",
    "performance": "performance", "periodical": "periodical", "proceedings": "book", "reference": "book",
    "report": "report", "review": "review", "software": "software", "standard": "standard",
    "suppbook": "chapter", "suppcollection": "chapter", "suppperiodical": "article-journal",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture",
}  # fmt: skip
ROLES = {
    "author": "author", "bookauthor": "container-author", "editor": "editor", "translator": "translator",
    "holder": "author",
}  # fmt: skip
ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/", "hdl": "https://hdl.handle.net/",
}  # fmt: skip
TAG = re.compile(r"<(?=/?(?:i|b|sup|sub|sc|span)\b)")
MARKUP = {
    "emphasis": ("<i>", "</i>"), "strong": ("<b>", "</b>"), "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"), "kept": ('<span class="nocase">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
}  # fmt: skip


def item(reference: Reference, write: Write | None = None) -> dict[str, Any]:
    """Return a reference as an item of CSL; `write` says how its titles are written, else as they are."""
    return _item(reference, write) if write else dict(_printed(reference))


@lru_cache(maxsize=100_000)  # asked for by whatever speaks of a work
def _printed(reference: Reference) -> Item:
    return _item(reference, printed)


def _item(reference: Reference, title_of: Write) -> dict[str, Any]:
    made = {
        "id": reference.key,
        "type": csl_type(reference),
        **dict(_creators(reference)),
        **{name: title_of(phrase) for name, phrase in _titles(reference) if phrase},
        **{name: printed(phrase) for name, phrase in _facts(reference) if phrase},
        **{name: csl_date(date) for name, date in _dates(reference)},
        **dict(_codes(reference)),
    }
    return {name: value for name, value in made.items() if value}


def items(references: Mapping[str, Reference]) -> dict[str, dict[str, Any]]:
    """Return the items of all references, with the titles as they are printed, and what no style prints.

    That a title is a description by the editors is told in a note.
    """
    return {key: item(one) | dict(_unprinted(one)) for key, one in references.items()}


def _unprinted(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.described:
        note = printed(reference.phrases.get("note", ()))
        yield "note", f"{note.rstrip('.')}. {DESCRIPTION}" if note else DESCRIPTION
    for field, name in (("abstract", "abstract"), ("keywords", "keyword")):
        said = [one.strip() for one in reference.get(field).split(",") if one.strip() != DESCRIPTIVE]
        if any(said):
            yield name, ", ".join(said) if name == "keyword" else reference.get(field)


def printed(phrase: Phrase) -> str:
    """Return a phrase with the markup of CSL-JSON, but for what keeps its capitals."""
    return marked(Run(run.text, tuple(one for one in run.styles if one != "kept")) for run in phrase)


def marked(phrase: Iterable[Run]) -> str:
    """Return a phrase with the markup of CSL-JSON."""
    parts: list[str] = []
    open_: tuple[str, ...] = ()
    for run in (*phrase, Run("")):
        same = 0
        while same < min(len(open_), len(run.styles)) and open_[same] == run.styles[same]:
            same += 1
        parts += [MARKUP[style][1] for style in reversed(open_[same:])]
        parts += [MARKUP[style][0] for style in run.styles[same:]]
        parts.append(TAG.sub(f"<{GUARD}", run.text))
        open_ = run.styles
    return "".join(parts)


def csl_type(reference: Reference) -> str:
    """Return the type of CSL for a reference."""
    kind, sub = reference.type, reference.get("entrysubtype")
    if kind in {"article", "suppperiodical"} and sub in {"magazine", "newspaper"}:
        return f"article-{sub}"
    if kind == "unpublished" and reference.get("eventtitle"):
        return "speech"
    return TYPES.get(kind, "document")


def csl_date(date: Date) -> dict[str, Any]:
    """Return a date as CSL has it; what CSL has no parts for is said in words."""
    if date.span and date.start is None:
        return {"literal": date.words}
    if not date.span and date.point.vague == 1:
        return {"literal": date.words}
    if date.point.vague > 1:
        return {"date-parts": [[date.point.year], [date.point.year + 99]]}
    made: dict[str, Any] = {"date-parts": [_parts(date.point)]}
    if date.span:
        made["date-parts"].append(_parts(date.end) if date.end else [0])
    if any(one and (one.about or one.uncertain) for one in (date.start, date.end)):
        made["circa"] = True
    return made


def _parts(point: Point) -> list[int]:
    year = point.year if point.year > 0 else point.year - 1  # CSL has no year 0
    return [part for part in (year, point.month or point.season, point.day) if part is not None]


def container(reference: Reference) -> Phrase:
    """Return the title of what a work stands in: a journal, a book, a series of volumes, a web site."""
    if _is_periodical(reference):
        own = reference.phrases.get("title", ()) if reference.type == "periodical" else ()
        return reference.titled("journal") or own or reference.titled("book")
    book, main = reference.titled("book"), reference.titled("main")
    addon = reference.phrases.get("booktitleaddon", ())
    whole = (*main, Run(". "), *book) if main and book else book or main
    if not whole and reference.type == "online":
        return reference.titled("journal") or site(reference)
    return (*whole, Run(". "), *addon) if whole and addon else whole


def site(reference: Reference) -> Phrase:
    """Return the name of the web site that a page stands on, where it is of no other kind of whole."""
    named = any(reference.phrases.get(one) for one in ("booktitle", "maintitle", "journaltitle"))
    return () if named or reference.type != "online" else reference.phrases.get("organization", ())


def publisher(reference: Reference) -> Phrase:
    """Return who published a work; a thesis and a report have the body that they were made for."""
    if site(reference):
        return reference.phrases.get("publisher", ())
    order = {
        "thesis": "institution publisher organization",
        "report": "institution organization publisher",
        "online": "organization publisher institution howpublished",
    }.get(reference.type, "publisher organization institution howpublished")
    return next((reference.phrases[one] for one in order.split() if reference.phrases.get(one)), ())


def _is_periodical(reference: Reference) -> bool:
    return reference.type in {"article", "suppperiodical", "periodical", "review"}


def _is_named(reference: Reference) -> bool:
    """Whether what a work stands in has a name rather than a title: no style changes its capitals."""
    return _is_periodical(reference) or reference.type == "online"


def _creators(reference: Reference) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for field, role in ROLES.items():
        names = reference.names.get(field, Names())
        if names and not (field == "holder" and reference.names.get("author")):
            people = [_csl_name(name) for name in names]
            yield role, [*people, {"literal": "others"}] if names.more else people


def _csl_name(name: Name) -> dict[str, str]:
    if isinstance(name, Body):
        return {"literal": name.name}
    particle = "non-dropping-particle" if name.sorted_by_particle else "dropping-particle"
    made = {"family": name.family, "given": name.given, particle: name.particle, "suffix": name.suffix}
    return {part: said for part, said in made.items() if said}


def _titles(reference: Reference) -> Iterator[tuple[str, Phrase]]:
    """The titles whose capitals a style may change."""
    addon = reference.phrases.get("titleaddon", ())
    title = reference.titled("")
    yield "title", (*title, Run(". "), *addon) if title and addon else title
    yield "title-short", _short(reference)
    if not _is_named(reference):
        yield "container-title", container(reference)
    yield "collection-title", reference.phrases.get("series", ())
    yield "original-title", reference.phrases.get("origtitle", ())
    yield "event-title", reference.phrases.get("eventtitle", ())


def _short(reference: Reference) -> Phrase:
    """The short title: as it is given, or what stands before the subtitle."""
    if short := reference.phrases.get("shorttitle", ()):
        return short
    title = reference.phrases.get("title", ())
    if reference.get("subtitle") or reference.get("titleaddon"):
        return title
    short_title: list[Run] = []
    for run in title:
        before, colon, _ = run.text.partition(":")
        short_title.append(Run(before, run.styles))
        if colon:
            return tuple(short_title)
    return ()


def _facts(reference: Reference) -> Iterator[tuple[str, Phrase]]:
    """What is printed as it stands."""
    phrases = reference.phrases

    def first(*names: str) -> Phrase:
        return next((phrases[name] for name in names if phrases.get(name)), ())

    if _is_named(reference):
        yield "container-title", container(reference)
    yield "container-title-short", _written(reference.get("shortjournal"))
    yield "publisher", publisher(reference)
    yield "publisher-place", first("location")
    yield "event-place", first("venue")
    yield "original-publisher", first("origpublisher")
    yield "original-publisher-place", first("origlocation")
    yield "genre", first("type")
    yield "medium", first("howpublished") if phrases.get("publisher") and reference.type == "misc" else ()
    yield "volume", first("volume")
    is_journal = _is_periodical(reference)
    number, issue = first("number"), first("issue")
    yield (
        "issue",
        (*number, Run(", "), *issue)
        if is_journal and number and issue
        else (number or issue if is_journal else issue),
    )
    if phrases.get("series") and not is_journal:
        yield "collection-number", number
    elif not is_journal:
        yield "number", number
    yield "number-of-volumes", first("volumes")
    yield "number-of-pages", first("pagetotal")
    yield "chapter-number", first("chapter")
    yield "part-number", first("part")
    yield "edition", first("edition")
    yield "version", first("version")
    yield "page", _written(re.sub(r"\s*(?:--+|–|—)\s*", "–", plain(first("pages"))).replace("–", "-"))
    notes = [phrases[name] for name in ("note", "addendum") if phrases.get(name)]
    yield "note", (*notes[0], Run(". "), *notes[1]) if len(notes) == 2 else (notes or [()])[0]
    yield "annote", first("annotation")
    yield "status", _written(PUBLICATION.get(reference.get("pubstate"), reference.get("pubstate")))


def _written(text: str) -> Phrase:
    return (Run(text),) if text else ()


def _dates(reference: Reference) -> Iterator[tuple[str, Date]]:
    for field, name in (
        ("date", "issued"), ("origdate", "original-date"), ("eventdate", "event-date"),
        ("urldate", "accessed"),
    ):  # fmt: skip
        if field in reference.dates:
            yield name, reference.dates[field]


def _codes(reference: Reference) -> Iterator[tuple[str, str]]:
    """Numbers and addresses, that no style changes."""
    eprint = reference.get("eprint")
    archive = ARCHIVES.get(reference.get("eprinttype").casefold(), "") if eprint else ""
    yield "URL", reference.get("url") or (archive and archive + eprint)
    yield "DOI", reference.get("doi")
    for field in ("isbn", "issn"):
        yield field.upper(), printed(reference.phrases.get(field, ()))
    yield "language", language(reference)
