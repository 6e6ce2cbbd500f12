"""A published anchor never dies and never lies: texts that go on being edited (DESIGN, law 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given, settings

from drafts import Draft, histories
from reader.anchors import ledger as ledgers
from reader.anchors.landing import END, TOP, Landing
from reader.anchors.matching import Proposal, Wording, propose
from reader.anchors.update import record, retired
from reader.model.ledger import Line
from reader.words.letters import fingerprint
from replay.judge import alike, letters_apart, pairs_held

FEW_LETTERS = 24


def wordings(draft: Draft) -> list[Wording]:
    """Return the paragraphs of a draft as passages."""
    return [Wording("p", " ".join(paragraph)) for paragraph in draft]


def in_common(one: str, other: str) -> int:
    """Return how many words two wordings have in common; a word with a letter wrong is the same word."""
    mine, theirs = one.split(), other.split()
    left = list((Counter(theirs) - Counter(mine)).elements())
    found = (Counter(mine) & Counter(theirs)).total()
    for word in (Counter(mine) - Counter(theirs)).elements():
        like = next((other for other in left if letters_apart(word, other) <= 1), None)
        if like is not None:
            left.remove(like)
            found += 1
    return found


def holds(whole: str, part: str) -> bool:
    """Whether a wording holds at least half of the words of another."""
    return 2 * in_common(part, whole) >= len(part.split())


def related(old: str, new: str) -> bool:
    """Whether the one holds at least half of the other, so that a link to the old has not gone astray.

    Of a heading of a word or two it is the letters that count.
    """
    longest = max(len(old), len(new))
    alike_letters = longest <= FEW_LETTERS and 2 * letters_apart(old, new) <= longest
    return holds(new, old) or holds(old, new) or alike_letters


def decide(ledger: Sequence[Line], texts: Sequence[Wording]) -> Proposal | None:
    """Return a proposal without doubts, settled as an editor would: by the words."""
    fixed: dict[int, str] = {}
    for _ in range(len(texts) + 1):
        proposal = propose(ledger, texts, fixed)
        if not proposal.doubts:
            return proposal
        doubt = proposal.doubts[0]
        places = [proposal.ids.index(id_) for id_ in doubt.candidates]
        place = max(places, key=lambda one: in_common(doubt.wording, texts[one].text))
        if place in fixed:
            return None
        fixed[place] = doubt.id
    return None


def check_step(
    old: Sequence[Line], new: Sequence[Line], texts: Sequence[Wording], proposal: Proposal
) -> None:
    """Assert that no id of the old ledger has come to stand for other words."""
    assert len(set(proposal.ids)) == len(texts)
    assert [line.wording for line in new if line.state == "live"] == [wording.text for wording in texts], (
        "the words of the living, in the order of the text"
    )
    before = {line.id: line for line in old if line.is_main}
    after = {line.id: line for line in new if line.is_main}
    assert before.keys() <= after.keys(), "an id is never forgotten"
    for id_, line in before.items():
        now = after[id_]
        if now.state == "live":
            if line.state == "retired":
                assert alike(now.wording, line.wording) >= 0.6, f"{id_} is revived for other words"
            assert related(line.wording, now.wording), (
                f"{id_} stood for {line.wording!r}, now for {now.wording!r}"
            )
        else:
            check_landing(line, now, before, after)
    check_unchanged(before, after, texts)


def check_landing(line: Line, now: Line, before: Mapping[str, Line], after: Mapping[str, Line]) -> None:
    """Assert that what is said of a retired id is true of the text as it is now."""
    landing = Landing.parse(now.lands)
    assert landing
    if line.state == "retired":
        assert replace(now, lands="") == replace(line, lands=""), f"{line.id} was retired already"
    else:
        for neighbour in (landing.before, landing.after):
            assert neighbour in (TOP, END) or before[neighbour].state == after[neighbour].state == "live"
    if landing.claim:
        there = after[landing.claim]
        assert there.state == "live"
        assert pairs_held(line.wording, there.wording) >= 0.5, f"{line.id} did not go to {there.wording!r}"


def check_unchanged(before: dict[str, Line], after: dict[str, Line], texts: Sequence[Wording]) -> None:
    """Assert that a wording that has not changed keeps its id, as often as it stands in the text."""
    were = Counter(fingerprint(line.wording) for line in before.values() if line.state == "live")
    are = Counter(fingerprint(wording.text) for wording in texts)
    kept = Counter(
        fingerprint(line.wording)
        for id_, line in before.items()
        if line.state == after[id_].state == "live"
        and fingerprint(after[id_].wording) == fingerprint(line.wording)
    )
    assert kept == were & are


def check_landings(ledger: Sequence[Line]) -> None:
    """Assert that every id that was ever given still leads to a living passage, while there is one."""
    living = {line.id for line in ledger if line.state == "live"}
    given = {line.id for line in ledger}
    gone = {str(one.id): str(one.lands or "") for one in retired(ledger)}
    assert living | gone.keys() == given
    assert not living & gone.keys()
    for lands in gone.values():
        assert lands in living or not lands


@settings(max_examples=600)  # some 3,000 edits
@given(histories())
def test_no_anchor_lands_on_other_words(history: list[Draft]) -> None:
    """Typos, insertions, divisions, mergers, moves and repetitions, several at once, over and over."""
    ledger: list[Line] = []
    for edition, draft in enumerate(history, 1):
        texts = wordings(draft)
        proposal = decide(ledger, texts)
        if proposal is None:
            continue  # the editor gives up: the build has stopped, and nothing is published
        new, changes = record(ledger, texts, proposal, str(edition))
        check_step(ledger, new, texts, proposal)
        check_landings(new)
        before = {line.id for line in ledger}
        assert {change.id for change in changes if change.what == "new"} == {line.id for line in new} - before
        assert ledgers.parse("anchors.lock", ledgers.write("text", new)) == (new, [])
        ledger = new
        again = propose(ledger, texts)
        assert record(ledger, texts, again, "later") == (ledger, []), "an accepted text has changed of itself"
