"""The register of published addresses: what `addresses.lock` says, and how it is written.

    # Every address that was published, with its first edition: machine-written by `build.py accept`.
    /bibliography/#waltz-1979	1
    /terms/csto/	1
    /texts/kaleji-2023/	1
    /texts/kaleji-2023/#p7	1

A line an address, in order, so that git merges it line by line; after a merge an address may stand in it
twice, and the first line counts. No line is ever taken out: what no longer stands has moved, or is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import addresses, generated
from reader.model.addresses import Address
from reader.model.problems import Problem

PATH = "addresses.lock"
HEAD = "# Every address that was published, with its first edition: machine-written by `build.py accept`.\n"
NAMED = 6  # addresses that are named where there are many


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register."""

    address: Address  # what was published
    edition: str  # the first that it was published in
    line: int  # the line of `addresses.lock`, from 1


def parse(text: str) -> tuple[dict[str, Entry], list[Problem]]:
    """Read the register, by addresses as they are written; each line that is none is a problem (R02)."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for number, row in enumerate(text.split("\n"), 1):
        if not row or row.startswith("#"):
            continue
        written, tab, edition = row.partition("\t")
        address = addresses.parse(written)
        if not tab or not edition or "\t" in edition or address is None or address.written != written:
            hint = "take out the marks of a merge and keep both sides, or restore the line from git"
            problems.append(
                Problem(PATH, number, "R02", f"“{row[:40]}” is no address with its edition", hint)
            )
        else:
            entries.setdefault(written, Entry(address, edition, number))
    return entries, problems


def write(entries: Mapping[str, Entry], new: Iterable[str], edition: str) -> str:
    """Return the register with some addresses more, which are first published in `edition`."""
    editions = dict.fromkeys(new, edition) | {written: one.edition for written, one in entries.items()}
    return HEAD + "".join(f"{written}\t{editions[written]}\n" for written in sorted(editions))


def standing(
    texts: Mapping[str, Iterable[str]], terms: Iterable[str], entries: Iterable[Address], own: Iterable[str]
) -> dict[str, Address]:
    """Return the addresses that stand, by how they are written.

    `texts` gives the ids that the ledger of each text has given, `entries` the addresses of the works (see
    `of_works`), `own` the hand-written pages below `docs/`.
    """
    found = {one.written: one for one in _pages(terms, entries, own)}
    for slug, ids in texts.items():
        with_text = (addresses.text(slug), addresses.apparatus(slug), addresses.citations(slug))
        found |= {one.written: one for one in (*with_text, *addresses.text_data(slug))}
        found |= {one.written: one for one in (addresses.passage(slug, id_) for id_ in ids)}
    return found


def of_works(
    keys: Sequence[str], entries: Mapping[str, Entry], *, one_page: bool
) -> tuple[list[Address], bool]:
    """Return the addresses of the works of a bibliography, and whether each has a page of its own.

    On `one_page` each has its place. Once the bibliography has outgrown it, each has a page, for good, and
    those whose places were published keep them.
    """
    pages = not one_page or any(addresses.entry_place(entry.address) for entry in entries.values())
    found = [addresses.entry(key) for key in keys] if pages else []
    places = map(addresses.reference, keys)
    return [*found, *(place for place in places if not pages or place.written in entries)], pages


def _pages(terms: Iterable[str], entries: Iterable[Address], own: Iterable[str]) -> Iterator[Address]:
    yield from (addresses.TEXTS, addresses.TERMS, addresses.NAMES, addresses.APPARATUS, addresses.CHANGES)
    yield from map(addresses.of_docs, generated.FILES)
    yield from (one for path in own if (one := addresses.parse(addresses.of_docs(path).path)))
    yield from map(addresses.term, terms)
    yield from entries
    yield from map(addresses.data, addresses.DATA)


def unrecorded(new: Iterable[str]) -> Iterator[Problem]:
    """Yield what keeps an edition from being published: addresses that nobody has accepted (R06)."""
    if named := list(new):
        hint = "record them with annotated-reader accept, and commit the register"
        yield Problem(PATH, 1, "R06", f"has no line of {listed(named)}", hint)


def listed(written: Iterable[str]) -> str:
    """Return some addresses in words; the places within a text come last, and of many only some are named."""
    ordered = sorted(written, key=lambda one: ("/texts/" in one and "#" in one, one))
    more = f" and {len(ordered) - NAMED} more" if len(ordered) > NAMED else ""
    return ", ".join(ordered[:NAMED]) + more
