"""A ledger notices its own damage, reads older formats, and is merged as it says (DESIGN, law 5)."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchors import given as givens
from reader.anchors import ledger as ledgers
from reader.model.ledger import Line
from reader.words.letters import fingerprint
from small_project import ABOUT, SmallProject

SLUG = "saga-1900"
LEDGER = f"sources/{SLUG}/anchors.lock"
PATH = f"sources/{SLUG}/raw.txt"
ONE = "The ferry crosses the sound at six in the morning and again when the bell of the church has rung."
TWO = "Nobody in the harbour remembers who built the long pier, or why it ends where the water is shallow."
THREE = "Herring were salted in barrels of oak, which a cooper from the mainland made in the dark months."
FOUR = "A lighthouse was asked for in three petitions, and was lit at last by a keeper who could not read."
FIVE = "The school has two rooms; in the one they learn to count, and in the other they mend the nets."
SIX = "When the ice came early the mail was carried over it by four men with a boat between them."
TEXT = (ONE, TWO, THREE, FOUR, FIVE)


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A text of five passages; the third has two earlier wordings, and the fourth is gone."""
    project = SmallProject(tmp_path / "project")
    project.write("references.bib", "")
    project.write("glossary.toml", "")
    project.text(SLUG, paragraphs(*TEXT), ABOUT, "Saga")
    for third in ("barrels of beech", "vats of beech"):
        project.good("accept", "--yes")
        project.text(SLUG, paragraphs(ONE, TWO, THREE.replace("barrels of oak", third), FOUR, FIVE), ABOUT)
    project.good("accept", "--yes")
    project.text(SLUG, paragraphs(ONE, TWO, THREE.replace("barrels of oak", "vats of beech"), FIVE), ABOUT)
    return project.accepted()


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


def rows(project: SmallProject) -> list[str]:
    return (project.root / LEDGER).read_text("utf-8").splitlines(keepends=True)


def number(project: SmallProject, begins: str) -> int:
    return next(at for at, row in enumerate(rows(project), 1) if row.startswith(begins))


def without(begins: str) -> Callable[[list[str]], list[str]]:
    """Lose the first line that begins so."""

    def lose(ledger: list[str]) -> list[str]:
        at = next(at for at, row in enumerate(ledger) if row.startswith(begins))
        return ledger[:at] + ledger[at + 1 :]

    return lose


def doubled(begins: str) -> Callable[[list[str]], list[str]]:
    """Double the first line that begins so."""

    def double(ledger: list[str]) -> list[str]:
        at = next(at for at, row in enumerate(ledger) if row.startswith(begins))
        return [*ledger[: at + 1], ledger[at], *ledger[at + 1 :]]

    return double


RESTORE = f"bring the line back as it was, out of the history of the file: git log -p -- {LEDGER}"
WHOLE = f"bring the file back as it was: git checkout -- {LEDGER}"


ONCE = "remove one of the two lines"
EMPTY = "1: A04 the ledger is empty, and a text that has a ledger has had anchors"
TWICE = "stands in line {} already, in the same words"


@pytest.mark.parametrize(
    ("damage", "told", "hint"),
    [
        (without("p2\t"), "3: A04 p2 has no line any more, about here", RESTORE),
        (without("p1\t"), "2: A04 p1 has no line any more, about here", RESTORE),
        (without("p5\t"), "8: A04 p5 has no line any more, about here", RESTORE),
        (without("p4\tretired"), "5: A04 p4 has no line any more, about here", RESTORE),
        (without("p3\tlive"), "4: A04 p3 has no line any more, about here", RESTORE),
        (without("p3\twas"), "5: A04 p3 should have 2 earlier wordings here, not 1", RESTORE),
        (doubled("p2\t"), f"5: A04 p2 {TWICE.format(4)}", ONCE),
        (doubled("p3\twas"), f"7: A04 p3 {TWICE.format(6)}", ONCE),
        (doubled("p4\t"), f"10: A04 p4 {TWICE.format(9)}", ONCE),
        (lambda ledger: ledger[:4], "4: A04 the file breaks off after line 4: p3-p5 are lost", WHOLE),
        (lambda ledger: ledger[:8], "8: A04 the file breaks off after line 8: p4 is lost", WHOLE),
        (
            lambda ledger: [*ledger[:4], ledger[4][:40]],
            "5: A04 the file breaks off after line 5: p3-p5 are lost",
            WHOLE,
        ),
        (lambda ledger: ledger[:-1], "9: A04 the file breaks off after line 9", WHOLE),
        (lambda ledger: ledger[:2], "2: A04 the file breaks off after line 2: p1-p5 are lost", WHOLE),
        (lambda _ledger: [], EMPTY, WHOLE),
        (lambda ledger: ledger[:1], EMPTY, WHOLE),
        (without("# format"), "1: A04 the line of the header that lists the anchors is lost", WHOLE),
        (
            lambda ledger: [row.replace("given: p1-p5", "given: p1-p5 p") for row in ledger],
            "2: A02 the header is not as it is written",
            "restore the line",
        ),
    ],
)
def test_damage_is_told_apart_from_a_change(
    project: SmallProject, damage: Callable[[list[str]], list[str]], told: str, hint: str
) -> None:
    """With the line; and nothing is written, also where the text has changed as well."""
    project.write(LEDGER, "".join(damage(rows(project))))
    wanted = [f"{LEDGER}:{told} — {hint}"]
    assert project.refused("build").problems == wanted
    project.text(SLUG, paragraphs(ONE, SIX, TWO), ABOUT)
    assert project.refused("accept", "--yes").problems == wanted


