"""Works by themselves in a citation style: as an entry of a bibliography, as a note, and in the text.

Every style gives all three forms, each as near to its own manner as it allows:

    a style of notes     the first note; in the text its short form, which stands for a second note
    author and date      in the text “(Kaleji 2023, para. 7)”; the note is the same without brackets
    numbers              in the text “[1, para. 7]”, as if it were first in a list; the note is its entry

A place is put in by a style itself, in the words of its language, so `⟦number⟧` stands for it there. Where a
style would pass it off as a page, or leaves it out of a note, `⟦place⟧` stands for “para. 7”.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.model import InStyle, Reference, Words
from reader.model.markup import HTML
from reader.references import description, digits
from reader.references.citeproc import Place, printed
from reader.references.style_files import BY_ITSELF, Mode, Style, find, prepared
from reader.references.styles import for_pandoc, without_number
from reader.references.works import format_works

FIRST, LAST = "9700017", "9700027"  # numbers that no reference has, for those of passages
NUMBER = re.compile(rf"{FIRST}(?:\W+{LAST}|\s?[‐-―−-]\s?\d+)?")  # some styles shorten the second of two pages
PLACES = {
    "": None,
    "paragraph": Place("paragraph", FIRST),
    "paragraphs": Place("paragraph", f"{FIRST}-{LAST}"),
    "section": Place("section", FIRST),
    "sections": Place("section", f"{FIRST}-{LAST}"),
    "page": Place("page", FIRST),
    "pages": Place("page", f"{FIRST}-{LAST}"),
}
OF_PRINT = frozenset({"page", "pages"})
PAGE = re.compile(r"\b(?:pages?|pp?|S|s|str|стр|с)\.?\s*$")
TAG = re.compile(r"</?\w+[^>]*>")
BRACKETS = re.compile(r"^((?:<[^>]+>)*)[(\[](.*)[)\]]((?:<[^>]+>)*)$", re.DOTALL)
LINK = re.compile(r"https?://[^\s<>“”]+[^\s<>“”.,;:)\]]")
ENDS = (".", "!", "?", "…", "。")

Cited = Mapping[str, Words]  # by the kind of place


def in_style(
    references: Mapping[str, Reference], name: str, cache: Path, with_places: Collection[str] = ()
) -> dict[str, InStyle]:
    """Return works as a style cites each of them by itself; those `with_places` by their passages too."""
    style = find(name)
    items = [for_pandoc(one, style) | BY_ITSELF for one in references.values()]
    places: list[list[Place | None]] = [
        [*PLACES.values()] if key in with_places else [None] for key in references
    ]
    entries, full = _run(style, "full", items, places, cache)
    short = _run(style, "short", items, places, cache)[1] if style.in_notes else full
    return {
        key: _in_style(one, style, entries.get(key), full[key], short[key]) for key, one in references.items()
    }


def _run(
    style: Style,
    mode: Mode,
    items: Sequence[Mapping[str, Any]],
    places: list[list[Place | None]],
    cache: Path,
) -> tuple[dict[str, Words], dict[str, Cited]]:
    """The entries of works in a style, and their citations, by their keys."""
    answer = format_works(style.name, prepared(style.csl, mode), items, places, cache)
    rest = iter(answer.citations)
    cited: dict[str, Cited] = {}
    for one, row in zip(items, places, strict=True):
        said = [next(rest) for _place in row]
        cited[str(one["id"])] = dict(zip(PLACES, said, strict=False))
    return dict(answer.entries), cited


def _in_style(one: Reference, style: Style, entry: Words | None, full: Cited, short: Cited) -> InStyle:
    """The three forms of one work, from what the style gives."""
    full, short = _placed(full), _placed(short)
    listed = entry or sentence(full[""])
    listed = without_number(listed) if style.numbered else listed
    if style.in_notes:
        noted = {kind: _linked(sentence(words)) for kind, words in full.items()}
        in_text = {kind: _inside(words) for kind, words in short.items()}
    elif style.numbers:
        noted, in_text = dict.fromkeys(full, sentence(listed)), dict(short)
    else:
        noted = {kind: sentence(_bare(words)) for kind, words in full.items()}
        in_text = dict(short)
    label = _plain(description.label(one))
    noted = {kind: words if words.plain else sentence(listed) for kind, words in noted.items()}
    in_text = {kind: words if words.plain else label for kind, words in in_text.items()}
    return InStyle(
        digits.localised(listed, one),
        {kind: digits.localised(words, one) for kind, words in noted.items()},
        {kind: digits.localised(words, one) for kind, words in in_text.items()},
    )


def _placed(cited: Cited) -> dict[str, Words]:
    """Citations with `⟦number⟧`, or with `⟦place⟧` where a style takes a passage for a page."""
    made = {"": cited[""]}
    as_page = cited.get("page")
    for kind, words in cited.items():
        if not kind:
            continue
        alike = as_page and cited[kind.removesuffix("s")].plain == as_page.plain and FIRST in as_page.plain
        same = alike and kind not in OF_PRINT
        made[kind] = _each(words, cited[""], _in_words if same else _numbered)
    if as_page:
        made["place"] = _each(as_page, cited[""], _in_words)  # of any unit that the source counts by
    return made


def _each(words: Words, whole: Words, change: Any) -> Words:
    return printed(change(str(words.html), str(whole.html)), change(words.plain, whole.plain))


def _numbered(said: str, _whole: str) -> str:
    return NUMBER.sub("⟦number⟧", said)


def _in_words(said: str, whole: str) -> str:
    """What a style says with a page in it, with “para. 7” instead of “p. 7”.

    What it puts before the number is what it does not say of the whole work.
    """
    found = [*NUMBER.finditer(said)]
    if not found:
        return said
    first, last = found[0].start(), found[-1].end()
    begins = min(_alike(said, whole), first)
    opening = re.match(r"[\s,:;.(\[]*", said[begins:first])
    before = PAGE.sub("", said[:begins] + (opening[0] if opening else ""))
    tags = "".join(TAG.findall(said[first:last]))  # of a style that says the number twice
    return f"{before}⟦place⟧{tags}{said[last:]}"


def _alike(one: str, other: str) -> int:
    """How many signs two texts have in common from their beginnings on."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _plain(text: str) -> Words:
    return Words(HTML("{}").format(text), text)


def _bare(words: Words) -> Words:
    """A citation without the brackets around it."""
    if not BRACKETS.match(words.plain):
        return words
    return printed(BRACKETS.sub(r"\1\2\3", words.html), BRACKETS.sub(r"\2", words.plain))


def sentence(words: Words) -> Words:
    """Return words that begin with a capital and end with a full stop."""
    if not words.plain:
        return words
    end = "" if words.plain.rstrip("”’»\"')").endswith(ENDS) else "."
    plain, html = words.plain, str(words.html)
    first = plain[0]
    if first.islower() and html.startswith(first):
        plain, html = first.upper() + plain[1:], first.upper() + html[1:]
    return printed(html + end, plain + end)


def _inside(words: Words) -> Words:
    """A short note as it stands within a sentence: without its full stop."""
    html = re.sub(r"\.((?:[”’»]|</\w+>)*)$", r"\1", words.html)
    return printed(html, re.sub(r"\.([”’»]*)$", r"\1", words.plain))


def _linked(words: Words) -> Words:
    """A note with its addresses as links, as entries have them."""
    if "<a " in words.html:
        return words
    return printed(LINK.sub(r'<a href="\g<0>">\g<0></a>', words.html), words.plain)
