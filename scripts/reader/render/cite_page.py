"""Citations of every passage of a text, for those without scripts: `docs/cite/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, Passage, addresses
from reader.model.markup import HTML
from reader.references import citation
from reader.render import phrases
from reader.render.languages import title_of, within
from reader.render.markup import Markdown, document, front_matter, title
from reader.words.sentences import opening

PLACE = HTML('<p><a href="{href}">{place}</a> {words}</p>')
CITED = HTML('<p class="cited"><span class="style">{style}</span> {sentence}</p>')
FILE = HTML('<a href="{file}.{end}" aria-label="{spoken}">{name}</a>')


def cite_page(page: Page, library: Library) -> Markdown:
    """Return the Markdown of the citations of one text."""
    name, here = library.references[page.slug].title, addresses.citations(page.slug)
    shown = title_of(page.slug, library, Markdown)
    text = Markdown("[{}]({})").format(shown, addresses.text(page.slug).in_docs(here))
    return document(
        [
            front_matter(
                title=phrases.CITE_OF.format(title=name), description=phrases.CITE_OF_TOLD.format(title=name)
            ),
            title(phrases.CITE_THIS),
            Markdown.say(phrases.CITE_INTRO, text=text),
            *(HTML("\n").join(_passage(page, passage, library)) for passage in page.passages),
        ]
    )


def _passage(page: Page, passage: Passage, library: Library) -> Iterator[HTML]:
    cited = citation.Cited(page, [passage])
    here = addresses.citations(page.slug)
    yield HTML('<div class="cite" id="{}">').format(passage.id)
    yield PLACE.format(
        href=addresses.passage(page.slug, passage.id, passage.revision).seen_from(here),
        place=cited.place[0].upper() + cited.place[1:],
        words=within(opening(passage.text, 80), passage.language, HTML),
    )
    yield HTML("<details><summary>{}</summary>").format(phrases.CITATIONS)
    for style, formatted in library.styled.items():
        sentence = citation.cite_html(library, cited, formatted[page.slug]).strip()
        yield CITED.format(style=citation.STYLES.get(style, style), sentence=sentence)
    file = addresses.data(f"cite/{page.slug}/{passage.id}").seen_from(here)
    links = [
        FILE.format(
            file=file, end=end, spoken=phrases.FILE_OF.format(format=name, what=cited.place), name=name
        )
        for end, name in (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
    ]
    yield HTML('<p class="takeaway">{}</p>').format(HTML(" · ").join(links))
    yield HTML("</details>")
    yield HTML("</div>")
