"""Blocks that are more than plain paragraphs: lists, references, keywords, abstracts, talks, letters.

    "* pears" "* sugar"                     items of a list
    "Waltz, K. (1979). Theory of …"         entries of a list of references, at the end
    "Keywords: Iran, Russia"                keywords
    "Q: Why?" "A: Why not?"                 turns, where names come again
    "Dear Sir," … "Yours faithfully,"       salutation and closing of a letter

Each is proposed as a `[[part]]`; the words stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.looks import Look
from reader.intake.proposal import Block
from reader.model.shapes import PartKind

BULLET = re.compile(r"[*•·▪–—-]\s+\S")
NUMBER = re.compile(r"\(?(\d{1,3}|[a-z])[.)]\s+\S")
YEAR = re.compile(r"[\s(,](?:1[5-9]|20)\d\d[a-z]?\b")
ENTRY = re.compile(r"(?:\[\d{1,3}\]\s*|\d{1,3}\.\s+)?[^\W\d_][\w’'-]*,?\s+(?:[^\W\d_]\.|[^\W\d_]+[,;.(&])")
LISTED = re.compile(
    r"(?:references|bibliography|works cited|sources|literature|литература|список литературы|источники|منابع|"
    r"منابع و مآخذ|literatur|bibliographie|bibliografía|referencias|referências|kaynakça|kaynaklar):?",
    re.IGNORECASE,
)
KEYWORDS = re.compile(
    r"(?:key\s?words|ключевые слова|کلید\s?واژه(?:‌?ها)?|واژگان کلیدی|schlagwörter|mots[- ]clés)\s*:", re.I
)
ABSTRACT = re.compile(
    r"(?:abstract|summary|аннотация|резюме|چکیده|zusammenfassung|résumé|resumen|resumo|özet)\s*:?", re.I
)
TURN = re.compile(r"([^\W\d_][\w’'. -]{0,30}?)\s*:\s+\S")
SALUTATION = re.compile(
    r"(?:dear|my dear|sehr geehrte|lieber?|cher|chère|уважаем|дорог|глубокоуважаем)[^.!?]{0,60}[,!:]?", re.I
)
CLOSING = re.compile(
    r"(?:yours|sincerely|faithfully|best regards|kind regards|respectfully|hochachtungsvoll|с уважением|"
    r"искренне ваш|mit freundlichen)[^.!?]{0,40},?",
    re.IGNORECASE,
)

FEWEST_TURNS = 4
FEWEST_ENTRIES = 3
MOST_SPEAKERS = 8


@dataclass(frozen=True, slots=True)
class Shaped:
    """Raw lines that are a part, its kind, how sure that is, and why; `speakers` are those of a talk."""

    first: int  # the first raw line, from 1
    last: int  # the last one, inclusive
    kind: PartKind  # of the `[[part]]`
    confidence: float  # from 0 to 1
    reason: str  # in words, for an editor
    speakers: tuple[str, ...] = ()


def shapes(blocks: Sequence[Block], headings: frozenset[int]) -> list[Shaped]:
    """Return the parts of a text; none lies within another, and none holds a heading."""
    found: list[Shaped] = []
    taken: set[int] = set()
    for detector in (_references, _turns, _letter, _named, _items):
        for one in detector(blocks, headings):
            lines = set(range(one.first, one.last + 1))
            if not lines & taken and not lines & headings:
                taken |= lines
                found.append(one)
    return sorted(found, key=lambda one: one.first)


def _references(blocks: Sequence[Block], headings: frozenset[int]) -> Iterator[Shaped]:
    """The last blocks, as long as they look like entries; a heading that says so makes it sure."""
    start = len(blocks)
    while start and _is_entry(blocks[start - 1][0]) and blocks[start - 1][1][0] not in headings:
        start -= 1
    count = len(blocks) - start
    told = start > 0 and LISTED.fullmatch(blocks[start - 1][0].text) is not None
    if count >= (1 if told else FEWEST_ENTRIES):
        reason = "entries of works with years" + (
            ", under a heading that says so" if told else ", at the end"
        )
        yield Shaped(blocks[start][1][0], blocks[-1][1][1], "reference", 0.95 if told else 0.8, reason)


def _is_entry(one: Look) -> bool:
    return 4 <= one.size <= 90 and bool(ENTRY.match(one.text)) and bool(YEAR.search(one.text))


def _turns(blocks: Sequence[Block], _headings: frozenset[int]) -> Iterator[Shaped]:
    """A talk: names with colons that come again and again."""
    names = [found[1].strip() if (found := TURN.match(one.text)) else "" for one, _lines in blocks]
    counted = Counter(name for name in names if name and len(name.split()) <= 4)
    known = {name for name, times in counted.items() if times >= 2}
    opening = [at for at, name in enumerate(names) if name in known]
    changes = sum(names[one] != names[other] for one, other in pairwise(opening))
    if len(opening) < FEWEST_TURNS or not 2 <= len(known) <= MOST_SPEAKERS or changes < len(opening) / 2:
        return
    first, last = blocks[opening[0]][1][0], blocks[opening[-1]][1][1]
    speakers = tuple(sorted(known, key=names.index))
    yield Shaped(first, last, "speech", 0.8, "names with colons that come again: turns of a talk", speakers)


def _letter(blocks: Sequence[Block], _headings: frozenset[int]) -> Iterator[Shaped]:
    for number, (one, (first, last)) in enumerate(blocks):
        if (
            one.size <= 10
            and number <= 8
            and one.text.endswith((",", "!", ":"))
            and SALUTATION.fullmatch(one.text)
        ):
            yield Shaped(first, last, "salutation", 0.85, "words that open a letter")
        if one.size <= 6 and number >= len(blocks) - 6 and number and CLOSING.fullmatch(one.text):
            yield Shaped(first, last, "closing", 0.85, "words that close a letter")


def _named(blocks: Sequence[Block], headings: frozenset[int]) -> Iterator[Shaped]:
    """What says itself what it is: keywords, and the paragraphs under the heading of an abstract."""
    for at, (one, (first, last)) in enumerate(blocks):
        if one.size <= 60 and KEYWORDS.match(one.text):
            yield Shaped(first, last, "keywords", 0.95, "begins with the word for keywords")
        if at + 1 < len(blocks) and first in headings and ABSTRACT.fullmatch(one.text):
            end = at + 1
            while (
                end < len(blocks)
                and blocks[end][1][0] not in headings
                and not KEYWORDS.match(blocks[end][0].text)
            ):
                end += 1
            told = end < len(blocks)
            if end > at + 1 and told and end - at <= 4:
                yield Shaped(
                    blocks[at + 1][1][0], blocks[end - 1][1][1], "abstract", 0.85, "under its heading"
                )


def _items(blocks: Sequence[Block], headings: frozenset[int]) -> Iterator[Shaped]:
    """Blocks that begin with bullets, or with numbers or letters that count, at least two together."""
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block[1][0] not in headings and _goes_on(run, block[0].text):
            run.append(block)
            continue
        if len(run) >= 2:
            reason = f"{len(run)} paragraphs that begin with markers"
            yield Shaped(run[0][1][0], run[-1][1][1], "item", 0.85, reason)
        opens = block is not None and block[1][0] not in headings and _opens(block[0].text)
        run = [block] if block is not None and opens else []


def _opens(text: str) -> bool:
    """Whether a list can begin so: with a bullet, or with what counts first."""
    found = NUMBER.match(text)
    return BULLET.match(text) is not None or (found is not None and found[1] in ("1", "a"))


def _goes_on(run: Sequence[Block], text: str) -> bool:
    """Whether a list goes on so."""
    if not run:
        return False
    before, now = NUMBER.match(run[-1][0].text), NUMBER.match(text)
    if before is None or now is None:
        return before is None and now is None and BULLET.match(text) is not None
    return _value(now[1]) == _value(before[1]) + 1


def _value(counted: str) -> int:
    return int(counted) if counted.isdigit() else 1000 + ord(counted)
