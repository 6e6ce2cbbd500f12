"""Every name that the texts write with a capital is a term, or stands in uncovered-names.toml with a reason.

The forms of the terms are looked for here with a plain search in the passages, headings included, and not
with the code that marks them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

from reader.model import Library
from reader.pipeline import read

ROOT = Path(__file__).parents[2]
SLUGS = ("boltuc-2021", "jces-2020", "kaleji-2023", "lengruber-2020", "trt-world-2022")
WORD = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
LETTER = r"[^\W_]"
OPENS = re.compile(r"(?:^|[.?!:;]|[.?!]['”’)]+)\s*[“‘\"'(\[]*$")  # before a sentence


@lru_cache(maxsize=1)
def forms() -> re.Pattern[str]:
    """A search for every form of every term, the longest first."""
    terms = tomllib.loads((ROOT / "glossary.toml").read_text("utf-8"))["term"]
    longest_first = sorted((form for term in terms for form in term["forms"]), key=len, reverse=True)
    return re.compile(rf"(?<!{LETTER})(?:{'|'.join(map(re.escape, longest_first))})(?!{LETTER})")


@lru_cache(maxsize=1)
def exceptions() -> dict[str, str]:
    """The names that have no term, with the reason for each."""
    rows = tomllib.loads((Path(__file__).parent / "uncovered-names.toml").read_text("utf-8"))["name"]
    assert len({row["name"] for row in rows}) == len(rows), "a name stands in the list twice"
    return {row["name"]: row["reason"] for row in rows}


@lru_cache(maxsize=1)
def library() -> Library:
    """The project as it is."""
    return read(ROOT)


def blocks(slug: str) -> list[str]:
    """The passages of a text; works that it cites are left blank, since the bibliography explains them."""
    page = next(one for one in library().pages if one.slug == slug)
    texts = []
    for passage in page.passages:
        text = passage.text
        for mark in passage.marked("citation"):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
        if passage.kind != "reference":
            texts.append(text)
    return texts


@lru_cache(maxsize=1)
def uncovered() -> Counter[str]:
    """The capitalised words that no form covers, without ordinary words that only open a sentence."""
    texts = [text for slug in SLUGS for text in blocks(slug)]
    small = {word for text in texts for word in WORD.findall(text) if word[0].islower()}
    found: Counter[str] = Counter()
    for text in texts:
        covered = {place for match in forms().finditer(text) for place in range(*match.span())}
        for match in WORD.finditer(text):
            if not match.group()[0].isupper():
                continue
            opens = OPENS.search(text[: match.start()]) is not None
            if match.start() not in covered and not (opens and match.group().lower() in small):
                found[match.group()] += 1
    return found


def test_every_name_is_explained() -> None:
    """A name that a reader meets is a term, or there is a reason why it is none."""
    assert sorted(set(uncovered()) - set(exceptions())) == []


def test_no_exception_is_left_over() -> None:
    """An exception for a word that is covered, or that no text has, says something that is not so."""
    assert sorted(set(exceptions()) - set(uncovered())) == []


def test_exceptions_have_reasons() -> None:
    """A reason is a sentence, not a word that fills the field."""
    assert [name for name, reason in exceptions().items() if len(reason.split()) < 3] == []


def test_every_state_is_linked_once_in_a_text() -> None:
    """A name that stands in every sentence is linked at its first use: the page is no thicket of links."""
    terms = {term["id"]: term for term in tomllib.loads((ROOT / "glossary.toml").read_text("utf-8"))["term"]}
    states = "afghanistan armenia azerbaijan china georgia israel islamic-republic-of-iran kazakhstan lebanon"
    states += " pakistan russia syria tajikistan turkey turkmenistan united-states uzbekistan west"
    assert [id_ for id_ in states.split() if terms[id_]["link"] != "page"] == []
