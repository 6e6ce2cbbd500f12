"""What a build and a site cost: printed, never asserted, since machines differ and are noisy.

Each figure is the median of several runs, alternating, so that a slow moment of the machine meets all of
them; read the ratios before the seconds. The first run of a new bibliography also waits for pandoc, whose
answer is kept; here it is warm.
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from reader import pipeline
from reader.commands.accepting import accept
from reader.render.docs import generated

ROOT = Path(__file__).parent.parent
RUNS = 5
COPIES = 20


def main() -> None:
    """Print what `build` and `site` cost, and how that grows with the number of texts."""
    pipeline.read(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        many = _many(Path(folder))
        print(f"median of {RUNS} alternating runs; start-up of Python and imports not counted")
        timed = _alternating(
            {
                "build of the five texts": lambda: _build(ROOT),
                f"build of {5 * COPIES} texts": lambda: _build(many),
            }
        )
        five, hundred = timed.values()
        for name, (cpu, wall) in timed.items():
            print(f"  {name:<28} {cpu:6.2f} s CPU  {wall:6.2f} s")
        print(f"  {COPIES} times the texts cost {hundred[0] / five[0]:.1f} times the CPU")
    timed = _alternating({"site": lambda: _site(ROOT), "MkDocs alone": lambda: _mkdocs(ROOT)}, runs=3)
    print("whole commands in processes of their own, start-up counted")
    for name, (_cpu, wall) in timed.items():
        print(f"  {name:<28} {wall:6.2f} s")
    print(f"  site / MkDocs alone: {timed['site'][1] / timed['MkDocs alone'][1]:.2f}")


def _build(root: Path) -> None:
    generated(pipeline.read(root))


def _site(root: Path) -> None:
    command = [sys.executable, "scripts/build.py", "site"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _mkdocs(root: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder]
        subprocess.run(command, cwd=root, check=True, capture_output=True)


def _alternating(jobs: dict[str, Callable[[], None]], runs: int = RUNS) -> dict[str, tuple[float, float]]:
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    for _run in range(runs):
        for name, job in jobs.items():
            cpu, wall = time.process_time(), time.perf_counter()
            job()
            taken[name].append((time.process_time() - cpu, time.perf_counter() - wall))
    return {
        name: (statistics.median(cpu for cpu, _ in rows), statistics.median(wall for _, wall in rows))
        for name, rows in taken.items()
    }


def _many(folder: Path) -> Path:
    """A project with many copies of the texts under other names, its ledgers accepted."""
    for name in ("glossary.toml", "pyproject.toml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    bibtex = (ROOT / "references.bib").read_text("utf-8")
    entries = [bibtex]
    for source in sorted((ROOT / "sources").iterdir()):
        for copy in range(COPIES):
            slug = f"{source.name}-{copy}" if copy else source.name
            shutil.copytree(source, folder / "sources" / slug)
            if copy:
                begin = bibtex.index(f"{{{source.name},")
                begin = bibtex.rindex("@", 0, begin)
                end = bibtex.index("\n}", begin) + 2
                entries.append(bibtex[begin:end].replace(f"{{{source.name},", f"{{{slug},", 1))
    (folder / "references.bib").write_text("\n\n".join(entries), "utf-8")
    with redirect_stdout(io.StringIO()):
        accept(argparse.Namespace(root=folder, slug=None, decided=[], yes=True, explain=None))
        pipeline.read(folder)
    return folder


if __name__ == "__main__":
    main()
