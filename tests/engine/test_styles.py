"""References in four citation styles, as files: `styles/<style>.txt` for the items of `items.bib`.

An article with a DOI, a web page with a date of access, a report, a book, an item without an author and a
Cyrillic title; a style that drops one of their parts, or a change of pandoc that does, shows here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from reader.model import Formatted, Reference
from reader.model.problems import ProblemsFound
from reader.project import bibtex
from reader.project.cache import Shelf, key_of
from reader.references import citeproc
from reader.references.forms import in_style
from reader.references.letters import letters
from reader.references.style_files import UnknownStyle
from reader.references.styles import format_all
from reader.references.unprotected import unprotected
from reader.words.order import sort_key

FOLDER = Path(__file__).parent / "styles"
STYLES = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "gost-r-7-0-5-2008",
    "modern-language-association",
)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_formats_every_item_as_its_file_has_it(
    style: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    references, problems = bibtex.parse("items.bib", (FOLDER / "items.bib").read_text("utf-8"))
    assert problems == []
    formatted = format_all(references, style, tmp_path)
    got = "".join(f"{one.label}\n  {one.entry}\n" for one in formatted.values())
    file = FOLDER / f"{style}.txt"
    if request.config.getoption("--rewrite-golden"):
        file.write_text(got, "utf-8")
    assert got == file.read_text("utf-8")


def test_an_unknown_style_names_those_that_are_like_it(tmp_path: Path) -> None:
    with pytest.raises(UnknownStyle) as raised:
        format_all({}, "chicago-autor-date", tmp_path)
    assert "chicago-author-date" in raised.value.near


SAME = """\
@article{one-2020, author={Doe, Jo}, title={Roads}, journaltitle={J}, date={2020-03-01}}
@article{two-2020, author={Doe, Jo}, title={Bridges}, journaltitle={J}, date={2020-05-01}}
@article{doe-2020b, author={Doe, Jo}, title={Abbeys}, journaltitle={J}, date={2020-05-01}}
@article{doe-2021, author={Doe, Jo}, title={Abbeys}, journaltitle={J}, date={2021}}
@online{doe-nd, author={Doe, Jo}, title={Towers}, organization={J}}
@online{doe-ndc, author={Doe, Jo}, title={Ferries}, organization={J}}
"""


def shown(text: str, style: str, cache: Path) -> dict[str, Formatted]:
    """Return the entries of a bibliography without problems in a style."""
    return format_all(read(text), style, cache)


def read(text: str) -> dict[str, Reference]:
    """Return the works of a bibliography without problems."""
    references, problems = bibtex.parse("references.bib", text)
    assert problems == []
    return references


def test_letters_after_years_follow_the_keys(tmp_path: Path) -> None:
    """A key that ends in a letter keeps it, whatever its title; label and entry have the same."""
    made = shown(SAME, "chicago-author-date", tmp_path)
    assert {key: one.label for key, one in made.items()} == {
        "one-2020": "Doe 2020a",
        "two-2020": "Doe 2020c",
        "doe-2020b": "Doe 2020b",
        "doe-2021": "Doe 2021",
        "doe-nd": "Doe, n.d.-a",
        "doe-ndc": "Doe, n.d.-c",
    }
    assert made["doe-2020b"].plain == "Doe, Jo. 2020b. “Abbeys.” J, May 1."
    assert made["doe-nd"].plain == "Doe, Jo. n.d.-a. “Towers.” J."
    assert shown(SAME, "apa", tmp_path)["doe-2020b"].plain == "Doe, J. (2020b). Abbeys. J."
    assert shown(SAME, "apa", tmp_path)["doe-ndc"].plain == "Doe, J. (n.d.-c). Ferries. J."


def test_letters_do_not_run_out() -> None:
    """After z come aa to zz, then aaa, as often as a body publishes in a year."""
    given = letters({f"work-{at:04}": "Harbour Agency 2020" for at in range(800)})
    assert [given[f"work-{at:04}"] for at in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]
    assert len(set(given.values())) == 800


def test_letters_stay_when_works_are_added(tmp_path: Path) -> None:
    """What was printed with a letter is the same work next year."""
    more = SAME + "@article{doe-2020a, author={Doe, Jo}, title={Aaa}, journaltitle={J}, date={2020}}\n"
    assert shown(more, "apa", tmp_path)["doe-2020b"].label == "Doe, 2020b"


@pytest.mark.parametrize("style", STYLES)
def test_a_work_alone_has_no_letter_and_no_dash(style: str, tmp_path: Path) -> None:
    """What is pasted elsewhere has no neighbours to be told apart from."""
    for one in in_style(read(SAME), style, tmp_path).values():
        for words in (one.listed, one.noted[""], one.in_text[""]):
            assert "Doe" in words.plain
            assert "———" not in words.plain
            assert not re.search(r"20\d\d[a-z]|n\.d\.-", words.plain)


def test_a_style_that_does_not_know_a_web_page_prints_it_as_a_book(tmp_path: Path) -> None:
    """One of law prints “Else” of it, and nothing of its own."""
    page = "@online{a-2020, author={Doe, Jo}, title={Tides}, date={2020}, url={https://example.org/}}\n"
    assert (
        shown(page, "leiden-journal-of-international-law", tmp_path)["a-2020"].plain
        == "J. Doe, Tides (2020)."
    )


def test_an_entry_never_has_a_dash_for_its_author(tmp_path: Path) -> None:
    """Each entry of the bibliography can be linked to by itself."""
    made = shown(SAME, "modern-language-association", tmp_path)
    assert all(one.plain.startswith("Doe, Jo. ") for one in made.values())


@pytest.mark.parametrize(
    ("title", "apa", "chicago"),
    [
        ("The Roads of {Iran} and the Sea", "The roads of Iran and the sea", "The Roads of Iran and the Sea"),
        ("Directive ST/CS/SER.A/29 of the Union", "Directive ST/CS/SER.A/29 of the union",
         "Directive ST/CS/SER.A/29 of the Union"),
        ("Report on the death of Ali Khamenei", "Report on the death of Ali Khamenei",
         "Report on the Death of Ali Khamenei"),
        ("Roads, U.S. Policy and the {NATO}-Led War: The Next Step",
         "Roads, U.S. policy and the NATO-led war: The next step",
         "Roads, U.S. Policy and the NATO-Led War: The Next Step"),
        ("О Дорогах и Мостах", "О Дорогах и Мостах", "О Дорогах и Мостах"),
        ("Über die Straßen und den Handel", "Über die Straßen und den Handel",
         "Über die Straßen und den Handel"),
        ("Le Monde des Routes", "Le Monde des Routes", "Le Monde des Routes"),
    ],
)  # fmt: skip
def test_the_capitals_of_titles(title: str, apa: str, chicago: str, tmp_path: Path) -> None:
    """English headlines become sentences where a style asks for it; names, codes and other languages stay."""
    text = f"@book{{a-2020, author={{Doe, Jo}}, title={{{title}}}, publisher={{P}}, date={{2020}}}}\n"
    assert shown(text, "apa", tmp_path)["a-2020"].plain == f"Doe, J. (2020). {apa}. P."
    assert shown(text, "chicago-author-date", tmp_path)["a-2020"].plain == f"Doe, Jo. 2020. {chicago}. P."


def test_a_stated_language_is_believed(tmp_path: Path) -> None:
    """Where no word tells, the record does."""
    text = "@book{a-2020, author={D, J}, title={Mensch Staat Krieg}, publisher={P}, date={2020}, LANG}\n"
    for lang, title in {
        "langid={german}": "Mensch Staat Krieg",
        "language={english}": "Mensch staat krieg",
    }.items():
        assert title in shown(text.replace("LANG", lang), "apa", tmp_path)["a-2020"].plain


def test_a_bibliography_is_formatted_the_same_in_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many works go to pandoc at once changes nothing."""
    text = SAME + (FOLDER / "items.bib").read_text("utf-8")
    whole = shown(text, "apa", tmp_path)
    monkeypatch.setattr("reader.references.citeproc.BATCH", 2)
    assert shown(text, "apa", tmp_path / "other") == whole


