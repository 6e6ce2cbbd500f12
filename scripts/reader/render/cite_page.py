"""Citations of every passage of a text, for those without scripts: `docs/cite/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, Passage, addresses
from reader.references import citation
from reader.render.escape import front_matter, html, inline
from reader.words.sentences import opening


def cite_page(page: Page, library: Library) -> str:
    """Return the Markdown of the citations of one text."""
    title, here = library.references[page.slug].get("title"), addresses.citations(page.slug)
    head = front_matter(title=f"Cite: {title}", description=f"Citations of each passage of {title}")
    intro = (
        f"Citations of each passage of [{inline(title)}]({addresses.text(page.slug).in_docs(here)}), "
        "in four styles and for reference managers. The link carries the revision of the passage: should its "
        "words ever change, the page will say so."
    )
    parts = [head.rstrip(), "# Cite this text", intro]
    parts += ["\n".join(_passage(page, passage, library)) for passage in page.passages]
    return "\n\n".join(parts) + "\n"


def _passage(page: Page, passage: Passage, library: Library) -> Iterator[str]:
    cited = citation.Cited(page, [passage])
    here = addresses.citations(page.slug)
    link = addresses.passage(page.slug, passage.id, passage.revision).seen_from(here)
    words = html(opening(passage.text, 80))
    yield f'<div class="cite" id="{passage.id}">'
    yield f'<p><a href="{link}">{cited.place[0].upper() + cited.place[1:]}</a> {words}</p>'
    yield "<details><summary>Citations</summary>"
    for style, formatted in library.styled.items():
        sentence = citation.cite(library, cited, "html", formatted[page.slug]).strip()
        name = html(citation.STYLES.get(style, style))
        yield f'<p class="cited"><span class="style">{name}</span> {sentence}</p>'
    files = addresses.data(f"cite/{page.slug}/{passage.id}").seen_from(here)
    forms = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
    links = [
        f'<a href="{files}.{end}" aria-label="{name} of {cited.place}">{name}</a>' for end, name in forms
    ]
    yield f'<p class="takeaway">{" · ".join(links)}</p>'
    yield "</details>"
    yield "</div>"
