"""What was received is kept beside the text, can be read again, and is told on the page of the apparatus."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reader.intake.received import sheet_of
from reader.intake.received.record import file_name, table
from reader.intake.sheet import Mended, Sheet
from small_project import SmallProject, copy_of_sound
from typeset import Manner, typeset

TEXT = ["The Alpha League met at Northport.", "It never met again, as the papers of the time report."]
GARBLED = "The Alpha League met at the cafÃ©. Itâ€™s closed.\n"
ABOUT = """\
language = "en"
layout = "hard-wrapped"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"

"""


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """A sound project with a text that was received as a PDF, and one that was garbled."""
    shutil.copytree(_made().name, tmp_path, dirs_exist_ok=True)
    return SmallProject(tmp_path / "project")


@cache
def _made() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    made = copy_of_sound(Path(folder.name) / "project")
    files = {
        "gamma-2022": ("a.pdf", typeset(TEXT, Manner(head=""))),
        "delta-2023": ("a.txt", GARBLED.encode()),
    }
    for slug, (name, data) in files.items():
        sheet, _problems = sheet_of(name, data)
        assert sheet
        cut = cuts(sheet)
        made.text(slug, sheet.raw, ABOUT + cut + table(name, data, sheet), slug)
        made.write(f"sources/{slug}/{file_name(name, data)}", data)
    made.accepted()
    return folder


def cuts(sheet: Sheet) -> str:
    """The furniture of a sheet, cut."""
    return "".join(
        f'[[cut]]\nlines = "{at}"\nbegins = "{row.text}"\nkind = "furniture"\nreason = "page"\n\n'
        for at, row in enumerate(sheet.rows, 1)
        if row.tag in {"header", "footer"}
    )


def test_an_extraction_is_repeated(project: SmallProject) -> None:
    """The file that was received still gives the raw text."""
    assert "as the sources give them" in project.good("check").out


def test_what_was_received_is_told(project: SmallProject) -> None:
    """The apparatus names the file, its checksum, who has read it, and what was mended in it."""
    pdf = (project.root / "docs/apparatus/gamma-2022.md").read_text("utf-8")
    data = (project.root / "sources/gamma-2022/received.pdf").read_bytes()
    assert hashlib.sha256(data).hexdigest() in pdf
    assert "received.pdf" in pdf and "pypdfium2" in pdf
    garbled = (project.root / "docs/apparatus/delta-2023.md").read_text("utf-8")
    assert "<del>â€™</del> <ins>’</ins>" in garbled
    assert "at 1 place" in garbled
    assert "received" not in (project.root / "docs/apparatus/alpha-2020.md").read_text("utf-8").split("##")[1]


def test_a_file_that_is_gone_or_another(project: SmallProject) -> None:
    """What was received is evidence as much as the raw text."""
    line = project.line("sources/gamma-2022/source.toml", "[received]")
    file = project.root / "sources/gamma-2022/received.pdf"
    kept = file.read_bytes()
    file.write_bytes(kept + b"\n")
    assert project.refused("check").places == [f"sources/gamma-2022/source.toml:{line}: W08"]
    file.unlink()
    assert project.refused("check").places == [f"sources/gamma-2022/source.toml:{line}: W08"]
    project.good("build")
    file.write_bytes(kept)
    project.good("check")


def test_a_name_that_leads_elsewhere(project: SmallProject) -> None:
    """Only a file that lies beside the raw text is read."""
    project.edit("sources/gamma-2022/source.toml", '"received.pdf"', '"../../site/index.html"')
    run = project.refused("check")
    assert "there is no file" in run.problem(run.places[-1])


def test_a_raw_text_that_is_not_what_was_made(project: SmallProject) -> None:
    """A raw text that was changed together with its checksum is told by reading the file again."""
    raw = project.root / "sources/delta-2023/raw.txt"
    text = raw.read_text("utf-8").replace("League met", "League sat")
    about = (project.root / "sources/delta-2023/source.toml").read_text("utf-8")
    project.text("delta-2023", text, about.replace(sha(raw.read_bytes()), "{sha256}"))
    project.good("accept", "--yes")
    project.good("build")
    assert project.refused("check").places == ["sources/delta-2023/raw.txt:1: W09"]


def sha(data: bytes) -> str:
    """The checksum of some bytes."""
    return hashlib.sha256(data).hexdigest()


def test_another_version_is_not_compared(project: SmallProject) -> None:
    """A better extractor never alters a published text."""
    sheet, _problems = sheet_of("a.txt", GARBLED.encode())
    assert sheet
    project.edit("sources/delta-2023/source.toml", f'"{sheet.version}"', '"another"')
    raw = project.root / "sources/delta-2023/raw.txt"
    assert raw.read_text("utf-8") == sheet.raw
    project.good("build")
    project.good("check")


def test_the_table_is_toml() -> None:
    """Signs that nobody can see are written by their numbers."""
    sheet = replace(Sheet((), "ftfy", "1"), mended=(Mended('\x9d"\\', "’", 2),))
    assert table("a.txt", b"words", sheet).endswith(
        '[[received.mended]]\nfind = "\\u009D\\"\\\\"\nreplace = "’"\ntimes = 2\n'
    )
    assert table("a.txt", b"words", Sheet(())) == ""
