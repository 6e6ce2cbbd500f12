"""CSL-JSON and RIS beside `references.bib`: the same records, the same lint, each problem at its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Reference
from reader.model.problems import Problem
from reader.model.rich_text import plain
from reader.project import bibliography, tex
from reader.project.csl_entries import TYPES
from reader.project.csl_values import written_text
from reader.references.item import items
from small_project import copy_of_sound

SOUND: dict[str, Any] = {
    "id": "doe-2020",
    "type": "article-journal",
    "title": "Roads <i>and</i> 100 % of “Bridges”",
    "author": [{"family": "Doe", "given": "Jo"}, {"literal": "Ministry of Roads and Ports, Tashkent"}],
    "container-title": "Journal of Roads",
    "issued": {"date-parts": [["2020", 5, 4]]},
    "volume": 3,
    "issue": "4",
    "page": "45-67",
    "URL": "https://example.org/a_b?c=1&d=2",
    "DOI": "https://doi.org/10.1000/a_b",
    "abstract": "Any {words} \\with 100 %",
}
RECORD = """\
TY  - JOUR
AU  - Doe, Jo
AU  - Ministry of Roads
TI  - Roads and 100 % of Bridges
  that go on
T2  - Journal of Roads
PY  - 2020
DA  - 2020/05/04/
VL  - 3
IS  - 4
SP  - 45
EP  - 67
SN  - 1234-567X
DO  - 10.1000/a_b
UR  - https://example.org/a_b
N1  - A note.
N1  - Another.
ID  - doe-2020
ER  -
"""


def read(**files: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Return what is read of files by their endings."""
    return bibliography.parse({f"references.{end}": text for end, text in files.items()})


def told(**files: str) -> list[str]:
    """Return the problems of files as `path:line code message`."""
    return [f"{one.path}:{one.line} {one.code} {one.message}" for one in read(**files)[1]]


def of_csl(**changed: Any) -> str:
    """Return a file of one sound item with some fields changed."""
    return json.dumps([SOUND | changed], ensure_ascii=False, indent=1)


def test_a_sound_item() -> None:
    """Its words, names, dates and codes are those of an entry of BibLaTeX."""
    references, problems = read(json=of_csl())
    assert problems == []
    one = references["doe-2020"]
    assert (one.type, one.at.path, one.at.line) == ("article", "references.json", 2)
    assert one.title == "Roads and 100 % of “Bridges”"
    assert [name.in_full for name in one.names["author"]] == [
        "Jo Doe",
        "Ministry of Roads and Ports, Tashkent",
    ]
    assert one.date
    assert one.date.iso == "2020-05-04"
    assert (one.get("volume"), one.get("number"), one.get("pages")) == ("3", "4", "45-67")
    assert (one.get("doi"), one.get("url")) == ("10.1000/a_b", "https://example.org/a_b?c=1&d=2")
    assert one.bibtex.startswith("@article{doe-2020,\n  title = {Roads \\emph{and} 100 \\% of “Bridges”},\n")
    [made] = items(references).values()
    assert made["title"] == SOUND["title"]
    assert made["abstract"] == SOUND["abstract"]


def test_a_sound_record() -> None:
    """A long value goes on in the next row; rows of one tag are one list, or one text."""
    references, problems = read(ris=RECORD)
    assert problems == []
    one = references["doe-2020"]
    assert (one.type, one.at.path, one.at.line) == ("article", "references.ris", 1)
    assert one.title == "Roads and 100 % of Bridges that go on"
    assert [name.in_full for name in one.names["author"]] == ["Jo Doe", "Ministry of Roads"]
    assert (one.get("note"), one.get("issn")) == ("A note. Another.", "1234-567X")
    assert one.date
    assert one.date.iso == "2020-05-04"


