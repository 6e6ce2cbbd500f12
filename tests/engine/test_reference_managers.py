"""What reference managers are told: COinS on pages, types that they know, and the place of a passage."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from lxml import html

from reader import exports, pipeline
from reader.model import Library
from reader.project import bibtex
from reader.project.bibtex_fields import TYPES
from reader.references import citation, coins, formats
from reader.references.cited import find
from reader.references.item import items
from reader.render.docs import generated
from small_project import copy_of_sound

# the types of CSL-JSON that Zotero 7 imports: a file with any other is refused as a whole
KNOWN = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
    patent performance periodical personal_communication post post-weblog regulation report review
    review-book song speech standard thesis treaty webpage""".split()
)
SPAN = re.compile(r'<span class="Z3988" title="([^"]*)"></span>')
ROWS = """author={Doe, Jo and {Ministry of Roads}}, editor={Roe, Ri},
title={Roads: A {History} & 100\\% + more}, journaltitle={Journal}, booktitle={The Book}, institution={Body},
organization={Site}, publisher={Press}, date={2020-05-04}, volume={3}, number={4}, pages={5--9},
url={https://example.org/a?b=1&c=2}, doi={10.1000/a_b}"""


def said(context: str) -> dict[str, list[str]]:
    """Return the keys of a context object with their values, as a parser of forms reads them."""
    made: dict[str, list[str]] = {}
    for key, value in parse_qsl(context, strict_parsing=True):
        made.setdefault(key, []).append(value)
    return made


@pytest.mark.parametrize("kind", sorted(TYPES - {"xdata", "set", "bibnote"}))
def test_every_type_is_known_to_zotero(kind: str) -> None:
    """One type that it does not know, and it takes nothing from the file."""
    references, _problems = bibtex.parse("a.bib", f"@{kind}{{a-2020, {ROWS}}}")
    [made] = json.loads(formats.csl_json(items(references).values()))
    assert made["type"] in KNOWN


@pytest.mark.parametrize(
    ("kind", "form", "genre", "title", "whole"),
    [
        ("article", "journal", "article", "rft.atitle", ("rft.jtitle", "Journal")),
        ("book", "book", "book", "rft.btitle", None),
        ("incollection", "book", "bookitem", "rft.atitle", ("rft.btitle", "The Book")),
        ("inproceedings", "book", "proceeding", "rft.atitle", ("rft.btitle", "The Book")),
        ("report", "book", "report", "rft.btitle", None),
        ("thesis", "dissertation", "", "rft.title", None),
        ("online", "dc", "webpage", "rft.title", ("rft.source", "The Book")),
        ("misc", "dc", "document", "rft.title", None),
        ("video", "dc", "film", "rft.title", None),
    ],
)
def test_a_work_as_coins(kind: str, form: str, genre: str, title: str, whole: tuple[str, str] | None) -> None:
    """Each kind in the format that OpenURL has for it, and what it has none for as Dublin Core."""
    references, _problems = bibtex.parse("a.bib", f"@{kind}{{a-2020, {ROWS}}}")
    made = said(coins.context(references["a-2020"], "en"))
    assert made["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{form}"]
    assert made.get("rft.type" if form == "dc" else "rft.genre", [""]) == [genre]
    assert made[title] == ["Roads: A History & 100% + more"]
    if whole:
        assert made[whole[0]] == [whole[1]]
    assert (made["rft.au"], made["rft.aucorp"]) == (["Doe, Jo"], ["Ministry of Roads"])
    assert made["rft.date"] == ["2020-05-04"]
    assert made["rft_id"] == ["info:doi/10.1000/a_b", "https://example.org/a?b=1&c=2"]
    assert made["rft.language"] == ["en"]


def test_the_site_of_a_page_is_kept() -> None:
    """In CSL-JSON, RIS and COinS; BibLaTeX has it as the organization."""
    text = "@online{a-2020, title={A}, organization={TRT World}, date={2020}, url={https://example.org/a}}"
    references, problems = bibtex.parse("a.bib", text)
    assert problems == []
    [made] = items(references).values()
    assert made["container-title"] == "TRT World"
    assert "publisher" not in made
    assert "T2  - TRT World\r\n" in formats.ris(made)
    assert said(coins.context(references["a-2020"]))["rft.source"] == ["TRT World"]
    assert "organization = {TRT World}" in formats.bibtex(references["a-2020"])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A sound project with a text of each kind of head."""
    return pipeline.read(copy_of_sound(tmp_path_factory.mktemp("managers") / "project").root)


def test_every_entry_is_offered(library: Library) -> None:
    """Once on the bibliography, and a text on its page and on that of its citations."""
    pages = generated(library)
    spans = {path: SPAN.findall(text) for path, text in pages.items()}
    listed = [said(unescape(one)) for one in spans["bibliography.md"]]
    assert len(listed) == len(library.references)
    for page in library.pages:
        for path in (f"texts/{page.slug}.md", f"cite/{page.slug}.md"):
            [one] = spans[path]
            assert library.references[page.slug].title in said(unescape(one))["rft.title"]
    assert sum(map(len, spans.values())) == len(listed) + 2 * len(library.pages)


def test_nothing_on_a_page_passes_for_a_line_of_authors(library: Library) -> None:
    """Zotero takes what has such a class for people, where a text has no known author."""
    for path, text in generated(library).items():
        for element in html.fromstring(f"<div>{text}</div>").iter():
            classes = str(element.get("class") or "").casefold()
            assert not re.search(r"byline|vcard", classes), path
            assert element.get("rel") != "author", path


@pytest.mark.parametrize("place", ["alpha-2020#p1", "alpha-2020#p1-p2", "alpha-2020#s1", "alpha-2020"])
def test_a_passage_keeps_its_place_in_every_format(library: Library, place: str) -> None:
    """In notes, which is what managers keep of what they have no field for."""
    cited = find(library, place)
    where = f"Reader, edition 1, {cited.link(library.site_url)}"
    note = f"{cited.place}, {where}" if cited.passages else where
    assert f"N1  - {note}\r\n" in citation.managed(library, cited, "ris")
    [made] = json.loads(citation.managed(library, cited, "csl-json"))
    assert made["note"].startswith(note)
    text = citation.managed(library, cited, "bibtex")
    references, problems = bibtex.parse("a.bib", text)
    assert problems == []
    assert references["alpha-2020"].get("note") == note


def test_a_note_that_is_there_stays() -> None:
    """The place comes after it, in one field: BibTeX takes no second."""
    text = "@misc{a-2020, title={A}, note={Second printing.}}\n"
    record = bibtex.parse("a.bib", text)[0]["a-2020"]
    made = formats.bibtex(
        record, formats.Locator("para. 7", "7", "paragraph"), "Reader, https://example.org/#p7"
    )
    [again] = bibtex.parse("a.bib", made)[0].values()
    assert again.get("note") == "Second printing. para. 7, Reader, https://example.org/#p7"


def test_the_exports_hold_every_entry(library: Library) -> None:
    """As one file each, and each by itself."""
    files = exports.data_files(library)
    assert len(json.loads(files["references.json"])) == len(library.references)
    assert files["references.ris"].count("ER  - \r\n") == len(library.references)


def test_another_work_is_cited_without_this_site(library: Library) -> None:
    """It was not read here."""
    cited = find(library, "brown-2000")
    assert cited.link(library.site_url) == ""
    for manager in citation.MANAGERS:
        assert library.site_name not in citation.managed(library, cited, manager)
