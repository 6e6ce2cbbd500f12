"""What is said of anchors: where words went, why an id goes on, and what the ledger keeps."""

from __future__ import annotations

import pytest

from reader.anchors.evidence import explain
from reader.anchors.holdings import Holdings
from reader.anchors.landing import Landing
from reader.anchors.matching import propose
from reader.anchors.update import record
from reader.model.ledger import Line
from reader.words.letters import fingerprint
from reader.words.segmentation import words
from test_anchors import FIVE, FOUR, LATER, ONE, OTHER, THREE, TWO, Text, wordings

BEGUN = "Trade between the two countries grew by half, it is said, though nobody knows from what level."


def test_each_wording_stands_once() -> None:
    """A wording that comes back is the same wording, with the last edition in which it appeared."""
    text = Text(ONE, TWO)
    changed = TWO.replace("gate", "door")
    for wording in (changed, TWO, changed, TWO):
        text.publish(ONE, wording)
    assert [(line.state, line.wording, line.edition) for line in text.ledger if line.id == "p2"] == [
        ("live", TWO, "5"),
        ("was", changed, "4"),
    ]


def test_none_of_them_is_an_answer() -> None:
    """A doubt is settled as well by saying that the words are in no candidate."""
    text = Text(ONE, TWO, THREE)
    nearly = (TWO.replace("Iran", "Tehran"), TWO.replace("anyone", "anybody"))
    new = wordings((ONE, *nearly, THREE))
    proposal = propose(text.ledger, new, gone={"p2"})
    assert (proposal.ids, proposal.doubts) == (("p1", "p1a", "p1b", "p3"), ())
    _lines, changes = record(text.ledger, new, proposal, "2")
    assert [(change.id, change.what) for change in changes][-1] == ("p2", "retired")


def test_candidates_come_with_what_speaks_for_them() -> None:
    """The likeliest is the first."""
    text = Text(ONE, TWO, THREE)
    proposal = text.propose(ONE, TWO.replace("Iran", "Tehran"), TWO.replace("closed by", "shut to"), THREE)
    doubt = proposal.doubts[0]
    strengths = [claim.strength for claim in doubt.claims]
    assert strengths == sorted(strengths, reverse=True)
    said = explain("p2", text.ledger, wordings((ONE, TWO, THREE)), text.propose(ONE, TWO, THREE))
    assert said == (
        "The words of p2 have not changed.",
        "It stands between the same neighbours as before.",
    )


@pytest.mark.parametrize(
    ("id_", "begins"),
    [
        ("p1", "The words of p1 have not changed."),
        ("p2", "p2 is retired: no passage is like enough to go on as it."),
        ("p3", "p3 is reworded (likely, 0."),
        ("p4", "p4 is a part of a longer passage now"),
        ("p1a", "It is new: no old passage goes on in it."),
        ("p9", ""),
    ],
)
def test_an_outcome_is_explained(id_: str, begins: str) -> None:
    """Whatever became of an id, there are sentences that say why; of an unknown one there are none."""
    old = (ONE, TWO, THREE, FIVE)
    new = (ONE, OTHER, BEGUN, f"{FIVE} {LATER} {LATER.upper()} {FOUR} {FOUR.upper()}")
    text = Text(*old)
    said = explain(id_, text.ledger, wordings(new), text.propose(*new))
    assert "".join(said).startswith(begins)
    assert bool(said) == bool(begins)


def test_a_doubt_is_explained() -> None:
    """Each candidate has a sentence of its own."""
    text = Text(ONE, TWO, THREE)
    new = (ONE, TWO.replace("Iran", "Tehran"), TWO.replace("anyone", "anybody"), THREE)
    said = explain("p2", text.ledger, wordings(new), text.propose(*new))
    assert said[0] == "p2 may go on in p1a or p1b, or nowhere."
    assert [one.partition(" ")[0] for one in said[1:]] == ["p1a", "p1b"]


@pytest.mark.parametrize(
    ("cell", "phrase"),
    [
        ("p2~p1~p4", "its words went to p2"),
        ("p2", "its words went to p2"),
        ("~p1~p4", "stood between p1 and p4"),
        ("~p1~end", "stood after p1"),
        ("~top~p4", "stood before p4"),
        ("~p1", "stood beside p1"),
        ("~top~end", "nothing near it has survived"),
        ("~p1~p4!", "stood between p1 and p4"),
        ("~top", "nothing near it has survived"),
    ],
)
def test_a_landing_goes_round(cell: str, phrase: str) -> None:
    """Also that of an older ledger, which is written as it was."""
    landing = Landing.parse(cell)
    assert landing
    assert (str(landing), landing.phrase()) == (cell, phrase)


def test_an_untrue_claim_of_an_older_ledger_is_taken_back() -> None:
    """It named no neighbours, so the passage that it named is all that is known of the place."""
    ledger = [
        Line("p1", "live", fingerprint(ONE), "1", "", ONE),
        Line("p2", "retired", fingerprint(TWO), "1", "p1", TWO),
        Line("p3", "retired", fingerprint(THREE), "1", "~p1", THREE),
    ]
    new = wordings((ONE,))
    lines, changes = record(ledger, new, propose(ledger, new), "2")
    assert [(change.id, change.what, change.lands) for change in changes] == [("p2", "relanded", "~p1")]
    assert [line.lands for line in lines] == ["", "~p1", "~p1"]


@pytest.mark.parametrize(
    ("wording", "place"),
    [
        (OTHER, 1),
        ("A railway from Rasht to Astara", None),
        ("to the", None),
        ("一条铁路", None),
        ("商人在春天带着茶叶和丝绸离开首都", 2),
    ],
)
def test_a_claim_needs_words_enough(wording: str, place: int | None) -> None:
    """Two thirds of the pairs, and more than a long passage holds of anything by chance."""
    texts = [ONE, f"{TWO} {OTHER} {THREE}", "一条铁路经过这里。商人在春天带着茶叶和丝绸离开首都，秋天回来。"]
    assert Holdings(texts).find(wording) == place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The “near abroad” – 1.5 don’t", ["the", "near", "abroad", "1.5", "don’t"]),
        ("राम ने रावण को मारा", ["राम", "ने", "रावण", "को", "मारा"]),
        ("می‌خواهم بروم", ["میخواهم", "بروم"]),
        ("他在2020年来北京。", ["他", "在", "2020", "年", "来", "北", "京"]),
        ("ก็ดี", ["ก็", "ดี"]),
        ("***", []),
    ],
)
def test_words_of_every_script(text: str, found: list[str]) -> None:
    """Marks belong to their letters, joiners make no other word, and Chinese is read by characters."""
    assert [*words(text)] == found
