"""Why an anchor goes on where it does, or does not, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.anchors.claims import Claim, Place
from reader.anchors.holdings import Holdings
from reader.anchors.lexicon import Lexicon, Words
from reader.anchors.matching import NOTES, Doubt, Proposal, Wording
from reader.anchors.similarity import likeness, ordered
from reader.model.ledger import Line
from reader.words.letters import fingerprint, seen

RARE = 5
SURENESS = ((0.95, "as good as certain"), (0.8, "very likely"), (0.6, "likely"), (0.0, "uncertain"))
PLACES: Mapping[Place, str] = {
    "alone": "Between its neighbours nothing else is new, and nothing else is gone.",
    "gap": "It stands between the same neighbours as before.",
    "away": "It stands elsewhere in the text.",
}


def explain(
    id_: str, ledger: Sequence[Line], wordings: Sequence[Wording], proposal: Proposal
) -> tuple[str, ...]:
    """Return why the words of an old or a new anchor were taken for what they were taken for.

    `proposal` is that of `wordings` on `ledger`. An id that is in neither has no explanation.
    """
    old = next((line for line in ledger if line.id == id_ and line.is_main), None)
    lexicon = Lexicon([line.wording for line in ledger if line.is_main] + [one.text for one in wordings])
    doubt = next((doubt for doubt in proposal.doubts if doubt.id == id_), None)
    if doubt:
        return (
            f"{id_} may go on in {' or '.join(doubt.candidates)}, or nowhere.",
            *of_doubt(doubt, wordings, proposal),
        )
    if id_ in proposal.claims and old:
        return _of_kept(proposal.claims[id_], old, wordings[proposal.ids.index(id_)], lexicon)
    if id_ in proposal.ids:
        return _of_new(wordings[proposal.ids.index(id_)], ledger, lexicon)
    return _of_retired(old, wordings, proposal, lexicon) if old else ()


def of_doubt(doubt: Doubt, wordings: Sequence[Wording], proposal: Proposal) -> tuple[str, ...]:
    """Return what speaks for each candidate of a doubt, the likeliest first."""
    lexicon = Lexicon([doubt.wording, *(one.text for one in wordings)])
    return tuple(
        f"{id_} ({sureness(claim)}): "
        + " ".join(_of_words(lexicon[doubt.wording], there, lexicon))
        + f" {PLACES[claim.place]}"
        for id_, claim in zip(doubt.candidates, doubt.claims, strict=True)
        for there in [lexicon[wordings[proposal.ids.index(id_)].text]]
    )


def _of_kept(claim: Claim, old: Line, new: Wording, lexicon: Lexicon) -> tuple[str, ...]:
    if claim.how == "decided":
        return (f"{old.id} goes on here because somebody has decided so.",)
    if claim.how == "lemma":
        return (f"{old.id} goes on here because it is the only note on its words.",)
    if fingerprint(old.wording) == fingerprint(new.text):
        same = f"The words of {old.id} have not changed."
        if seen(old.wording) != seen(new.text):
            same = f"Not a letter of {old.id} has changed, but signs, marks or capitals have."
        again = f"{old.id} was retired, and its words are back." if old.state == "retired" else ""
        return (again or same, PLACES[claim.place])
    what = {
        "extended": "is a part of a longer passage now",
        "part": "was divided, and goes on in this part",
        "revived": "was retired, and nearly the same words are back",
    }.get(claim.how, "is reworded")
    head = f"{old.id} {what} ({sureness(claim)})."
    return (head, *_of_words(lexicon[old.wording], lexicon[new.text], lexicon), PLACES[claim.place])


def _of_new(new: Wording, ledger: Sequence[Line], lexicon: Lexicon) -> tuple[str, ...]:
    """Which old passage a new one is most like."""
    mine = lexicon[new.text]
    lines = [line for line in ledger if line.is_main and _same_kin(line.id, new)]
    best = max(lines, key=lambda line: likeness(lexicon[line.wording], mine), default=None)
    if best is None:
        return ("It is new: there was nothing before.",)
    figure = likeness(lexicon[best.wording], mine)
    return (
        "It is new: no old passage goes on in it.",
        f"The likest is {best.id}, with {_hundredths(figure)}: "
        + _of_words(lexicon[best.wording], mine, lexicon)[0],
    )


def _of_retired(
    old: Line, wordings: Sequence[Wording], proposal: Proposal, lexicon: Lexicon
) -> tuple[str, ...]:
    """Which new passage a retired one is most like, and which one holds its words."""
    mine = lexicon[old.wording]
    places = [at for at, one in enumerate(wordings) if _same_kin(old.id, one)]
    head = f"{old.id} is retired: no passage is like enough to go on as it."
    if not places:
        return (head,)
    best = max(places, key=lambda at: likeness(mine, lexicon[wordings[at].text]))
    figure = likeness(mine, lexicon[wordings[best].text])
    held = Holdings([wordings[at].text for at in places]).find(old.wording)
    claim = "No passage holds two in three of its pairs of neighbouring words."
    if held is not None:
        claim = (
            f"{proposal.ids[places[held]]} holds at least two in three of its pairs of neighbouring words."
        )
    words = _of_words(mine, lexicon[wordings[best].text], lexicon)[0]
    return (head, f"The likest is {proposal.ids[best]}, with {_hundredths(figure)}: {words}", claim)


def _of_words(old: Words, new: Words, lexicon: Lexicon) -> list[str]:
    """How many words two wordings have in common, and the rarest of these."""
    sentences = [f"{ordered(old, new)} of its {old.size} words stand there in the same order, of {new.size}."]
    both = [word for word in dict.fromkeys(old.words) if word in new.features]
    rare = sorted(both, key=lambda word: (-lexicon.weigh(word), old.words.index(word)))[:RARE]
    if rare:
        sentences.append(f"The rarest that both have: {', '.join(f'“{word}”' for word in rare)}.")
    return sentences


def _same_kin(id_: str, wording: Wording) -> bool:
    return id_.startswith(NOTES) == (wording.prefix == NOTES)


def sureness(claim: Claim) -> str:
    """Return how sure a claim is, in words and in hundredths."""
    word = next(word for least, word in SURENESS if claim.confidence >= least)
    return f"{word}, {_hundredths(claim.confidence)}"


def _hundredths(figure: float) -> str:
    return f"{figure:.2f}"
