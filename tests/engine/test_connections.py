"""Where else a passage lives: what is near to it, who quotes it and who refers to it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import prod
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader import pipeline
from reader.connections.nearest import MOST, RARE, company, nearest
from reader.model import PASSAGE, Anchor, Mark
from small_project import copy_of_sound

TEXTS = st.lists(st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=6), min_size=1, max_size=4)


def pages(texts: list[list[frozenset[str]]]) -> Any:
    """Texts whose passages use these terms."""
    return [
        SimpleNamespace(
            slug=f"text-{number}",
            passages=[
                SimpleNamespace(
                    id=Anchor(PASSAGE, at),
                    marked=lambda _kind, terms=terms: [
                        Mark(0, 1, "term", term) for term in sorted(terms) * 2
                    ],
                )
                for at, terms in enumerate(text, 1)
            ],
        )
        for number, text in enumerate(texts)
    ]


@given(TEXTS)
def test_the_nearest_share_the_rarest_terms(texts: list[list[frozenset[str]]]) -> None:
    """Judged by products of fractions: what is left out shares no rarer terms than what is named."""
    places = {
        (f"text-{number}", Anchor(PASSAGE, at)): terms
        for number, text in enumerate(texts)
        for at, terms in enumerate(text, 1)
    }
    users = Counter(term for terms in places.values() for term in terms)
    rare = {term for term, count in users.items() if count <= max(2, len(places) // RARE)}
    found = nearest(pages(texts))
    for place, terms in places.items():
        near = {
            other: prod((Fraction(len(places), users[term]) for term in shared), start=Fraction(1))
            for other, theirs in places.items()
            if other[0] != place[0] and len(shared := terms & theirs & rare) > 1
        }
        named = found.get(place, ())
        assert [set(one.terms) for one in named] == [
            terms & places[one.slug, one.passage] & rare for one in named
        ]
        weights = [near.pop((one.slug, one.passage)) for one in named]
        assert len(named) == MOST or not near
        assert all(weight >= other for other in near.values() for weight in weights)
        assert weights == sorted(weights, reverse=True)


@given(TEXTS)
def test_near_is_near_from_both_sides(texts: list[list[frozenset[str]]]) -> None:
    """Unless five others are nearer still."""
    found = nearest(pages(texts))
    for place, named in found.items():
        for one in named:
            back = found[one.slug, one.passage]
            assert len(back) == MOST or place in {(two.slug, two.passage) for two in back}


@given(TEXTS)
def test_the_company_of_a_term_is_counted(texts: list[list[frozenset[str]]]) -> None:
    every = [terms for text in texts for terms in text]
    found = company(pages(texts))
    for term, named in found.items():
        assert all(one.passages == sum({term, one.term} <= terms for terms in every) > 1 for one in named)
    for one in "abcdefgh":
        often = [
            other
            for other in "abcdefgh"
            if other != one and sum({one, other} <= terms for terms in every) > 1
        ]
        assert len(found.get(one, ())) == min(MOST, len(often))


def test_who_speaks_of_a_passage(tmp_path: Path) -> None:
    """A page that quotes it twice is named once; a note does not tell of the passage that it stands on."""
    project = copy_of_sound(tmp_path / "project")
    project.write(
        "docs/themes/salt.md",
        "# On <salt> & *ore* {#top}\n\n" + 2 * "<!-- quote alpha-2020#p1 “The” -->\n<!-- end quote -->\n\n",
    )
    notes = "## p3 “in 2001”\nkind: since\n\nSee p1, *p3* and [there](/texts/beta-2021/#p1).\n"
    project.write("sources/alpha-2020/notes.md", notes)
    project.accepted()
    found = pipeline.read(project.root).connections.mentions
    told = {
        f"{slug}#{anchor}": [(one.at.written, str(one.note or "")) for one in several]
        for (slug, anchor), several in found.items()
    }
    assert told == {
        "alpha-2020#p1": [("/themes/salt/", ""), ("/texts/alpha-2020/#n1", "n1")],
        "beta-2021#p1": [("/texts/alpha-2020/#n1", "n1")],
    }
    page = (project.root / "docs/cite/alpha-2020.md").read_text("utf-8")
    assert 'quoted in <a href="../../themes/salt/">On &lt;salt&gt; &amp; *ore*</a>' in page
