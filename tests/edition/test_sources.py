"""A statement has a source: which kinds bear how many is counted here and printed on docs/about/sources.md.

A statement is a definition, what a term says has happened since, or a note. It is counted once, under the
strongest kind among its sources.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.model import Library, Reference
from reader.pipeline import read

ROOT = Path(__file__).parents[2]
SLUGS = ("boltuc-2021", "jces-2020", "kaleji-2023", "lengruber-2020", "trt-world-2022")
KINDS = ("documents", "scholarship", "the five texts", "news", "reference works")  # the strongest first
FORMS = ("definitions", "what has happened since", "notes")
SCHOLARLY = frozenset("article book incollection report thesis".split())
HOST = re.compile(r"https?://(?:www\.)?([^/:]+)")
FIGURES = re.compile(r"<!-- figures -->\n\n(.*?)\n*<!-- end figures -->", re.DOTALL)


@lru_cache(maxsize=1)
def library() -> Library:
    """The project as it is."""
    return read(ROOT)


@lru_cache(maxsize=1)
def decided() -> dict[str, Any]:
    """What source-kinds.toml says: hosts by kind, and the notes that rest on the text alone."""
    return tomllib.loads((Path(__file__).parent / "source-kinds.toml").read_text("utf-8"))


def host(reference: Reference) -> str:
    """The host of the address of a record, without `www.`."""
    found = HOST.match(reference.get("url"))
    return found[1] if found else ""


def kind(reference: Reference) -> str:
    """The kind of source that a record is."""
    at = host(reference)
    if reference.key in SLUGS:
        return "the five texts"
    for name in ("documents", "scholarship", "reference-works"):
        if at in decided()[name]:
            return name.replace("-", " ")
    if reference.type == "misc":
        return "documents"
    return "scholarship" if reference.type in SCHOLARLY else "news"


def statements() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every statement: its form, where it stands, the keys of its sources."""
    for term in library().terms:
        yield "definitions", term.id, tuple(term.references)
        for since in term.since:
            yield "what has happened since", term.id, tuple(since.references)
    for page in library().pages:
        for numbered in page.notes:
            note = numbered.note
            if note.kind != "sic" and (page.slug, note.lemma) not in of_the_text():
                yield "notes", f"{page.slug} “{note.lemma}”", tuple(note.body.keys())


@lru_cache(maxsize=1)
def of_the_text() -> frozenset[tuple[str, str]]:
    """The notes that rest on the text alone, by text and lemma."""
    return frozenset((row["text"], row["lemma"]) for row in decided()["of-the-text"])


def strongest(keys: Iterable[str]) -> str:
    """The strongest kind among some sources."""
    return min((kind(library().references[key]) for key in keys), key=KINDS.index)


def table() -> str:
    """The figures as the page prints them."""
    count: Counter[tuple[str, str]] = Counter()
    for form, _where, keys in statements():
        if keys:
            count[strongest(keys), form] += 1
    rows = [f"| strongest source | {' | '.join(FORMS)} | all |", "|---|---:|---:|---:|---:|"]
    for name in KINDS:
        numbers = [count[name, form] for form in FORMS]
        rows.append(f"| {name} | {' | '.join(map(str, numbers))} | {sum(numbers)} |")
    totals = [sum(count[name, form] for name in KINDS) for form in FORMS]
    rows.append(f"| all | {' | '.join(map(str, totals))} | {sum(totals)} |")
    best = sum(count[name, form] for name in KINDS[:2] for form in FORMS)
    about = sum(count[KINDS[2], form] for form in FORMS)
    every = sum(count.values())
    rows += [
        "",
        f"A document or a work of scholarship bears {best} of the {every} statements ({best / every:.0%}). "
        f"With those that say what the five texts hold and rest on them, it is {best + about} "
        f"({(best + about) / every:.0%}).",
    ]
    words = [one.get("keywords").split(", ") for one in library().references.values()]
    in_use = [one for one in words if "superseded" not in one]
    described = sum("descriptive-title" in one for one in in_use)
    rows += [
        "",
        f"The bibliography has {len(words)} records. On {len(in_use)} of them something rests; "
        f"{described} of these bear a description instead of a title.",
    ]
    return "\n".join(rows)


def test_every_statement_has_a_source() -> None:
    """Only what the text itself shows needs no other source, and that is listed with a reason."""
    assert [where for _form, where, keys in statements() if not keys] == []


def test_no_exception_is_left_over() -> None:
    """A note that is listed stands in its text and names no source."""
    sourceless = {
        (page.slug, one.note.lemma)
        for page in library().pages
        for one in page.notes
        if not tuple(one.note.body.keys())
    }
    assert sorted(of_the_text() - sourceless) == []


def test_the_figures_on_the_page() -> None:
    """The page prints what is counted; if this fails, put the left side between its marks."""
    page = (ROOT / "docs/about/sources.md").read_text("utf-8")
    printed = FIGURES.search(page)
    assert table() == (printed[1] if printed else "")


def test_every_host_is_in_use() -> None:
    """A host that no record has says nothing, and one in two lists says two things."""
    hosts = [one for name in ("documents", "scholarship", "reference-works") for one in decided()[name]]
    assert len(set(hosts)) == len(hosts)
    assert sorted(set(hosts) - {host(one) for one in library().references.values()}) == []
