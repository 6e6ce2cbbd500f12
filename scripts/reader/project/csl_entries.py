r"""Items of CSL as entries of BibLaTeX, so that every record is read, and found fault with, in one way.

    {"type": "webpage", "title": "3 % more", "container-title": "World", "issued": {"date-parts": [[2022]]}}
    ->  @online{…, title = {3 \% more}, organization = {World}, date = {2022}}

What has no field there, and is not printed, is kept under its own name. Reference managers write CSL-JSON and
RIS, which `csl_json` and `ris` read into items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.project.bibtex_syntax import Fault, RawEntry, RawField
from reader.project.csl_values import Unreadable, sorts_by_particle, written_date, written_names, written_text

TYPES = {
    "article": "misc", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "bill": "legislation", "book": "book", "broadcast": "video",
    "chapter": "incollection", "classic": "book", "collection": "collection", "dataset": "dataset",
    "document": "misc", "entry": "inreference", "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference", "event": "misc", "figure": "image", "graphic": "artwork",
    "hearing": "misc", "interview": "misc", "legal_case": "jurisdiction", "legislation": "legislation",
    "manuscript": "unpublished", "map": "image", "motion_picture": "movie", "musical_score": "music",
    "pamphlet": "booklet", "paper-conference": "inproceedings", "patent": "patent",
    "performance": "performance", "periodical": "periodical", "personal_communication": "letter",
    "post": "online", "post-weblog": "online", "regulation": "legislation", "report": "report",
    "review": "review", "review-book": "review", "software": "software", "song": "audio",
    "speech": "unpublished", "standard": "standard", "thesis": "thesis", "treaty": "legal",
    "webpage": "online",
}  # fmt: skip
TEXTS = {
    "title": "title", "title-short": "shorttitle", "shortTitle": "shorttitle", "collection-title": "series",
    "volume": "volume", "number-of-volumes": "volumes", "number-of-pages": "pagetotal", "page": "pages",
    "publisher-place": "location", "event-place": "venue", "event-title": "eventtitle", "event": "eventtitle",
    "genre": "type", "medium": "howpublished", "edition": "edition", "version": "version",
    "chapter-number": "chapter", "part-number": "part", "note": "note", "annote": "annotation",
    "original-title": "origtitle", "original-publisher": "origpublisher", "status": "pubstate",
    "original-publisher-place": "origlocation", "ISBN": "isbn", "ISSN": "issn", "language": "langid",
    "collection-number": "number",
}  # fmt: skip
AS_IT_IS = {
    "URL": "url", "DOI": "doi", "abstract": "abstract", "keyword": "keywords",
    "container-title-short": "shortjournal", "journalAbbreviation": "shortjournal",
}  # fmt: skip
DATES = {
    "issued": "date", "accessed": "urldate", "original-date": "origdate", "event-date": "eventdate",
}  # fmt: skip
NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor",
}  # fmt: skip
MAKERS = ("director", "composer", "interviewer", "chair", "organizer", "curator", "illustrator")
PERIODICAL = frozenset({"article", "review", "periodical"})
LEFT_OUT = frozenset({"id", "type", "citation-key", "citation-label"})
PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CslItem:
    """An item of CSL as a file has it, with the 1-based lines of the item and of its fields."""

    fields: Mapping[str, Any]  # as JSON gives them
    line: int  # that on which the item begins
    lines: Mapping[str, int]  # by the names of fields

    @property
    def key(self) -> str:
        """The key of its entry."""
        return str(self.fields.get("citation-key") or self.fields.get("id") or "").strip()


def entry(item: CslItem) -> tuple[RawEntry, list[Fault]]:
    """Return an item as an entry, and the values in it that cannot be read."""
    kind = str(item.fields.get("type") or "")
    type_ = TYPES.get(kind, kind or "misc")
    faults: list[Fault] = []
    fields: list[RawField] = []
    for name, value in item.fields.items():
        line = item.lines.get(name, item.line)
        if name in LEFT_OUT or value in (None, "", [], {}):
            continue
        try:
            for to, text in _field(name, value, type_, item):
                fields.append(RawField(to, text, f"{{{text}}}", line, line))
        except Unreadable as error:
            message = f"“{name}” of “{item.key}”: {error}"
            faults.append(Fault(line, "B09", message, error.hint))
    if any(sorts_by_particle(item.fields.get(name)) for name in NAMES):
        fields.append(RawField("options", "useprefix=true", "", item.line, item.line))
    if kind in {"article-magazine", "article-newspaper"}:
        fields.append(RawField("entrysubtype", kind.removeprefix("article-"), "", item.line, item.line))
    return RawEntry(type_, item.key, tuple(_once(fields)), item.line), faults


def _field(name: str, value: Any, type_: str, item: CslItem) -> Iterator[tuple[str, str]]:
    """The fields of BibLaTeX that one of CSL becomes: none where it says nothing, most often one."""
    if name in NAMES:
        yield NAMES[name], written_names(value)
    elif name in MAKERS:
        is_maker = "author" not in item.fields and name == next(one for one in MAKERS if one in item.fields)
        yield ("author" if is_maker else name), written_names(value)
    elif name in DATES:
        yield DATES[name], written_date(value)
    elif name == "DOI":
        yield "doi", PREFIX.sub("", written_text(value, verbatim=True))
    elif name in AS_IT_IS:
        yield AS_IT_IS[name], written_text(value, verbatim=True)
    elif name == "custom":
        return
    elif isinstance(value, list | dict):
        raise Unreadable("it is no text", "write it as one text")
    else:
        yield _name(name, type_, item), written_text(value)


def _name(name: str, type_: str, item: CslItem) -> str:
    """The field of BibLaTeX for a text of CSL, which depends on what the work is."""
    if name == "container-title":
        if type_ in PERIODICAL:
            return "journaltitle"
        return {"online": "organization", "book": "maintitle"}.get(type_, "booktitle")
    if name == "publisher":
        return "institution" if type_ in {"report", "thesis"} else "publisher"
    if name in {"issue", "number"}:
        both = type_ in PERIODICAL and {"issue", "number"} <= item.fields.keys()
        if name == "issue" and (both or type_ not in PERIODICAL):
            return "issue"
        return "number"
    return TEXTS.get(name, name.lower())


def _once(fields: list[RawField]) -> Iterator[RawField]:
    """Fields without those that say what another has said: managers write some under two names."""
    seen: set[tuple[str, str]] = set()
    for one in fields:
        if (one.name, one.value) not in seen:
            seen.add((one.name, one.value))
            yield one
