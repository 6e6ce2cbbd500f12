"""The answers that `accept` takes, on a terminal and with `--as`, and those that it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.anchors.answers import Asked, refusals
from reader.anchors.matching import Wording, propose
from reader.anchors.update import record
from reader.words.difference import compare, marked
from small_project import ABOUT, SmallProject

SLUG = "tolls-1800"
LEDGER = f"sources/{SLUG}/anchors.lock"
FIRST = "Preamble on the peace of the valleys and of their roads."
TOLLS = "Article 5. The Canton shall inform the Council of {} within sixty days of their collection."
LAST = "Closing words on seals, copies and the language of both."
SHEEP = "Sheep may be driven over the pass by anybody who has paid for the hay that they eat on the way."


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A treaty whose article may have become either of two, or neither; its last words are reworded."""
    project = SmallProject(tmp_path / "project")
    project.write("references.bib", "")
    project.write("glossary.toml", "")
    project.text(SLUG, treaty(FIRST, TOLLS.format("tolls"), SHEEP, LAST), ABOUT, "Tolls")
    project.accepted()
    two = (TOLLS.format("levies"), TOLLS.format("passes").replace("5", "6"))
    project.text(SLUG, treaty(FIRST, *two, SHEEP, LAST.replace("both", "each")), ABOUT)
    return project


def treaty(*articles: str) -> str:
    return "\n\n".join(articles) + "\n"


def states(project: SmallProject) -> str:
    """The ids of the ledger in its order, those that are retired with a minus."""
    cells = [row.split("\t") for row in project.rows(LEDGER) if "\t" in row]
    sign = {"live": "", "retired": "-"}
    return " ".join(sign[row[1]] + row[0] for row in cells if row[1] in sign)


