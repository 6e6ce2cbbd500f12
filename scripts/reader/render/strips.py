"""Dispersion strips: where in each text a term is used, drawn as SVG at build time.

    Kaleji 2023     ──|────||──|──      a row a text, a tick a use at its place in the text

On the page of a term each tick is a link, and a table says the same in words; in the index of terms one
small strip holds all texts side by side, and the number beside it says what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Anchor, Library, Page, Use, addresses
from reader.model.addresses import Address
from reader.references import description
from reader.render.escape import html

WIDTH = 1000


def strip(uses: Sequence[Use], library: Library, here: Address) -> str:
    """Return the strip of a term with its table, as a block of HTML for the page `here`."""
    rows: list[str] = []
    told: list[str] = []
    for page in library.pages:
        found = [use for use in uses if use.slug == page.slug]
        label = html(description.label(library.references[page.slug]))
        ticks = "".join(
            _tick(use, place, label, here) for use, place in zip(found, _places(found, page), strict=True)
        )
        rows.append(
            f'<div class="strip-row"><a href="{addresses.text(page.slug).seen_from(here)}">{label}</a>'
            f'<svg viewBox="0 0 {WIDTH} 24" preserveAspectRatio="none" role="group" '
            f'aria-label="{label}: {len(found)}">{_line(12)}{ticks}</svg></div>'
        )
        passages = ", ".join(dict.fromkeys(use.passage.label for use in found)) or "none"
        told.append(f'<tr><th scope="row">{label}</th><td>{len(found)}</td><td>{passages}</td></tr>')
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("Text", "Uses", "Passages"))
    head = f"<caption>Uses of this term by text</caption><thead><tr>{columns}</tr></thead>"
    table = f'<div class="unseen"><table class="told">{head}<tbody>{"".join(told)}</tbody></table></div>'
    return "\n".join(['<div class="strip">', *rows, table, "</div>"])


def small_strip(uses: Sequence[Use], library: Library) -> str:
    """Return all texts side by side in one small drawing, for those who see it."""
    share = WIDTH / max(1, len(library.pages))
    parts: list[str] = []
    for index, page in enumerate(library.pages):
        left = index * share
        parts.append(f'<path d="M{left + 8:.0f} 12H{left + share - 8:.0f}" class="line"/>')
        here = [use for use in uses if use.slug == page.slug]
        inner = share - 16
        parts += [
            f'<path d="M{left + 8 + place * inner / WIDTH:.0f} 4V20"/>' for place in _places(here, page)
        ]
    box = f'viewBox="0 0 {WIDTH} 24" preserveAspectRatio="none"'
    return f'<svg class="small-strip" {box} aria-hidden="true">{"".join(parts)}</svg>'


def _tick(use: Use, place: float, label: str, here: Address) -> str:
    href = addresses.passage(use.slug, use.passage).seen_from(here)
    spoken = f"{label}, {use.passage.name}"
    return f'<a href="{href}" aria-label="{spoken}"><path d="M{place:.0f} 3V21"/><title>{spoken}</title></a>'


def _line(height: int) -> str:
    return f'<path d="M0 {height}H{WIDTH}" class="line"/>'


def _places(uses: Iterable[Use], page: Page) -> list[float]:
    """Where uses stand in the text, from 0 to `WIDTH`, by the letters before them."""
    begins: dict[Anchor, int] = {}
    length = 0
    for passage in page.passages:
        begins[passage.id] = length
        length += len(passage.text)
    return [WIDTH * (begins[use.passage] + use.start) / max(1, length) for use in uses]
