"""The names that people use for citation styles, and what to suggest where there is no style of a name.

“Vancouver”, “mla9”, “chicago-note-bibliography”, “http://www.zotero.org/styles/apa”  ->  an id of CSL
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

ALIASES = {
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "aglc": "australian-guide-to-legal-citation",
    "aip": "american-institute-of-physics",
    "ama": "american-medical-association",
    "apa6": "apa-6th-edition",
    "apa-6": "apa-6th-edition",
    "apa7": "apa",
    "apa-7": "apa",
    "apa-7th-edition": "apa",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "bluebook": "bluebook-law-review",
    "chicago-ad": "chicago-author-date",
    "chicago-b": "chicago-author-date",
    "chicago-a": "chicago-notes-bibliography",
    "chicago-fullnote": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "chicago-full-note": "chicago-notes-bibliography",
    "chicago-full-note-bibliography": "chicago-notes-bibliography",
    "chicago-note": "chicago-notes",
    "chicago-note-bibliography": "chicago-shortened-notes-bibliography",
    "chicago-short-notes": "chicago-shortened-notes-bibliography",
    "council-of-science-editors": "cse-citation-sequence",
    "council-of-science-editors-author-date": "cse-name-year",
    "cse": "cse-citation-sequence",
    "din1505": "din-1505-2",
    "fullnote": "chicago-notes-bibliography",
    "gb-t-7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gost": "gost-r-7-0-5-2008",
    "gost-numeric": "gost-r-7-0-5-2008-numeric",
    "harvard": "harvard-cite-them-right",
    "harvard1": "harvard-cite-them-right",
    "iso690": "iso690-author-date-en",
    "iso-690": "iso690-author-date-en",
    "lancet": "the-lancet",
    "mcgill": "mcgill-en",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "mla8": "modern-language-association",
    "mla-8": "modern-language-association",
    "mla9": "modern-language-association",
    "mla-9": "modern-language-association",
    "mla-9th-edition": "modern-language-association",
    "modern-humanities-research-association": "mhra-notes",
    "modern-language-association-8th-edition": "modern-language-association",
    "modern-language-association-9th-edition": "modern-language-association",
    "new-harts-rules": "new-harts-rules-notes",
    "nlm": "nlm-citation-sequence",
    "public-library-of-science": "plos",
    "sbl": "society-of-biblical-literature-fullnote-bibliography",
    "turabian": "turabian-notes-bibliography",
    "turabian-fullnote-bibliography": "turabian-notes-bibliography",
    "unified-linguistics": "unified-style-sheet-for-linguistics",
    "vancouver": "nlm-citation-sequence",
    "vancouver-brackets": "nlm-citation-sequence-brackets",
    "vancouver-superscript": "nlm-citation-sequence-superscript",
}
SHOWN = 3  # suggestions
LIKE = 70  # of 100: what a name must have in common with another to be suggested
SMALL = frozenset({"a", "and", "by", "de", "edition", "for", "in", "of", "style", "the"})
# where many styles fit a name equally well, those that most people mean
COMMON = (
    "apa", "chicago-author-date", "chicago-notes-bibliography", "modern-language-association", "ieee",
    "harvard-cite-them-right", "nlm-citation-sequence", "nature", "american-medical-association",
    "american-political-science-association", "american-sociological-association", "oscola",
    "bluebook-law-review", "mhra-notes", "turabian-notes-bibliography", "gost-r-7-0-5-2008",
)  # fmt: skip


def written(name: str) -> str:
    """Return the id of CSL that a name stands for; a name of no known kind is returned in small letters."""
    plain = name.strip().casefold().rstrip("/")
    plain = re.sub(r"^(?:https?://)?(?:www\.)?zotero\.org/styles/|\.csl$", "", plain)
    plain = re.sub(r"[\s_,:]+", "-", plain).strip("-")
    return ALIASES.get(plain, plain)


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the styles that somebody may mean by a name: those that have its words, then those like it."""
    wanted = written(name)
    every = sorted({*known, *ALIASES})
    found = list(dict.fromkeys(_ranked(_with_words(wanted, every)) + _alike(wanted, every)))
    meant = list(dict.fromkeys(ALIASES.get(one, one) for one in found))
    return meant[:SHOWN]


def _with_words(wanted: str, every: Iterable[str]) -> Iterator[str]:
    words = [word for word in wanted.split("-") if word and word not in SMALL]
    if words:
        for one in every:
            parts = one.split("-")
            if all(any(part.startswith(word) for part in parts) for word in words):
                yield one


def _alike(wanted: str, every: list[str]) -> list[str]:
    found = process.extract(wanted, every, scorer=fuzz.ratio, limit=SHOWN, score_cutoff=LIKE)
    return [str(name) for name, _score, _at in found]


def _ranked(names: Iterable[str]) -> list[str]:
    """The common ones first, then the shorter."""
    place = {name: at for at, name in enumerate(COMMON)}
    return sorted(names, key=lambda one: (place.get(ALIASES.get(one) or one, len(place)), len(one), one))