def test_a_wording_changed_by_hand(project: SmallProject) -> None:
    """A letter in a wording is told by its line."""
    project.edit(LEDGER, "who built the long pier", "who built the tall pier")
    assert project.refused().places == [f"{LEDGER}:4: A02"]


def test_the_highest_number_is_in_the_header(project: SmallProject) -> None:
    """The last passage is gone for good, and what comes at the end has a number of its own."""
    project.text(SLUG, paragraphs(ONE, TWO), ABOUT)
    project.good("accept", "--yes")
    assert rows(project)[1] == "# format 2; given: p1-p5\n"
    project.text(SLUG, paragraphs(ONE, TWO, SIX), ABOUT)
    project.good("accept", "--yes")
    assert rows(project)[1] == "# format 2; given: p1-p6\n"


def test_a_newer_version(project: SmallProject) -> None:
    """What a newer version has written is neither read nor written over: A05, and nothing else."""
    project.edit(LEDGER, "# format 2; given: p1-p5", "# format 3; and what nobody knows today")
    project.text(SLUG, paragraphs(ONE, SIX, TWO), ABOUT)
    for verb in (["build"], ["accept", "--yes"], ["accept", SLUG, "--yes"]):
        (told,) = project.refused(*verb).problems
        assert told == (
            f"{LEDGER}:2: A05 the ledger is of format 3, and this program knows no later one than 2 — "
            "a newer version of the program has written it: use that"
        )


def test_an_older_format_is_written_anew(project: SmallProject) -> None:
    """That of the first edition is read as it is; the next `accept` adds header, counts and end."""
    now = rows(project)
    cells = [row.split("\t") for row in now if not row.startswith("#")]
    project.write(LEDGER, now[0] + "".join("\t".join([*row[:5], row[6]]) for row in cells))
    assert project.good("build").out == "docs: nothing has changed\n"
    run = project.good("accept", "--yes")
    assert run.out == (
        f"{SLUG}: no change, but the ledger is to be written in the format of this version\n"
        f"{LEDGER} written\n"
    )
    assert rows(project) == now
    assert project.good("accept", "--yes").out == "nothing to accept\n"
    assert project.good("build").out == "docs: nothing has changed\n"


# Two branches


def git(project: SmallProject, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git on the project, as anybody."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    return subprocess.run(
        ["git", *who, *arguments], cwd=project.root, capture_output=True, text=True, check=False
    )


