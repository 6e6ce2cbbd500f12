"""Law 5 on the page: every id that a ledger has ever given has an element there, and what it says is true."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st

from drafts import Draft, histories
from hostile import AT, source
from reader.anchors import ledger, update
from reader.anchors.proposal import anchor
from reader.marks.notes import annotate
from reader.marks.rights import published
from reader.model import (
    Anchor,
    Heading,
    Note,
    Page,
    Passage,
    Publication,
    Rights,
    Source,
)
from reader.model.prose import Prose, Text
from replay.judge import pairs_held
from test_laws_html import by_id, shown

KINDS = {"p": "Passage", "s": "Section", "n": "Note"}
SAID = re.compile(
    r"(\w+ \w+) is no longer in this text\. (Its words went to|It stood (?:between|beside)|Nothing near it)"
)


@dataclass(frozen=True)
class Version:
    """A text as it stands: its paragraphs, and which of them are headings or bear a note."""

    draft: Draft
    headings: frozenset[int]
    notes: frozenset[int]
    publication: Publication


@st.composite
def versions(draw: st.DrawFn) -> list[Version]:
    """Return the versions of a text; in each, other paragraphs may be headings or bear notes."""
    found = []
    for draft in draw(histories(generations=3, most_edits=3)):
        places = st.sets(st.integers(0, max(0, len(draft) - 1)), max_size=3).map(frozenset)
        publication: Publication = draw(st.sampled_from(["full", "full", "full", "excerpt", "record"]))
        found.append(Version(draft, draw(places), draw(places), publication))
    return found


def written(version: Version, kept: str) -> Source:
    """Return a version as an editor would hand it in, with the ledger that is kept so far."""
    lines = [" ".join(paragraph) for paragraph in version.draft]
    of = source("\n".join(lines) or "x")
    headings = tuple(
        Heading(line=place + 1, text=lines[place], at=AT) for place in version.headings if place < len(lines)
    )
    about = replace(of.about, heading=headings, sha256=hashlib.sha256(of.raw).hexdigest())
    return replace(of, about=about, ledger=kept)


def noted(of: Source, version: Version) -> Source:
    """Return the same with notes on the first words of some passages, by the ids that these have now."""
    made, _problems = anchor(of, "1")
    assert made is not None
    notes = [
        Note(
            Anchor.of(id_),
            block.text.split()[0],
            "context",
            Prose(((Text(f"On {id_}."),),), f"On {id_}."),
            AT,
        )
        for place, (id_, block) in enumerate(zip(made.proposal.ids, made.blocks, strict=False))
        if place in version.notes and block.text.count(block.text.split()[0]) == 1
    ]
    return replace(of, notes=tuple(notes))


def published_page(of: Source, version: Version, edition: str) -> tuple[Page, str] | None:
    """Return the page of a version and the ledger after it; nothing where somebody has to be asked."""
    made, _problems = anchor(of, edition)
    assert made is not None
    if made.proposal.doubts:
        return None
    passages = [
        Passage(Anchor.of(id_), block.kind, block.text, "00000000", block.raw, block.start, False)
        for id_, block in zip(made.proposal.ids, made.blocks, strict=False)
    ]
    gone = update.retired(made.ledger)
    passages, _misfits = annotate(passages, made.notes, gone)
    named = tuple(passage.id for passage in passages[:1]) if version.publication == "excerpt" else ()
    rights = Rights(statement="None.", publication=version.publication, passages=named, at=AT)
    of = replace(of, about=replace(of.about, rights=rights))
    page = published(Page(of, made.cleaned, tuple(passages), gone, made.notes, (), made.ledger))
    return page, ledger.write(of.slug, list(made.ledger))


@settings(max_examples=100)
@given(versions())
def test_every_id_that_was_ever_given_has_a_place(found: Sequence[Version]) -> None:
    """A link to a passage, a section or a note is never dead, and never told a lie."""
    kept = ""
    for edition, version in enumerate(found, 1):
        made = published_page(noted(written(version, kept), version), version, str(edition))
        if made is None:
            return
        page, kept = made
        lines, problems = ledger.parse("anchors.lock", kept)
        assert not problems
        elements = by_id(shown(page))
        assert {line.id for line in lines} <= elements.keys()
        check_what_is_said(page, {line.id: line.wording for line in lines if line.is_main}, elements)


def check_what_is_said(page: Page, wordings: dict[str, str], elements: dict[str, Element]) -> None:
    """Assert that each retired id is told as what it was, and what is said of its words."""
    told = {id_: element for id_, element in elements.items() if element.get("class") == "retired"}
    assert told.keys() == {str(one.id) for one in page.retired}
    for id_, element in told.items():
        said = SAID.match("".join(element.itertext()))
        assert said, "".join(element.itertext())
        assert said[1] == f"{KINDS[id_[0]]} {id_[1:]}"
        links = [str(link.get("href")).removeprefix("#") for link in element.iter("a")]
        assert set(links) <= elements.keys() - told.keys()
        if said[2] == "Its words went to":
            [target] = links
            assert pairs_held(wordings[id_], wordings[target]) >= 0.5


def test_all_notes_are_gone() -> None:
    """Of three notes none is left: each says that it was a note, and no passage is said to be gone."""
    version = Version(
        [("one", "two"), ("three", "four"), ("five", "six")], frozenset(), frozenset({0, 1, 2}), "full"
    )
    first = published_page(noted(written(version, ""), version), version, "1")
    assert first is not None
    bare = replace(version, notes=frozenset())
    second = published_page(written(bare, first[1]), bare, "2")
    assert second is not None
    elements = by_id(shown(second[0]))
    texts = ["".join(elements[id_].itertext()) for id_ in ("n1", "n2", "n3")]
    assert [text.split(".")[0] for text in texts] == [
        f"Note {number} is no longer in this text" for number in (1, 2, 3)
    ]
    assert elements["p1"].get("class") == "passage"
