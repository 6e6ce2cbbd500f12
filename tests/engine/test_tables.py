"""The Data Package: read by frictionless and by pandas, which know nothing of this program."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from frictionless import Package

from hostile_project import hostile_project
from reader import pipeline
from reader.exports import data_files
from reader.exports.data_package import PATH, table_files
from reader.exports.phrasing import legal
from reader.model import Library, Mark, Passage
from reader.render.data_page.code import PANDAS, R
from reader.words.sentences import sentence_at
from small_project import copy_of_sound

NAMES = ["texts", "passages", "uses", "citations", "terms", "references"]


@cache
def library(name: str) -> Library:
    with TemporaryDirectory() as folder:
        root = Path(folder, "project")
        if name == "small":
            return pipeline.read(copy_of_sound(root).root)
        left_out = 'publication = "record"' if name == "record" else 'publication = "full"'
        return pipeline.read(hostile_project(root, left_out).root)


@pytest.fixture(params=["small", "hostile", "record"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Library, Path]:
    """A library and the folder in which its tables lie."""
    read = library(request.param)
    for path, text in table_files(read).items():
        (tmp_path / path).write_bytes(text.encode())
    return read, tmp_path


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", keep_default_na=False)


def words(passage: Passage, mark: Mark) -> str:
    return legal(passage.text[mark.start : mark.end])


def test_the_package_is_valid(made: tuple[Library, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Types, keys, references between tables, sizes and hashes are as it says."""
    _library, folder = made
    monkeypatch.chdir(folder)
    package = Package(PATH)
    assert [one.name for one in package.resources] == NAMES
    report = package.validate()
    assert report.valid, report.flatten(["type", "fieldName", "rowNumber", "message"])
    assert report.stats["tasks"] == len(NAMES)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("uses.csv", ",16,", ",sixteen,"),
        ("uses.csv", "league,alpha-2020,", "leagues,alpha-2020,"),
        ("passages.csv", "beta-2021,p2,", "beta-2021,p1,"),
        ("texts.csv", "Made for a test.", "Made for a test!"),
    ],
)
def test_the_package_can_be_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
) -> None:
    """A validator that lets everything pass would be no test."""
    for name, text in table_files(library("small")).items():
        changed = text.replace(old, new, 1) if name == path else text
        assert name != path or changed != text, text
        (tmp_path / name).write_bytes(changed.encode())
    monkeypatch.chdir(tmp_path)
    assert not Package(PATH).validate().valid


def test_every_column_is_described(made: tuple[Library, Path]) -> None:
    package = json.loads((made[1] / PATH).read_text("utf-8"))
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [one["name"] for one in fields] == list(table(made[1], resource["name"]).columns)
        assert all(one["description"] and one["type"] for one in fields)


def test_the_tables_hold_what_the_site_shows(made: tuple[Library, Path]) -> None:
    """Passages, uses and citations one by one, at their offsets; what is withheld is not there."""
    read, folder = made
    passages = table(folder, "passages")
    expected = [
        (page.slug, str(one.id), one.kind, legal(one.text)) for page in read.pages for one in page.passages
    ]
    assert [*passages[["text", "passage", "kind", "words"]].itertuples(index=False, name=None)] == expected
    marks = {
        kind: [
            (
                mark.target,
                page.slug,
                str(one.id),
                mark.start,
                mark.end,
                legal(one.text[mark.start : mark.end]),
            )
            for page in read.pages
            for one in page.passages
            for mark in one.marked(kind)
        ]
        for kind in ("term", "citation")
    }
    columns = ["text", "passage", "start", "end", "words"]
    uses, cited = table(folder, "uses"), table(folder, "citations")
    assert [*uses[["term", *columns]].itertuples(index=False, name=None)] == marks["term"]
    assert [*cited[["key", *columns]].itertuples(index=False, name=None)] == marks["citation"]
    by_place = {(page.slug, str(one.id)): one.text for page in read.pages for one in page.passages}
    for use in uses.itertuples():
        text = by_place[str(use.text), str(use.passage)]
        first, last = sentence_at(text, int(str(use.start)), int(str(use.end)))
        assert use.sentence == legal(text[first:last])
    assert [*table(folder, "terms")["term"]] == [one.id for one in read.terms]
    assert [*table(folder, "references")["key"]] == list(read.references)
    forms = [json.loads(one) for one in table(folder, "terms")["forms"]]
    assert forms == [[legal(form) for form in one.forms] for one in read.terms]


def test_three_lines_read_them(made: tuple[Library, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """The lines that the page of data shows, run as they stand there."""
    read, folder = made
    lines = PANDAS.format(url=f"{folder.as_posix()}/").rstrip()
    assert len(lines.split("\n")) == len(R.format(url="").rstrip().split("\n")) == 3
    exec(lines, {})
    said = capsys.readouterr().out
    for page in read.pages:
        used = [mark.target for one in page.passages for mark in one.marked("term")]
        assert all(term in said for term in used)


def test_json_has_the_record_and_the_whole_text() -> None:
    """What a program needs to know of a text without asking elsewhere."""
    data = json.loads(data_files(library("small"))["texts/alpha-2020.json"])
    assert data["$schema"].endswith("/data/texts/schema.json")
    assert data["authors"] == [{"family": "Alpha", "given": "Ann"}]
    assert data["date"] == "2020"
    assert data["rights"] == {"statement": "Made for a test.", "publication": "full"}
    assert data["citation"].startswith("Alpha, Ann.")
    for passage in data["passages"]:
        start = passage["offset"]
        assert data["text"][start : start + len(passage["text"])] == passage["text"]
    assert data["text"] == "\n\n".join(one["text"] for one in data["passages"])
    [sic] = [(one["text"][m["start"] : m["end"]], m) for one in data["passages"] for m in one["sics"]]
    assert sic[0] == "of the league"
    assert sic[1] | {"start": 0, "end": 0} == {
        "id": "k1", "start": 0, "end": 0, "line": 10, "reason": "lower case in the source",
    }  # fmt: skip


def test_json_of_the_hostile_text_is_as_its_schema_says() -> None:
    """Nothing that is not established is there, and nothing is there that the schema does not know."""
    data = json.loads(data_files(library("record"))["texts/hostile-2020.json"])
    assert data["text"] == ""
    assert "venue" not in data
