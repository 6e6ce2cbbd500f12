"""How much one page of a list holds, so that no page grows with the number of the texts."""

from __future__ import annotations

from dataclasses import dataclass

WORK, CITATION = 1_000, 400  # bytes of an entry with its files, and of a place that cites it, about


@dataclass(frozen=True, slots=True)
class Limits:
    """What is as long as this stands on one page; what is longer is divided among several."""

    sheet: int = 100_000  # characters of a page of a list, as Markdown or HTML; its frame comes on top
    uses: int = 200  # uses on a page of a concordance
    concordance: int = 150_000  # characters of such a page, or of the timeline, with what is drawn on it
    bibliography: int = 150_000  # bytes of the bibliography, about, beyond which each work has a page
    part: int = 200_000  # characters of the apparatus, or of the citations, of a text on one page
    places: int = 1_000  # places of a text on further pages that its first page links one by one
    map: int = 50_000  # addresses in one map of the site
    map_bytes: int = 50_000_000  # bytes of it; both are what crawlers take
    feed: int = 200  # texts that the feed tells of
    rows: int = 200  # texts that a short list names: links to works cited, a menu of texts
    front: int = 30  # texts on the front page
    strips: int = 20  # texts that are drawn side by side in the index of terms
    files: int = 1_000  # files, and folders, of a folder of data on a page of it
    folder: int = 270_000  # characters of the files on such a page, where their names are long

    def hold(self, works: int, citations: int) -> bool:
        """Whether one page has room for a bibliography of so many works, which so many places cite."""
        return works * WORK + citations * CITATION <= self.bibliography


LIMITS = Limits()
