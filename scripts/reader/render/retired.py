"""Where links land whose passage or note is gone, or may not be shown: no address of a text is ever dead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reader.model import NOTE, Anchor, Library, Page, Retired
from reader.model.markup import HTML
from reader.references import phrases as of_references
from reader.render import phrases

SPAN = HTML('<span id="{}"></span>')


def of_passages(page: Page, before: Anchor | None) -> Iterator[HTML]:
    """Yield the landing places that stand before a passage, or at the top of the text."""
    yield from _landings(page, page.by_anchor, before, notes=False)


def of_notes(page: Page, before: Anchor | None) -> Iterator[HTML]:
    """Yield the landing places that stand before a note, or where there is no note to stand before."""
    yield from _landings(page, {one.id for one in page.notes}, before, notes=True)


def of_withheld(page: Page) -> Iterator[HTML]:
    """Yield what stands for the passages, and their notes, that rights do not allow to be shown."""
    if not page.withheld:
        return
    pages = [one.id for one in page.print_pages if one.passage in page.withheld]
    lines = [line for one in page.withheld for line in lines_of(one, page)]
    anchors = HTML().join(SPAN.format(id_) for id_ in (*page.withheld, *lines, *page.withheld_notes, *pages))
    told = of_references.EXCERPT if page.passages else of_references.WITHHELD
    yield HTML('<p class="withheld">{}{}</p>').format(anchors, told)


def of_pages(page: Page, library: Library) -> Iterator[HTML]:
    """Yield the landing places of pages of the print that were marked once, and are not any more."""
    standing = {one.id for one in page.print_pages}
    for id_ in library.published.pages.get(page.slug, ()):
        if id_ not in standing:
            told = phrases.PAGE_LEFT.format(number=id_.removeprefix("page-"))
            yield HTML('<p class="retired" id="{}">{}</p>').format(id_, told)


def _landings(page: Page, shown: Collection[Anchor], before: Anchor | None, *, notes: bool) -> Iterator[HTML]:
    for one in page.retired:
        at = one.lands if one.lands in shown else None
        if (one.id.series == NOTE) == notes and at == before:
            yield _landing(one, lines_of(one.id, page))


def lines_of(id_: Anchor, page: Page) -> list[str]:
    """Return the addresses of the lines that a passage ever had, where it had some."""
    wordings = (line.wording for line in page.ledger if line.id == str(id_) and "\n" in line.wording)
    most = max((wording.count("\n") + 1 for wording in wordings), default=0)
    return [f"{id_}.{number}" for number in range(1, most + 1)]


def _landing(retired: Retired, lines: Iterable[str]) -> HTML:
    """Seen only by those who come by a link to it; a line that it had leads there too."""
    between = [_link(anchor) for anchor in retired.between if anchor]
    if retired.kept_words and retired.lands:
        went = HTML.say(phrases.WORDS_WENT, place=_link(retired.lands))
    elif len(between) > 1:
        went = HTML.say(phrases.STOOD_BETWEEN, first=between[0], second=between[1])
    elif between:
        went = HTML.say(phrases.STOOD_BESIDE, place=between[0])
    else:
        went = HTML.say(phrases.NOTHING_NEAR)
    told = HTML.say(phrases.RETIRED, name=retired.id.name.capitalize(), went=went)
    before = retired.between[0]
    after = HTML(' data-after="{}"').format(before) if before else HTML()
    places = HTML().join(map(SPAN.format, lines))
    return HTML('<p class="retired" id="{}"{}>{}{}</p>').format(retired.id, after, places, told)


def _link(anchor: Anchor) -> HTML:
    return HTML('<a href="#{}">{}</a>').format(anchor, anchor.name)
