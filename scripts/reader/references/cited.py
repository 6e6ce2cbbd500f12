"""What can be cited: a text or passages of it, and every other entry of the bibliography.

kaleji-2023         the whole text
kaleji-2023#p7      a passage; kaleji-2023#p7-p9 a range
waltz-1979          a work that is no text of the edition
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reader.model import Library, Page, Passage, Reference, addresses
from reader.references import description

ENDS = re.compile(r"(?P<first>[^-]+)(?:-(?P<last>.+))?")


class UnknownPlace(Exception):
    """There is no such text, passage or work; `near` are places like it."""

    def __init__(self, message: str, meant: str, known: Iterable[str]) -> None:
        self.near = get_close_matches(meant, list(known), 3)
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: a work by its record; `page` where it is a text, `passages` where they are named."""

    record: Reference  # in the bibliography
    page: Page | None = None  # the text
    passages: Sequence[Passage] = ()  # those of the range, in their order; none for the whole

    @property
    def anchor(self) -> str:
        """`p12`, or `p12-p14`."""
        first, last = self.passages[0].id, self.passages[-1].id
        return str(first) if first == last else f"{first}-{last}"

    @property
    def revision(self) -> str:
        """The revisions of all passages cited, so that a change of any of them is seen."""
        return ".".join(passage.revision for passage in self.passages)

    @property
    def kind(self) -> str:
        """What a style counts: nothing, `paragraph`, `paragraphs`, `section` or `sections`."""
        if not self.passages:
            return ""
        return self.label + ("s" if self._is_several else "")

    @property
    def number(self) -> str:
        """`12`, `12–14`, or `7–sec. 2` from a passage to a section; nothing for a whole work."""
        if not self.passages:
            return ""
        first, last = self.passages[0], self.passages[-1]
        if first.id == last.id:
            return first.number
        unit = "" if self._is_several else f"{last.id.series.unit} "
        return f"{first.number}–{unit}{last.number}"

    @property
    def place(self) -> str:
        """`para. 12`, `paras. 12–14`, `sec. 2`, or `para. 7–sec. 2`; nothing for a whole work."""
        if not self.passages:
            return ""
        series = self.passages[0].id.series
        return f"{series.units if self._is_several else series.unit} {self.number}"

    @property
    def label(self) -> str:
        """What CSL calls the first passage: `paragraph`, or `section`; nothing for a whole work."""
        return self.passages[0].id.series.locator if self.passages else ""

    @property
    def name(self) -> str:
        """What readers call the work: “Waltz 1979”."""
        return description.label(self.record)

    @property
    def _is_several(self) -> bool:
        first, last = self.passages[0].id, self.passages[-1].id
        return first != last and first.series == last.series

    def link(self, site_url: str) -> str:
        """The address on the site, with the revision that passages are cited from; none of other works."""
        if self.page is None:
            return ""
        if not self.passages:
            return addresses.text(self.page.slug).absolute(site_url)
        return addresses.passage(self.page.slug, self.anchor, self.revision).absolute(site_url)


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
    return Cited(library.references[slug], page, _passages(page, anchor))


def _passages(page: Page, anchor: str) -> Sequence[Passage]:
    ids: Mapping[str, int] = {str(passage.id): at for at, passage in enumerate(page.passages)}
    match = ENDS.fullmatch(anchor)
    ends = [match["first"], match["last"] or match["first"]] if match else [anchor]
    for id_ in ends:
        if id_ not in ids:
            raise UnknownPlace(f"{page.slug} has no passage “{id_}”", id_, ids)
    first, last = (ids[id_] for id_ in ends)
    if last < first:
        message = f"the range {ends[0]}-{ends[1]} runs backwards"
        right = f"{page.slug}#{ends[1]}-{ends[0]}"
        raise UnknownPlace(message, right, [right])
    return page.passages[first : last + 1]
