"""Learn the weights of the intake models from cases, and say how well they do on cases they have not seen.

    python scripts/train.py CASES [--check]

CASES is a folder of folders, each with `web-flat.txt`, `web-indented.txt`, `print.txt` and `expected.txt`. Of
each flat page two more are made, as a person copies a text with few lines around it.
The figures in the header of `scripts/reader/intake/weights.tsv` are those of eight-fold cross-validation by
case: each case is judged by weights that were learned without it. With `--check`, nothing is written.

Logistic regression by stochastic gradients (AdaGrad) with a penalty on large weights, in plain Python: the
order is shuffled by a fixed seed, so the same cases give the same table. The judge is that of the tests,
`tests/engine/likeness.py`.
"""

from __future__ import annotations

import argparse
import difflib
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[1] / "tests" / "engine"))

from likeness import boundaries, f1, paragraphs, shared
from reader.intake import body, pages, starts
from reader.intake.features import edges, features, lie
from reader.intake.looks import Look, looks
from reader.intake.pages import Line
from reader.intake.weighing import LINES, Row, Weights

TABLE = Path(__file__).parent / "reader" / "intake" / "weights.tsv"
KINDS = ("web-flat", "web-indented", "copied-1", "copied-2")
WORD = re.compile(r"\w+")
SEED = 20
FOLDS = 8
EPOCHS = 14
RATE = 0.25
RAREST = 3  # cases a feature must be seen in
SMALLEST = 0.03  # weights below are left out of the table

Examples = list[tuple[list[str], int, float]]  # features, the truth (0 or 1), how much it counts


@dataclass(frozen=True)
class Page:
    """One page of the web of one case: its lines, which of them are the text, and what is expected."""

    lines: list[Look]
    truth: list[int]


@dataclass(frozen=True)
class Case:
    """One case, as the models see it."""

    name: str
    expected: str
    pages: Mapping[str, Page]
    print_: tuple[list[Line], list[int]]


