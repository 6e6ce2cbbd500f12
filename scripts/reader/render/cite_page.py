"""Citations of every passage of a text, for those without scripts: `docs/cite/<slug>.md`.

Where the text is long, the citations are divided among pages; the first keeps the place of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from reader.model import Library, Page, Passage, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import citation, coins
from reader.references.citation import Sentences
from reader.references.cited import Cited, of_print
from reader.references.offered import name_of
from reader.references.style_files import find
from reader.render import phrases
from reader.render.elsewhere import elsewhere
from reader.render.languages import title_of, within
from reader.render.markup import Block, Markdown, front_matter, section, title
from reader.render.paging import Item, Sheet, documents, sheets, titled
from reader.render.places_elsewhere import SCRIPT, Place, taken
from reader.render.places_elsewhere import elsewhere as further
from reader.words.sentences import opening
from reader.words.speech import numbered

WHOLE = "text"  # the anchor of the whole text, and the name of its files
PLACE = HTML('<p><a href="{href}">{place}</a> {words}</p>')
CITED = HTML('<p class="cited"><span class="style">{style}</span> {sentence}</p>')
FORM = HTML('<p class="cited form"><span class="style">{style}</span> {sentence}</p>')
FILE = HTML('<a href="{file}.{end}" aria-label="{spoken}">{name}</a>')
FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
GROUPS = {"passages": phrases.ITS_PASSAGES, "pages": phrases.ITS_PAGES}


def cite_sheets(page: Page, library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the citations of one text: the whole, its passages, the pages of its print."""
    return _Citations(page, library).pages()


class _Citations:
    """The citations of one text."""

    def __init__(self, page: Page, library: Library) -> None:
        self.page, self.library = page, library
        self.record = library.references[page.slug]
        self.said = Sentences(library, page.slug)
        self.at = addresses.citations(page.slug)

    def pages(self) -> Iterator[tuple[Address, Markdown]]:
        """Yield its pages with their addresses."""
        items, limits = [*self._items()], self.library.limits
        links = taken(len(items), sum(item.size for item in items), limits)
        every = sheets(items, limits.part, taken=links)
        return documents(self.at, every, partial(self._blocks, every=every))

    def _items(self) -> Iterator[Item[Passage | Cited]]:
        """What can be cited; the citations of a passage take what those of any other do."""
        passages = self.page.passages
        size = len(HTML("\n").join(self._passage(passages[0], self.at))) if passages else 0
        for passage in passages:
            yield Item("passages", passage, size)
        for at in range(len(self.page.print_pages)):
            yield Item("pages", of_print(self.record, self.page, at, at), size)

    def _blocks(
        self, sheet: Sheet[Passage | Cited], here: Address, every: list[Sheet[Passage | Cited]]
    ) -> Iterator[Block]:
        name = self.record.title
        leads_on = {"scripts": [SCRIPT]} if sheet.number == 1 < sheet.of else {}
        yield front_matter(
            title=titled(phrases.CITE_OF.format(title=name), sheet.number),
            description=phrases.CITE_OF_TOLD.format(title=name),
            **leads_on,
        )
        yield title(phrases.CITE_THIS)
        shown = title_of(self.page.slug, self.library, Markdown)
        text = Markdown("[{}]({})").format(shown, addresses.text(self.page.slug).in_docs(here))
        yield Markdown.say(phrases.CITE_INTRO, text=text)
        if sheet.number == 1:
            yield section(phrases.WHOLE_TEXT, WHOLE)
            yield HTML("\n").join(self._whole())
            yield from further(here, [_places(one) for one in every], self.library.limits.places)
        groups = dict(sheet.groups)
        if sheet.number == 1:
            groups.setdefault("passages", [])
        for group, found in groups.items():
            yield section(GROUPS[group], group)
            yield from (HTML("\n").join(self._written(one, here)) for one in found)

    def _written(self, one: Passage | Cited, here: Address) -> Iterator[HTML]:
        if isinstance(one, Passage):
            return self._passage(one, here)
        return chain(self._place(one, HTML(), here), [HTML("</div>")])

    def _whole(self) -> Iterator[HTML]:
        yield HTML('<div class="cite">{}').format(coins.span(self.record, self.page.source.about.language))
        yield from self._citations(Cited(self.record, self.page), self.at)
        yield HTML("</div>")

    def _passage(self, passage: Passage, here: Address) -> Iterator[HTML]:
        cited = Cited(self.record, self.page, [passage])
        yield from self._place(cited, within(opening(passage.text, 80), passage.language, HTML), here)
        if lives := elsewhere(self.page, passage, self.library, here):
            yield lives
        yield HTML("</div>")

    def _place(self, cited: Cited, words: HTML, here: Address) -> Iterator[HTML]:
        """A place in a text with its citations; the element stays open."""
        address = addresses.passage(self.page.slug, cited.anchor, cited.revision)
        yield HTML('<div class="cite" id="{}">').format(cited.anchor)
        yield PLACE.format(
            href=address.seen_from(here), place=cited.place[0].upper() + cited.place[1:], words=words
        )
        yield HTML("<details><summary>{}</summary>").format(phrases.CITATIONS)
        yield from self._citations(cited, here)
        yield HTML("</details>")

    def _citations(self, cited: Cited, here: Address) -> Iterator[HTML]:
        """All citations of a text or a passage: in each style, then for reference managers."""
        for style in self.library.styled:
            for form, words in citation.FORMS.items():
                if form == "note" and not find(style).in_notes:
                    continue  # it says no more than the form in the text
                sentence = self.said.of(cited, style, form)
                if form == "bibliography":
                    yield CITED.format(style=name_of(style), sentence=sentence)
                else:
                    yield FORM.format(style=words, sentence=sentence)
        name = cited.anchor if cited.is_place else WHOLE
        file = addresses.data(f"cite/{cited.record.key}/{name}").seen_from(here)
        what = cited.place or cited.name
        links = [
            FILE.format(file=file, end=end, spoken=phrases.FILE_OF.format(format=name, what=what), name=name)
            for end, name in FORMATS
        ]
        yield HTML('<p class="takeaway">{}</p>').format(HTML(" · ").join(links))


def _places(sheet: Sheet[Passage | Cited]) -> list[Place]:
    begun = [Place(group, str(GROUPS[group]), linked=True) for group in sheet.begins]
    return begun + [_linked(item.what) for item in sheet.items]


def _linked(one: Passage | Cited) -> Place:
    if isinstance(one, Passage):
        return Place(str(one.id), numbered(f"§{one.id.label}" if one.kind == "heading" else one.number))
    return Place(one.anchor, one.place)
