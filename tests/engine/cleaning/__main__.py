"""Print how well texts are cleaned, and what it costs: `python -m cleaning [FOLDER]`.

FOLDER holds a folder a case, with `web-flat.txt`, `web-indented.txt`, `print.txt` and `expected.txt`. The
weights have been learned from such cases, so the figures that count are those on cases left out: they stand
in the header of the table of weights, and are printed first. Printed, never asserted.
"""

from __future__ import annotations

import argparse
import difflib
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from likeness import boundaries, f1, paragraphs, shared
from reader.intake.sheet import plain
from reader.project.weights import weights_table
from reader.taking_in.take import Taken, taken

KINDS = ("web-flat", "web-indented", "print")
SENTENCE = "The harbour was built in stages, as the books say, and nobody has seen the first of them. "
PARAGRAPH = SENTENCE * 5
FURNITURE = "Home\n\nNews\n\nShare this\n\nSubscribe to our newsletter\n\nRelated articles\n\n"
WORDS = 1500
BUILD = Path(__file__).parents[3] / "scripts" / "build.py"
EDITED = 3  # cases of which the edited lines are counted


def main() -> None:
    """Print the figures on cases left out, on the cases that are given, and the costs."""
    parser = argparse.ArgumentParser(prog="cleaning", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    options = parser.parse_args()
    print("cleaning, on cases left out when the weights were learned")
    for line in weights_table().splitlines():
        if line.startswith("# ") and "F1" in line:
            print(f"  {line[2:]}")
    cases = sorted(path for path in options.folder.iterdir() if path.is_dir()) if options.folder else []
    if cases:
        _on(cases)
        _edited(cases)
    else:
        print("no folder of cases is given (make bench CASES=FOLDER)")
    _costs()


def take(file: Path) -> Taken:
    """Return a text as it is taken in."""
    data = file.read_bytes()
    return taken(data, plain(data.decode("utf-8")))


def _on(cases: list[Path]) -> None:
    print(f"cleaning, on {len(cases)} cases")
    for kind in KINDS:
        made = [
            (take(case / f"{kind}.txt").text, (case / "expected.txt").read_text("utf-8")) for case in cases
        ]
        scores = [shared(expected, text) for text, expected in made]
        precision, recall = (mean(one[at] for one in scores) for at in (0, 1))
        line = f"  {kind:13} precision {precision:.3f}  recall {recall:.3f}  F1 {f1(precision, recall):.3f}"
        if kind == "print":
            cuts = [boundaries(paragraphs(expected), paragraphs(text)) for text, expected in made]
            line += f"  paragraphs {f1(*(mean(one[at] for one in cuts) for at in (0, 1))):.3f}"
        print(line)


def _edited(cases: list[Path]) -> None:
    """Lines of source.toml that an editor would have to change: lines kept or cut wrongly, in stretches."""
    print("lines of source.toml that an editor would edit")
    for case in cases[:: max(1, len(cases) // EDITED)][:EDITED]:
        row = [f"{kind} {_edits(case, kind)}" for kind in ("web-flat", "print")]
        print(f"  {case.name}  {'  '.join(row)}")


def _edits(case: Path, kind: str) -> int:
    """How many stretches of paragraphs differ from what is expected."""
    wanted = [" ".join(part.split()) for part in paragraphs((case / "expected.txt").read_text("utf-8"))]
    found = [" ".join(part.split()) for part in paragraphs(take(case / f"{kind}.txt").text)]
    signs = str.maketrans("“”‘’–", "\"\"''-")
    matcher = difflib.SequenceMatcher(
        None,
        [one.translate(signs) for one in wanted],
        [one.translate(signs) for one in found],
        autojunk=False,
    )
    return sum(code[0] != "equal" for code in matcher.get_opcodes())


def _costs() -> None:
    """A thousand texts of 1,500 words, and how time grows with the length of one."""
    one = FURNITURE + f"{PARAGRAPH}\n\n" * (WORDS // len(PARAGRAPH.split())) + FURNITURE
    for count in (100, 1000):
        _folder(count, one)
    plain_text = f"{PARAGRAPH}\n\n"
    _timed("a text of 1,500 words, 100 times", one, 100)
    for size in (500_000, 5_000_000):
        _timed(
            f"a text of {size / 1e6:.1f} MB, a paragraph a line", plain_text * (size // len(plain_text)), 1
        )
    wrapped = "\n".join(_wrapped())
    for size in (500_000, 5_000_000):
        _timed(f"a text of {size / 1e6:.1f} MB, wrapped", f"{wrapped}\n" * (size // len(wrapped)), 1)


def _folder(count: int, text: str) -> None:
    """A folder of texts in a project, by the command: memory must not grow with their number."""
    with TemporaryDirectory() as folder:
        project, files = Path(folder, "project"), Path(folder, "files")
        files.mkdir()
        (project / "sources").mkdir(parents=True)
        for at in range(count):
            (files / f"text-{at}.txt").write_text(text, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, str(BUILD), "new", "--batch", str(files), "--root", str(project)]
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  new --batch of {count} texts: {spent:.1f} s of CPU, {after.ru_maxrss / 1024:.0f} MB at most")


def _wrapped() -> Iterator[str]:
    words, line = (PARAGRAPH * 2).split(), ""
    for word in words:
        if len(line) + len(word) > 70:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _timed(what: str, text: str, times: int) -> None:
    data = text.encode()
    taken(data[:2000], plain(text[:2000]))
    start = time.process_time()
    for _time in range(times):
        taken(data, plain(text))
    print(f"  {what}: {time.process_time() - start:.2f} s of CPU")


if __name__ == "__main__":
    main()