def branches(project: SmallProject, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """Two branches that have each accepted a text of their own, and a merge of them that is begun."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "begin")
    git(project, "checkout", "-qb", "theirs")
    for branch, text in (("theirs", theirs), ("main", ours)):
        git(project, "checkout", "-q", branch)
        project.text(SLUG, paragraphs(*text), ABOUT)
        project.good("accept", "--yes")
        git(project, "commit", "-qam", branch)
    git(project, "merge", "theirs")


def ids(project: SmallProject, state: str = "live") -> dict[str, str]:
    """The ids of a state with their wordings."""
    cells = [row.rstrip("\n").split("\t") for row in rows(project) if not row.startswith("#")]
    return {row[0]: row[-1] for row in cells if row[1] == state}


VATS = THREE.replace("barrels of oak", "vats of beech")
SEVEN = "The last wolf of the island was shot from the steeple, which has had a hole in its door since."


@pytest.mark.parametrize("side", ["main", "theirs"])
def test_both_branches_have_given_one_number(project: SmallProject, side: str) -> None:
    """The message leads to it: one ledger is taken whole, the other's passage gets its own number."""
    branches(project, (ONE, TWO, VATS, FIVE, SIX), (ONE, TWO, VATS, FIVE, SEVEN))
    project.text(SLUG, paragraphs(ONE, TWO, VATS, FIVE, SIX, SEVEN), ABOUT)
    (told,) = project.refused("build", "--discard", "docs").problems
    hint = f"take the ledger of one branch whole: git checkout BRANCH -- {LEDGER}, and then run accept"
    assert told.endswith(
        f": A06 two branches have changed the ledger, and a merge has left both sides in it — {hint}"
    )
    assert git(project, "checkout", side, "--", LEDGER).returncode == 0
    project.good("accept", "--yes")
    mine, other = (SIX, SEVEN) if side == "main" else (SEVEN, SIX)
    assert ids(project)["p6"] == mine
    assert other in ids(project).values()
    project.good("build", "--discard", "docs")
    project.good("check")


@pytest.mark.parametrize("side", ["main", "theirs"])
@pytest.mark.parametrize("kept", [True, False])
def test_reworded_against_retired(project: SmallProject, side: str, kept: bool) -> None:
    """Whichever ledger is taken, the merged text says what has become of the passage, under its own id."""
    reworded = TWO.replace("long pier", "crooked pier")
    branches(project, (ONE, reworded, VATS, FIVE), (ONE, VATS, FIVE))
    project.text(SLUG, paragraphs(*((ONE, reworded, VATS, FIVE) if kept else (ONE, VATS, FIVE))), ABOUT)
    assert [place.split(" ")[1] for place in project.refused("build", "--discard", "docs").places] == ["A06"]
    assert git(project, "checkout", side, "--", LEDGER).returncode == 0
    project.good("accept", "--yes")
    assert ids(project).get("p2") == (reworded if kept else None)
    assert ("p2" in ids(project, "retired")) == (not kept)
    project.good("build", "--discard", "docs")
    project.good("check")


def test_a_union_of_both_sides(project: SmallProject) -> None:
    """Where a merge has kept both sides and no marks, an id that stands for two things is told."""
    before = rows(project)
    project.text(SLUG, paragraphs(ONE, TWO, VATS, FIVE, SIX), ABOUT)
    project.good("accept", "--yes")
    ours = rows(project)
    project.write(LEDGER, "".join(before))
    project.text(SLUG, paragraphs(ONE, TWO, VATS, FIVE, SEVEN), ABOUT)
    project.good("accept", "--yes")
    theirs = rows(project)
    both = [*ours[:-1], *(row for row in theirs if row not in ours), ours[-1]]
    project.write(LEDGER, "".join(both))
    (told,) = project.refused("build", "--discard", "docs").problems
    line = next(at for at, row in enumerate(both, 1) if SEVEN in row)
    first = next(at for at, row in enumerate(both, 1) if SIX in row)
    assert told.startswith(
        f"{LEDGER}:{line}: A06 p6 stands in line {first} already, as something else — take the"
    )


def test_branches_that_do_not_touch(project: SmallProject) -> None:
    """What two branches have changed far from one another git merges alone, and the ledger is sound."""
    branches(
        project,
        (ONE.replace("six", "seven"), TWO, VATS, FIVE),
        (ONE, TWO, VATS, FIVE.replace("two rooms", "three rooms")),
    )
    project.text(
        SLUG,
        paragraphs(ONE.replace("six", "seven"), TWO, VATS, FIVE.replace("two rooms", "three rooms")),
        ABOUT,
    )
    project.good("build", "--discard", "docs")
    assert ids(project)["p5"] == FIVE.replace("two rooms", "three rooms")


# The list of the header

ID = st.builds(
    lambda sign, number, more: f"{sign}{number or 1}{more}" if not more else f"{sign}{number}{more}",
    st.sampled_from("psn"),
    st.integers(0, 40),
    st.sampled_from(["", "", "", "a", "b", "c", "y", "z", "aa", "ab"]),
)


@given(st.sets(ID))
def test_the_list_of_ids_goes_round(ids: set[str]) -> None:
    """Whatever was given is listed once."""
    found = givens.read(givens.listed(ids))
    assert found is not None
    assert sorted(found) == sorted(ids)


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        (["p1", "p2", "p3", "s1"], "p1-p3 s1"),
        (["p1", "p2", "p2a", "p2b", "p3", "p0a"], "p1-p3 p0a p2a-p2b"),
        (["n1", "p2y", "p2z", "p2aa"], "p2y-p2aa n1"),
        ([], ""),
    ],
)
def test_a_list_of_ids(ids: list[str], text: str) -> None:
    assert givens.listed(ids) == text


@pytest.mark.parametrize("text", ["p1-", "-p1", "p1-s3", "p3-p1", "q1", "p1-p2a", "p1a-p2b", "p1-p999999999"])
def test_what_is_no_list_of_ids(text: str) -> None:
    assert givens.read(text) is None


def test_a_ledger_of_which_a_line_is_moved_is_the_same() -> None:
    """Order is the order of the text, and nothing of it is damage."""
    lines = [Line(f"p{at}", "live", fingerprint(text), "1", "", text) for at, text in enumerate(TEXT, 1)]
    assert ledgers.parse("a", ledgers.write("a", lines[::-1])) == (lines[::-1], [])
