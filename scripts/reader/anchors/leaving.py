"""Addresses that were published and no longer stand: each has moved, or is gone, or is a problem.

What has left is said in `moved.toml`, of whole things: a text takes its passages, its apparatus, its
citations and its data files along.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import get_close_matches

from reader.anchors.register import PATH, Entry, listed
from reader.model import Anchor, addresses
from reader.model.addresses import Address
from reader.model.problems import Problem, near
from reader.model.published import Gone, Left, Moved, MovedFile, Published

Declared = Mapping[str, Moved | Gone]


def published(
    register: Mapping[str, Entry], standing: Mapping[str, Address], file: MovedFile
) -> tuple[Published, list[Problem]]:
    """Return what became of every address of the register, and what is missing or wrong in `moved.toml`."""
    declared, problems = _declared(register, standing, file)
    problems += _lost(register, standing, declared)
    ends = {written: _end(written, declared) for written in declared}
    for written, end in ends.items():
        problems += _astray(written, end, register, standing, declared)
    if problems:
        return Published(), problems
    left = [one for written in sorted(declared) for one in _left(written, ends[written], register, declared)]
    editions = {written: entry.edition for written, entry in register.items()}
    new = tuple(sorted(standing.keys() - register.keys()))
    return Published(editions, tuple(left), new, _pages(register)), []


def _pages(register: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """The places of pages of the print, by the text; one that is marked no more is told of there."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in register.values():
        if addresses.is_print_page(entry.address):
            slug = entry.address.path.removeprefix("texts/").rstrip("/")
            found[slug].append(entry.address.fragment)
    return {slug: tuple(places) for slug, places in found.items()}


def _declared(
    register: Mapping[str, Entry], standing: Container[str], file: MovedFile
) -> tuple[dict[str, Moved | Gone], list[Problem]]:
    """What is said to have left, by addresses as they are written; what cannot have left is a problem."""
    declared: dict[str, Moved | Gone] = {}
    problems: list[Problem] = []
    every: list[Moved | Gone] = [*file.moved, *file.gone]
    for one in sorted(every, key=lambda one: one.at.line):
        problems += _empty(one)
        said = one.source if isinstance(one, Moved) else one.address
        address = addresses.parse(said)
        written = address.written if address else said
        path, line = one.at.path, one.at.line
        if address and (address != _whole(address, register) or address.path.startswith("data/")):
            hint = f"say it of {_whole(address, register).written}, and all that belongs to it leaves as well"
            problems.append(Problem(path, line, "R03", f"{written} cannot leave by itself", hint))
        elif written in declared:
            hint = "take one of the two out"
            message = f"{written} is said to have left in line {declared[written].at.line} already"
            problems.append(Problem(path, line, "R05", message, hint))
        elif written in standing:
            hint = "take this entry out, or what stands there"
            problems.append(Problem(path, line, "R05", f"{written} is said to have left, and stands", hint))
        elif address is None or written not in register:
            hint = near(written, register)
            problems.append(Problem(path, line, "R03", f"{written} was never published", hint))
        else:
            declared[written] = one
    return declared, problems


def _whole(address: Address, register: Container[str]) -> Address:
    """What an address is a part of and leaves with: the page of a work with its place, if it had one."""
    place = addresses.entry_place(address)
    return place if place and place.written in register else addresses.whole(address)


def _empty(one: Moved | Gone) -> Iterator[Problem]:
    said = {"reason": one.reason} | ({"was": one.was} if isinstance(one, Gone) else {})
    for name, words in said.items():
        if not words.strip():
            hint = "readers who follow an old link are told it"
            yield Problem(one.at.path, one.at.line, "T04", f"“{name}” is empty", hint)


def _lost(
    register: Mapping[str, Entry], standing: Mapping[str, Address], declared: Declared
) -> Iterator[Problem]:
    """Yield a problem for each thing that was published, does not stand and is not said to have left."""
    lost: defaultdict[str, list[Entry]] = defaultdict(list)
    for written, entry in register.items():
        if written not in standing and not _is_told_of(entry.address, standing):
            lost[_whole(entry.address, register).written].append(entry)
    new = standing.keys() - register.keys()
    for thing, entries in lost.items():
        if thing in declared:
            continue
        first = entries[0] if thing in standing else register.get(thing, entries[0])
        if thing in standing:
            places = listed(entry.address.written for entry in entries)
            slug = entries[0].address.path.removeprefix("texts/").rstrip("/")
            message = f"{places} {_were(entries)} published and {_were(entries, 'are')} not in the ledger"
            hint = f"restore the lines in sources/{slug}/anchors.lock from git"
        else:
            more = f" with {len(entries) - 1} addresses that belong to it" if len(entries) > 1 else ""
            message = f"{thing} was published in edition {first.edition} and is no longer there{more}"
            hint = _what_to_write(thing, new)
        yield Problem(PATH, first.line, "R01", message, hint)


