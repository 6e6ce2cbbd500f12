r"""Cases as files: `tests/engine/cases/<what>/<name>.txt`; a new test needs no Python.

A file has two parts with a line `-----` between them, what goes in and what must come out:

    Kazakhstan's independence
    -----
    Kazakhstan’s independence

A part before these, with a line `-----` after it, is TOML: a comment that says why the case is there, and
what the case is about beside its text. Characters that cannot be seen are written as in Python: `\u00a0`,
`\x7f`, `\U0001f600`, `\0`, `\t`, `\r`, `\n`; a backslash itself is `\\`. A line end is a line end as it
stands, but for the one before `-----` and the one at the end of the file.

`<what>` is
    the name of a rule   in: a text; out: the text after this rule alone.
                         TOML: `layout`, `language`, `[headings]` (line = text), as lists of lines
                         `kept_hyphens`, `dropped_hyphens` and `suspended`, and
                         `[[part]]`, `[[table]]`, `[[paragraph]]`, `[[heading]]`, `[[join]]` as in source.toml
    sentences            in: a text with a stretch marked ⟦…⟧; out: the sentence that holds it.
                         TOML: `language`
    terms                in: passages, a line each; out: the same with each use of a term as
                         `[words](id)` where it is linked and `[words](id, counted)` where it is not.
                         TOML: `[forms]` (id = forms), `link`, `kind`, `language`, `cited` (words of a
                         citation)
    anchors              in: the passages of a text, a line each, `# ` before a heading, and after each line
                         `=====` those of its next revision; out: what the last one has done, a line each
                         in the order of the text: `p2`, `p2 reworded`, `p2a new`, and then
                         `p3 retired: stood between p2 and p4` or `p3? p2a p2b`, which is a question
    prose                in: the body of a note; out: its tree, with ⟨em …⟩, ⟨strong …⟩, ⟨link target …⟩,
                         ⟨cite (prefix) key, locator; key⟩ and ⟨passage p9⟩, a blank line between paragraphs;
                         or its problems, a line each without file and hint
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hostile import AT, source
from reader.anchors.landing import Landing
from reader.anchors.matching import Proposal, Wording, propose
from reader.anchors.update import LedgerChange, record
from reader.marks.terms import Glossary
from reader.model import Anchor, At, Heading, Join, Mark, Paragraph, Part, Passage, Table, Term
from reader.model.ledger import Line
from reader.model.prose import CitedWork, Emphasis, Inline, Link, ProseCitation, Strong, Text
from reader.project import prose
from reader.reading.plan import Plan, plan
from reader.reading.rules import RULES, Rule, Setting
from reader.words.edits import apply
from reader.words.raw_text import RawText
from reader.words.sentences import sentence_at

CASES = Path(__file__).parent / "cases"
RULE = {rule.name: rule for rule in RULES}
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
SHORT = {"0": "\0", "t": "\t", "r": "\r", "n": "\n", "\\": "\\"}
MARKED = re.compile("⟦(.*)⟧", re.DOTALL)


def plain(text: str) -> str:
    """Return `text` with its escapes as the characters that they stand for; a slip in one is an error."""
    return ESCAPE.sub(
        lambda found: SHORT[found[4]] if found[4] else chr(int("".join(found.groups("")), 16)), text
    )


def read(path: Path) -> tuple[dict[str, Any], str, str]:
    """Return the settings of a case, what goes in and what must come out."""
    parts = ("\n" + path.read_bytes().decode("utf-8").removesuffix("\n")).split("\n-----")
    if len(parts) not in {2, 3} or not all(part.startswith("\n") for part in parts):
        raise ValueError(f"{path} has no two or three parts with ----- between them")
    *settings, given, wanted = (part[1:] for part in parts)
    return tomllib.loads("".join(settings)), plain(given), plain(wanted)


def files(*folders: str) -> list[Any]:
    """Return the cases of some folders, named for pytest."""
    paths = sorted(path for folder in folders for path in (CASES / folder).glob("*.txt"))
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in paths]


def run(rule: Rule, settings: dict[str, Any], text: str) -> str:
    """Return `text` after one rule, having seen that the way back leads to it."""
    headings = {int(line): words for line, words in settings.pop("headings", {}).items()}
    language = settings.pop("language", "en")
    setting = Setting(
        layout=settings.pop("layout", "line-per-paragraph"),
        headings=headings,
        raw_line=lambda offset: text.count("\n", 0, offset) + 1,
        language=lambda _offset: language,
        kept_hyphens=frozenset(settings.pop("kept_hyphens", ())),
        dropped_hyphens=frozenset(settings.pop("dropped_hyphens", ())),
        suspended=frozenset(settings.pop("suspended", ())),
        plan=planned_from(settings, text),
    )
    result, one = apply(text, rule.edits(text, setting))
    assert one.undo(result) == text
    return result


def planned_from(settings: dict[str, Any], text: str) -> Plan:
    """Return what the settings of a case say of the lines of its text, and take it out of them."""
    entries: dict[str, Any] = {}
    for name, made in {
        "part": Part,
        "table": Table,
        "paragraph": Paragraph,
        "heading": Heading,
        "join": Join,
    }.items():
        fields = settings.pop(name, ())
        for one in fields:
            if "lines" in one:
                first, _dash, last = one["lines"].partition("-")
                one["lines"] = (int(first), int(last or first))
        entries[name] = tuple(made(**one, at=AT) for one in fields)
    of = source("x")
    planned, problems = plan(replace(of, about=replace(of.about, **entries)), RawText(text))
    assert not problems
    return planned


@pytest.mark.parametrize("path", files(*RULE))
def test_rule(path: Path) -> None:
    """A rule changes what it is for, and nothing else."""
    settings, given, wanted = read(path)
    assert run(RULE[path.parent.name], settings, given) == wanted
    assert not settings, "a setting that no rule knows"


@pytest.mark.parametrize("path", files("sentences"))
def test_sentence(path: Path) -> None:
    """A search entry or a card shows the sentence, not half of one that ended at “Dr.”."""
    settings, given, wanted = read(path)
    found = MARKED.search(given)
    assert found, "no stretch is marked ⟦…⟧"
    text = MARKED.sub(lambda marked: marked[1], given)
    language = settings.pop("language", "en")
    start, end = sentence_at(text, found.start(), found.end() - 2, language)
    assert text[start:end] == wanted
    assert not settings


@pytest.mark.parametrize("path", files("terms"))
def test_terms(path: Path) -> None:
    """A term is found where it is used, whole, and nowhere else."""
    settings, given, wanted = read(path)
    at = At("glossary.toml", 1)
    link, kind = settings.pop("link", "passage"), settings.pop("kind", "paragraph")
    cited, language = settings.pop("cited", ""), settings.pop("language", "en")
    terms = [
        Term(id=id_, name=id_, forms=tuple(forms), kind="concept", link=link, definition="…", at=at)
        for id_, forms in settings.pop("forms").items()
    ]
    passages = []
    for number, text in enumerate(given.split("\n"), 1):
        start = text.find(cited) if cited else -1
        marks = (Mark(start, start + len(cited), "citation", "key-2020"),) if start >= 0 else ()
        raw = (number, number)
        passages.append(
            Passage(Anchor.of(f"p{number}"), kind, text, "", raw, 0, False, marks, language=language)
        )
    found = Glossary(terms).uses("text", passages)
    assert "\n".join(map(shown, found)) == wanted
    assert not settings


@pytest.mark.parametrize("path", files("anchors"))
def test_anchors(path: Path) -> None:
    """What becomes of an id is what somebody who reads both texts would say."""
    settings, given, wanted = read(path)
    ledger: list[Line] = []
    told: list[str] = []
    for edition, revision in enumerate(given.split("\n=====\n"), 1):
        texts = [
            Wording("s" if line.startswith("# ") else "p", line.removeprefix("# "))
            for line in revision.split("\n")
        ]
        proposal = propose(ledger, texts)
        ledger, changes = record(ledger, texts, proposal, str(edition))
        told = outcome(proposal, changes)
    assert "\n".join(told) == wanted
    assert not settings


def outcome(proposal: Proposal, changes: Sequence[LedgerChange]) -> list[str]:
    """Return what has become of each anchor, the living in the order of the text."""
    asked = {doubt.id: f"{doubt.id}? {' '.join(doubt.candidates)}" for doubt in proposal.doubts}
    what = {change.id: change.what for change in changes}
    gone = [change for change in changes if change.lands and change.id not in asked]
    return [
        *(f"{id_} {what.get(id_, '')}".strip() for id_ in proposal.ids),
        *(f"{one.id} {one.what}: {phrase(one)}" for one in gone),
        *asked.values(),
    ]


def phrase(change: LedgerChange) -> str:
    """Return what is said of where a retired anchor lands."""
    landing = Landing.parse(change.lands)
    assert landing
    return landing.phrase()


def shown(passage: Passage) -> str:
    """Return a passage with its terms in brackets."""
    text = passage.text
    for mark in reversed(passage.marked("term")):
        target = mark.target if mark.linked else f"{mark.target}, counted"
        text = f"{text[: mark.start]}[{text[mark.start : mark.end]}]({target}){text[mark.end :]}"
    return text


@pytest.mark.parametrize("path", files("prose"))
def test_prose(path: Path) -> None:
    """A sign of a note means one thing, and what it may not mean is refused where it stands."""
    settings, given, wanted = read(path)
    tree, problems = prose.parse("notes.md", 1, given)
    found = sorted(problems, key=lambda one: one.line)
    said = "\n".join(str(one).removeprefix("notes.md:").split(" — ")[0] for one in found)
    assert (said or "\n\n".join(map(drawn, tree.paragraphs))) == wanted
    assert settings.keys() <= {"comment"}


def drawn(inlines: tuple[Inline, ...]) -> str:
    """Return inlines in the notation of the cases."""
    return "".join(map(_drawn, inlines))


def _drawn(one: Inline) -> str:
    if isinstance(one, Text):
        return one.words
    if isinstance(one, ProseCitation):
        return f"⟨cite {'; '.join(map(_work, one.works))}⟩"
    if isinstance(one, Emphasis | Strong | Link):
        name = (
            f"link {one.target}" if isinstance(one, Link) else "em" if isinstance(one, Emphasis) else "strong"
        )
        return f"⟨{name} {drawn(one.inner)}⟩"
    return f"⟨passage {one.id}⟩"


def _work(one: CitedWork) -> str:
    return (f"({one.prefix}) " if one.prefix else "") + one.key + (f", {one.locator}" if one.locator else "")


def test_every_rule_has_cases() -> None:
    """A rule without a case, a case that no test reads, and a misnamed folder are all silent gaps."""
    folders = {path.name: len(list(path.glob("*.txt"))) for path in CASES.iterdir() if path.is_dir()}
    assert folders.keys() == {*RULE, "sentences", "terms", "anchors", "prose"}
    assert min(folders.values()) >= 3
    assert sum(folders.values()) == sum(path.is_file() for path in CASES.rglob("*"))
