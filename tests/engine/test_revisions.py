"""The revision of a passage: it changes when a reader sees another text, and never otherwise."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader import pipeline
from reader.exports.history_data import history_data
from reader.history.wordings import earlier
from reader.reading.rules import RULES, Setting
from reader.words.edits import apply
from reader.words.letters import fingerprint, letters, revision, seen
from reader.words.signs import INVISIBLE
from small_project import ABOUT, SmallProject
from test_anchors import ONE, TWO, Text

SLUG = "one-2020"
LEDGER = f"sources/{SLUG}/anchors.lock"
SEEN = {
    "a decimal point": ("Salt rose by 1.5 per cent.", "Salt rose by 15 per cent."),
    "a minus sign": ("The frost was -5 degrees.", "The frost was 5 degrees."),
    "a true minus sign": ("The frost was −5 degrees.", "The frost was 5 degrees."),
    "a per cent sign": ("The toll is 10 % of it.", "The toll is 10 of it."),
    "a question": ("The king is dead?", "The king is dead."),
    "a relation": ("It holds that a < b for all.", "It holds that a > b for all."),
    "an emoji": ("The answer was 👍 from all.", "The answer was 👎 from all."),
    "an emoji of several": ("It was the 👩‍🚀 who spoke.", "It was the 👩🚀 who spoke."),
    "a currency": ("It sold for $40 a barrel.", "It sold for €40 a barrel."),
    "a capital": ("He saw the Porte.", "He saw the porte."),
    "a hyphen in a word": ("They re-signed in May.", "They resigned in May."),
    "an apostrophe": ("We’re there.", "Were there."),
    "an exponent": ("An area of 5 m² lies there.", "An area of 5 m2 lies there."),
    "a ligature of numbers": ("Add ½ to it.", "Add 1⁄2 to it."),
    "vowel signs of Hindi": ("राम ने रावण को मारा और किताब पढ़ी।", "राम ने रावण की मारी और कताब पढ़ा।"),
    "vowel points of Arabic": ("كَتَبَ الولد رسالة", "كُتِبَ الولد رسالة"),
    "points of Hebrew": ("הוא שָׁמַר את הספר", "הוא שָׁמֵר את הספר"),
    "tones and vowels of Thai": ("เขาซื้อเสื้อใหม่", "เขาซือเสือใหม่"),
    "a joiner of Persian": ("او می‌خواهد برود", "او میخواهد برود"),
    "an accent": ("Le marché est fermé.", "Le marche est ferme."),
    "brackets": ("The heir (a boy) ruled.", "The heir a boy ruled."),
}
REGULARISED = {
    "curly quotation marks": ('The "near abroad" is Russia\'s.', "The “near abroad” is Russia’s."),
    "dashes": ("The war - so they say - is over.", "The war – so they say — is over."),
    "spaces": ("The  war\u00a0is over.", "The war is over."),
    "what nobody sees": ("The co\u00adope\u200bration.", "The cooperation."),
    "composed letters": ("Le marche\u0301.", "Le marché."),
    "a control character shown": ("The \x01 war.", "The ␁ war."),
}


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A project without a text."""
    project = SmallProject(tmp_path / "project")
    project.write("references.bib", "")
    project.write("glossary.toml", "")
    return project


def history(project: SmallProject) -> tuple[list[str], list[list[str]]]:
    """What the scripts of the page know of p1: its revisions, and those of its earlier wordings."""
    script = history_data(pipeline.read(project.root).pages[0])
    passage = json.loads(script.partition(" = ")[2].removesuffix(";\n"))["passages"]["p1"]
    return passage["revisions"], [one["revisions"] for one in passage["earlier"]]


def revisions(project: SmallProject) -> tuple[str, list[tuple[str, str]]]:
    """The revision of p1, and those of its earlier wordings with these."""
    page = pipeline.read(project.root).pages[0]
    passage = page.passages[0]
    return passage.revision, [(one.revision, one.wording) for one in earlier(page).get(passage.id, ())]


@pytest.mark.parametrize(("old", "new"), SEEN.values(), ids=SEEN)
def test_what_a_reader_sees_is_a_revision(project: SmallProject, old: str, new: str) -> None:
    """The build stops, the passage keeps its id, and a link to the old wording finds it."""
    project.text(SLUG, f"{old}\n\n{ONE}\n", ABOUT, "One")
    project.accepted()
    before, _ = revisions(project)
    project.text(SLUG, f"{new}\n\n{ONE}\n", ABOUT)
    (told,) = project.refused().problems
    assert "A01 the text has changed: p1 reworded —" in told
    project.accepted()
    now, were = revisions(project)
    assert now != before
    assert were == [(before, old)]
    assert history(project) == ([now], [[before]])


