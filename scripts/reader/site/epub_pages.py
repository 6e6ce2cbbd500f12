"""What pandoc leaves to be done on a book: names of chapters, signs of notes, words for its cover.

    ch003.xhtml, “ch003.xhtml”  ->  text-kaleji-2023.xhtml, “Russia and Iran Diverge in the South …”
    in 2021<a …>2</a>           ->  in 2021<a …>[2]</a>, which nobody reads as 20212

A zip is written anew with the files in their order and without any time, so that it has the same bytes each
time.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reader.words.languages import Direction

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
CHAPTER = re.compile(r"ch\d{3,}(?=[._]xhtml)")
COVER = "EPUB/text/cover.xhtml"
MIMETYPE = "mimetype"
MARKUP = (".xhtml", ".opf", ".ncx")
FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # of the clock of zip files

Tree = etree._ElementTree


@dataclass(frozen=True, slots=True)
class Told:
    """What a book says in the language of the site."""

    title: str  # of the book
    summary: str  # how accessible it is
    landmarks: Mapping[str, str]  # what its parts are called, by the types of EPUB
    direction: Direction  # in which it is read


def finished(book: bytes, told: Told) -> bytes:
    """Return a book of pandoc with what it leaves to be done."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {one.filename: archive.read(one) for one in archive.infolist()}
    trees = {path: _parse(data) for path, data in files.items() if path.endswith(MARKUP)}
    names = {
        match[0]: _name(tree, match[0])
        for path, tree in trees.items()
        if (match := CHAPTER.search(path)) and path.endswith(".xhtml")
    }
    for path, tree in trees.items():
        _rename(tree, names)
        _finish(path, tree, told)
        files[path] = _written(tree)
    return _zipped({_renamed(path, names): data for path, data in files.items()})


def _parse(data: bytes) -> Tree:
    return etree.parse(io.BytesIO(data), etree.XMLParser(resolve_entities=False, huge_tree=True))


def _name(tree: Tree, otherwise: str) -> str:
    """The name of a chapter: the id of its section."""
    section = tree.find(f".//{XHTML}section[@id]")
    return str(section.get("id")) if section is not None else otherwise


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return CHAPTER.sub(lambda match: names.get(match[0], match[0]), text)


def _rename(tree: Tree, names: Mapping[str, str]) -> None:
    """Follow the new names in links, and in the list of files with its order."""
    for element in tree.iter("*"):
        for attribute in ("href", "src", "id", "idref"):
            value = element.get(attribute)
            if value and not value.startswith(("http:", "https:", "mailto:")) and CHAPTER.search(value):
                element.set(attribute, _renamed(value, names))


def _finish(path: str, tree: Tree, told: Told) -> None:
    _call(tree, told)
    if path.endswith(".opf"):
        _tell_summary(tree, told.summary)
    elif path == COVER:
        for picture in tree.iter(f"{SVG}svg"):
            picture.set("role", "img")
            picture.set("aria-label", told.title)
        _entitle(tree, told.title)
    elif path.endswith(".xhtml"):
        heading = tree.find(f".//{XHTML}h1")
        _entitle(tree, " ".join("".join(map(str, heading.itertext())).split()) if heading is not None else "")
        for sign in tree.iter(f"{XHTML}a"):
            if sign.get(TYPE) == "noteref":
                sign.text = f"[{sign.text or ''}]"


def _call(tree: Tree, told: Told) -> None:
    """Name the parts of the book in its language, and say from which side it is read."""
    for part in tree.iter(f"{XHTML}a", f"{OPF}reference"):
        kind = part.get(TYPE) or part.get("type") or ""
        if part.tag == f"{OPF}reference" and kind == "cover":
            part.set("title", told.landmarks[kind])
        elif kind in told.landmarks and part.tag == f"{XHTML}a":
            part.text = told.landmarks[kind]
    if told.direction == "rtl":
        for page in tree.iter(f"{XHTML}html"):
            page.set("dir", "rtl")
        for spine in tree.iter(f"{OPF}spine"):
            spine.set("page-progression-direction", "rtl")


def _entitle(tree: Tree, title: str) -> None:
    element = tree.find(f".//{XHTML}head/{XHTML}title")
    if element is not None and title:
        element.text = title


def _tell_summary(tree: Tree, summary: str) -> None:
    """Say in words how accessible the book is, after what is said of it for programs."""
    for metadata in tree.iter(f"{OPF}metadata"):
        told = etree.SubElement(metadata, f"{OPF}meta", property="schema:accessibilitySummary")
        told.text = summary


def _written(tree: Tree) -> bytes:
    """A file of the book; what belongs to OPF has no prefix, since some programs read no namespaces."""
    text = etree.tostring(tree, xml_declaration=True, encoding="UTF-8") + b"\n"
    return text.replace(b"<opf:", b"<").replace(b"</opf:", b"</")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, FIRST_TIME)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            how = zipfile.ZIP_STORED if path == MIMETYPE else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, how)
    return out.getvalue()
