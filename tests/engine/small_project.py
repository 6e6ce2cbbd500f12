"""A small sound project on the disk, to be broken by a test, and the command line run on it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from build import main

WHOLE = re.compile(r"[\w./-]+:[1-9]\d*: [A-Z]\d\d .+ — .+")  # path:line: CODE message — hint

# `source.toml` of a text of which nothing is said
ABOUT = """\
language = "en"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"
"""
ALPHA = """\
Alpha: a small text

Photograph of the author

The Alpha League met in 1999, as Brown writes, and the League met again.

Menu
Search

BACKGROUND: Nothing was known of the league before. It has no background.

The end came in 2001; nobody knows why.
"""
ALPHA_ABOUT = """\
language = "en"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights] # of the text
statement = "Made for a test."
publication = "full"

[[heading]]
line = 10
text = "BACKGROUND:"

[[cut]] # title
lines = "1-3"
begins = "Alpha: a small text"
kind = "metadata"
reason = "title and picture"

[[cut]] # menu
lines = "7-8"
begins = "Menu"
kind = "furniture"
reason = "navigation"
"""
ALPHA_CORRECTIONS = """\
[[correction]]
line = 12
find = "nobody knows why"
replace = "nobody knows how"
reason = "a slip"

[[sic]]
line = 10
find = "of the league"
reason = "lower case in the source"
"""
ALPHA_CITATIONS = """\
[[citation]]
passage = "p1"
quote = "as Brown writes"
key = "brown-2000"
"""
ALPHA_NOTES = """\
## p3 “in 2001”
kind: since

Nothing has happened since [@brown-2000].
"""
BETA = """\
The Alpha League was con-
tinued by the Beta-
Gamma group, which met
every year.

The group is gone.
"""
BETA_ABOUT = """\
language = "en"
layout = "hard-wrapped"
sha256 = "{sha256}"

[rights] # of the text
statement = "Made for a test."
publication = "full"

[[hyphen]] # continued
line = 1
keep = false
reason = "the word is “continued”"

[[hyphen]] # names
line = 2
keep = true
reason = "two names"
"""
GLOSSARY = """\
[[term]]
id = "league"
name = "Alpha League"
forms = ["Alpha League", "League"]
kind = "organisation"
definition = "A league."
references = ["brown-2000"]
see = ["group"]

[[term]]
id = "group"
name = "Beta-Gamma group"
forms = ["Beta-Gamma group", "group"]
kind = "organisation"
definition = "A group."
references = ["brown-2000"]

[[term.unlinked]]
text = "beta-2021"
passage = "p2"
form = "group"
reason = "any group"
"""
REFERENCES = """\
@misc{alpha-2020,
  author = {Alpha, Ann},
  title = {Alpha: a small text},
  date = {2020},
}

@misc{beta-2021,
  title = {Beta: another text},
  date = {2021},
}

@book{brown-2000,
  author = {Brown, Bo},
  title = {The Leagues},
  publisher = {Press},
  date = {2000},
}
"""


def table(name: str, mark: str, /, **fields: object) -> str:
    """A table of an array in TOML, with a mark by which its first line can be found."""
    rows = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()]
    return f"\n[[{name}]] # {mark}\n" + "".join(rows)


def moved(source: str, to: str, reason: str = "A better name.") -> str:
    """An entry of `moved.toml`."""
    return table("moved", source, **{"from": source, "to": to, "reason": reason})


def gone(address: str, was: str = "A thing", reason: str = "Nobody wants it.") -> str:
    """An entry of `moved.toml`."""
    return table("gone", address, address=address, was=was, reason=reason)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The problems, without the line that counts them and the one that says how to read more."""
        return self.err.splitlines()[:-2]

    @property
    def places(self) -> list[str]:
        """The beginnings `path:line: CODE` of the problems, in their order."""
        return [" ".join(line.split(" ")[:2]) for line in self.problems]

    def problem(self, place: str, words: str = "") -> str:
        """The one problem that begins so and has some words."""
        (found,) = [line for line in self.problems if line.startswith(place + " ") and words in line]
        return found


