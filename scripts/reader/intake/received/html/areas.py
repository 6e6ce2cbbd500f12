"""Tell for each block of a page what it is for: the text, its title and date, or what stands round it.

The text is where most of the prose is that no box of another kind holds. What lies outside is furniture,
and so is what lies inside in a box or below a heading of another kind (share, related, comments). Words are
left out nowhere: a block only gets another name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from lxml.html import HtmlElement

from reader.intake.received.html import labels
from reader.intake.received.html.boxes import Block
from reader.intake.received.html.tree import name

PROSE = 60  # signs of a block that is running text
LINKED = 0.45  # of it: more are a list of links
MOST = 0.82  # of the prose of a page lies in the box that is taken for the text
WRAPS = 0.6  # of the prose: a box that holds more is a wrapper, whatever its class says
BY_TAG = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "button": "button",
    "select": "form",
    "textarea": "form",
    "label": "form",
    "dialog": "aside",
    "menu": "nav",
}
BY_ROLE = {
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "aside",
    "alert": "aside",
    "alertdialog": "aside",
    "menu": "nav",
    "menubar": "nav",
    "toolbar": "nav",
    "form": "form",
}
HEADS = re.compile(r"h[1-6]")
TRAIL = re.compile(r"\s[|·»/–—-]\s")
ALSO = re.compile(
    r"(?:read (?:more|also|next)|related|see also|also read|more|don.t miss|watch|listen|click here"
    r"|continue reading|читайте (?:также|ещё|еще)|подробнее|по теме|lire aussi|mehr dazu|lesen sie auch"
    r"|lea también)\b",
    re.IGNORECASE,
)
CHAIN = 3  # links in a row that are a menu


def _said(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


class Areas:
    """The areas of one page, given its blocks."""

    def __init__(self, found: Sequence[Block], title: str) -> None:
        self.found = found
        self.title = title
        self.kinds: dict[HtmlElement, str] = {}
        self.prose: dict[HtmlElement, int] = {}
        for block in found:
            if is_prose(block):
                for element in (block.element, *block.element.iterancestors()):
                    self.prose[element] = self.prose.get(element, 0) + len(block.text)

    def tags(self) -> list[str]:
        """Return the tag of each block."""
        root = self.text_root
        inside = [self._is_inside(block, root) for block in self.found]
        first = inside.index(True) if True in inside else 0
        made: list[str] = []
        other: Block | None = None  # a heading under which all is of another kind
        for at, block in enumerate(self.found):
            if not inside[at]:
                made.append(self._outside(block, before=at < first))
                continue
            other = self._below(block, other)
            made.append("aside" if other and not self._own(block) else self._inside(block, root))
        return made

    @cached_property
    def whole(self) -> int:
        """All prose of the page, in signs."""
        return max(self.prose.values(), default=0)

    @cached_property
    def text_root(self) -> HtmlElement | None:
        """The box that holds the text: the innermost with most of the prose outside other kinds of boxes."""
        mass: dict[HtmlElement, int] = {}
        for block in self.found:
            chain = [block.element, *block.element.iterancestors()]
            if is_prose(block) and not any(self.kind(element) for element in chain):
                for element in chain:
                    mass[element] = mass.get(element, 0) + len(block.text)
        if not mass:
            return None
        most = max(mass.values())
        named = [one for one in mass if _is_named(one) and mass[one] > 0.5 * most]
        if named:
            best = max(mass[one] for one in named)
            return min((one for one in named if mass[one] > 0.9 * best), key=lambda one: mass[one])
        holding = [one for one in mass if mass[one] >= MOST * most]
        return max(holding, key=lambda one: sum(1 for _above in one.iterancestors()))

    def kind(self, element: HtmlElement) -> str:
        """Return what kind of box an element is, if it is no part of a text."""
        if element not in self.kinds:
            self.kinds[element] = self._kind(element)
        return self.kinds[element]

    def _kind(self, element: HtmlElement) -> str:
        tag = name(element)
        if tag in {"html", "body", "main", "article"} or HEADS.fullmatch(tag):
            return ""
        strong = BY_TAG.get(tag) or BY_ROLE.get(element.get("role") or "")
        named = strong or labels.area(_said(element))
        if not named and tag == "header" and not _within(element, {"article", "main"}):
            named = "header"
        if not named or _holds_text(element):
            return ""
        wraps = self.prose.get(element, 0) > WRAPS * self.whole
        return named if not wraps or "comment" in _said(element).casefold() else ""

    def _is_inside(self, block: Block, root: HtmlElement | None) -> bool:
        """Whether a block stands in the box of the text, or is prose right beside it."""
        if root is None or root is block.element or root in block.element.iterancestors():
            return True
        beside = is_prose(block) and block.element.getparent() in list(root.iterancestors())[:2]
        return beside and name(block.element) == "p" and not self._chain(block)

    def _chain(self, block: Block) -> str:
        """The kind of the outermost box of another kind that a block stands in."""
        kinds = [self.kind(one) for one in (block.element, *block.element.iterancestors())]
        return next((kind for kind in reversed(kinds) if kind), "")

    def _outside(self, block: Block, *, before: bool) -> str:
        kind = self._chain(block)
        if not kind and (name(block.element) == "h1" or self._is_title(block)):
            return "title"
        record = self._record(block)
        if not kind and record:
            return record
        return kind or ("header" if before else "footer")

    def _own(self, block: Block) -> bool:
        return name(block.element) in {"h1"} or bool(self._record(block))

    def _is_title(self, block: Block) -> bool:
        return bool(HEADS.fullmatch(name(block.element))) and _same(block.text, self.title)

    def _below(self, block: Block, other: Block | None) -> Block | None:
        """The heading of another kind that a block stands below, itself included."""
        tag = name(block.element)
        if HEADS.fullmatch(tag):
            if labels.is_of_another(block.text) and not self._chain_below(block, self.text_root):
                return block
            return None if other is None or tag <= name(other.element) else other
        box = other.element.getparent() if other is not None else None
        return other if box is None or box in block.element.iterancestors() else None

    def _inside(self, block: Block, root: HtmlElement | None) -> str:
        kind = self._chain_below(block, root)
        if kind:
            return kind
        tag = name(block.element)
        if tag == "h1" or self._is_title(block):
            return "title"
        record = self._record(block)
        if record:
            return record
        share = block.linked / max(len(block.text), 1)
        if share > LINKED and (ALSO.match(block.text) or self._is_menu(block)):
            return "aside" if ALSO.match(block.text) else "nav"
        if labels.is_of_another(block.text) and len(block.text.split()) > 1 and tag in {"p", "div", "span"}:
            return "aside"
        return text_tag(block)

    def _chain_below(self, block: Block, root: HtmlElement | None) -> str:
        kinds: list[str] = []
        for element in (block.element, *block.element.iterancestors()):
            if element is root:
                break
            kinds.append(self.kind(element))
        return next((kind for kind in reversed(kinds) if kind), "")

    def _record(self, block: Block) -> str:
        """Whether a short block is the title, an author, a date or a caption by its class or its element."""
        if len(block.text) > 300:
            return "figcaption" if _within(block.element, {"figcaption"}) else ""
        for element in (block.element, *list(block.element.iterancestors())[:3]):
            if name(element) in {"figcaption", "figure"}:
                return "figcaption"
            if self.prose.get(element, 0) > max(2 * len(block.text), PROSE):
                break
            named = labels.metadata(_said(element)) or labels.metadata(element.get("itemprop") or "")
            if named and not (named == "title" and not _same(block.text, self.title)):
                return named
        return "date" if _is_time(block) else ""

    def _is_menu(self, block: Block) -> bool:
        """Whether a block is one of several in a row that are links and no sentences."""
        if block.text.endswith((".", "!", "?", ":")) and len(block.text) > PROSE:
            return False
        if name(block.element) != "li":
            return len([span for span in block.spans if span.kind == "link"]) >= CHAIN
        box = block.element.getparent()
        near = [one for one in self.found if one.element.getparent() is box] if box is not None else []
        links = [one for one in near if one.linked > 0.8 * len(one.text) and len(one.text) < 2 * PROSE]
        return len(links) >= 2 and len(links) * 5 > len(near) * 4


def is_prose(block: Block) -> bool:
    """Return whether a block is running text: long, and no list of links."""
    return len(block.text) >= PROSE and block.linked < LINKED * len(block.text)


def _is_named(element: HtmlElement) -> bool:
    tag, prop = name(element), element.get("itemprop") or ""
    role = element.get("role") or ""
    return (
        tag in {"article", "main"}
        or prop == "articleBody"
        or role == "main"
        or labels.is_text(_said(element))
    )


def _within(element: HtmlElement, names: set[str]) -> bool:
    return any(name(one) in names for one in (element, *element.iterancestors()))


def _holds_text(element: HtmlElement) -> bool:
    """Whether an element holds what pages call their text, so that its own name does not count."""
    return any(
        name(one) in {"article", "main"} or one.get("itemprop") == "articleBody" or one.get("role") == "main"
        for one in element.iterdescendants()
        if isinstance(one.tag, str)
    )


def _same(words: str, title: str) -> bool:
    """Whether words are the title that the page gives itself, perhaps without the name of the site."""
    bare, whole = " ".join(words.split()).casefold(), " ".join(title.split()).casefold()
    return bool(bare) and (bare == whole or bare in [part.strip() for part in TRAIL.split(whole)])


def _is_time(block: Block) -> bool:
    times = [one for one in block.element.iter() if name(one) == "time"]
    words = " ".join(one.text_content() for one in times)
    return bool(words.strip()) and len(words) * 2 > len(block.text)


def text_tag(block: Block) -> str:
    """Return what a block of a text is, in the words of HTML."""
    if block.kind:
        return block.kind
    for element in (block.element, *block.element.iterancestors()):
        tag = name(element)
        if tag in {"li", "dt", "dd", "pre", "caption", "blockquote"} or HEADS.fullmatch(tag):
            return "figcaption" if tag == "caption" else tag
        if tag in {"article", "main", "body", "section"}:
            break
    return "p"
