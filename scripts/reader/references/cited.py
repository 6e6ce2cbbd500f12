"""What can be cited: a text or passages of it, and every other entry of the bibliography.

kaleji-2023         the whole text
kaleji-2023#p7      a passage; kaleji-2023#p7-p9 a range
poem-1911#p3.2      a line of a stanza, or a row of a table; poem-1911#p3.2-p3.4 several
brown-1999#page-114 a page of the print; brown-1999#page-114-page-116 several
waltz-1979          a work that is no text of the edition
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from reader.model import Library, Page, Passage, PlacedPage, Reference, addresses
from reader.references import description
from reader.references.places import Counted, Joined, counted, joined, of_pages
from reader.words.speech import numbered

ENDS = re.compile(r"(?P<first>[^-]+)(?:-(?P<last>.+))?")
LINE = re.compile("[1-9][0-9]{0,8}")


class UnknownPlace(Exception):
    """There is no such text, passage or work; `near` are places like it."""

    def __init__(self, message: str, meant: str, known: Iterable[str]) -> None:
        self.near = get_close_matches(meant, list(known), 3)
        super().__init__(message)


@dataclass(frozen=True)
class Cited:
    """What is cited: a work by its record; `page` where it is a text, `passages` where they are named.

    Of pages of the print the passages are those that stand on them.
    """

    record: Reference  # in the bibliography
    page: Page | None = None  # the text
    passages: Sequence[Passage] = ()  # those of the range, in their order; none for the whole
    lines: tuple[int, int] = (0, 0)  # of the first passage and of the last, from 1; 0 for the whole of it
    printed: Sequence[PlacedPage] = ()  # the pages of the print that are cited, in their order

    @property
    def anchor(self) -> str:
        """`p12`, `p12-p14`, `p3.2-p3.4`, or `page-114`."""
        if self.printed:
            return "-".join(dict.fromkeys([self.printed[0].id, self.printed[-1].id]))
        ends = (self.passages[0], self.lines[0]), (self.passages[-1], self.lines[1])
        first, last = (f"{one.id}.{line}" if line else str(one.id) for one, line in ends)
        return first if first == last else f"{first}-{last}"

    @property
    def revision(self) -> str:
        """The revisions of all passages cited, so that a change of any of them is seen."""
        return ".".join(passage.revision for passage in self.passages)

    @property
    def is_place(self) -> bool:
        """Whether a place in the work is cited, and not all of it."""
        return bool(self.passages or self.printed)

    @property
    def kind(self) -> str:
        """What a style counts: nothing, `paragraph`, `section` or `page`, their plurals, or any `place`."""
        return self._joined.kind

    @property
    def number(self) -> str:
        """`12`, `12–14`, or `7–sec. 2` from a passage to a section; nothing for a whole work."""
        return numbered(self._joined.number)

    @property
    def place(self) -> str:
        """`para. 12`, `paras. 12–14`, `sec. 2`, `para. 7–sec. 2`, `art. 2(b)`; nothing for a whole work."""
        return numbered(self._joined.words)

    @property
    def label(self) -> str:
        """What CSL calls the first passage: `paragraph`, or `section`; nothing for a whole work."""
        return self._ends()[0].csl if self.is_place else ""

    @cached_property
    def _joined(self) -> Joined:
        return joined(*self._ends()) if self.is_place else Joined("", "", "")

    def tokens(self, site_url: str) -> Mapping[str, str]:
        """What a template of a citation leaves open, with what stands there."""
        if site_url not in self._tokens:
            self._tokens[site_url] = {
                "⟦Place⟧": self.place[:1].upper() + self.place[1:],
                "⟦place⟧": self.place,
                "⟦number⟧": self.number,
                "⟦label⟧": self.label,
                "⟦link⟧": self.link(site_url),
            }
        return self._tokens[site_url]

    @cached_property
    def _tokens(self) -> dict[str, Mapping[str, str]]:
        return {}

    @property
    def name(self) -> str:
        """What readers call the work: “Waltz 1979”."""
        return description.label(self.record)

    def link(self, site_url: str) -> str:
        """The address on the site, with the revision that passages are cited from; none of other works."""
        if self.page is None:
            return ""
        if not self.is_place:
            return addresses.text(self.page.slug).absolute(site_url)
        return addresses.passage(self.page.slug, self.anchor, self.revision).absolute(site_url)

    def _ends(self) -> tuple[Counted, Counted]:
        if self.printed:
            first, last = self.printed[0].number, self.printed[-1].number
            return of_pages(first, first), of_pages(last, last)
        return counted(self.passages[0], self.lines[0]), counted(self.passages[-1], self.lines[1])


def find(library: Library, place: str) -> Cited:
    """Return what a key of the bibliography names, or a place in a text: `kaleji-2023#p7`."""
    if record := library.references.get(place):
        return Cited(record, library.page.get(place))
    slug, sign, anchor = place.rpartition("#")
    if not sign:
        raise UnknownPlace(
            f"neither a text nor the bibliography has the key “{place}”", place, library.references
        )
    page = library.page.get(slug)
    if page is None:
        if slug in library.references:
            raise UnknownPlace(f"“{slug}” is no text here, and has no passages to cite", slug, [slug])
        raise UnknownPlace(f"there is no text “{slug}”", slug, library.page)
    return _range(library.references[slug], page, anchor)


def of_print(record: Reference, page: Page, first: int, last: int) -> Cited:
    """Return pages of the print, by their places among those of the text, with the passages on them."""
    numbers = {one.number: at for at, one in enumerate(page.print_pages)}
    on_them = [
        one
        for one in page.passages
        if one.pages
        and one.kind != "footnote"  # a note is cited by itself
        and numbers[one.pages.first] <= last
        and numbers[one.pages.last] >= first
    ]
    return Cited(record, page, on_them, printed=page.print_pages[first : last + 1])


def _printed(anchor: str, page: Page) -> tuple[int, int] | None:
    """The pages of the print that an anchor names; a number may have hyphens in it."""
    known = {one.id: at for at, one in enumerate(page.print_pages)}
    if anchor in known:
        return known[anchor], known[anchor]
    for match in re.finditer("-", anchor):
        first, last = anchor[: match.start()], anchor[match.end() :]
        end = known.get(last, known.get(f"page-{last}"))
        if first in known and end is not None:
            return known[first], end
    return None


def _range(record: Reference, page: Page, anchor: str) -> Cited:
    if (pages := _printed(anchor, page)) and pages[0] <= pages[1]:
        return of_print(record, page, *pages)
    if anchor.startswith("page-"):
        known = [one.id for one in page.print_pages]
        raise UnknownPlace(f"{page.slug} has no page “{anchor.removeprefix('page-')}”", anchor, known)
    match = ENDS.fullmatch(anchor)
    written = [match["first"], match["last"] or match["first"]] if match else [anchor]
    ids: Mapping[str, int] = {str(passage.id): at for at, passage in enumerate(page.passages)}
    ends = [_end(one, page, ids) for one in written]
    first, last = ends[0], ends[-1]
    if last < first:
        right = f"{page.slug}#{written[1]}-{written[0]}"
        raise UnknownPlace(f"the range {written[0]}-{written[1]} runs backwards", right, [right])
    return Cited(record, page, page.passages[first[0] : last[0] + 1], (first[1], last[1]))


def _end(written: str, page: Page, ids: Mapping[str, int]) -> tuple[int, int]:
    """The index of the passage that one end of a place names, and its line; 0 for the whole passage."""
    id_, dot, line = written.partition(".")
    if id_ not in ids:
        raise UnknownPlace(f"{page.slug} has no passage “{written}”", written, ids)
    at = ids[id_]
    if not dot:
        return at, 0
    count = len(page.passages[at].lines)
    if not LINE.fullmatch(line) or int(line) > count:
        lines = [f"{id_}.{number}" for number in range(1, count + 1)]
        raise UnknownPlace(f"{page.slug} has no line “{written}”", written, lines or [id_])
    return at, int(line)
