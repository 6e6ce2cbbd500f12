"""Citations of every passage of a text, for those without scripts: `docs/cite/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, Passage, addresses
from reader.model.markup import HTML
from reader.references import citation, coins
from reader.references.citation import Sentences
from reader.references.cited import Cited, of_print
from reader.references.offered import name_of
from reader.references.style_files import find
from reader.render import phrases
from reader.render.elsewhere import elsewhere
from reader.render.languages import title_of, within
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.words.sentences import opening

WHOLE = "text"  # the anchor of the whole text, and the name of its files
PLACE = HTML('<p><a href="{href}">{place}</a> {words}</p>')
CITED = HTML('<p class="cited"><span class="style">{style}</span> {sentence}</p>')
FORM = HTML('<p class="cited form"><span class="style">{style}</span> {sentence}</p>')
FILE = HTML('<a href="{file}.{end}" aria-label="{spoken}">{name}</a>')
FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))


def cite_page(page: Page, library: Library) -> Markdown:
    """Return the Markdown of the citations of one text: the whole, its passages, the pages of its print."""
    name, here = library.references[page.slug].title, addresses.citations(page.slug)
    shown = title_of(page.slug, library, Markdown)
    said = Sentences(library, page.slug)
    text = Markdown("[{}]({})").format(shown, addresses.text(page.slug).in_docs(here))
    return document(
        [
            front_matter(
                title=phrases.CITE_OF.format(title=name), description=phrases.CITE_OF_TOLD.format(title=name)
            ),
            title(phrases.CITE_THIS),
            Markdown.say(phrases.CITE_INTRO, text=text),
            section(phrases.WHOLE_TEXT, WHOLE),
            HTML("\n").join(_whole(page, library, said)),
            section(phrases.ITS_PASSAGES, "passages"),
            *(HTML("\n").join(_passage(page, passage, library, said)) for passage in page.passages),
            *_of_print(page, library, said),
        ]
    )


def _whole(page: Page, library: Library, said: Sentences) -> Iterator[HTML]:
    record = library.references[page.slug]
    yield HTML('<div class="cite">{}').format(coins.span(record, page.source.about.language))
    yield from _citations(Cited(record, page), library, said)
    yield HTML("</div>")


def _passage(page: Page, passage: Passage, library: Library, said: Sentences) -> Iterator[HTML]:
    cited = Cited(library.references[page.slug], page, [passage])
    here = addresses.citations(page.slug)
    yield from _place(cited, page, within(opening(passage.text, 80), passage.language, HTML), library, said)
    if lives := elsewhere(page, passage, library, here):
        yield lives
    yield HTML("</div>")


def _of_print(page: Page, library: Library, said: Sentences) -> Iterator[Block]:
    """The pages of the print, where the text has some."""
    if page.print_pages:
        yield section(phrases.ITS_PAGES, "pages")
    for at in range(len(page.print_pages)):
        cited = of_print(library.references[page.slug], page, at, at)
        yield HTML("\n").join([*_place(cited, page, HTML(), library, said), HTML("</div>")])


def _place(cited: Cited, page: Page, words: HTML, library: Library, said: Sentences) -> Iterator[HTML]:
    """A place in a text with its citations; the element stays open."""
    address = addresses.passage(page.slug, cited.anchor, cited.revision)
    yield HTML('<div class="cite" id="{}">').format(cited.anchor)
    yield PLACE.format(
        href=address.seen_from(addresses.citations(page.slug)),
        place=cited.place[0].upper() + cited.place[1:],
        words=words,
    )
    yield HTML("<details><summary>{}</summary>").format(phrases.CITATIONS)
    yield from _citations(cited, library, said)
    yield HTML("</details>")


def _citations(cited: Cited, library: Library, said: Sentences) -> Iterator[HTML]:
    """All citations of a text or a passage: in each style, then for reference managers."""
    for style in library.styled:
        for form, words in citation.FORMS.items():
            if form == "note" and not find(style).in_notes:
                continue  # it says no more than the form in the text
            sentence = said.of(cited, style, form)
            if form == "bibliography":
                yield CITED.format(style=name_of(style), sentence=sentence)
            else:
                yield FORM.format(style=words, sentence=sentence)
    name = cited.anchor if cited.is_place else WHOLE
    file = addresses.data(f"cite/{cited.record.key}/{name}").seen_from(addresses.citations(cited.record.key))
    what = cited.place or cited.name
    links = [
        FILE.format(file=file, end=end, spoken=phrases.FILE_OF.format(format=name, what=what), name=name)
        for end, name in FORMATS
    ]
    yield HTML('<p class="takeaway">{}</p>').format(HTML(" · ").join(links))