def main() -> int:
    """Learn, judge, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--check", action="store_true", help="say the figures, and write nothing")
    options = parser.parse_args()
    cases = [read_case(folder) for folder in sorted(options.cases.iterdir()) if folder.is_dir()]
    figures = list(cross_validated(cases))
    print("\n".join(figures))
    if not options.check:
        TABLE.write_text(table(learn(cases), figures, len(cases)), encoding="utf-8", newline="\n")
        print(TABLE)
    return 0


def read_case(folder: Path) -> Case:
    """Return one case from the disk."""
    expected = (folder / "expected.txt").read_text("utf-8")
    found: dict[str, Page] = {}
    for kind in ("web-flat", "web-indented"):
        lines = looks((folder / f"{kind}.txt").read_text("utf-8").split("\n"))
        found[kind] = Page(lines, lines_of_text([one.text for one in lines], expected))
    for kind in ("copied-1", "copied-2"):
        found[kind] = copied(found["web-flat"], random.Random(f"{SEED} {folder.name} {kind}"))
    printed = pages.paged((folder / "print.txt").read_text("utf-8").split("\n"))
    away = {one.line for one in pages.furniture(printed)}
    kept = [one for one in printed if one.line not in away]
    return Case(folder.name, expected, found, (kept, lines_of_starts([one.text for one in kept], expected)))


def copied(page: Page, chance: random.Random) -> Page:
    """Return a page as somebody copies it from a browser: the text with few lines above and below it."""
    inside = [at for at, one in enumerate(page.truth) if one]
    first, last = inside[0], inside[-1]
    above, below = (chance.choice((0, 2, 4, 8)), chance.choice((0, 2, 6, 15, 25))) if inside else (0, 0)
    start, end = max(0, first - above), min(len(page.lines), last + 1 + below)
    title = [page.lines[0].text] if above and start else []
    lines = looks("\n\n".join([*title, *(one.text for one in page.lines[start:end])]).split("\n"))
    return Page(lines, [0] * len(title) + page.truth[start:end])


def lines_of_text(lines: Sequence[str], expected: str) -> list[int]:
    """Return for each line whether it stands in the expected text."""
    own = [at for at, line in enumerate(lines) for _word in WORD.findall(line)]
    words = [word for line in lines for word in WORD.findall(line)]
    whole = {_joined(part) for part in paragraphs(expected)}
    hits = [0.0] * len(lines)
    matcher = difflib.SequenceMatcher(None, WORD.findall(expected), words, autojunk=False)
    for _start, first, size in matcher.get_matching_blocks():
        for at in range(first, first + size):
            hits[own[at]] += 1 if size >= 3 else 0.4
    sizes = Counter(own)
    return [
        int(bool(sizes[at]) and (hit >= 0.6 * sizes[at] or (hit > 0 and _joined(line) in whole)))
        for at, (hit, line) in enumerate(zip(hits, lines, strict=True))
    ]


def _joined(line: str) -> str:
    return " ".join(WORD.findall(line))


def lines_of_starts(lines: Sequence[str], expected: str) -> list[int]:
    """Return for each line after the first whether a paragraph of the expected text begins with it."""
    own = [at for at, line in enumerate(lines) for _word in WORD.findall(line)]
    words = [word for line in lines for word in WORD.findall(line)]
    wanted: list[str] = []
    begins: set[int] = set()
    for part in paragraphs(expected):
        begins.add(len(wanted))
        wanted += WORD.findall(part)
    matcher = difflib.SequenceMatcher(None, wanted, words, autojunk=False)
    place = {b + at: a + at for a, b, size in matcher.get_matching_blocks() for at in range(size)}
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for word, line in enumerate(own):
        first.setdefault(line, word)
        last[line] = word
    truth: list[int] = []
    for line in range(1, len(lines)):
        if (here := first.get(line, -1)) in place:
            truth.append(int(place[here] in begins))
        else:
            truth.append(int(place.get(last.get(line - 1, -1), -9) + 1 in begins))
    return truth


def examples(cases: Sequence[Case]) -> dict[str, Examples]:
    """Return what each model learns from."""
    found: dict[str, Examples] = {name: [] for name in (*LINES, "paragraph")}
    for case in cases:
        for page in case.pages.values():
            _of_a_page(page, found)
        lines, truth = case.print_
        print_ = starts.Print(lines) if len(lines) > 1 else None
        for at, one in enumerate(truth):
            assert print_
            found["paragraph"].append((list(print_.features(at)), one, 1.0))
    return found


def _of_a_page(page: Page, found: dict[str, Examples]) -> None:
    own = features(page.lines, lie(page.lines))
    weight = [(one.size + 2) ** 0.5 for one in page.lines]
    share = 60 / sum(weight)
    inside = [at for at, one in enumerate(page.truth) if one]
    first, last = (inside[0], inside[-1]) if inside else (-1, -2)
    above, below = edges(page.lines, -1), edges(page.lines, 1)
    for at, one in enumerate(own):
        counts = weight[at] * share
        found["text"].append((one, page.truth[at], counts))
        if inside:
            found["begins"].append(([*one, *above[at]], int(at == first), 1.0))
            found["ends"].append(([*one, *below[at]], int(at == last), 1.0))
        if first <= at <= last:
            found["amid"].append((one, page.truth[at], counts))


def learn(cases: Sequence[Case]) -> Weights:
    """Return the weights that some cases teach."""
    taught = {name: fit(one) for name, one in examples(cases).items()}
    names = sorted({feature for model in LINES for feature in taught[model]})
    lines = {name: tuple(taught[model].get(name, 0.0) for model in LINES) for name in names}
    return Weights(
        {name: row for name, row in lines.items() if any(abs(one) >= SMALLEST for one in row)},
        {name: (one,) for name, one in sorted(taught["paragraph"].items()) if abs(one) >= SMALLEST},
    )


def fit(known: Examples, penalty: float = 2.0) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    seen = Counter(feature for features_, _truth, _counts in known for feature in set(features_))
    numbers = {name: at for at, name in enumerate(sorted(name for name, n in seen.items() if n >= RAREST))}
    rows = [
        (sorted({numbers[one] for one in features_ if one in numbers}), truth, counts)
        for features_, truth, counts in known
    ]
    weights = [0.0] * len(numbers)
    squares = [1e-6] * len(numbers)
    average = [0.0] * len(numbers)
    times = [max(1, seen[name]) for name in numbers]
    shuffled = random.Random(SEED)
    for epoch in range(EPOCHS):
        shuffled.shuffle(rows)
        for present, truth, counts in rows:
            value = sum(map(weights.__getitem__, present))
            wrong = counts * (1 / (1 + math.exp(-max(-30.0, min(30.0, value)))) - truth)
            for at in present:
                slope = wrong + penalty * weights[at] / times[at]
                squares[at] += slope * slope
                weights[at] -= RATE * slope / math.sqrt(squares[at])
        if epoch >= EPOCHS // 2:
            average = [one + other for one, other in zip(average, weights, strict=True)]
    rounds = EPOCHS - EPOCHS // 2
    return {name: average[at] / rounds for name, at in numbers.items()}


def cross_validated(cases: Sequence[Case]) -> Iterator[str]:
    """Yield lines that say how well weights do on cases that they were not learned from."""
    order = list(cases)
    random.Random(SEED).shuffle(order)
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in (*KINDS, "paragraphs")}
    for fold in range(FOLDS):
        weights = learn([case for at, case in enumerate(order) if at % FOLDS != fold])
        for case in order[fold::FOLDS]:
            for kind, page in case.pages.items():
                judged = body.judge(page.lines, weights.lines)
                got = "\n\n".join(one.look.text for one in judged if one.is_text)
                scores[kind].append(shared(case.expected, got))
            lines, _truth = case.print_
            got = joined(lines, {one.line for one in starts.judge(lines, weights.starts) if one.begins})
            scores["paragraphs"].append(boundaries(paragraphs(case.expected), paragraphs(got)))
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
    for name, found in scores.items():
        precision, recall = (sum(one[at] for one in found) / len(found) for at in (0, 1))
        yield f"{name:13} precision {precision:.3f}  recall {recall:.3f}  F1 {f1(precision, recall):.3f}"


def joined(lines: Sequence[Line], begin: set[int]) -> str:
    """Return printed lines as paragraphs."""
    out = ""
    for one in lines:
        if one.line in begin:
            out += "\n\n"
        elif out.endswith(("‐", "\u00ad")):
            out = out[:-1]
        else:
            out += " "
        out += one.text
    return out


def table(weights: Weights, figures: Sequence[str], cases: int) -> str:
    """Return the table as it is written."""
    header = [
        "Weights of the intake models: what each feature of a line says (features.py and starts.py).",
        f"Learned by scripts/train.py from {cases} cases, seed {SEED}. On cases left out ({FOLDS} folds):",
        *figures,
        "\t".join(["feature", *LINES]),
    ]
    lines = [f"# {line}" for line in header]
    lines += [_row(name, row) for name, row in weights.lines.items()]
    lines += ["# feature\tparagraph"]
    return "\n".join([*lines, *(_row(name, row) for name, row in weights.starts.items()), ""])


def _row(name: str, row: Row) -> str:
    return "\t".join([name, *(f"{one:.2f}" for one in row)])


if __name__ == "__main__":
    sys.exit(main())
