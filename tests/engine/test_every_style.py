"""A hundred styles on five kinds of works: nothing is empty, and nothing of ours shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from every_style import every, faults, hundred, works
from reader.references.forms import in_style
from reader.references.style_files import find


@pytest.mark.parametrize("name", hundred())
def test_a_style_gives_every_form_of_every_work(name: str, tmp_path: Path) -> None:
    """The others are tried by `make styles`."""
    assert faults(name, tmp_path) == []


def test_the_hundred_are_of_every_kind() -> None:
    """Notes with and without a bibliography, author and date, numbers, labels, several languages."""
    styles = [find(name) for name in hundred()]
    assert len(styles) == 100
    assert {one.name for one in styles} <= set(every())
    assert sum(one.in_notes and not one.has_list for one in styles) >= 10
    assert sum(one.in_notes and one.has_list for one in styles) >= 10
    assert sum(one.numbers for one in styles) >= 20
    assert sum(not one.english for one in styles) >= 10


def test_a_name_comes_before_its_label(tmp_path: Path) -> None:
    """Where a style leaves it unsaid, pandoc prints “editorPoe A”."""
    made = in_style(works(), "nlm-citation-sequence", tmp_path)
    assert "Poe A, editor." in made["roe-1999"].listed.plain
    assert "In: Roe R, editor." in made["moe-2005"].listed.plain


def test_a_site_is_named_where_a_style_names_publishers(tmp_path: Path) -> None:
    """It is the container of its page; a style that looks for a publisher finds it too."""
    chicago = in_style(works(), "chicago-author-date", tmp_path)["tide-2022"]
    assert chicago.listed.plain.startswith("Tide World. 2022. “What Are the Stakes of the Tide?” January 11.")


def test_numbers_are_those_of_a_list_of_one(tmp_path: Path) -> None:
    """A citation by number is of a work by itself; that of a note is known to nobody but who writes it."""
    ieee = in_style(works(), "ieee", tmp_path, works())
    assert {one.in_text[""].plain for one in ieee.values()} == {"[1]"}
    assert {one.in_text["paragraph"].plain for one in ieee.values()} == {"[1, Para. ⟦number⟧]"}
    oscola = in_style(works(), "oscola", tmp_path, works())
    assert oscola["roe-1999"].in_text["paragraph"].plain == "Roe (…) para ⟦number⟧"


def test_a_place_is_said_once(tmp_path: Path) -> None:
    """Some styles print a page twice, in one case as “p. 7, at 7”; “para. 7” stands for all of it."""
    twice = in_style(works(), "biens-symboliques-symbolic-goods", tmp_path, works())["roe-1999"]
    assert twice.in_text["place"].plain == "(Roe 1999: ⟦place⟧)"
    at = in_style(works(), "common-market-law-review", tmp_path, works())["agency-2010"]
    assert at.in_text["place"].plain == "Harbour Agency, Lights and buoys, 02/2010, ⟦place⟧"
