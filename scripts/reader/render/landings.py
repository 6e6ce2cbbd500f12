"""Where links land whose passage or note is gone, or may not be shown: no address of a text is ever dead."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reader.model import NOTE, Anchor, Page, Retired


def of_passages(page: Page, before: Anchor | None) -> Iterator[str]:
    """Yield the landing places that stand before a passage, or at the top of the text."""
    yield from _landings(page, page.by_anchor, before, notes=False)


def of_notes(page: Page, before: Anchor | None) -> Iterator[str]:
    """Yield the landing places that stand before a note, or where there is no note to stand before."""
    yield from _landings(page, {one.id for one in page.notes}, before, notes=True)


def of_withheld(page: Page) -> Iterator[str]:
    """Yield what stands for the passages, and their notes, that rights do not allow to be shown."""
    if not page.withheld:
        return
    anchors = "".join(f'<span id="{id_}"></span>' for id_ in (*page.withheld, *page.withheld_notes))
    shown = "Only an excerpt of this text is" if page.passages else "The words of this text are not"
    yield f'<p class="withheld">{anchors}{shown} shown here; see the rights above, and the source.</p>'


def _landings(page: Page, shown: Collection[Anchor], before: Anchor | None, *, notes: bool) -> Iterator[str]:
    for one in page.retired:
        at = one.lands if one.lands in shown else None
        if (one.id.series == NOTE) == notes and at == before:
            yield _landing(one)


def _landing(retired: Retired) -> str:
    """Seen only by those who come by a link to it."""
    if retired.kept_words and retired.lands:
        went = f"Its words went to {_link(retired.lands)}."
    elif between := [_link(anchor) for anchor in retired.between if anchor]:
        went = f"It stood {'between' if len(between) > 1 else 'beside'} {' and '.join(between)}."
    else:
        went = "Nothing near it has survived."
    name = retired.id.name.capitalize()
    after = f' data-after="{retired.between[0]}"' if retired.between[0] else ""
    return f'<p class="retired" id="{retired.id}"{after}>{name} is no longer in this text. {went}</p>'


def _link(anchor: Anchor) -> str:
    return f'<a href="#{anchor}">{anchor.name}</a>'