@pytest.mark.parametrize(("old", "new"), SEEN.values(), ids=SEEN)
def test_a_link_of_the_first_edition_finds_its_wording(project: SmallProject, old: str, new: str) -> None:
    """Its revision was taken of the letters; the wording that had it has it for good."""
    project.text(SLUG, f"{new}\n", ABOUT, "One")
    project.write(LEDGER, f"# Anchors\np1\tlive\t{fingerprint(old)}\t1\t-\t{old}\n")
    project.accepted()
    now, were = revisions(project)
    assert were == [(fingerprint(old)[:8], old)]
    assert now == revision(new)[:8]


@pytest.mark.parametrize(("old", "new"), REGULARISED.values(), ids=REGULARISED)
@pytest.mark.parametrize("name", [fingerprint, revision])
def test_what_is_only_regularised_is_none(project: SmallProject, old: str, new: str, name: object) -> None:
    """It is on record as that, in either format; no build stops, no revision changes, nobody is told."""
    project.text(SLUG, f"{new}\n", ABOUT, "One")
    print_ = fingerprint(old) if name is fingerprint else revision(old)
    project.write(LEDGER, f"# Anchors\np1\tlive\t{print_}\t1\t-\t{old}\n")
    project.good("build")
    assert "p1     regularised" in project.good("accept", "--yes").out
    assert project.good("accept", "--yes").out == "nothing to accept\n"
    rows = [row.split("\t") for row in project.rows(LEDGER)[2:-2]]
    shown = pipeline.read(project.root).pages[0].passages[0].text
    assert [(row[1], row[2], row[-1]) for row in rows] == [
        ("live", print_, shown),
        ("regularised", print_, old),
    ]
    assert revisions(project) == (print_[:8], [])
    assert history(project) == ([print_[:8]], [])
    project.good("build")
    changes = (project.root / "docs/apparatus/changes.md").read_text("utf-8")
    assert "<p>Only spaces, quotation marks or dashes were regularised in <a href" in changes


def test_a_wording_that_is_back_has_its_revision_back() -> None:
    """Also where it is back in other quotation marks."""
    text = Text("He said “no” to all of them.", ONE)
    first = text.line("p1").fingerprint
    text.publish("He said “no!” to all of them.", ONE)
    assert text.told() == ["p1 reworded"]
    assert text.line("p1").fingerprint != first
    text.publish('He said "no" to all of them.', ONE)
    assert text.told() == ["p1 reworded"]
    assert text.line("p1").fingerprint == first
    assert [line.state for line in text.ledger if line.id == "p1"] == ["live", "was"]


def test_passages_of_the_same_letters_keep_apart() -> None:
    """Two that differ in a point alone, and change places, go with what a reader sees of them."""
    low, high = "The toll was 1.5 of the value.", "The toll was 15 of the value."
    text = Text(ONE, low, high, TWO)
    text.publish(ONE, high, low, TWO)
    assert (text.ids, text.changes) == (["p1", "p3", "p2", "p4"], [])
    text.publish(ONE, high, low, low, TWO)
    assert text.ids == ["p1", "p3", "p2", "p2a", "p4"]


# The form that a revision is taken of

TEXTS = st.text(st.sampled_from("aàﬁ\u0301éбको가 \u00a0-–—\"'“”‘’.,?!%<>1²\u00ad\u200b\u200c👍"), max_size=30)
REGULAR = {"controls", "invisibles", "ligatures", "spaces", "margins", "quotes", "dashes"}
(INVISIBLES,) = (rule for rule in RULES if rule.name == "invisibles")


@given(st.sampled_from([rule for rule in RULES if rule.name in REGULAR]), TEXTS)
@example(INVISIBLES, "e\u0310\u0312\u0313\u200b\u0323")
def test_regularising_changes_nothing_that_is_seen(rule: object, text: str) -> None:
    """Whatever a rule of cleaning does within a line keeps the revision."""
    assert hasattr(rule, "edits")
    setting = Setting("line-per-paragraph", frozenset(), {}, lambda _offset: 1)
    result, _pass = apply(text, rule.edits(text, setting))
    assert seen(result) == seen(text)


@given(TEXTS)
def test_what_is_seen_is_seen_of_itself(text: str) -> None:
    assert seen(seen(text)) == seen(text)


@given(TEXTS)
def test_what_is_seen_has_all_letters(text: str) -> None:
    """So a passage of the same revision is known again as the same."""
    visible = INVISIBLE.sub("", text)
    assert letters(seen(visible)) == letters(visible)


@given(st.text(st.characters(categories=["L", "N", "M", "S"]), min_size=1, max_size=20), st.data())
def test_any_character_counts(text: str, draw: st.DataObject) -> None:
    """A letter, digit, mark or sign that is put for another, or left out, is a revision."""
    text = unicodedata.normalize("NFC", text)
    at = draw.draw(st.integers(0, len(text) - 1))
    for other in (text[:at] + text[at + 1 :], text[:at] + "§" + text[at + 1 :]):
        if unicodedata.normalize("NFC", other) != text:
            assert revision(other) != revision(text)