def test_what_pandoc_said_is_kept_when_it_is_stopped(tmp_path: Path) -> None:
    """Half of it at the least, and no file is written again for each part that comes."""
    written: list[int] = []

    class Counted(Shelf):
        def put(self, made: Mapping[str, Any]) -> None:
            written.append(len(made))
            super().put(made)

    def answers() -> Iterator[dict[str, int]]:
        for at in range(20):
            yield {key_of(str(at)): at}
        raise ProblemsFound([])

    with pytest.raises(ProblemsFound):
        Counted(tmp_path).put_all(answers())
    assert written == [1, 1, 2, 4, 8]
    again = Shelf(tmp_path)
    assert [again.get(key_of(str(at))) for at in range(16)] == [*range(16)]
    again.put_all([{key_of("more"): "more"}, {key_of("most"): "most"}])
    assert (Shelf(tmp_path).get(key_of("more")), Shelf(tmp_path).get(key_of("most"))) == ("more", "most")


def test_the_order_of_names() -> None:
    """Letters with accents stand with their letter; quotation marks do not count."""
    names = ["Zet", "Öz", "Ó Tuathail", "“Oak”", "Čapek", "Dow", "de Waal", "Иванов"]
    assert sorted(names, key=sort_key) == [
        "Čapek", "de Waal", "Dow", "Ó Tuathail", "“Oak”", "Öz", "Zet", "Иванов",
    ]  # fmt: skip


