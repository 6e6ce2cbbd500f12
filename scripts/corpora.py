"""Corpora of any size to measure with, the same ones each time: the texts of this edition under other names.

Each copy has a text's layout, cuts, corrections, citations and notes, and ends with paragraphs of its own:
damaged as files are, in one of several scripts, with a name that becomes a term for every fifth text. The
bibliography has a record for each copy and one more work, so all grows in proportion.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from reader import pipeline
from reader.commands.accepting import accept
from reader.model.generated import FILES, FOLDERS

ROOT = Path(__file__).parent.parent
GENERATED = (*FOLDERS, *(Path(file).name for file in FILES))  # what a build makes itself, of docs/
TERMS = 5  # texts for each term more
# What copies end with: damage as in files that were scraped or scanned, and other scripts
ENDINGS = (
    "The  copy «{name}»  has two spaces , a soft hy\u00adphen and a “quotation' that is not closed.",
    "Копия «{name}» кончается абзацем, в котором есть тире - и неразрывный\u00a0пробел.",
    "نسخهٔ {name} با بندي پايان مي\u200cيابد كه حروف عربي دارد.",
    "副本「{name}」以一段没有空格的文字结束。",
    "Das Exemplar {name} endet mit einer Zeile, die ﬁnal ist … und mit zwei Punkten..",
)
TERM = """
[[term]]
id = "{id}"
name = "{name}"
forms = ["{name}"]
kind = "place"
definition = "A place that copy {id} of a text names, and no other."
references = ["work-{id}"]
"""
WORK = """\
@book{{work-{id},
  author = {{Copyist, {name}}},
  title = {{A work on {name}}},
  publisher = {{Press}},
  date = {{{year}}},
}}"""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text under another name."""

    of: str  # the slug of the text that it copies
    number: int  # which of its copies it is
    at: int  # which it is of all

    @property
    def slug(self) -> str:
        """Its own slug."""
        return f"{self.of}-{self.number}"

    @property
    def name(self) -> str:
        """A name that stands in it alone."""
        letters = "bdfgklmnprstvz"
        made, rest = "", self.at
        while rest or not made:
            rest, digit = divmod(rest, len(letters) * 5)
            made += letters[digit % len(letters)] + "aeiou"[digit // len(letters)]
        return f"{made}burg".capitalize()


def many(folder: Path, size: int) -> Path:
    """Make a project of so many texts, a multiple of those of this edition, its ledgers accepted."""
    folder.mkdir(parents=True)
    for name in ("glossary.toml", "pyproject.toml", "mkdocs.yml", "docs", "sources"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns(*GENERATED))
        else:
            shutil.copy(source, folder / name)
    bibtex = (ROOT / "references.bib").read_text("utf-8")
    entries, terms = [bibtex], [(ROOT / "glossary.toml").read_text("utf-8")]
    for copy in _copies(size):
        _write(copy, folder / "sources" / copy.slug)
        entries += [_record(copy, bibtex), WORK.format(id=copy.at, name=copy.name, year=1900 + copy.at % 120)]
        if copy.at % TERMS == 0:
            terms.append(TERM.format(id=copy.at, name=copy.name))
    (folder / "references.bib").write_text("\n\n".join(entries), "utf-8")
    (folder / "glossary.toml").write_text("".join(terms), "utf-8")
    with redirect_stdout(io.StringIO()):
        accept(argparse.Namespace(root=folder, slug=None, decided=[], yes=True, explain=None))
        pipeline.read(folder)
    return folder


def _copies(size: int) -> Iterator[Copy]:
    texts = sorted(path.name for path in (ROOT / "sources").iterdir())
    for at in range(size - len(texts)):
        yield Copy(texts[at % len(texts)], at // len(texts) + 1, at)


def _write(copy: Copy, folder: Path) -> None:
    """The files of a text, with paragraphs more at its end."""
    shutil.copytree(ROOT / "sources" / copy.of, folder)
    ending = ENDINGS[copy.at % len(ENDINGS)].format(name=copy.name)
    raw = (folder / "raw.txt").read_bytes() + f"\n\n{ending}\n".encode()
    (folder / "raw.txt").write_bytes(raw)
    about = (folder / "source.toml").read_text("utf-8")
    digest = hashlib.sha256(raw).hexdigest()
    (folder / "source.toml").write_text(re.sub(r"(?m)^sha256\s*=.*$", f'sha256 = "{digest}"', about), "utf-8")


def _record(copy: Copy, bibtex: str) -> str:
    """The record of the text that it copies, under its own key."""
    begin = bibtex.rindex("@", 0, bibtex.index(f"{{{copy.of},"))
    end = bibtex.index("\n}", begin) + 2
    return bibtex[begin:end].replace(f"{{{copy.of},", f"{{{copy.slug},", 1)


if __name__ == "__main__":
    many(Path(sys.argv[1]), int(sys.argv[2]))