@dataclass(frozen=True, slots=True)
class SmallProject:
    """A project in a folder of its own."""

    root: Path

    def copied(self, folder: Path) -> SmallProject:
        """A copy of it in a folder that is not there yet."""
        shutil.copytree(self.root, folder)
        return SmallProject(folder)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words that stand once in a file; a test that breaks nothing must not pass."""
        text = (self.root / path).read_bytes().decode()
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def append(self, path: str, more: str) -> None:
        """Add to the end of a file, and make it if it is not there."""
        file = self.root / path
        self.write(path, (file.read_bytes().decode() if file.exists() else "") + more)

    def line(self, path: str, words: str) -> int:
        """The line of a file on which some words stand that stand there once."""
        (found,) = [number for number, row in enumerate(self.rows(path), 1) if words in row]
        return found

    def rows(self, path: str) -> list[str]:
        """The lines of a file."""
        return (self.root / path).read_bytes().decode().split("\n")

    def text(self, slug: str, raw: str | bytes, about: str, title: str = "") -> None:
        """Write the folder of one text, with the right sha256; with a title, its record as well."""
        data = raw.encode() if isinstance(raw, str) else raw
        self.write(f"sources/{slug}/raw.txt", data)
        digest = hashlib.sha256(data).hexdigest()
        self.write(f"sources/{slug}/source.toml", about.replace("{sha256}", digest))
        if title:
            self.append(
                "references.bib", f"\n@misc{{{slug},\n  title = {{{title}}},\n  date = {{2020}},\n}}\n"
            )

    def run(self, *arguments: str) -> Run:
        """Run the command line on the project; wrong usage ends it with an exit, as in a shell."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = main([*arguments, "--root", str(self.root)])
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 1
        return Run(code, out.getvalue(), err.getvalue())

    def good(self, *arguments: str) -> Run:
        """Run a command that must succeed."""
        run = self.run(*arguments)
        assert run.code == 0, run.err
        return run

    def renamed_term(self, old: str, new: str) -> None:
        """Give the term `group` or another that `see` names a new id, and say where its page has gone."""
        self.edit("glossary.toml", f'id = "{old}"', f'id = "{new}"')
        self.edit("glossary.toml", f'see = ["{old}"]', f'see = ["{new}"]')
        self.append("moved.toml", moved(f"/terms/{old}/", f"/terms/{new}/"))

    def accepted(self) -> SmallProject:
        """Accept all ledgers and build."""
        self.good("accept", "--yes")
        self.good("build")
        return self

    def refused(self, *arguments: str) -> Run:
        """Run a command (`build`) that must find problems, and must leave all else as it was."""
        before = self.files()
        run = self.run(*(arguments or ("build",)))
        assert run.code == 1, run.out
        assert run.out == ""
        assert [line for line in run.problems if not WHOLE.fullmatch(line)] == []
        number = len(run.problems)
        assert run.err.splitlines()[-2] == f"{number} problem{'s' * (number != 1)}; nothing was written"
        assert self.files() == before
        return run

    def files(self, *folders: str) -> dict[str, bytes]:
        """Every file of the project, or of some folders of it, with its bytes."""
        found = [path for folder in folders or (".",) for path in sorted((self.root / folder).rglob("*"))]
        names = {path.relative_to(self.root).as_posix(): path for path in found if path.is_file()}
        return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".cache/")}


def copy_of_sound(folder: Path) -> SmallProject:
    """Return a project of two texts without a fault, with a `site/` that some earlier run has made."""
    shutil.copytree(_sound().name, folder)
    return SmallProject(folder)


@cache
def _sound() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    project = SmallProject(Path(folder.name))
    project.write("references.bib", REFERENCES)
    project.write("glossary.toml", GLOSSARY)
    project.text("alpha-2020", ALPHA, ALPHA_ABOUT)
    project.write("sources/alpha-2020/corrections.toml", ALPHA_CORRECTIONS)
    project.write("sources/alpha-2020/citations.toml", ALPHA_CITATIONS)
    project.write("sources/alpha-2020/notes.md", ALPHA_NOTES)
    project.text("beta-2021", BETA, BETA_ABOUT)
    project.write("site/index.html", "<p>the site as an earlier run left it</p>\n")
    project.accepted()
    return folder
