"""The bibliography that the site gives away holds every record, as another program reads it."""

from __future__ import annotations

from pathlib import Path

from reader.making.make import Maker
from reader.model import Library
from reader.project.bibtex import parse
from reader.references.formats import bibtex
from reader.site.checks.read_back import FILE, lost_records

BIB = """\
@book{brown-2000, author = {Brown, Ann}, title = {The {Alpha} League}, date = {2000}}

@book{green-2001, author = {Green, Bo}, title = {A 5\\% rise}, date = {2001}}
"""


def given_away(site: Path, text: str) -> None:
    """Write the file that the site gives away."""
    (site / FILE).parent.mkdir(parents=True)
    (site / FILE).write_text(text, "utf-8")


def test_every_record_is_read_back(tmp_path: Path) -> None:
    """What the exports write of a sound bibliography is sound."""
    references, problems = parse("references.bib", BIB)
    given_away(tmp_path, "\n".join(map(bibtex, references.values())))
    assert (problems, len(references)) == ([], 2)
    assert [*lost_records(tmp_path, Maker(Library((), (), references, {})))] == []


def test_a_record_that_is_lost(tmp_path: Path) -> None:
    """A brace without a partner swallows the record after it: L05 names the lost ones at their lines."""
    references, _problems = parse("references.bib", BIB)
    first, second = map(bibtex, references.values())
    given_away(tmp_path, first.replace("League}", "League") + "\n" + second)
    (lost,) = lost_records(tmp_path, Maker(Library((), (), references, {})))
    assert str(lost).startswith("references.bib:1: L05 “brown-2000” cannot be read back")