def test_what_is_read_is_read_again_from_its_bibtex() -> None:
    """An entry is given away as BibLaTeX, whatever file it came from."""
    for file in ({"json": of_csl()}, {"ris": RECORD}):
        references, _ = read(**file)
        again, problems = read(bib=references["doe-2020"].bibtex)
        assert problems == []
        assert items(again) == items(references)


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_of_csl_has_one_of_biblatex(kind: str) -> None:
    assert not [row for row in told(json=of_csl(type=kind)) if " B05 " in row]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"type": "journal-article"}, "2 B05 “doe-2020” has the unknown type @journal-article"),
        ({"issued": {"date-parts": [[2020, 13]]}}, "“issued” of “doe-2020” is “2020-13”: there is no month"),
        ({"issued": {"literal": "forthcoming"}}, "“issued” of “doe-2020” is “forthcoming”"),
        ({"issued": None}, "2 B02 “doe-2020” has no issued"),
        ({"container-title": ""}, "2 B02 “doe-2020” has no container-title"),
        ({"issued": {"date-parts": "2020"}}, "B09 “issued” of “doe-2020”: it is no date"),
        ({"issued": {"date-parts": [[True, "x"]]}}, "B09 “issued” of “doe-2020”: “[True, 'x']” is no date"),
        ({"author": "Doe, Jo"}, "B09 “author” of “doe-2020”: it is no list of names"),
        ({"author": [{"giv": "Jo"}]}, "B09 “author” of “doe-2020”: a name has no family name"),
        ({"author": ["Doe"]}, "B09 “author” of “doe-2020”: “Doe” is no name"),
        ({"title": ["Roads"]}, "B09 “title” of “doe-2020”: it is no text"),
        ({"DOI": "none"}, "“DOI” of “doe-2020” is “none”"),
        ({"URL": "www.example.org"}, "“URL” of “doe-2020” is “www.example.org”"),
        ({"ISSN": "12345678"}, "“ISSN” of “doe-2020” is “12345678”"),
        ({"id": ""}, "2 B02 the entry “” has no key"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item(changed: dict[str, Any], message: str) -> None:
    """It is told in the names of CSL, at the line of the field."""
    rows = told(json=of_csl(**changed))
    assert any(message in row for row in rows), rows
    assert all(row.startswith("references.json:") for row in rows)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[", "references.json:1 B09 the file is no JSON: "),
        ('[{"id": "a"}', "references.json:1 B09 the file is no JSON: "),
        ('[{"id": "a",\n "title": "A",}]', "references.json:2 B09 the file is no JSON: "),
        ("[1, 2]", "references.json:1 B09 something stands in the list that is no item"),
        ("null", "references.json:1 B09 something stands in the list that is no item"),
        ("[]x", "references.json:1 B09 the file is no JSON: "),
        ('[{"id": NaN}]', "references.json:1 B09 the file is no JSON: "),
        ("[" * 100_000, "references.json:1 B09 brackets stand too deep"),
        ('[{"id": "a", "type": "book",\n"title": "A", "title": "B", "publisher": "P"}]',
         "references.json:1 B09 an item has the field “title” twice"),
        ('[{"id": "a", "volume": ' + "9" * 5000 + "}]", "references.json:1 B09 the file is no JSON: "),
    ],
)  # fmt: skip
def test_a_file_that_is_no_csl_json(text: str, place: str) -> None:
    """What is broken is told at its line; nothing of it is a trace."""
    assert any(row.startswith(place) for row in told(json=text)), told(json=text)


def test_one_item_alone_and_an_empty_list() -> None:
    """Managers write both."""
    assert list(read(json=json.dumps(SOUND))[0]) == ["doe-2020"]
    assert read(json="[]\n") == ({}, [])
    assert read(json="\ufeff[]") == ({}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("stray\n" + RECORD, "references.ris:1 B09 “stray” stands outside of any record"),
        (RECORD.replace("ER  -", "").rstrip(), "references.ris:1 B09 the last record has no end"),
        (RECORD.replace("ER  -", "") + RECORD, "references.ris:20 B09 the record before has no end"),
        (RECORD.replace("JOUR", "JOURN"), "references.ris:1 B05 “doe-2020” has the unknown type @journ"),
        (RECORD.replace("2020/05/04/", "2020/13/04/"), "references.ris:8 B02 “DA” of “doe-2020” is"),
        (RECORD.replace("T2  - Journal of Roads", ""), "references.ris:1 B02 “doe-2020” has no T2"),
        (RECORD.replace("10.1000/a_b", "a b"), "references.ris:14 B02 “DO” of “doe-2020” is “a b”"),
        (RECORD + RECORD, "references.ris:20 B03 the key “doe-2020” stands in the bibliography already"),
    ],
)
def test_what_is_wrong_with_a_record(text: str, place: str) -> None:
    assert any(row.startswith(place) for row in told(ris=text)), told(ris=text)


