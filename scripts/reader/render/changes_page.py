"""Changes between editions, from the ledgers: `docs/apparatus/changes.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.history.wordings import Event, events
from reader.model import Library, Page, addresses
from reader.render.escape import front_matter, html, inline
from reader.words.difference import compare


def changes_page(library: Library) -> str:
    """Return the Markdown of the page of changes, the newest edition first."""
    found = {page.slug: events(page) for page in library.pages}
    editions = sorted(
        {one.edition for several in found.values() for one in several}, key=_order, reverse=True
    )
    head = front_matter(title="Changes between editions", description="Passages added, reworded and retired")
    intro = (
        f"This is edition {inline(library.edition)}. Each edition is listed with the passages that it added, "
        "reworded or retired, as the ledgers of anchors have recorded them."
    )
    parts = [head.rstrip(), "# Changes between editions", intro]
    for edition in editions:
        parts.append(f"## Edition {inline(edition)} {{#edition-{_slug(edition)}}}")
        for page in library.pages:
            here = [one for one in found[page.slug] if one.edition == edition]
            if here:
                parts += _text(page, here, found[page.slug], library)
    return "\n\n".join(parts) + "\n"


def _text(page: Page, here: Sequence[Event], every: Sequence[Event], library: Library) -> Iterator[str]:
    title = inline(library.references[page.slug].title)
    yield f"### [{title}]({addresses.text(page.slug).in_docs(addresses.CHANGES)})"
    first = min((one.edition for one in every), key=_order)
    added = [one for one in here if one.what == "added"]
    if here[0].edition == first:
        yield f"First published here, in {len(added)} passages and headings."
        here = [one for one in here if one.what != "added"]
    regularised = [one for one in here if one.what == "regularised"]
    if regularised:
        links = ", ".join(_link(page, one) for one in regularised)
        yield f"<p>Only spaces, quotation marks or dashes were regularised in {links}.</p>"
    for one in here:
        if one.what != "regularised":
            yield _event(page, one)


def _event(page: Page, event: Event) -> str:
    link = f"{_link(page, event)} {event.what}"
    if event.what == "reworded":
        words = "".join(_run(kind, text) for kind, text in compare(event.old, event.new))
    else:
        words = html(event.new or event.old)
    return f'<div class="change"><p class="where">{link}</p><p>{words}</p></div>'


def _link(page: Page, event: Event) -> str:
    href = addresses.passage(page.slug, event.passage).seen_from(addresses.CHANGES)
    return f'<a href="{href}">{event.passage.name}</a>'


def _run(kind: str, text: str) -> str:
    tag = {"gone": "del", "new": "ins"}.get(kind)
    return f"<{tag}>{html(text)}</{tag}>" if tag else html(text)


def _order(edition: str) -> tuple[list[int], str]:
    return [int(part) for part in re.findall(r"\d+", edition)], edition


def _slug(edition: str) -> str:
    return re.sub(r"\W+", "-", edition).strip("-").lower()
