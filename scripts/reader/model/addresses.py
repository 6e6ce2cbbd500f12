"""Where things are on the site: the only place that knows how an address is made.

passage("kaleji-2023", p7).absolute("https://reader.example.org/")
    ->  "https://reader.example.org/texts/kaleji-2023/#p7"
passage("kaleji-2023", p7).seen_from(term("csto"))  ->  "../../texts/kaleji-2023/#p7"
passage("kaleji-2023", p7).in_docs(term("csto"))    ->  "../texts/kaleji-2023.md#p7"
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace

from reader.model import keys
from reader.model.anchor import Anchor
from reader.model.generated import FOLDERS

INDEXES = frozenset({"", "texts/", "terms/", "apparatus/", "themes/", "about/"})  # written as index.md

# Where the further pages of a list are, if not below its first page: there other pages are, or may be
FURTHER = {
    "texts/": "texts/by/title/",
    "terms/": "terms/by/name/",
    "apparatus/": "apparatus/by/title/",
    "about/addresses/": "apparatus/addresses/",
    "timeline/": "texts/by/day/",
}

# What data files are promised: of each text, below `texts/`, and of the whole
TEXT_DATA = (".json", ".tei.xml", ".txt")
DATA = ("glossary.json", "references.bib", "references.ris", "references.json")

FURTHER_PAGE = re.compile(rf"(?:{'|'.join(FOLDERS)})/[^/]+/(?:[^/]+/)*(?:[2-9]|[1-9]\d+)/")
LISTS = {further: first for first, further in FURTHER.items()}  # and the first page of each of them


@dataclass(frozen=True, slots=True)
class Address:
    """A page, or a file, by its `path` from the top of the site; a page's ends in a slash.

    `fragment` is a place on the page; `revision` says which wording of it was meant.
    """

    path: str
    fragment: str = ""
    revision: str = ""

    def sheet(self, number: int) -> Address:
        """The address of a further page of a list that begins here; the first page is this one."""
        return self if number == 1 else Address(f"{FURTHER.get(self.path, self.path)}{number}/")

    def at(self, fragment: object) -> Address:
        """The address of a place on this page."""
        return replace(self, fragment=str(fragment))

    @property
    def written(self) -> str:
        """The address from the top of the site, as people write it: `/terms/csto/`."""
        return self.absolute("/")

    def absolute(self, site_url: str) -> str:
        """The address with that of the site, which ends in a slash, before it."""
        return site_url + self._from_top()

    def seen_from(self, here: Address) -> str:
        """The address as HTML on the page `here` has it."""
        if self.path == here.path and self.fragment and not self.revision:
            return f"#{self.fragment}"
        return "../" * here.path.count("/") + self._from_top()

    def in_docs(self, here: Address) -> str:
        """The address as Markdown on the page `here` has it: MkDocs makes it one of the site."""
        fragment = f"#{self.fragment}" if self.fragment else ""
        if self.path == here.path and fragment:
            return fragment
        return posixpath.relpath(self.file, posixpath.dirname(here.file) or ".") + fragment

    @property
    def file(self) -> str:
        """The Markdown file below `docs/` that a page is made from."""
        return f"{self.path}index.md" if self.path in INDEXES else f"{self.path.rstrip('/')}.md"

    def _from_top(self) -> str:
        revision = f"?rev={self.revision}" if self.revision else ""
        return self.path + revision + (f"#{self.fragment}" if self.fragment else "")


TEXTS = Address("texts/")
TERMS = Address("terms/")
NAMES = Address("terms/names/")
BIBLIOGRAPHY = Address("bibliography/")
WORKS_BY_AUTHOR = Address("bibliography/by/author/")
APPARATUS = Address("apparatus/")
CHANGES = Address("apparatus/changes/")
CITING = Address("about/citing/")
ADDRESSES = Address("about/addresses/")
FRONT = Address("")
DATA_PAGE = Address("data/")
SEARCH = Address("search/")
KEPT = Address("kept/")
TIMELINE = Address("timeline/")
COMPARE = Address("compare/")


def of_docs(file: str) -> Address:
    """Return the address of the page that is made from a file below `docs/`."""
    stem = file.removesuffix(".md")
    folder, name = posixpath.split(stem)
    return Address(posixpath.join(folder, "") if name in {"index", "README"} else f"{stem}/")


def sheet_of(address: Address) -> tuple[Address, int] | None:
    """Return the list that a further page belongs to and its number, or nothing where it is no such page.

    Only folders that hold nothing but what the build makes have such pages, never right below their top.
    """
    folder, _, last = address.path.removesuffix("/").rpartition("/")
    if not FURTHER_PAGE.fullmatch(address.path) or address.fragment:
        return None
    return Address(LISTS.get(f"{folder}/", f"{folder}/")), int(last)


def texts_by(what: str) -> Address:
    """Return the address of the list of the texts by something: `year`, `author` or `venue`."""
    return Address(f"texts/by/{what}/")


def text(slug: str) -> Address:
    """Return the address of a text."""
    return Address(f"texts/{slug}/")


def passage(slug: str, anchor: Anchor | str, revision: str = "") -> Address:
    """Return the address of an anchor of a text, or of a range of them: `p7-p9`."""
    return Address(f"texts/{slug}/", str(anchor), revision)


def is_print_page(address: Address) -> bool:
    """Return whether an address is that of a page of the print: `/texts/kaleji-2023/#page-114`."""
    return address.path.startswith("texts/") and address.fragment.startswith("page-")


def term(id_: str) -> Address:
    """Return the address of a term."""
    return Address(f"terms/{id_}/")


def reference(key: str) -> Address:
    """Return the place of an entry in the bibliography; see `Library.entry` for where links lead."""
    return BIBLIOGRAPHY.at(keys.address(key))


def entry(key: str) -> Address:
    """Return the address of the page that an entry has where the bibliography has outgrown one page."""
    return Address(f"bibliography/{keys.address(key)}/")


def entry_place(address: Address) -> Address | None:
    """Return the place in the bibliography of an entry whose page is at an address, or nothing."""
    folder, _, rest = address.path.partition("/")
    name = rest.removesuffix("/")
    is_page = folder == "bibliography" and name and "/" not in name and not address.fragment
    return BIBLIOGRAPHY.at(name) if is_page else None


def apparatus(slug: str) -> Address:
    """Return the address of the apparatus of a text."""
    return Address(f"apparatus/{slug}/")


def citations(slug: str) -> Address:
    """Return the address of the ready-made citations of a text."""
    return Address(f"cite/{slug}/")


def data(path: str) -> Address:
    """Return the address of a data file."""
    return Address(f"data/{path}")


def text_data(slug: str) -> tuple[Address, ...]:
    """Return the addresses of the data files of a text."""
    return tuple(data(f"texts/{slug}{end}") for end in TEXT_DATA)


def parse(written: str) -> Address | None:
    """Return the address that is written `/terms/csto/` or `/bibliography/#waltz-1979`, or nothing.

    The slash that it begins with may be left out, and that at the end of a page.
    """
    path, _, fragment = written.removeprefix("/").partition("#")
    if path and not path.endswith("/") and not path.startswith("data/"):
        path += "/"
    if any(part in {"", ".", ".."} for part in path.removesuffix("/").split("/")) and path:
        return None
    return None if re.search(r"[\t\r\n\\?#]", path + fragment) else Address(path, fragment)


def whole(address: Address) -> Address:
    """Return what an address is a part of and stays or leaves with.

    A text has its passages, its apparatus, its citations and its data files; all else is by itself.
    """
    folder, _, rest = address.path.partition("/")
    if folder == "texts" and rest:
        return Address(address.path)
    if folder in {"apparatus", "cite"} and rest and address != CHANGES:
        return text(rest.rstrip("/"))
    if address.path.startswith("data/texts/"):
        name = address.path.removeprefix("data/texts/")
        return next((text(name.removesuffix(end)) for end in TEXT_DATA if name.endswith(end)), address)
    return address
