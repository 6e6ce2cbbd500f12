"""The page of the apparatus of a text: `docs/apparatus/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.history import apparatus
from reader.model import Correction, Emendation, Library, Page, Sic, Supply, addresses
from reader.render.escape import front_matter, html, inline
from reader.render.raw_view import raw_table
from reader.words.signs import visible


def apparatus_page(page: Page, library: Library) -> str:
    """Return the Markdown of the apparatus of one text."""
    title = library.references[page.slug].get("title")
    here = addresses.apparatus(page.slug)
    parts = [
        front_matter(
            title=f"Apparatus: {title}", description=f"Every change made to the raw text of {title}"
        ).rstrip(),
        "# Apparatus",
        "Every difference between the raw text, as it was received, and the reading text of "
        f"[{inline(title)}]({addresses.text(page.slug).in_docs(here)}). Undoing all of them gives "
        "the raw text back byte for byte. Line numbers are those of the raw text.",
        *_corrections(page),
        *_supplied(page),
        *_kept(page),
        *_cuts(page),
        *_regularised(page),
        *raw_table(page),
    ]
    return "\n\n".join(parts) + "\n"


def apparatus_index(library: Library) -> str:
    """Return the Markdown of the list of apparatuses."""
    links = [
        f"- [{inline(library.references[page.slug].get('title'))}]({page.slug}.md)" for page in library.pages
    ]
    head = front_matter(title="Apparatus", description="What was changed in each text").rstrip()
    return "\n\n".join([head, "# Apparatus", "What was changed in each text.", "\n".join(links)]) + "\n"


def _corrections(page: Page) -> Iterator[str]:
    found = [one for one in page.emendations if isinstance(one.entry, Correction)]
    yield "## Corrections {#corrections}"
    if not found:
        yield "No word of the raw text has been changed."
    for one in found:
        entry = one.entry
        if isinstance(entry, Correction):
            change = f"<del>{_shown(entry.find)}</del> <ins>{_shown(entry.replace)}</ins>"
            yield _item(one, page, entry.line, change, entry.reason)


def _supplied(page: Page) -> Iterator[str]:
    found = [one for one in page.emendations if isinstance(one.entry, Supply)]
    if found:
        yield "## Supplied by the editors {#supplied}"
    for one in found:
        if isinstance(one.entry, Supply):
            yield _item(one, page, one.entry.before, f"<ins>{_shown(one.entry.text)}</ins>", one.entry.reason)


def _kept(page: Page) -> Iterator[str]:
    found = [one for one in page.emendations if isinstance(one.entry, Sic)]
    yield "## Kept as it stands [*sic*] {#sic}"
    if not found:
        yield "Nothing that looks like a mistake has been noted."
    for one in found:
        if isinstance(one.entry, Sic):
            yield _item(one, page, one.entry.line, f"<q>{_shown(one.entry.find)}</q>", one.entry.reason)


def _item(one: Emendation, page: Page, line: int, change: str, reason: str) -> str:
    place = one.id if isinstance(one.entry, Correction) else one.passage
    href = addresses.text(page.slug).at(place).seen_from(addresses.apparatus(page.slug))
    return (
        f'<div class="change" id="{one.id}">\n'
        f'<p>{change}</p>\n<p class="where"><a href="{href}">{one.passage.name}</a>, '
        f"raw line {line}: {html(reason)}.</p>\n</div>"
    )


def _cuts(page: Page) -> Iterator[str]:
    yield "## Cuts {#cuts}"
    if page.withheld:
        yield "The cuts are not listed, since not all words of this text are shown."
        return
    found = apparatus.cuts(page)
    if not found:
        yield "No line of the raw text has been left out."
    for cut in found:
        first, last = cut.lines
        lines = f"line {first}" if first == last else f"lines {first}–{last}"
        words = "\n".join(html(visible(line)) for line in cut.words.splitlines() if line.strip())
        yield (
            f'<div class="change" id="line-{first}">\n<p class="where">Raw {lines}, {cut.kind}: '
            f'{html(cut.reason)}.</p>\n<pre class="cut">{words}</pre>\n</div>'
        )


def _regularised(page: Page) -> Iterator[str]:
    yield "## Regularisations {#regularisations}"
    found = apparatus.regularised(page)
    if not found:
        yield "Spaces, quotation marks and line ends stand as in the raw text."
        return
    yield "Made by rule; none of them touches a letter or a digit."
    rows = [f"<tr><td>{html(one.does)}</td><td>{one.times:,}</td></tr>" for one in found]
    head = '<thead><tr><th scope="col">Rule</th><th scope="col">Times</th></tr></thead>'
    yield "\n".join(["<table>", head, "<tbody>", *rows, "</tbody>", "</table>"])
    signs = apparatus.signs(page)
    if signs:
        yield "Control characters of the raw text, shown as visible signs:"
        rows = [
            f"<li>{html(one.name)}, shown as {html(one.sign)}: {one.times:,} times, raw lines "
            f"{', '.join(map(str, one.lines))}{' …' if one.times > len(one.lines) else ''}</li>"
            for one in signs
        ]
        yield "\n".join(["<ul>", *rows, "</ul>"])


def _shown(words: str) -> str:
    """Raw words with what would be unseen, or would act on the page, made visible."""
    return html(visible(words)).replace("\n", '<span class="line-end">⏎</span> ')
