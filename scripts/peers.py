"""The same texts published by others, each in an environment of its own: what `bench.py` compares with.

An environment lies in `.cache/peers/`, is made from the registry when it is first needed, and is no part of
the lock: nothing of it is ever imported here.

    plain      MkDocs with Material, the words alone, in the environment of this project
    cited      Material with mkdocs-bibtex and mkdocs-ezglossary: words, citations, terms
    zensical   what follows Material, the words alone
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = ROOT / ".cache" / "peers"
SITE = """\
site_name: Peer
theme: {name: material, font: false}
not_in_nav: /texts/*
nav: [index.md]
"""
WORDS = f"{SITE}plugins: [search]\n"
CITED = f"""\
{SITE}plugins:
  - search
  - bibtex: {{bib_file: references.bib}}
  - ezglossary
markdown_extensions: [footnotes, def_list, attr_list]
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that publishes the same texts."""

    name: str  # as the table calls it
    packages: tuple[str, ...]  # what is installed for it; none where the environment of this project has it
    write: Callable[[Path, Path], None]  # from a built project, into a folder
    command: tuple[str, ...]  # what is run in that folder, by its Python

    def python(self) -> Path:
        """The Python of its environment, which is made where there is none yet."""
        if not self.packages:
            return Path(sys.executable)
        folder = ENVIRONMENTS / re.sub(r"\W+", "-", self.name.lower())
        python, made = folder / "bin" / "python", folder / "packages.txt"
        if not made.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*install, *self.packages], check=True)
            freeze = [str(python), "-m", "pip", "freeze", "--disable-pip-version-check"]
            made.write_bytes(subprocess.run(freeze, check=True, capture_output=True).stdout)
        return python


def _words(project: Path, folder: Path) -> None:
    """The words of each text, a passage a paragraph."""
    _begin(folder, WORDS)
    for text in _texts(project):
        rows = [f"# {text['title']}", *(passage["text"] for passage in text["passages"])]
        _write(folder, text, rows)


def _cited(project: Path, folder: Path) -> None:
    """The same with its citations, its terms and the glossary."""
    _begin(folder, CITED)
    shutil.copy(project / "site" / "data" / "references.bib", folder / "references.bib")
    glossary = json.loads((project / "site" / "data" / "glossary.json").read_text("utf-8"))
    terms = [
        f"reader:{term['id']}\n:   **{term['name']}** {_line(term['definition'])}\n"
        for term in glossary["terms"]
    ]
    (folder / "docs" / "glossary.md").write_text("# Glossary\n\n" + "\n".join(terms), "utf-8")
    for text in _texts(project):
        _write(folder, text, [f"# {text['title']}", *map(_marked, text["passages"]), "\\bibliography"])


def _marked(passage: Mapping[str, Any]) -> str:
    """The words of a passage with its terms and citations, as these plugins write them."""
    words = passage["text"]
    marks = [(one["start"], one["end"], f"<reader:{one['id']}|{{}}>") for one in passage["terms"]]
    marks += [(one["start"], one["end"], f"{{}} [@{one['key']}]") for one in passage["citations"]]
    end = len(words) + 1
    for start, stop, template in sorted(marks, reverse=True):
        if stop <= end:  # of two that overlap, the later is marked
            words = words[:start] + template.format(words[start:stop]) + words[stop:]
            end = start
    return _line(words)


def _begin(folder: Path, settings: str) -> None:
    (folder / "docs" / "texts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    (folder / "docs" / "index.md").write_text("# Peer\n", "utf-8")


def _texts(project: Path) -> Iterator[Mapping[str, Any]]:
    for file in sorted((project / "site" / "data" / "texts").glob("*.json")):
        if not file.name.endswith((".annotations.json", ".linkset.json", "schema.json", "manifest.json")):
            yield json.loads(file.read_text("utf-8"))


def _write(folder: Path, text: Mapping[str, Any], rows: Sequence[str]) -> None:
    (folder / "docs" / "texts" / f"{text['slug']}.md").write_text("\n\n".join(rows) + "\n", "utf-8")


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words)


MKDOCS = ("-m", "mkdocs", "build", "--quiet")
PEERS = (
    Peer("plain Material", (), _words, MKDOCS),
    Peer(
        "Material, bibtex, ezglossary",
        (
            "mkdocs>=1.6,<2",
            "mkdocs-material>=9.7,<10",
            "mkdocs-bibtex",
            "mkdocs-ezglossary-plugin",
            "pypandoc-binary",
        ),
        _cited,
        MKDOCS,
    ),
    Peer("Zensical", ("zensical",), _words, ("-m", "zensical", "build")),
)
