"""What large bibliographies cost, printed: `PYTHONPATH=scripts python tests/engine/measure_references.py`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.project import bibliography
from reader.references import formats
from reader.references.forms import in_style
from reader.references.item import items

SIZES = (5_000, 20_000)
AUTHORS = 3_000
ABSTRACT = "Roads and bridges of the north, in words. " * 25_000  # a megabyte
KINDS = (
    "@article{{doe-{0}, author={{Doe, Jo and Roe, Ri}}, title={{Roads of {{Iran}} {0}}}, journaltitle={{J}},"
    " volume={{3}}, pages={{1--9}}, date={{2001-05}}, doi={{10.1000/a{0}}}}}\n",
    "@book{{roe-{0}, author={{Roe, Ri}}, title={{A History {0}}}, publisher={{P}}, date={{1999}}}}\n",
    "@online{{site-{0}, author={{{{Tide Office}}}}, title={{Tides {0}}}, organization={{Tide World}},"
    " url={{https://example.org/{0}}}, date={{2020-05-04}}, urldate={{2020-06-01}}}}\n",
    "@inbook{{poe-{0}, author={{Poe, Al}}, editor={{Moe, May}}, title={{Chapter {0}}}, booktitle={{The Sea}},"
    " publisher={{P}}, date={{2003}}, pages={{4--5}}}}\n",
)


def main() -> None:
    """Print all figures."""
    print("references, read and checked, in seconds of CPU")
    for form in ("bib", "json", "ris"):
        spent = [_checked(form, size) for size in SIZES]
        said = ", ".join(f"{size}: {one:.1f}" for size, one in zip(SIZES, spent, strict=True))
        print(f"  entries of .{form}: {said}; four times as many cost {spent[-1] / spent[0]:.1f} times")
    many = "author={" + " and ".join(f"Doe{at}, Jo" for at in range(AUTHORS)) + "}"
    print(f"  a list of {AUTHORS} authors: {'; '.join(_one(many))}")
    print(f"  an abstract of a megabyte: {'; '.join(_one(f'author={{Doe, Jo}}, abstract={{{ABSTRACT}}}'))}")


def _checked(form: str, size: int) -> float:
    """How long it takes to read and check a file of so many entries."""
    text = "".join(KINDS[at % len(KINDS)].format(at) for at in range(size))
    if form != "bib":
        made = items(bibliography.parse({"references.bib": text})[0]).values()
        text = formats.csl_json(made) if form == "json" else "".join(map(formats.ris, made))
    found: list[int] = []

    def check() -> None:
        references, problems = bibliography.parse({f"references.{form}": text})
        assert problems == []
        found.append(len(references))

    spent = _timed(check)
    assert found == [size]
    return spent


def _one(fields: str) -> Iterator[str]:
    text = f"@book{{large-2020, title={{Large}}, publisher={{Press}}, date={{2020}}, {fields}}}\n"
    references = bibliography.parse({"references.bib": text})[0]
    yield f"read {_timed(lambda: bibliography.parse({'references.bib': text})):.2f}"
    with TemporaryDirectory() as folder:
        yield f"in a style {_timed(lambda: in_style(references, 'apa', Path(folder))):.2f}"
    yield f"as RIS {_timed(lambda: [*map(formats.ris, items(references).values())]):.2f}"


def _timed(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


if __name__ == "__main__":
    main()
