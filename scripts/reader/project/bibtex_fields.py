"""The types and fields of BibLaTeX and of BibTeX: what is printed, what is passed on, what is inherited."""

from __future__ import annotations

REQUIRED = {
    "article": ("journaltitle", "date"),
    "book": ("publisher|location|date|institution|organization",),
    "incollection": ("booktitle|maintitle", "date"),
    "report": ("institution|organization|publisher", "date"),
    "thesis": ("institution|publisher|organization", "date"),
}
TYPES = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary dataset image inbook
    incollection inproceedings inreference jurisdiction legal legislation letter manual misc movie music
    mvbook mvcollection mvproceedings mvreference online patent performance periodical proceedings reference
    report review software standard suppbook suppcollection suppperiodical thesis unpublished video
    xdata""".split()
)
TYPE_ALIASES = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
    "mastersthesis": ("thesis", "Master’s thesis"),
    "phdthesis": ("thesis", "PhD thesis"),
    "techreport": ("report", "Technical report"),
}
FIELD_ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
NAMES = frozenset(
    """afterword annotator author bookauthor commentator editor editora editorb editorc foreword holder
    introduction shortauthor shorteditor translator""".split()
)
DATES = frozenset("date eventdate origdate urldate year month".split())
VERBATIM = frozenset("doi eprint url urlraw file".split())  # nothing in them is TeX
PRINTED = frozenset(
    """addendum annotation booksubtitle booktitle booktitleaddon chapter edition eprintclass eprinttype
    eventtitle eventtitleaddon howpublished institution isbn isrn issn issue issuesubtitle issuetitle
    issuetitleaddon journalsubtitle journaltitle journaltitleaddon label language location mainsubtitle
    maintitle maintitleaddon note number organization origlanguage origlocation origpublisher origtitle pages
    pagetotal part publisher pubstate series shorttitle subtitle title titleaddon type venue version volume
    volumes""".split()
)
CODES = frozenset("entrysubtype langid".split())  # words of BibLaTeX, and none of the reader’s
PASSED_ON = frozenset(
    """abstract authortype bookpagination crossref editoratype editorbtype editorctype editortype entryset
    execute file gender hyphenation ids indexsorttitle indextitle isan ismn iswc keywords langidopts library
    nameaddon options pagination presort related relatedoptions relatedstring relatedtype shorthand
    shorthandintro shortjournal shortseries sortkey sortname sortshorthand sorttitle sortyear usera userb
    userc userd usere userf verba verbb verbc xdata xref""".split()
)
KNOWN = NAMES | DATES | VERBATIM | PRINTED | CODES | PASSED_ON | FIELD_ALIASES.keys()

# crossref: what a title becomes in the entry that refers to it; all else keeps its name
WHOLES = {
    "book": "inbook bookinbook suppbook".split(),
    "mvbook": "inbook bookinbook suppbook".split(),
    "collection": "incollection inreference suppcollection".split(),
    "mvcollection": "incollection inreference suppcollection".split(),
    "reference": "incollection inreference suppcollection".split(),
    "mvreference": "incollection inreference suppcollection".split(),
    "proceedings": "inproceedings incollection".split(),
    "mvproceedings": "inproceedings incollection".split(),
    "periodical": "article suppperiodical review".split(),
}
SERIES = {"mvbook": "book", "mvcollection": "collection reference", "mvreference": "reference"} | {
    "mvproceedings": "proceedings"
}
NEVER_INHERITED = frozenset(
    """crossref entryset entrysubtype execute ids indexsorttitle indextitle label options presort related
    relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro shorttitle
    sortkey sortname sortshorthand sorttitle sortyear xdata xref annotation keywords file abstract""".split()
)


def inherited_as(name: str, whole: str, part: str) -> str:
    """Return the name under which a field of a `whole` stands in its `part`, or nothing if it does not."""
    if name in NEVER_INHERITED:
        return ""
    into = ""
    if part in WHOLES.get(whole, ()):
        into = "journal" if whole == "periodical" else "main" if whole.startswith("mv") else "book"
    elif part in SERIES.get(whole, "").split():
        into = "main"
    if into and name in {"title", "subtitle", "titleaddon"}:
        return f"{into}{name}"
    if into == "book" and name == "author" and whole == "book":
        return "bookauthor"
    return name