def typing(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Somebody sits at the terminal and types these lines, and then nothing."""
    lines: Iterator[str] = iter(keys)

    def read(_prompt: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", read)


@pytest.mark.parametrize(
    ("keys", "becomes"),
    [
        (("1", "y"), "p1 p2 p2a p3 p4"),
        (("2", "y"), "p1 p1a p2 p3 p4"),
        (("0", "y"), "p1 p1a p1b p3 p4 -p2"),
        (("what?", "7", "", " 1 ", "y"), "p1 p2 p2a p3 p4"),
    ],
)
def test_a_person_answers(
    project: SmallProject, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], becomes: str
) -> None:
    """This one, the other one, none of them; what is no answer is asked again."""
    typing(monkeypatch, *keys)
    out = project.good("accept").out
    assert f"{LEDGER} written\n" in out
    assert states(project) == becomes
    project.good("build")
    assert "of [-tolls-] {+levies+} within" in out
    assert "of [-tolls-] {+passes+} within" in out
    assert "after p1 “Preamble on the peace of the valleys and of …”, and before p3 “Sheep may" in out


@pytest.mark.parametrize("keys", [("s",), ("S",), ("stop",), (), ("1", "n")])
def test_a_person_stops(
    project: SmallProject, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    """At the question, at the end of the input, or when all is shown: nothing is written."""
    typing(monkeypatch, *keys)
    before = project.files()
    run = project.run("accept")
    assert (run.code, run.err) == (1, "")
    assert run.out.endswith("nothing was written\n")
    assert project.files() == before


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["p1=p3"], "p1 cannot be p3: the words of p1 have not changed"),
        (["p2=p3"], "p2 cannot be p3: those are the words of p3, which have not changed"),
        (["p4=p1"], "p4 cannot be p1: those are the words of p1, which have not changed"),
        (["p1=p1"], "p1 is in no question: its words have not changed"),
        (["p1="], "p1 is in no question: its words have not changed"),
        (["p2=p1a", "p2=p1b"], "p2 is answered twice — say --as p2= once"),
        (["p2=p1a", "p2="], "p2 is answered twice — say --as p2= once"),
        (["p2=p1a", "p4=p1a"], "two passages cannot both be p1a — "),
        (["p9="], f"{SLUG} has no “p9” to decide on — nothing has a name like it"),
        (["p2=p1c"], f"{SLUG} has no “p1c” to decide on — perhaps “p1”"),
        (["=p1a"], "“=p1a” does not say which passage it is about — write --as OLD=p1a"),
        (["p2"], "--as decides on the passages of one text — write accept SLUG --as OLD=NEW, or --as OLD="),
    ],
)
def test_an_answer_that_cannot_be_right(project: SmallProject, answers: list[str], told: str) -> None:
    """It is refused with what to type instead, and nothing is written."""
    before = project.files()
    run = project.run("accept", SLUG, "--yes", *(part for one in answers for part in ("--as", one)))
    assert (run.code, run.out) == (2, "")
    assert f"build.py: {told}" in run.err
    assert " — " in run.err
    assert project.files() == before
    if "not changed" in told:
        hint = "what is asked is answered with --as p2=p1a or --as p2=p1b or --as p2="
        assert run.err.rstrip().endswith(hint)


def test_several_wrong_answers_are_told_together(project: SmallProject) -> None:
    run = project.run("accept", SLUG, "--yes", "--as", "p1=p3", "--as", "p3=")
    assert len(run.err.splitlines()) == 2


def test_all_answers_at_once(project: SmallProject) -> None:
    """In any order, by the names of the question, though an answer changes what is proposed."""
    for answers in (["p2=p1b", "p4="], ["p4=", "p2=p1b"]):
        saved = (project.root / LEDGER).read_bytes()
        project.good("accept", SLUG, "--yes", *(part for one in answers for part in ("--as", one)))
        assert states(project) == "p1 p1a p2 p3 p5 -p4"
        project.write(LEDGER, saved)


def test_none_of_them_is_for_good(project: SmallProject) -> None:
    """What somebody has said went nowhere is not said later to have gone to what has some of its words."""
    project.good("accept", SLUG, "--yes", "--as", "p2=")
    (row,) = [row for row in project.rows(LEDGER) if row.startswith("p2\t")]
    assert row.split("\t")[4] == "~p1~p3!"
    assert project.good("accept", "--yes").out == "nothing to accept\n"
    project.text(SLUG, treaty(FIRST, TOLLS.format("levies"), SHEEP, LAST.replace("both", "each")), ABOUT)
    project.good("accept", "--yes")
    assert row in project.rows(LEDGER)


def test_a_retired_passage_that_is_proposed_to_be_back_can_be_refused() -> None:
    """It stays retired, and what seemed to be it is new."""
    old = [Wording("p", text) for text in (FIRST, SHEEP, LAST)]
    ledger = record([], old, propose([], old), "1")[0]
    ledger = record(ledger, old[::2], propose(ledger, old[::2]), "2")[0]
    new = [old[0], Wording("p", SHEEP.replace("eat on", "need for")), old[2]]
    asked = Asked(ledger, new, propose(ledger, new))
    assert asked.names == ("p1", "p2", "p3")
    assert refusals("a", asked, [("p2", "")]) == []
    assert asked.answered({"p2": ""}).ids == ("p1", "p1a", "p3")


def test_what_can_be_answered_instead() -> None:
    """Of two that are asked about each can be none; what is not asked about is told what is."""
    old = [Wording("p", text) for text in (FIRST, TOLLS.format("tolls"), SHEEP, LAST)]
    ledger = record([], old, propose([], old), "1")[0]
    sheep = SHEEP.replace("hay", "{}")
    tolls = (TOLLS.format("levies"), TOLLS.format("passes").replace("5", "6"))
    new = [Wording("p", text) for text in (FIRST, *tolls, sheep.format("oat"), sheep.format("rye"))]
    asked = Asked(ledger, new, propose(ledger, new))
    assert [doubt.id for doubt in asked.first.doubts] == ["p2", "p3"]
    assert refusals("a", asked, [("p2", ""), ("p3", "")]) == []
    assert asked.answered({"p2": asked.names[1]}).gone == frozenset()
    assert asked.answered({"p2": ""}).gone == {"p2"}
    [(message, hint)] = refusals("a", asked, [("p1", "")])
    assert message == "p1 is in no question: its words have not changed"
    assert hint.startswith("what is asked is answered with --as p2=")
    reworded = [old[0], Wording("p", TOLLS.format("levies")), *old[2:]]
    asked = Asked(ledger, reworded, propose(ledger, reworded))
    [(_message, hint)] = refusals("a", asked, [("p1", "")])
    assert hint == "leave p1 out; what is proposed can be refused with --as p2="
    asked = Asked(ledger, old, propose(ledger, old))
    [(_message, hint)] = refusals("a", asked, [("p1", "")])
    assert hint == "leave p1 out: nothing is in question"


WORDS = [
    "salt",
    "iron",
    "ferry",
    "market",
    "keeper",
    "lamp",
    "river",
    "winter",
    "barley",
    "wool",
    "tar",
    "bell",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=300)
@given(
    st.lists(SENTENCES, min_size=1, max_size=5),
    st.lists(SENTENCES, min_size=1, max_size=5),
    st.data(),
)
def test_answers_that_are_taken_are_kept(old: list[str], new: list[str], draw: st.DataObject) -> None:
    """Every answer holds, and no passage whose words stand where they stood has lost them to another."""
    before, after = ([Wording("p", text) for text in side] for side in (old, new))
    ledger = record([], before, propose([], before), "1")[0]
    asked = Asked(ledger, after, propose(ledger, after))
    pair = st.tuples(st.sampled_from([line.id for line in ledger]), st.sampled_from([*asked.names, "", ""]))
    answers = draw.draw(st.lists(pair, min_size=1, max_size=3))
    if refusals("a", asked, answers):
        return
    proposal = asked.answered(dict(answers))
    for id_, name in answers:
        assert (proposal.ids[asked.names.index(name)] == id_) if name else (id_ not in proposal.ids)
    texts = dict(zip(proposal.ids, new, strict=True))
    for text in set(old):
        mine = [line.id for line in ledger if line.wording == text]
        kept = [id_ for id_ in mine if texts.get(id_) == text]
        assert len(kept) == min(len(mine), new.count(text)), f"the words “{text}” have lost their id"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a blue door", "a green door", "a [-blue-] {+green+} door"),
        ("a door", "a green door", "a {+green+} door"),
        ("他在北京住", "他在南京住", "他在[-北-]{+南+}京住"),
        ("same", "same", "same"),
    ],
)
def test_a_difference_is_marked(old: str, new: str, shown: str) -> None:
    """Word by word; where no spaces are written, character by character."""
    runs = compare(old, new)
    assert "".join(text for kind, text in runs if kind != "new") == old
    assert "".join(text for kind, text in runs if kind != "gone") == new
    assert marked(runs) == shown
