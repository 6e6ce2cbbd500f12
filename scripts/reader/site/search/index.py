"""The index: where each word stands, how much it says there, and what else a term is called.

A posting is a row of numbers: of each record in which a key stands, how many records it is after the one
before, the weight that the key has in it, how many places follow, and each place as its distance from the
one before. Places count the words of a record, its title first; between title, text and names there is a gap,
so that no phrase reaches from one into another.

Beside the words there are three kinds of key, without places: `~` and the stems of a name lead to the terms
and works that are called so, `=` and the number of such a record to the passages that use it, and `@` and the
id of a term to its record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.site.search.numbers import number
from reader.site.search.records import Record, Records
from reader.words.search_keys import keys, placed
from reader.words.stems import stem

GAP = 9
OF_TITLES = 3.0  # how much a word of a title counts
HEAVIEST = 31  # a weight is one sign
SATURATION, LENGTHS = 1.2, 0.6  # of BM25: how soon more of a word says no more; how far length counts
LONGEST_NAME = 12  # words of a name that is still looked for as one


@dataclass(slots=True)
class Posting:
    """A posting as it grows: `signs` are its numbers as they are written, `records` how many it names."""

    signs: list[str] = field(default_factory=list)
    records: int = 0
    last: int = -1  # the number of the last record added; -1 before the first

    def add(self, record: int, weight: int, places: Sequence[int]) -> None:
        """Add a record after the others; the places are in order."""
        row = [record - self.last - 1, weight, len(places)]
        row += [place - before for place, before in zip(places, [0, *places], strict=False)]
        self.signs.append("".join(map(number, row)))
        self.records += 1
        self.last = record


@dataclass(frozen=True)
class Index:
    """All records, and the posting of each key."""

    records: Records  # numbered by their place among all
    postings: Mapping[str, Posting]  # by their keys

    @classmethod
    def of(cls, records: Records) -> Index:
        """Return the index of all records."""
        postings: dict[str, Posting] = defaultdict(Posting)
        read = [_Fields.of(one) for one in records.all]
        mean = sum(one.words for one in read) / max(1, len(read)) or 1.0
        for at, fields in enumerate(read):
            for key, (weight, places) in fields.weighed(mean).items():
                postings[key].add(at, weight, places)
        for key, named in sorted(_names(records.all).items()):
            for at in named:
                postings[key].add(at, HEAVIEST, ())
        for at, record in enumerate(records.all):
            if record.kind == "term":
                postings[f"@{record.address}"].add(at, HEAVIEST, ())
        for at, used in _used(records.all):
            for passage, times in used:
                postings[f"={at}"].add(passage, min(HEAVIEST, 8 + 4 * times), ())
        return cls(records, postings)


@dataclass(frozen=True, slots=True)
class _Fields:
    """The keys of the title, the text and the names of a record with their places, and the words of each."""

    title: tuple[list[tuple[str, int]], int]
    rest: tuple[tuple[list[tuple[str, int]], int], ...]

    @classmethod
    def of(cls, record: Record) -> _Fields:
        names = tuple(dict.fromkeys((*record.forms, *record.names)))
        return cls(placed(record.title), tuple(map(placed, (record.text, *names))))

    @property
    def words(self) -> int:
        return sum(words for _keys, words in (self.title, *self.rest))

    def weighed(self, mean: float) -> dict[str, tuple[int, list[int]]]:
        """Return the weight and the places of each key."""
        counts: dict[str, float] = defaultdict(float)
        places: dict[str, set[int]] = defaultdict(set)
        first, counts_for = 0, OF_TITLES
        for found, words in (self.title, *self.rest):
            for key, place in found:
                counts[key] += counts_for
                places[key].add(first + place)
            first, counts_for = first + words + GAP, 1.0
        softened = SATURATION * (1 - LENGTHS + LENGTHS * self.words / mean)
        return {
            key: (max(1, round(HEAVIEST * count / (count + softened))), sorted(places[key]))
            for key, count in counts.items()
        }


def name_key(name: str) -> str:
    """Return the key under which a name leads to what is called so, or nothing for one that is too long."""
    parts = [stem(part.key) for part in keys(name).parts]
    return "~" + " ".join(parts) if 0 < len(parts) <= LONGEST_NAME else ""


def _names(records: Iterable[Record]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        if record.kind in {"term", "reference", "text"}:
            for key in dict.fromkeys(map(name_key, (record.title, *record.forms, *record.names))):
                if key:
                    found[key].append(at)
    return found


def _used(records: Sequence[Record]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The numbers of the records that passages use, each with those passages and how often they do."""
    places = {(one.of, one.address): at for at, one in enumerate(records) if one.kind == "passage"}
    for at, record in enumerate(records):
        used = Counter(places[use] for use in record.uses if use in places)
        if used:
            yield at, sorted(used.items())
