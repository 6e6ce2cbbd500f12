"""The formats of reference managers, read back by a program that is not ours: pandoc reads all three."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from reader import exports, pipeline
from reader.model import Library
from reader.project import bibtex
from reader.references import formats, item
from reader.references.description import TAG
from reader.references.formats import Locator

ROOT = Path(__file__).parents[2]
HOSTILE = r"""
@article{hostile-2020,
  author = {O'Neil & Sons, Anna and {{</script><b>Body}}},
  title = {A "quoted" {Title} with % and & and # and _ and </script> and ~},
  journaltitle = {Journal of <i>Tags</i>},
  volume = {1},
  number = {2},
  pages = {3--4},
  date = {2020-02-03},
  url = {https://example.org/a%20b?c=1&d=2#e},
  doi = {10.1000/a_b%c},
}
"""


def read_back(text: str, form: str) -> list[dict[str, Any]]:
    """The items that pandoc finds in a file of the format `form`."""
    command = [pypandoc.get_pandoc_path(), "--from", form, "--to", "csljson"]
    answer = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    return list(json.loads(answer))


@pytest.fixture(scope="module")
def library() -> Library:
    return pipeline.read(ROOT)


@pytest.mark.parametrize(("name", "form"), [("bib", "biblatex"), ("ris", "ris"), ("json", "csljson")])
def test_the_whole_bibliography_is_read_back(library: Library, name: str, form: str) -> None:
    """A record that a reference manager drops, or that loses its title or its address, shows here."""
    files = exports.data_files(library)
    read = read_back(files[f"references.{name}"], form)
    assert len(read) == len(library.references)
    titles = {_letters(str(item["title"])) for item in library.items.values()}
    assert {_letters(str(item["title"])) for item in read} == titles
    addresses = {record.get("url") for record in library.references.values() if record.get("url")}
    assert {item["URL"] for item in read if "URL" in item} == addresses


def test_titles_keep_the_capitals_they_are_printed_with(library: Library) -> None:
    """pandoc makes English titles lower-case, for styles to raise again; a manager would keep them so."""
    assert library.items["kaleji-2023"]["title"] == "Russia and Iran Diverge in the South Caucasus"
    kept = sum(
        library.items[key]["title"].startswith(record.get("title"))
        for key, record in library.references.items()
    )
    assert kept == len(library.references)


def test_every_entry_is_there_by_itself(library: Library) -> None:
    files = exports.data_files(library)
    for key, record in library.references.items():
        assert record.bibtex in files[f"references/{key}.bib"]
        assert files[f"references/{key}.ris"].endswith("ER  - \r\n")


@pytest.mark.parametrize("form", ["biblatex", "ris", "csljson"])
def test_hostile_values_come_out_as_they_went_in(form: str) -> None:
    """Signs that mean something to TeX, HTML or RIS stay signs, and nothing is lost after them."""
    references, problems = bibtex.parse("hostile.bib", HOSTILE)
    assert problems == []
    one = item.items(references)["hostile-2020"]
    text = {
        "biblatex": formats.bibtex(references["hostile-2020"]),
        "ris": formats.ris(one),
        "csljson": formats.csl_json([one]),
    }[form]
    [read] = read_back(text, form)
    assert read["URL"] == "https://example.org/a%20b?c=1&d=2#e"
    assert read["DOI"] == "10.1000/a_b%c"
    title = str(read["title"])
    for sign in ("quoted", "%", "&", "#", "_"):
        assert sign in title
    assert read["volume"] in {"1", 1}
    assert len(read["author"]) == 2


def test_a_passage_is_carried_as_a_locator() -> None:
    locator = Locator("para. 7", "7", "paragraph")
    read = "An Annotated Reader, edition 2, https://reader.example.org/texts/kaleji-2023/?rev=4894e647#p7"
    one = {"id": "kaleji-2023", "type": "article-journal", "title": "Russia and Iran Diverge"}
    assert formats.located(one, locator, read)["locator"] == "7"
    assert formats.located(one, locator, read)["note"] == f"para. 7, {read}"
    assert f"N1  - para. 7, {read}\r\n" in formats.ris(one, locator, read)


def _letters(title: str) -> str:
    """A title without markup, quotation marks and capitals, which the formats treat each in its own way."""
    return "".join(filter(str.isalnum, TAG.sub("", title))).casefold()
