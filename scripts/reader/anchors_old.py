"""Give every block its anchor: the one it has had, or one that nobody has had.

First the wordings that have not changed are matched, in order and then wherever they have moved to. Then
what is left is matched by likeness: a reworded passage keeps its anchor; of the parts of a divided passage
the first that is like it keeps it; of passages that became one, the first that is like it keeps its own and
the others retire to it. Where two candidates have the same claim, nothing is guessed: the doubt is reported,
and the build stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count, product

from reader.ledger import ANCHOR, Line
from reader.letters import fingerprint
from reader.likeness import compete, likeness, share

ALIKE = 0.5  # at least half of the words in common
CLOSE = 0.1  # claims closer than this are not told apart


@dataclass(frozen=True, slots=True)
class Wording:
    """What needs an anchor: `prefix` is p for passages, s for headings, n for notes."""

    prefix: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """An old anchor with claims that cannot be told apart; `candidates` are ids as proposed."""

    id: str
    candidates: tuple[str, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The anchors of the new wordings, in their order; where the words of lost ones went; the doubts."""

    ids: tuple[str, ...]
    went: Mapping[str, str]
    doubts: tuple[Doubt, ...]


def propose(
    ledger: Sequence[Line], wordings: Sequence[Wording], fixed: Mapping[int, str] | None = None
) -> Proposal:
    """Match `wordings`, in the order of the text, to the anchors of `ledger`.

    `fixed` maps places of wordings to old ids that somebody has decided on.
    """
    ids: dict[int, str] = {}
    went: dict[str, str] = {}
    doubts: list[Doubt] = []
    for prefix in dict.fromkeys(wording.prefix for wording in wordings):
        places = [place for place, wording in enumerate(wordings) if wording.prefix == prefix]
        old = [line for line in ledger if line.id.startswith(prefix)]
        chosen = {places.index(place): id_ for place, id_ in (fixed or {}).items() if place in places}
        match = _match(old, [wordings[place].text for place in places], chosen)
        named = _number(prefix, {line.id for line in old}, match.kept, len(places))
        ids |= {places[at]: id_ for at, id_ in named.items()}
        went |= {id_: named[at] for id_, at in match.went.items()}
        doubts += [
            Doubt(line.id, tuple(named[at] for at in candidates), line.wording)
            for line, candidates in match.contested
        ]
    return Proposal(tuple(ids[place] for place in range(len(wordings))), went, tuple(doubts))


@dataclass
class _Match:
    """`kept` maps places of the new text to old lines, `went` old ids to the places of their words."""

    old: list[Line]
    texts: Sequence[str]
    kept: dict[int, Line] = field(default_factory=dict)
    went: dict[str, int] = field(default_factory=dict)
    contested: list[tuple[Line, list[int]]] = field(default_factory=list)

    def free_lines(self) -> list[Line]:
        taken = {line.id for line in self.kept.values()}
        return [line for line in self.old if line.state == "live" and line.id not in taken]

    def free_places(self) -> list[int]:
        return [place for place in range(len(self.texts)) if place not in self.kept]


def _match(old: list[Line], texts: Sequence[str], fixed: Mapping[int, str]) -> _Match:
    match = _Match(old, texts)
    by_id = {line.id: line for line in old if line.state != "was"}
    match.kept |= {place: by_id[id_] for place, id_ in fixed.items() if id_ in by_id}
    _keep_unchanged(match)
    _keep_alike(match)
    _keep_parts(match)
    return match


def _keep_unchanged(match: _Match) -> None:
    """Keep the anchors of equal wordings: in order, then moved, then come back from retirement."""
    lines, places = match.free_lines(), match.free_places()
    prints = {place: fingerprint(match.texts[place]) for place in places}
    same = SequenceMatcher(
        None, [line.fingerprint for line in lines], [prints[place] for place in places], autojunk=False
    )
    for at, to, size in same.get_matching_blocks():
        match.kept |= {places[to + step]: lines[at + step] for step in range(size)}
    retired = [line for line in match.old if line.state == "retired"]
    for line in [*match.free_lines(), *retired]:
        place = next((one for one in match.free_places() if prints[one] == line.fingerprint), None)
        if place is not None:
            match.kept[place] = line