def _is_told_of(address: Address, standing: Container[str]) -> bool:
    """Whether an address is a page of the print that a text which stands says it has no more."""
    return addresses.is_print_page(address) and addresses.whole(address).written in standing


def _were(entries: list[Entry], several: str = "were") -> str:
    return several if len(entries) > 1 else {"were": "was", "are": "is"}[several]


def _what_to_write(thing: str, new: Iterable[str]) -> str:
    """The entry of `moved.toml` that is missing; `new` is where it may have moved."""
    folder = thing[: thing.find("/", 1) + 1]
    kin = [one for one in new if one.startswith(folder) and ("#" in one) == ("#" in thing)]
    close = get_close_matches(thing, sorted(kin), 1, 0.5) or kin[:1] * (len(kin) == 1)
    to = close[0] if close else "…"
    return (
        f'write into moved.toml: [[moved]] from = "{thing}" to = "{to}" reason = "…", '
        f'or [[gone]] address = "{thing}" was = "…" reason = "…", a field a line'
    )


def _end(written: str, declared: Declared) -> str:
    """The address at which the links to `written` end; empty where they go round in a circle."""
    seen = {written}
    while isinstance(one := declared.get(written), Moved):
        address = addresses.parse(one.to)
        written = address.written if address else one.to
        if written in seen:
            return ""
        seen.add(written)
    return written


def _astray(
    written: str,
    end: str,
    register: Mapping[str, Entry],
    standing: Mapping[str, Address],
    declared: Declared,
) -> Iterator[Problem]:
    """Yield what is wrong with where the links to one address would end."""
    one = declared[written]
    if not isinstance(one, Moved):
        return
    path, line = one.at.path, one.at.line
    if not end:
        hint = "name the address at which it stands now"
        yield Problem(path, line, "R04", f"{written} would move in a circle", hint)
        return
    if end not in standing and end not in declared:
        target = addresses.parse(one.to)
        if target is None or (target.written == end and end not in register):  # one that is lost is told
            hint = near(end, standing) if target else "it is an address of this site, like /terms/csto/"
            yield Problem(path, line, "R04", f"{written} would move to {end}, which is not there", hint)
        return
    if not _is_text(written):
        return
    if not _is_text(end):
        hint = (
            "a text moves to a text, since its passages do; or say [[gone]], and in the reason where to look"
        )
        yield Problem(path, line, "R04", f"{written} would move to {end}, which is no text", hint)
        return
    there = {*standing, *register} if end in declared else standing
    missing = [str(id_) for id_ in _anchors(written, register) if f"{end}#{id_}" not in there]
    if missing:
        message = f"{written} would move to {end}, which has no {listed(missing)}"
        hint = "move its anchors.lock along with it, or say [[gone]], and in the reason where to look"
        yield Problem(path, line, "R04", message, hint)


def _is_text(written: str) -> bool:
    return written.startswith("/texts/") and written != addresses.TEXTS.written and "#" not in written


def _anchors(written: str, register: Mapping[str, Entry]) -> tuple[Anchor, ...]:
    """The places within a text that were published, in the order of the register."""
    places = (one.removeprefix(f"{written}#") for one in register if one.startswith(f"{written}#"))
    return tuple(anchor for place in places if (anchor := Anchor.parse(place)))


def _left(written: str, end: str, register: Mapping[str, Entry], declared: Declared) -> Iterator[Left]:
    """Yield one that has left, and the pages that it takes along."""
    entry, one, ends_at = register[written], declared[written], addresses.parse(end)
    last = declared.get(end)
    leads = ends_at if isinstance(one, Moved) else None
    was = last.was if isinstance(last, Gone) else ""
    if not _is_text(written):
        yield Left(entry.address, leads, was, one.reason, entry.edition, one.edition)
        page = Address(f"{entry.address.path}{entry.address.fragment}/")
        if entry.address.fragment and page.written in register:
            to = leads if leads and end not in declared else entry.address
            yield Left(page, to, "", one.reason, entry.edition, one.edition, follows=True)
        return
    anchors = tuple(
        sorted(_anchors(written, register), key=lambda id_: (str(id_)[0], id_.number, id_.insertion))
    )
    yield Left(entry.address, leads, was, one.reason, entry.edition, one.edition, anchors)
    slug = entry.address.path.removeprefix("texts/").rstrip("/")
    for of in (addresses.apparatus, addresses.citations):
        follower = of(slug)
        if follower.written in register:
            to = entry.address
            if ends_at and end not in declared:
                to = of(ends_at.path.removeprefix("texts/").rstrip("/"))
            yield Left(follower, to, "", one.reason, entry.edition, one.edition, follows=True)