def test_a_record_without_a_key_is_called_after_its_author() -> None:
    """Zotero writes none; two that would be called the same have to be told apart by hand."""
    bare = RECORD.replace("ID  - doe-2020\n", "")
    assert list(read(ris=bare)[0]) == ["doe-2020"]
    assert [row.split(" ")[1] for row in told(ris=bare + bare)] == ["B03"]


@pytest.mark.parametrize(
    ("date", "iso"),
    [("2020", "2020"), ("2020///", "2020"), ("2020/05//", "2020-05"), ("2020/5/4", "2020-05-04"),
     ("2020///Spring", "2020-21"), ("2020-05-04", "2020-05-04"), ("2019///2019/2021", "2019/2021")],
)  # fmt: skip
def test_dates_of_ris(date: str, iso: str) -> None:
    references, problems = read(ris=RECORD.replace("2020/05/04/", date))
    assert problems == []
    said = references["doe-2020"].get("date")
    assert said == iso


def test_line_ends_and_a_mark_of_the_bytes() -> None:
    """Windows writes both."""
    for text in (RECORD.replace("\n", "\r\n"), "\ufeff" + RECORD):
        assert list(read(ris=text)[0]) == ["doe-2020"]
        assert told(ris=text) == []


def test_a_key_stands_in_one_file_only() -> None:
    """A work of two files would be cited from one of them."""
    assert told(json=of_csl(), ris=RECORD) == [
        "references.ris:1 B03 the key “doe-2020” stands in the bibliography already"
    ]


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="<>`'\"") | st.just(" ")))
def test_any_text_is_the_same_after_it_has_been_written_as_tex(text: str) -> None:
    """No sign of TeX in it means anything."""
    phrase, refused = tex.read(written_text(text))
    assert refused == []
    assert plain(phrase) == " ".join(text.split())


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever the file holds, there are problems or records, and no trace."""
    read(json=text)
    read(ris=text)
    read(ris=f"TY  - JOUR\nTI  - {text}\nER  - \n")
    read(json=json.dumps([SOUND | {"title": text, "id": text}]))


NAMES = st.sampled_from([*SOUND, "x", "family", "date-parts"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner),
)


@given(ANYTHING)
def test_no_json_is_too_odd(value: Any) -> None:
    """Fields of any kind where text, names or dates belong."""
    read(json=json.dumps(value))
    for name in SOUND:
        read(json=json.dumps([SOUND | {name: value}]))


def test_a_project_with_all_three_files(tmp_path: Path) -> None:
    """What managers have written is cited, listed and given away like the rest; one file is enough."""
    project = copy_of_sound(tmp_path / "project")
    project.write("references.json", of_csl())
    project.write("references.ris", RECORD.replace("doe-2020", "roe-2020"))
    project.good("accept", "--yes")
    project.good("build")
    page = (project.root / "docs/bibliography.md").read_text("utf-8")
    assert '<div class="entry" id="doe-2020"' in page
    assert '<div class="entry" id="roe-2020"' in page
    assert "Doe, Jo" in project.good("cite", "doe-2020").out
    project.edit("references.json", '"type": "article-journal"', '"type": "article-jurnal"')
    assert project.refused("build").places == ["references.json:2: B05"]


def test_no_references_bib_is_needed_beside_another(tmp_path: Path) -> None:
    project = copy_of_sound(tmp_path / "project")
    references, _ = bibliography.parse(
        {"references.bib": (project.root / "references.bib").read_text("utf-8")}
    )
    (project.root / "references.bib").unlink()
    project.write("references.json", json.dumps(list(items(references).values())))
    project.good("build")
