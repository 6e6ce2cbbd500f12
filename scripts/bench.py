"""What a site costs, by the number of texts: printed, never asserted, since machines differ and are noisy.

`python scripts/bench.py [SIZE…]` makes copies of the five texts, the same ones each time, and publishes them
with this project from nothing, again with nothing changed, and after a change of one note; and, in the same
run, the words alone with plain MkDocs and Material. Read the ratios before the seconds, and processor time
before the clock: a slow moment of the machine is in both.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from reader import pipeline
from reader.commands.accepting import accept
from reader.model.generated import FILES, FOLDERS

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "scripts" / "build.py"
SIZES = (5, 100)
GENERATED = (*FOLDERS, *(Path(file).name for file in FILES))  # what a build makes itself, of docs/
KINDS = {  # the largest page of each is told
    "a text": "texts/*/index.html",
    "a term": "terms/*/**/index.html",
    "the terms": "terms/index.html",
    "the bibliography": "bibliography/index.html",
    "the front page": "index.html",
}
PLAIN = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
not_in_nav: /texts/*
nav: [index.md]
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command cost."""

    seconds: float  # by the clock
    processor: float  # seconds of it, the system's for it too
    memory: int  # at most, in millions of bytes

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} s  {self.processor:7.1f} s CPU  {self.memory:5} MB"


def main() -> None:
    """Print what sites of some sizes cost."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    before: dict[str, tuple[int, Cost]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = many(Path(folder) / "many", size)
            shutil.rmtree(project / ".cache", ignore_errors=True)
            costs = {"site, from nothing": site(project), "site, nothing changed": site(project)}
            check = [sys.executable, str(BUILD), "check"]
            costs["check, for the first time"] = run(check, project)
            costs["check, nothing changed"] = run(check, project)
            with next((project / "sources").glob("*/notes.md")).open("a", encoding="utf-8") as notes:
                notes.write("\nOne more sentence.\n")
            costs["site, one note changed"] = site(project)
            costs["plain Material, words alone"] = plain(project, Path(folder) / "plain")
            print(f"{size} texts")
            for name, cost in costs.items():
                print(f"  {name:<30} {cost}{_growth(size, cost, before.get(name))}")
            ratio = costs["site, from nothing"].processor / costs["plain Material, words alone"].processor
            print(f"  from nothing / plain Material: {ratio:.1f} times the CPU")
            print(
                "  largest pages: " + ", ".join(f"{name} {size} kB" for name, size in pages(project).items())
            )
            before = {name: (size, cost) for name, cost in costs.items()}


def _growth(size: int, cost: Cost, before: tuple[int, Cost] | None) -> str:
    """How much more it costs than the size before, as the power that its growth has."""
    if before is None:
        return ""
    power = math.log(cost.processor / before[1].processor) / math.log(size / before[0])
    return f"  grows with the power {power:.2f}"


def site(project: Path) -> Cost:
    """Publish a project."""
    return run([sys.executable, str(BUILD), "site"], project)


def plain(project: Path, folder: Path) -> Cost:
    """Publish the words of the same texts with nothing but MkDocs and Material."""
    (folder / "docs" / "texts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (folder / "docs" / "index.md").write_text("# Plain\n", "utf-8")
    for file in (project / "site" / "data" / "texts").glob("*.txt"):
        words = "\n\n".join(file.read_text("utf-8").splitlines())
        (folder / "docs" / "texts" / f"{file.stem}.md").write_text(f"# {file.stem}\n\n{words}\n", "utf-8")
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def pages(project: Path) -> dict[str, int]:
    """Return the size of the largest page of each kind, in thousands of bytes."""
    found = {name: (project / "site").glob(pattern) for name, pattern in KINDS.items()}
    return {name: max(file.stat().st_size for file in files) // 1000 for name, files in found.items()}


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and return what it cost; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[-1]} failed in {folder}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(
        time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * unit // 1_000_000
    )


def many(folder: Path, size: int) -> Path:
    """Make a project with copies of the texts under other names, its ledgers accepted."""
    folder.mkdir(parents=True)
    for name in ("glossary.toml", "pyproject.toml", "mkdocs.yml", "docs", "sources"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns(*GENERATED))
        else:
            shutil.copy(source, folder / name)
    bibtex = (ROOT / "references.bib").read_text("utf-8")
    entries = [bibtex]
    for source in sorted((ROOT / "sources").iterdir()):
        for copy in range(1, size // 5):
            slug = f"{source.name}-{copy}"
            shutil.copytree(source, folder / "sources" / slug)
            begin = bibtex.rindex("@", 0, bibtex.index(f"{{{source.name},"))
            end = bibtex.index("\n}", begin) + 2
            entries.append(bibtex[begin:end].replace(f"{{{source.name},", f"{{{slug},", 1))
    (folder / "references.bib").write_text("\n\n".join(entries), "utf-8")
    with redirect_stdout(io.StringIO()):
        accept(argparse.Namespace(root=folder, slug=None, decided=[], yes=True, explain=None))
        pipeline.read(folder)
    return folder


if __name__ == "__main__":
    main()
