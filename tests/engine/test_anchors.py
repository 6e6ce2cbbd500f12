"""Anchors, a case at a time: what becomes of an id when its passage is reworded, moved, divided, deleted …

Each test publishes a text and then changes it. `Text.ids` are the ids of the passages in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from reader.anchors import ledger as ledgers
from reader.anchors.matching import Proposal, Wording, propose
from reader.anchors.update import LedgerChange, record, retired
from reader.model.ledger import Line
from reader.words.letters import fingerprint

ONE = "Russia has sought to keep its influence in the Caucasus since the end of the Soviet Union."
TWO = "Iran regards the border with Armenia as the gate to Europe and will not see it closed by anyone."
THREE = "Trade between the two countries grew by half, though from a level that nobody would call high."
FOUR = "В 2020 году началась война, которую обе столицы надеялись остановить без участия третьих стран."
FIVE = "ایران و روسیه در سال‌های گذشته همکاری‌های امنیتی خود را در آسیای مرکزی گسترش داده‌اند."
OTHER = "Turkish drones and Israeli rifles were seen at the front, to the surprise of many observers there."
LATER = "A railway from Rasht to Astara would close the last gap of the corridor between north and south."
TEXTS = (ONE, TWO, THREE, FOUR, FIVE)


class Landing(NamedTuple):
    """Where a retired id lands, its anchors as they are written."""

    id: str
    lands: str
    kept_words: bool
    wording: str


class Text:
    """A text with its ledger, edition after edition."""

    def __init__(self, *texts: str) -> None:
        self.ledger: list[Line] = []
        self.edition = 0
        self.ids: list[str] = []
        self.changes: list[LedgerChange] = []
        self.publish(*texts)

    def propose(self, *texts: str, fixed: dict[int, str] | None = None) -> Proposal:
        """Return the anchors that `texts` would get; a heading begins with `# `, a note with `* `."""
        return propose(self.ledger, wordings(texts), fixed)

    def publish(self, *texts: str, fixed: dict[int, str] | None = None) -> None:
        """Accept `texts`, about which there must be no doubt."""
        proposal = self.propose(*texts, fixed=fixed)
        assert not proposal.doubts
        self.edition += 1
        self.ledger, self.changes = record(self.ledger, wordings(texts), proposal, str(self.edition))
        self.ids = [*proposal.ids]

    def line(self, id_: str) -> Line:
        """Return the line of an id, not one of its earlier wordings."""
        return next(line for line in self.ledger if line.id == id_ and line.is_main)

    def told(self) -> list[str]:
        """Return the last changes as `id what`."""
        return [f"{change.id} {change.what}" for change in self.changes]

    def landing(self, id_: str) -> Landing:
        """Return where a retired id lands."""
        one = next(one for one in retired(self.ledger) if str(one.id) == id_)
        return Landing(str(one.id), str(one.lands or ""), one.kept_words, one.wording)


def wordings(texts: Sequence[str]) -> list[Wording]:
    """Return texts as wordings, by the sign that they begin with."""
    signs = {"# ": "s", "* ": "n"}
    return [Wording(signs.get(text[:2], "p"), text[2:] if text[:2] in signs else text) for text in texts]


# What stays


def test_a_first_edition_is_numbered() -> None:
    """Ids begin at p1, in the order of the text."""
    text = Text(*TEXTS)
    assert text.ids == ["p1", "p2", "p3", "p4", "p5"]
    assert text.told() == [f"p{number} new" for number in range(1, 6)]


def test_an_unchanged_text_changes_nothing() -> None:
    """A second build is a build of nothing."""
    text = Text(*TEXTS)
    before = text.ledger
    text.publish(*TEXTS)
    assert (text.ids, text.changes, text.ledger) == (["p1", "p2", "p3", "p4", "p5"], [], before)


def test_spaces_quotes_and_dashes_change_nothing() -> None:
    """Regularising rules cannot move an anchor, nor make a revision; that they were at work is recorded."""
    text = Text("The “near abroad” – so called – is Russia’s", "geo-economics of Iran")
    revisions = [line.fingerprint for line in text.ledger]
    text.publish('The "near  abroad" - so called - is Russia\'s', "geo‐economics  of Iran")
    assert (text.ids, text.told()) == (["p1", "p2"], ["p1 regularised", "p2 regularised"])
    assert [text.line(id_).fingerprint for id_ in text.ids] == revisions


def test_a_reworded_passage_keeps_its_id() -> None:
    """A typo mended is the same passage; the ledger keeps both wordings."""
    text = Text(*TEXTS)
    mended = TWO.replace("the gate to", "its own gate to").replace("Armenia", "Armenya")
    text.publish(ONE, mended, THREE, FOUR, FIVE)
    assert text.ids == ["p1", "p2", "p3", "p4", "p5"]
    assert text.told() == ["p2 reworded"]
    assert [(line.state, line.wording, line.edition) for line in text.ledger if line.id == "p2"] == [
        ("live", mended, "2"),
        ("was", TWO, "1"),
    ]


def test_passages_of_other_scripts_are_reworded_too() -> None:
    """Letters of every script count."""
    text = Text(*TEXTS)
    text.publish(
        ONE, TWO, THREE, FOUR.replace("обе столицы", "Москва и Тегеран"), FIVE.replace("گذشته", "اخیر")
    )
    assert text.told() == ["p4 reworded", "p5 reworded"]


def test_neighbours_reworded_at_once() -> None:
    """Three passages in a row are changed in one revision: each keeps its own id."""
    text = Text(*TEXTS)
    text.publish(*(one.replace(" ", " x ", 1) for one in TEXTS))
    assert text.told() == [f"p{number} reworded" for number in range(1, 6)]


# What is new


def test_an_insertion_is_named_after_its_predecessor() -> None:
    """No published number is shifted by a passage put before it."""
    text = Text(ONE, TWO, THREE)
    text.publish(ONE, OTHER, TWO, THREE)
    assert text.ids == ["p1", "p1a", "p2", "p3"]
    text.publish(ONE, LATER, OTHER, FOUR, TWO, THREE)
    assert text.ids == ["p1", "p1b", "p1a", "p1c", "p2", "p3"]


def test_an_insertion_before_everything() -> None:
    """There is no passage before the first: it is named p0a."""
    text = Text(ONE, TWO)
    text.publish(OTHER, ONE, TWO)
    assert text.ids == ["p0a", "p1", "p2"]


def test_an_appended_passage_gets_the_next_number() -> None:
    """At the end nothing is shifted, so numbers go on."""
    text = Text(ONE, TWO)
    text.publish(ONE, TWO, THREE, FOUR)
    assert text.ids == ["p1", "p2", "p3", "p4"]


def test_more_insertions_than_letters() -> None:
    """After p1z comes p1aa."""
    text = Text(ONE, TWO)
    many = [
        f"{number} wholly other words {'abcdefghijklmnopqrstuvwxyz'[number % 26] * 30}"
        for number in range(28)
    ]
    text.publish(ONE, *many, TWO)
    assert text.ids[:3] == ["p1", "p1a", "p1b"]
    assert text.ids[-4:] == ["p1z", "p1aa", "p1ab", "p2"]


def test_ids_are_never_used_again() -> None:
    """The number of a passage that is gone belongs to it for good, letters too."""
    text = Text(ONE, TWO)
    text.publish(ONE, OTHER, TWO)
    text.publish(ONE)
    text.publish(ONE, LATER)
    assert text.ids == ["p1", "p3"]
    text.publish(ONE, FOUR, LATER)
    assert text.ids == ["p1", "p1b", "p3"]


# What moves


def test_a_moved_passage_keeps_its_id() -> None:
    """A link leads to words, not to a place in the order."""
    text = Text(*TEXTS)
    text.publish(FIVE, THREE, ONE, TWO, FOUR)
    assert (text.ids, text.changes) == (["p5", "p3", "p1", "p2", "p4"], [])


def test_a_passage_moved_and_reworded() -> None:
    """The likeness is looked for in the whole text, not only in the gap."""
    text = Text(*TEXTS)
    text.publish(TWO, THREE, FOUR, FIVE, ONE.replace("influence", "old influence"))
    assert text.ids == ["p2", "p3", "p4", "p5", "p1"]


# What is divided or becomes one


def test_of_a_divided_passage_the_first_part_keeps_the_id() -> None:
    """A link lands where the words begin."""
    text = Text(ONE, TWO, THREE)
    parts = (
        "Iran regards the border with Armenia as the gate to Europe",
        "and will not see it closed by anyone.",
    )
    text.publish(ONE, *parts, THREE)
    assert text.ids == ["p1", "p2", "p2a", "p3"]


def test_of_even_parts_the_first_keeps_the_id() -> None:
    """Two halves are no two candidates: each has words of its own."""
    text = Text(ONE, f"{TWO} {OTHER}", THREE)
    text.publish(ONE, TWO, OTHER, THREE)
    assert text.ids == ["p1", "p2", "p2a", "p3"]


def test_of_three_parts_the_first_keeps_the_id() -> None:
    """No part is like the whole, and yet the words did not go."""
    text = Text(ONE, f"{TWO} {OTHER} {LATER}", THREE)
    text.publish(ONE, TWO, OTHER, LATER, THREE)
    assert text.ids == ["p1", "p2", "p2a", "p2b", "p3"]
    assert text.told() == ["p2 reworded", "p2a new", "p2b new"]


def test_of_passages_that_became_one_the_second_retires_to_the_first() -> None:
    """The words of both can be found by both ids."""
    text = Text(ONE, TWO, OTHER, THREE)
    text.publish(ONE, f"{TWO} {OTHER}", THREE)
    assert text.ids == ["p1", "p2", "p4"]
    assert text.told() == ["p2 reworded", "p3 retired"]
    assert text.line("p3").lands == "p2~p2~p4"
    assert text.landing("p3") == Landing("p3", "p2", True, OTHER)


def test_a_short_passage_that_became_part_of_a_long_one() -> None:
    """The long one is hardly changed; the short one is found in it."""
    text = Text(f"{ONE} {THREE} {LATER}", "Nobody knows the answer to this question.")
    text.publish(f"{ONE} {THREE} {LATER} Nobody knows the answer to this question.")
    assert (text.ids, text.landing("p2").lands, text.landing("p2").kept_words) == (["p1"], "p1", True)


def test_of_uneven_parts_the_one_that_is_like_it_keeps_the_id() -> None:
    """A first sentence set apart does not take the link to all the others with it."""
    text = Text(ONE, f"Trade grew. {TWO} {OTHER} {LATER}", THREE)
    text.publish(ONE, "Trade grew.", f"{TWO} {OTHER} {LATER}", THREE)
    assert text.ids == ["p1", "p1a", "p2", "p3"]


def test_a_part_that_another_passage_became_is_not_taken() -> None:
    """The first part went into a passage that has an id and a better claim to it."""
    text = Text(ONE, f"{TWO} {THREE}", FOUR)
    text.publish(f"{ONE} {TWO}", f"so {THREE}", FOUR)
    assert text.ids == ["p1", "p2", "p3"]


def test_three_passages_that_became_one() -> None:
    """Two ids retire, both to the same place."""
    text = Text(ONE, TWO, OTHER, THREE)
    text.publish(f"{ONE} {TWO} {OTHER}", THREE)
    assert text.ids == ["p1", "p4"]
    assert [text.landing(id_).lands for id_ in ("p2", "p3")] == ["p1", "p1"]


# What goes


def test_a_deleted_passage_lands_on_its_neighbour() -> None:
    """Its words are gone, and the landing says so."""
    text = Text(*TEXTS)
    text.publish(ONE, TWO, FOUR, FIVE)
    assert text.ids == ["p1", "p2", "p4", "p5"]
    assert text.line("p3").lands == "~p2~p4"
    assert text.landing("p3") == Landing("p3", "p2", False, THREE)


def test_the_first_passage_deleted_lands_on_the_next() -> None:
    """There is none before it."""
    text = Text(ONE, TWO, THREE)
    text.publish(TWO, THREE)
    assert text.landing("p1") == Landing("p1", "p2", False, ONE)


def test_everything_deleted_lands_at_the_top() -> None:
    """Where nothing survives there is still the page."""
    text = Text(ONE, TWO)
    text.publish()
    assert [line.lands for line in text.ledger] == ["~top~end", "~top~end"]
    assert text.landing("p1") == Landing("p1", "", False, ONE)


def test_a_landing_place_that_goes_in_its_turn() -> None:
    """A link is followed to a living passage, however often the text has changed."""
    text = Text(*TEXTS)
    text.publish(ONE, TWO, FOUR, FIVE)
    text.publish(ONE, FOUR, FIVE)
    text.publish(FOUR, FIVE)
    assert [text.landing(id_).lands for id_ in ("p1", "p2", "p3")] == ["p4", "p4", "p4"]


def test_words_that_went_where_the_words_went() -> None:
    """`kept_words` is true only as long as every step of the way keeps them."""
    long = f"{ONE} {THREE} {LATER}"
    text = Text(long, TWO, OTHER)
    text.publish(long, f"{TWO} {OTHER}")
    assert text.landing("p3") == Landing("p3", "p2", True, OTHER)
    text.publish(f"{long} {TWO} {OTHER}")
    assert text.landing("p3") == Landing("p3", "p1", True, OTHER)
    text.publish(FOUR)
    assert text.landing("p3") == Landing("p3", "", False, OTHER)


def test_beside_the_words_is_never_with_the_words() -> None:
    """A passage that was deleted beside another did not go where that one went later."""
    text = Text(f"{ONE} {LATER}", TWO, OTHER)
    text.publish(f"{ONE} {LATER}", TWO)
    assert text.landing("p3") == Landing("p3", "p2", False, OTHER)
    text.publish(f"{ONE} {LATER} {TWO}")
    assert text.landing("p2") == Landing("p2", "p1", True, TWO)
    assert text.landing("p3") == Landing("p3", "p1", False, OTHER)


def test_words_that_are_in_two_places() -> None:
    """A link lands where most of the words are, not where some are."""
    one, other = f"{ONE} {OTHER} {FOUR}", f"{THREE} {LATER} {FIVE}"
    most, some = f"{other} {TWO}", f"{one} {TWO[:60]}"
    for texts in ((most, some), (some, most)):
        text = Text(one, TWO, other)
        text.publish(*texts)
        assert text.landing("p2") == Landing("p2", "p3", True, TWO)


def test_other_words_after_the_same_opening_are_another_passage() -> None:
    """Less than half of the words in common is a coincidence, or a formula."""
    formula = "In the framework of the theory it is said that"
    text = Text(ONE, f"{formula} {OTHER}", THREE)
    text.publish(ONE, f"{formula} {LATER}", THREE)
    assert text.ids == ["p1", "p1a", "p3"]
    assert text.landing("p2") == Landing("p2", "p1", False, f"{formula} {OTHER}")


def test_a_passage_that_comes_back() -> None:
    """The same words get the same id, whatever happened between."""
    text = Text(ONE, TWO, THREE)
    text.publish(ONE, THREE)
    text.publish(ONE, LATER, THREE)
    text.publish(ONE, LATER, TWO, THREE)
    assert text.ids == ["p1", "p1a", "p2", "p3"]
    assert text.told() == ["p2 revived"]
    assert not retired(text.ledger)


@pytest.mark.parametrize("gone", ["Abstract", "Iran", "asset", "ancient estate", "Да", "آب"])
def test_a_short_passage_is_not_found_in_a_long_one_by_chance(gone: str) -> None:
    """Every long text holds most pairs of letters: a short id must not land on a passage that is no kin."""
    text = Text(ONE, gone, TWO)
    text.publish(
        ONE, TWO, f"{OTHER} {LATER} {THREE}", "abandon absence academy accord actor advisor affair agency"
    )
    assert text.ids == ["p1", "p3", "p4", "p5"]
    assert text.line("p2").lands == "~p1~p3"


def test_a_short_new_passage_does_not_inherit() -> None:
    """Nor must a deleted long passage give its id to a few letters."""
    text = Text(ONE, f"{OTHER} {LATER} {THREE}", TWO)
    text.publish(ONE, "so there", TWO)
    assert text.ids == ["p1", "p1a", "p3"]
    assert text.line("p2").lands == "~p1~p3"


# Doubts

NEARLY = (
    TWO.replace("Iran", "Tehran"),
    TWO.replace("anyone", "anybody"),
)  # neither is more like it than the other


def test_two_candidates_are_a_doubt() -> None:
    """Of two passages that are both nearly what the old one was, nobody but the editor can choose."""
    text = Text(ONE, TWO, THREE)
    proposal = text.propose(ONE, *NEARLY, THREE)
    assert [(doubt.id, doubt.wording) for doubt in proposal.doubts] == [("p2", TWO)]
    assert proposal.doubts[0].candidates == tuple(proposal.ids[1:3])
    assert "p2" not in proposal.ids


def test_two_claims_to_one_place_are_a_doubt() -> None:
    """Of two passages that were nearly the same, one is left: it may be either."""
    text = Text(ONE, *NEARLY, THREE)
    proposal = text.propose(ONE, TWO, THREE)
    assert [doubt.id for doubt in proposal.doubts] == ["p2", "p3"]
    assert {doubt.candidates for doubt in proposal.doubts} == {(proposal.ids[1],)}


@pytest.mark.parametrize("place", [1, 2])
def test_a_decision_settles_a_doubt(place: int) -> None:
    """The editor says which, and the other is new."""
    text = Text(ONE, TWO, THREE)
    text.publish(ONE, *NEARLY, THREE, fixed={place: "p2"})
    assert text.ids == (["p1", "p2", "p2a", "p3"] if place == 1 else ["p1", "p1a", "p2", "p3"])


def test_a_decision_may_bring_an_id_back() -> None:
    """A passage that was deleted and comes back in other words is what the editor says it is."""
    text = Text(ONE, TWO, THREE)
    text.publish(ONE, THREE)
    text.publish(ONE, OTHER, THREE, fixed={1: "p2"})
    assert text.ids == ["p1", "p2", "p3"]
    assert [(line.state, line.wording) for line in text.ledger if line.id == "p2"] == [
        ("live", OTHER),
        ("was", TWO),
    ]


def test_a_clearly_better_candidate_is_no_doubt() -> None:
    """Nobody is asked about what is plain."""
    text = Text(ONE, TWO, THREE)
    proposal = text.propose(ONE, TWO.replace("anyone", "anybody"), f"{TWO[:60]} {OTHER}", THREE)
    assert not proposal.doubts
    assert proposal.ids == ("p1", "p2", "p2a", "p3")


def test_an_exact_copy_is_no_doubt() -> None:
    """The first of two equal passages keeps the id: the words are the same."""
    text = Text(ONE, TWO, THREE)
    text.publish(ONE, TWO, TWO, THREE)
    assert text.ids == ["p1", "p2", "p2a", "p3"]
    text.publish(ONE, TWO, THREE)
    assert text.ids == ["p1", "p2", "p3"]
    assert text.landing("p2a") == Landing("p2a", "p2", True, TWO)


# Headings, notes, and what has no letters


def test_headings_and_notes_have_numbers_of_their_own() -> None:
    """They are counted apart."""
    text = Text("# Abstract", ONE, "# The end", TWO, "* ONE: see there")
    assert text.ids == ["s1", "p1", "s2", "p2", "n1"]
    text.publish("# Abstract", "# New", ONE, "# The end", TWO, "* new: look", "* ONE: see there")
    assert text.ids == ["s1", "s1a", "p1", "s2", "p2", "n0a", "n1"]


def test_a_paragraph_that_is_declared_a_heading_keeps_its_id() -> None:
    """Identity is not kind; no word has changed, and nothing is accepted but the same ledger."""
    text = Text(ONE, TWO, THREE)
    before = text.ledger
    text.publish(ONE, f"# {TWO}", THREE)
    assert (text.ids, text.changes, text.ledger[0]) == (["p1", "p2", "p3"], [], before[0])
    text.publish(ONE, TWO.replace("gate", "door"), THREE)
    assert (text.ids, text.told()) == (["p1", "p2", "p3"], ["p2 reworded"])


def test_a_heading_that_is_made_a_paragraph_keeps_its_id() -> None:
    """And a new heading does not get a number that a paragraph bears."""
    text = Text("# Abstract of it all", ONE)
    text.publish("Abstract of it all", "# Of influence", ONE)
    assert text.ids == ["s1", "s2", "p1"]


def test_of_equal_words_the_same_kind_goes_on() -> None:
    """A heading whose words are a paragraph of its own as well."""
    text = Text("# Salt and iron", ONE)
    text.publish("Salt and iron", "# Salt and iron", ONE)
    assert text.ids == ["p0a", "s1", "p1"]


def test_the_last_heading_deleted_lands_before_its_text() -> None:
    """The neighbours of a heading are paragraphs."""
    text = Text("# Abstract", ONE)
    text.publish(ONE)
    assert text.landing("s1").lands == "p1"
    assert text.line("s1").lands == "~top~p1"


def test_ornaments_are_told_apart() -> None:
    """A row of asterisks has no letters, and is not the same as a row of dashes."""
    text = Text(ONE, "* * *".replace("* ", "✳", 1), TWO, "———")
    text.publish(ONE, "———", TWO)
    assert text.ids == ["p1", "p4", "p3"]
    assert fingerprint("***") != fingerprint("———")
    assert fingerprint("Iran—Russia") == fingerprint("iran russia")


def test_short_headings_are_reworded() -> None:
    """Of a heading of two words, one changed is a rewording."""
    text = Text("# Geopolitical scenario", "# Conclusion")
    text.publish("# Geopolitical scenarios", "# Conclusions")
    assert text.ids == ["s1", "s2"]


# The ledger as a file


def test_a_ledger_goes_round() -> None:
    """What is written is read again, with every state and script."""
    text = Text(*TEXTS)
    text.publish(TWO.replace("gate", "door"), f"{THREE} {FOUR}", "# a heading - and a dash", "#hash", "-")
    written = ledgers.write("kaleji-2023", text.ledger)
    assert ledgers.parse("anchors.lock", written) == (text.ledger, [])
    assert written.startswith("# Anchors of kaleji-2023: machine-written")
    assert {line.state for line in text.ledger} == {"live", "was", "retired"}


def row(id_: str, wording: str, state: str = "live", lands: str = "-", print_: str = "") -> str:
    """Return a line of a ledger."""
    return "\t".join((id_, state, print_ or fingerprint(wording), "1", lands, wording))


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("p3\tlive", "2 cells where there should be 6"),
        (row("p3", "words") + "\tmore", "7 cells where there should be 6"),
        (row("q3", "words"), "“q3” is not an anchor"),
        (row("p03", "words"), "“p03” is not an anchor"),
        (row("p3", "words", "alive"), "“alive” is not a state"),
        (row("p3", "words", print_="000000000000"), "the fingerprint of p3 is not that of its wording"),
        (row("p3", "words", lands="p1"), "p3 is live and lands on “p1”"),
        (row("p3", "words", "retired"), "p3 is retired and lands on “-”"),
        (row("p3", "words", "retired", "p9"), "p3 lands on p9, which is not in the ledger"),
        (row("p3", "words", "retired", "~p9"), "p3 lands on ~p9, which is not in the ledger"),
        (row("p3", "words", "retired", "~p1~p9"), "p3 lands on ~p1~p9, which is not in the ledger"),
        (row("p3", "words", "retired", "p1~p2~p4~p1"), "p3 lands on p1~p2~p4~p1, which is not in the ledger"),
        (row("p3", "words", "retired", "top"), "p3 lands on top, which is not in the ledger"),
        (row("p1", "words"), "p1 stands in line 2 already, as something else"),
        (row("p1", "words", "retired", "p2"), "p1 stands in line 2 already, as something else"),
    ],
)
def test_a_broken_line(broken: str, message: str) -> None:
    """A ledger that was edited by hand or badly merged is told by its line, and the rest is read."""
    rows = ["# Anchors", row("p1", ONE), row("p2", TWO), "", broken, row("p4", FOUR)]
    lines, problems = ledgers.parse("anchors.lock", "\n".join(rows) + "\n")
    code = "A06" if "already" in message else "A02"
    assert [(one.path, one.line, one.code, one.message) for one in problems] == [
        ("anchors.lock", 5, code, message)
    ]
    assert [line.id for line in lines if line.wording != "words"] == ["p1", "p2", "p4"]


def test_earlier_wordings_share_their_id() -> None:
    """A passage may have been reworded many times."""
    rows = [row("p1", ONE), row("p1", TWO, "was"), row("p1", THREE, "was")]
    assert not ledgers.parse("anchors.lock", "\n".join(rows))[1]


def test_an_earlier_wording_of_nothing() -> None:
    """Where the line of an id is lost, its number could be given again."""
    _lines, problems = ledgers.parse("anchors.lock", "\n".join([row("p1", ONE), row("p2", TWO, "was")]))
    assert [(one.line, one.code) for one in problems] == [(2, "A02")]
