"""Give every block its anchor: the one it has had, or one that nobody has had.

Old and new text are two sequences, aligned as wholes. What has not changed is matched first, in order and
then wherever it has moved to. Rounds of an alignment of what is left follow: candidates come from an index
of words and from the place in the text, a claim is as strong as its likeness and its place are, and of those
that are nearly as strong the set is taken that keeps the order. Each round narrows the gaps for the next;
where one old and one new passage are left between the same neighbours, less than half of the words are
enough. Then come passages that were extended or divided, and retired ones that are back. Where two claims
are as good, nothing is guessed: the doubt is reported, and the build stops.

Kind is not identity: a paragraph that is declared a heading keeps its id. Notes are matched apart: one
that is the only one on its words goes on there, whatever it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.anchors.assignment import Assignment
from reader.anchors.claims import Claim, Match, Passage
from reader.anchors.contests import contests
from reader.anchors.numbering import number
from reader.anchors.parts import keep_divided, keep_extended, prefer_first
from reader.anchors.rounds import keep_revived, keep_similar, keep_unchanged
from reader.model.ledger import Line
from reader.words.letters import fingerprint, seen

NOTES = "n"
SURE = 0.6  # the first round takes only what is as like as this
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """What needs an anchor: `prefix` is p for passages, s for headings, f for footnotes, n for notes."""

    prefix: str
    text: str  # the words of the block, or those of a note behind its lemma
    lemma: str = ""  # that of a note, with the sign that ends it

    def has_lemma_of(self, line: Line) -> bool:
        """Whether a note stands on the same words as the one of a line, whatever it says."""
        return bool(self.lemma) and line.wording.startswith(self.lemma)


@dataclass(frozen=True, slots=True)
class Doubt:
    """An old anchor that a person must decide on.

    `candidates` are ids as proposed, the likeliest first, and `claims` say what speaks for each. That its
    words are in none of them is an answer too.
    """

    id: str  # the old anchor
    candidates: tuple[str, ...]
    wording: str  # what it stood for
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The anchors of the new wordings, in their order; the claims of those that go on, by id; the doubts.

    Of those that are `gone` somebody has decided that they go on nowhere.
    """

    ids: tuple[str, ...]  # one for each wording, old or new
    claims: Mapping[str, Claim]  # why an old id goes on
    doubts: tuple[Doubt, ...]  # what `accept` asks
    gone: frozenset[str] = frozenset()


def propose(
    ledger: Sequence[Line],
    wordings: Sequence[Wording],
    fixed: Mapping[int, str] | None = None,
    gone: Collection[str] = (),
) -> Proposal:
    """Match `wordings`, in the order of the text, to the anchors of `ledger`.

    `fixed` maps places of wordings to old ids that somebody has decided on, and `gone` are ids of which
    somebody has decided that their words are in none of them.
    """
    kept: dict[int, str] = {}
    claims: dict[str, Claim] = {}
    contested: list[tuple[Line, tuple[Claim, ...], list[int]]] = []
    for notes in (False, True):
        places = [place for place, one in enumerate(wordings) if (one.prefix == NOTES) == notes]
        lines = [line for line in ledger if line.id.startswith(NOTES) == notes]
        lines = [line for state in ("live", "retired") for line in lines if line.state == state]
        found = _match(lines, [wordings[place] for place in places], places, fixed or {}, gone)
        for at, claim in found.kept.items():
            kept[places[at]] = lines[claim.old].id
            claims[lines[claim.old].id] = claim
        contested += [
            (lines[one.old], one.claims, [places[claim.new] for claim in one.claims])
            for one in found.contests
        ]
    ids = number([one.prefix for one in wordings], {line.id for line in ledger}, kept)
    doubts = [
        Doubt(line.id, tuple(ids[at] for at in where), line.wording, of) for line, of, where in contested
    ]
    return Proposal(ids, claims, tuple(doubts), frozenset(gone))


def _match(
    lines: Sequence[Line],
    wordings: Sequence[Wording],
    places: Sequence[int],
    fixed: Mapping[int, str],
    gone: Collection[str],
) -> Match:
    """Match the wordings at `places` to `lines`, live ones before retired ones."""
    if not lines or not wordings:
        return Match({}, ())
    if not gone and not any(place in fixed for place in places) and _stand(lines, wordings):
        return Match({at: Claim(at, at, "unchanged") for at in range(len(wordings))}, ())
    old = [_passage(line.wording, line.id[0]) for line in lines]
    live = sum(line.state == "live" for line in lines)
    new = [_passage(one.text, one.prefix) for one in wordings]
    numbers = {line.id: at for at, line in enumerate(lines)}
    decided = {at: numbers[fixed[place]] for at, place in enumerate(places) if fixed.get(place) in numbers}
    assignment = Assignment(old[:live], old[live:], new)
    assignment.gone = frozenset(numbers[id_] for id_ in gone if id_ in numbers)
    for at, one in decided.items():
        assignment.keep(Claim(one, at, "decided"))
    for claim in _on_the_same_words(lines[:live], wordings):
        if claim.old not in {*assignment.gone, *decided.values()} and claim.new not in decided:
            assignment.keep(claim)
    return match(assignment)


def _on_the_same_words(lines: Sequence[Line], wordings: Sequence[Wording]) -> Iterator[Claim]:
    """The edited notes of which there is one on its words, and was one: it can be no other."""
    texts, known = {one.text for one in wordings}, {line.wording for line in lines}
    edited = [(at, one) for at, one in enumerate(wordings) if one.lemma and one.text not in known]
    lemmata = Counter(one.lemma for _at, one in edited)
    for at, one in edited:
        old = [
            place for place, line in enumerate(lines) if one.has_lemma_of(line) and line.wording not in texts
        ]
        if len(old) == lemmata[one.lemma] == 1:
            yield Claim(old[0], at, "lemma")


def _stand(lines: Sequence[Line], wordings: Sequence[Wording]) -> bool:
    """Whether the live lines are the wordings, word for word and in order: nothing need be compared."""
    live = [(line.id[0], line.wording) for line in lines if line.state == "live"]
    return live == [(one.prefix, one.text) for one in wordings]


def _passage(text: str, series: str) -> Passage:
    return Passage(text, fingerprint(text), series, seen(text))


def match(assignment: Assignment) -> Match:
    """Complete an assignment."""
    keep_unchanged(assignment)
    keep_similar(assignment, SURE)
    for _round in range(ROUNDS):
        if not keep_similar(assignment):
            break
    keep_extended(assignment)
    keep_divided(assignment)
    keep_similar(assignment)
    prefer_first(assignment)
    keep_revived(assignment)
    doubtful = contests(assignment)
    return Match(assignment.kept, tuple(doubtful))