def _keep_alike(match: _Match) -> None:
    """Keep the anchors of reworded passages, the likeliest first; contested claims are left alone."""
    claims = [
        (likeness(line.wording, match.texts[place]), line, place)
        for line, place in product(match.free_lines(), match.free_places())
    ]
    claims = [claim for claim in claims if claim[0] >= ALIKE]
    claims.sort(key=lambda claim: (-claim[0], claim[2]))
    contested: dict[str, tuple[Line, set[int]]] = {}
    for score, line, place in claims:
        if place in match.kept or line in match.kept.values():
            continue
        rivals = list(_rivals(score, line, place, claims, match))
        if not rivals:
            first_line, first_place = _first(line, place, claims, match)
            match.kept[first_place] = first_line
        for rival, other in [(line, place), *rivals] if rivals else []:
            contested.setdefault(rival.id, (rival, set()))[1].add(other)
    match.contested = [
        (line, sorted(places)) for line, places in contested.values() if line not in match.kept.values()
    ]


def _first(
    line: Line, place: int, claims: Sequence[tuple[float, Line, int]], match: _Match
) -> tuple[Line, int]:
    """Of the parts of a divided passage, or of the passages that became one, the first that is like it."""
    texts, order, kept = match.texts, match.old.index, match.kept.values()
    free = [claim for claim in claims if claim[2] not in match.kept and claim[1] not in kept]
    for score, other, elsewhere in sorted(free, key=lambda claim: (claim[2], order(claim[1]))):
        if other is line and elsewhere < place:
            apart = not compete(texts[place], texts[elsewhere], line.wording)
            better = any(one > score for one, _line, there in free if there == elsewhere)
        elif elsewhere == place and order(other) < order(line):
            apart = not compete(line.wording, other.wording, texts[place])
            better = any(one > score for one, mine, _place in free if mine is other)
        else:
            continue
        if apart and not better and not any(_rivals(score, other, elsewhere, claims, match)):
            return other, elsewhere
    return line, place


def _rivals(
    score: float, line: Line, place: int, claims: Sequence[tuple[float, Line, int]], match: _Match
) -> Iterator[tuple[Line, int]]:
    """Claims as good as this one, to the same words: not the other part of a divided passage."""
    text = match.texts[place]
    for other_score, other, elsewhere in claims:
        if score - other_score >= CLOSE or elsewhere in match.kept or other in match.kept.values():
            continue
        same_line, same_place = other is line, elsewhere == place
        if same_line and not same_place and compete(text, match.texts[elsewhere], line.wording):
            yield other, elsewhere
        if same_place and not same_line and compete(line.wording, other.wording, text):
            yield other, elsewhere


def _keep_parts(match: _Match) -> None:
    """Follow the words of passages that were divided, or became part of another."""
    doubtful = {line.id for line, _places in match.contested}
    for line in match.free_lines():
        if line.id in doubtful:
            continue
        whole = [
            place for place in range(len(match.texts)) if share(line.wording, match.texts[place]) >= ALIKE
        ]
        parts = [place for place in match.free_places() if share(match.texts[place], line.wording) >= ALIKE]
        free = [place for place in (*whole, *parts) if place not in match.kept]
        if free:
            match.kept[free[0]] = line
        elif whole:
            match.went[line.id] = max(whole, key=lambda place: share(line.wording, match.texts[place]))


def _number(prefix: str, used: set[str], kept: Mapping[int, Line], size: int) -> dict[int, str]:
    """Name every place: kept ones by their old id, new ones after their predecessor or at the end."""
    ids = {place: line.id for place, line in kept.items()}
    used = used | set(ids.values())
    last_kept = max(kept, default=-1)
    highest = max((int(match[2]) for id_ in used if (match := ANCHOR.fullmatch(id_))), default=0)
    before = f"{prefix}0"
    for place in range(size):
        if place not in ids:
            if place > last_kept:
                highest += 1
                ids[place] = f"{prefix}{highest}"
            else:
                ids[place] = _inserted(before, used)
            used.add(ids[place])
        before = ids[place]
    return ids


def _inserted(after: str, used: set[str]) -> str:
    """The first id of the kind `p12a` after `p12` (or `p12c`) that nobody has had."""
    match = ANCHOR.fullmatch(after)
    if match is None:
        raise ValueError(f"{after} is not an anchor")
    stem = match[1] + match[2]
    return next(id_ for number in count(1) if (id_ := stem + _suffix(number)) not in used)


def _suffix(number: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    suffix = ""
    while number:
        number, digit = divmod(number - 1, 26)
        suffix = chr(ord("a") + digit) + suffix
    return suffix
