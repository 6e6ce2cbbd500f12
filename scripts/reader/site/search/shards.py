"""The index as small scripts, cut so that a search loads a few of them, at any number of texts.

    core            what every search needs: the tables of folding, and which file holds what
    w0, w1, …       runs of keys in their order, with their postings
    b0, b1, …       the posting of one key each that is too long for its run
    s0, s1, …       runs of words read backwards, for a slip of the finger at their beginning
    r0, r1, …       runs of records, with what is told of their texts
    t0, t1, …       runs of texts, by which hits are filtered

A file leaves its value in `readerSearch` under its own name. `find-index.js` of the theme reads all of them.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from reader.site.search.index import Index, Posting
from reader.site.search.numbers import SIGNS, numbers
from reader.site.search.records import KINDS, Record, Records, TextRecord
from reader.site.search.tables import TABLES

RUN = 20_000  # characters of a file of words
LONG = 6_000  # characters of a posting that has a file of its own
RECORDS = 10_000  # characters of a file of records
TEXTS = 400  # texts of a file that tells of them
BACKWARDS = 5  # letters of a word from which on a slip is forgiven
BETWEEN = "|"  # no key has it


def scripts(index: Index) -> dict[str, str]:
    """Return the scripts of an index by their names, without the ending."""
    files: dict[str, Any] = {}
    words = _words(index.postings, files)
    backwards = _backwards(index.postings, files)
    starts = _records(index.records, files)
    texts = index.records.texts
    for at in range(0, len(texts), TEXTS):
        files[f"t{at // TEXTS}"] = [_told(one) for one in texts[at : at + TEXTS]]
    core = {
        "version": _fingerprint(files),
        "tables": TABLES,
        "kinds": [[kind, sum(one.kind == kind for one in index.records.all)] for kind in KINDS],
        "texts": _of_each_text(index.records),
        "textsInFile": TEXTS,
        "words": BETWEEN.join(words),
        "backwards": BETWEEN.join(backwards),
        "records": numbers(starts),
    }
    return {name: _script(name, value) for name, value in ({"core": core} | files).items()}


def _script(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(window.readerSearch??={{}}).{name}={text};\n"


def _fingerprint(files: Mapping[str, Any]) -> str:
    text = json.dumps([TABLES, files], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _words(postings: Mapping[str, Posting], files: dict[str, Any]) -> list[str]:
    """Add the runs of keys, and return the first key of each."""
    firsts: list[str] = []
    run: list[tuple[str, str]] = []
    size = own = 0

    def close() -> None:
        nonlocal size
        if run:
            files[f"w{len(firsts)}"] = [fronted([key for key, _ in run]), BETWEEN.join(one for _, one in run)]
            firsts.append(run[0][0])
        run.clear()
        size = 0

    for key in sorted(postings, key=_order):
        posting = postings[key]
        written = "".join(posting.signs)
        if len(written) > LONG:
            files[f"b{own}"] = written
            written = f"*{own}*{posting.records}"
            own += 1
        if size > RUN:
            close()
        run.append((key, written))
        size += len(key) + len(written)
    close()
    return firsts


def _order(key: str) -> bytes:
    """The order of keys is that of JavaScript, which counts in units of 16 bits."""
    return key.encode("utf-16-be")


def fronted(words: Sequence[str]) -> str:
    """Return ordered words, each as how many letters it shares with the one before, and the rest."""
    rows = []
    for before, word in zip(["", *words], words, strict=False):
        shared = min(len(posixpath.commonprefix([before, word])), len(SIGNS) - 1)
        rows.append(SIGNS[shared] + word[shared:])
    return BETWEEN.join(rows)


def _backwards(postings: Iterable[str], files: dict[str, Any]) -> list[str]:
    firsts: list[str] = []
    words = (key for key in postings if len(key) >= BACKWARDS - 1 and key.isalpha())
    run: list[str] = []
    size = 0
    for word in sorted((one[::-1] for one in words), key=_order):
        if size > RUN:
            files[f"s{len(firsts)}"] = fronted(run)
            firsts.append(run[0])
            run, size = [], 0
        run.append(word)
        size += len(word)
    if run:
        files[f"s{len(firsts)}"] = fronted(run)
        firsts.append(run[0])
    return firsts


def _records(records: Records, files: dict[str, Any]) -> list[int]:
    """Add the runs of records, and return how many each of them holds."""
    told = {one.slug: [one.slug, one.label, one.title, one.language] for one in records.texts}
    counts: list[int] = []
    run: list[Record] = []
    size = 0

    def close() -> None:
        nonlocal size
        slugs = dict.fromkeys(one.of for one in run if one.of)
        files[f"r{len(counts)}"] = [{slug: told[slug] for slug in slugs}, [_shown(one) for one in run]]
        counts.append(len(run))
        run.clear()
        size = 0

    for record in records.all:
        if run and size + len(record.text) > RECORDS:
            close()
        run.append(record)
        size += len(record.text) + len(record.title)
    if run:
        close()
    return counts


def _shown(record: Record) -> list[Any]:
    row: list[Any] = [record.address, record.title, record.text, record.of]
    if record.kind == "term":
        row.append(list(record.forms))
    while row and not row[-1]:
        row.pop()
    return row


def _of_each_text(records: Records) -> str:
    """How many passages each text has, and after all of them how many notes."""
    order = [one.slug for one in records.texts]
    rows: list[int] = []
    for kind in ("passage", "note"):
        runs = groupby(one.of for one in records.all if one.kind == kind)
        counts = {slug: sum(1 for _ in run) for slug, run in runs}
        rows += [counts.get(slug, 0) for slug in order]
    return numbers(rows)


def _told(text: TextRecord) -> list[Any]:
    return [text.slug, text.label, text.title, list(text.authors), text.year]
