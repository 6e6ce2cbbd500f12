"""What a site costs, by the number of texts: printed, never asserted, since machines differ and are noisy.

`python scripts/bench.py [SIZE…]` makes corpora (`corpora.py`) and publishes each with this project: from
nothing, with nothing changed, after a change of one note and of the definition of a term; and, in the same
run, with others (`peers.py`). Read the ratios before the seconds, and processor time before the clock: a slow
moment of the machine is in both. `--runs N` measures N times and prints medians; `--record FILE` keeps the
figures as JSON, from which `scale.py` calculates.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from peers import PEERS, Peer

BUILD, CORPORA = (str(Path(__file__).parent / name) for name in ("build.py", "corpora.py"))
QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # which Material would print each time
SIZES = (5, 100)
NOTHING = "site, from nothing"
TOLD = 5  # the largest pages that are named


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command cost."""

    seconds: float  # by the clock
    processor: float  # seconds of it, of all processes, the system's for it too
    memory: int  # of the largest process, at most, in millions of bytes

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} s  {self.processor:7.1f} s CPU  {self.memory:5} MB"


@dataclass(frozen=True, slots=True)
class Bytes:
    """What lies in a folder."""

    files: int  # how many
    bytes: int  # of all of them


@dataclass(frozen=True, slots=True)
class Measured:
    """What a corpus of one size costs."""

    costs: Mapping[str, Cost]  # medians, by what was done
    sizes: Mapping[str, Bytes]  # of the folders of what was made
    largest: Mapping[str, int]  # bytes of the largest pages, by their addresses
    peers: Mapping[str, Bytes]  # what others made


def main() -> None:
    """Print what sites of some sizes cost."""
    options = _options()
    record: dict[str, object] = {"machine": _machine(), "runs": options.runs, "sizes": {}}
    before: tuple[int, Measured] | None = None
    for size in options.sizes or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found = _measured(Path(folder), size, options)
        print("\n".join(_told(size, found, before)), flush=True)
        before = size, found
        record["sizes"] |= {str(size): asdict(found)}  # type: ignore[operator]
        if options.record:
            options.record.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "sizes", nargs="*", type=int, metavar="SIZE", help="numbers of texts (default: 5 and 100)"
    )
    parser.add_argument("--runs", type=int, default=1, help="measure so often, and print medians")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep the figures as JSON")
    parser.add_argument(
        "--peers-to", type=int, default=1_000, metavar="SIZE", help="no peers beyond this size"
    )
    parser.add_argument(
        "--with", dest="more", action="append", default=[], metavar="OPTION", help="for `site`"
    )
    return parser.parse_args()


def _measured(folder: Path, size: int, options: argparse.Namespace) -> Measured:
    """What a corpus costs: each thing is done as often as is asked, and the median counts."""
    project = folder / "many"
    run(
        [sys.executable, CORPORA, str(project), str(size)], folder
    )  # by itself: its memory would count for all
    every: dict[str, list[Cost]] = {}
    for run_ in range(options.runs):
        for name, cost in _ours(project, run_, options.more):
            every.setdefault(name, []).append(cost)
    made: dict[str, Bytes] = {}
    for peer in PEERS if size <= options.peers_to else ():
        for _run in range(options.runs):
            shutil.rmtree(folder / "peer", ignore_errors=True)
            every.setdefault(peer.name, []).append(published(peer, project, folder / "peer"))
        made[peer.name] = weighed(folder / "peer" / "site")
    costs = {name: median(found) for name, found in every.items()}
    sizes = {name: weighed(project / name) for name in ("sources", "docs", "site", ".cache")}
    return Measured(costs, sizes, largest(project / "site"), made)


def _ours(project: Path, time_: int, more: Sequence[str]) -> Iterator[tuple[str, Cost]]:
    for name in (".cache", ".build", "site"):
        shutil.rmtree(project / name, ignore_errors=True)
    site = [sys.executable, BUILD, "site", *more]
    check = [sys.executable, BUILD, "check"]
    yield NOTHING, run(site, project)
    yield "site, nothing changed", run(site, project)
    yield "check, for the first time", run(check, project)
    yield "check, nothing changed", run(check, project)
    with next((project / "sources").glob("*/notes.md")).open("a", encoding="utf-8") as notes:
        notes.write(f"\nOne more sentence, number {time_}.\n")
    yield "site, one note changed", run(site, project)
    glossary = project / "glossary.toml"
    before, definition, after = glossary.read_text("utf-8").partition('\ndefinition = "')
    glossary.write_text(f"{before}{definition}Told anew, number {time_}. {after}", "utf-8")
    yield "site, one definition changed", run(site, project)


def published(peer: Peer, project: Path, folder: Path) -> Cost:
    """Publish the texts of a project that was built with a peer, in an empty folder."""
    peer.write(project, folder)
    return run([str(peer.python()), *peer.command], folder)


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and return what it cost; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ | QUIET)
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command[1:])} failed in {folder}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(
        time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * unit // 1_000_000
    )


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of what was measured, each by itself."""
    of: Callable[[str], float] = lambda name: statistics.median(getattr(one, name) for one in costs)  # noqa: E731
    return Cost(of("seconds"), of("processor"), int(of("memory")))


def weighed(folder: Path) -> Bytes:
    """Return how much lies in a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return Bytes(len(sizes), sum(sizes))


def largest(site: Path) -> dict[str, int]:
    """Return the largest page of each part of a site, the largest first."""
    found: dict[str, tuple[int, str]] = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        here = file.stat().st_size, path.removesuffix("index.html")
        part = "/".join(path.split("/")[:-1][:1]) or path
        found[part] = max(found.get(part, here), here)
    return {path: size for size, path in sorted(found.values(), reverse=True)}


def power(size: int, cost: float, size_before: int, cost_before: float) -> float:
    """Return the power of the size with which a cost grows: 1 where it doubles when the size does."""
    return math.log(cost / cost_before) / math.log(size / size_before)


def _told(size: int, found: Measured, before: tuple[int, Measured] | None) -> Iterator[str]:
    """A table of what was measured."""
    ours = found.costs[NOTHING].processor
    yield f"{size} texts"
    for name, cost in found.costs.items():
        row = f"  {name:<30} {cost}"
        if name in found.peers:
            row += (
                f"  {ours / cost.processor:5.1f} times its CPU here, {found.peers[name].bytes / 1e6:.1f} MB"
            )
        if before and name in before[1].costs:
            slope = power(size, cost.processor, before[0], before[1].costs[name].processor)
            row += f"  grows with the power {slope:.2f}"
        yield row
    for name, one in found.sizes.items():
        yield f"  {name:<30} {one.bytes / 1e6:7.1f} MB in {one.files} files"
    pages = [f"/{path} {one // 1000} kB" for path, one in [*found.largest.items()][:TOLD]]
    yield f"  largest pages: {', '.join(pages)}"


def _machine() -> dict[str, object]:
    """What the figures hold for."""
    return {
        "day": time.strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


if __name__ == "__main__":
    main()