PRINTED = {
    "@book{zet-2020, author={Zet, Ali}, title={Zet}, publisher={Taylor and Francis}, date={2020}}":
        "Zet, Ali. 2020. Zet. Taylor and Francis.",
    "@misc{pre-2001, author={Doe, Jo}, title={Pre}, date={2001}, eprint={2001.00001}, eprinttype={arXiv}}":
        "Doe, Jo. 2001. Pre. https://arxiv.org/abs/2001.00001.",
    "@book{oez-2020, author={Öz, Ali}, title={Über die Straßen und den Handel}, publisher={P}, date={2020}}":
        "Öz, Ali. 2020. Über die Straßen und den Handel. P.",
    "@book{old-1900, author={Old, Jo}, title={Old}, publisher={P}, date={1900~}}":
        "Old, Jo. [1900?]. Old. P.",
    "@book{open-1900, author={Open, Jo}, title={Open}, publisher={P}, date={1900/}}":
        "Open, Jo. 1900–. Open. P.",
}  # fmt: skip


def test_records_as_they_are_printed(tmp_path: Path) -> None:
    """A body with “and” in its name, an archive, a title in German, dates about and since a year."""
    made = shown("\n".join(PRINTED), "chicago-author-date", tmp_path)
    assert [one.plain for one in made.values()] == [*PRINTED.values()]


def test_names_without_braces_are_listed() -> None:
    """A word in braces in one title, and small in none, is a name in the others."""
    text = """\
@book{a-2020, author={D, J}, title={Roads of {Karabakh} and the Sea}, publisher={P}, date={2020}}
@book{b-2020, author={D, J}, title={The War for Karabakh’s Roads}, publisher={P}, date={2020}}
@book{c-2020, author={D, J}, title={Report on Karabakh by a witness of the war}, publisher={P}, date={2020}}
@book{d-2020, author={D, J}, title={{Roads} and Roads}, publisher={P}, date={2020}}
@book{e-2020, author={D, J}, title={Many roads}, publisher={P}, date={2020}}
"""
    references, problems = bibtex.parse("references.bib", text)
    assert problems == []
    assert [(one.key, field, names, mended) for one, field, names, mended in unprotected(references)] == [
        ("b-2020", "title", ["Karabakh"], "title = {The War for {Karabakh}’s Roads}")
    ]


def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many works each run of pandoc is given from now on."""
    given: list[int] = []
    run = citeproc._run

    def counted(csl: str, bibliography: str, document: str) -> Any:
        given.append(len(json.loads(bibliography)))
        return run(csl, bibliography, document)

    monkeypatch.setattr(citeproc, "_run", counted)
    return given


def test_a_work_that_changes_is_formatted_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it goes only what it is told apart from; a new letter after a year asks for no others."""
    text = (FOLDER / "items.bib").read_text("utf-8")
    more = "@article{zed-2020, author={Zed, Jo}, title={One}, journaltitle={J}, date={2020}}\n"
    shown(text + more, "apa", tmp_path)
    given = asked(monkeypatch)
    assert shown(text + more, "apa", tmp_path)
    assert given == []
    changed = shown(text + more.replace("One", "Two"), "apa", tmp_path)
    assert given == [1]
    assert changed == shown(text + more.replace("One", "Two"), "apa", tmp_path / "new")


@pytest.mark.parametrize("style", ["apa", "modern-language-association"])
def test_what_is_kept_is_what_would_be_made(style: str, tmp_path: Path) -> None:
    """Works that are added later, with names that others have already, change those as they should."""
    same = SAME + "@article{other-2020, author={Doe, Ann}, title={Hills}, journaltitle={J}, date={2020}}\n"
    entries = re.split(r"(?m)^(?=@)", same)[1:]
    for number in (1, 3, len(entries) - 1, len(entries)):
        some = "".join(entries[:number])
        assert shown(some, style, tmp_path / "kept") == shown(some, style, tmp_path / f"new-{number}")
