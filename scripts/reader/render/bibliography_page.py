"""The bibliography: `docs/bibliography.md`, every entry with the passages that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Library, Reference, addresses
from reader.model.markup import HTML
from reader.references import coins, description
from reader.references import phrases as of_references
from reader.render import left_pages, phrases
from reader.render.concordance import rows
from reader.render.languages import label_of, language_of, of_block, within
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.words.order import sort_key
from reader.words.speech import comma

HERE = addresses.BIBLIOGRAPHY
SECTIONS = (
    ("texts", phrases.THE_TEXTS),
    ("works", phrases.THE_WORKS),
    ("sources", phrases.THE_SOURCES),
)

KINDS = {  # for the filters that a script makes
    "article": phrases.ARTICLE,
    "book": phrases.BOOK,
    "collection": phrases.BOOK,
    "incollection": phrases.ARTICLE,
    "inproceedings": phrases.ARTICLE,
    "report": phrases.A_REPORT,
    "thesis": phrases.A_REPORT,
    "online": phrases.WEB_PAGE,
    "misc": phrases.DOCUMENT,
}
FORMATS = (("bib", "BibTeX"), ("ris", "RIS"))
LINK = HTML('<a href="{}">{}</a>')
ANNOTATION = HTML('<p class="annotation">{}</p>')
BETWEEN = HTML(" · ")


def bibliography_page(library: Library) -> Markdown:
    """Return the Markdown of the bibliography."""
    blocks: list[Block] = [
        front_matter(title=of_references.BIBLIOGRAPHY, description=phrases.BIBLIOGRAPHY_TOLD),
        title(of_references.BIBLIOGRAPHY),
        Markdown.say(phrases.BIBLIOGRAPHY_INTRO),
        _downloads(),
        _by_text(library),
    ]
    resting = _resting_on(library)
    texts = {page.slug for page in library.pages}
    ordered = sorted(library.references, key=lambda key: sort_key(library.formatted[key].plain))
    for name, words in SECTIONS:
        keys = [key for key in ordered if _section(key, texts, library) == name]
        if keys:
            blocks.append(section(words, name))
            blocks += [_entry(key, library, resting.get(key, ())) for key in keys]
    return document([*blocks, *left_pages.of_references(library)])


def _section(key: str, texts: set[str], library: Library) -> str:
    return "texts" if key in texts else "works" if key in library.cited else "sources"


def _downloads() -> HTML:
    files = BETWEEN.join(
        LINK.format(addresses.data(f"references.{end}").seen_from(HERE), name)
        for end, name in (*FORMATS, ("json", "CSL-JSON"))
    )
    told = HTML.say(phrases.WHOLE_BIBLIOGRAPHY, files=files)
    return HTML('<p class="downloads">{}</p>').format(told)


def _by_text(library: Library) -> HTML:
    """Links to the works that each text cites; a script makes filters of them."""
    citing = {use.slug for uses in library.cited.values() for use in uses}
    links = [
        HTML('<a href="{}" data-text="{}">{}</a>').format(
            addresses.text(page.slug).at("works-cited").seen_from(HERE),
            page.slug,
            label_of(page.slug, library, HTML),
        )
        for page in library.pages
        if page.slug in citing
    ]
    if not links:
        return HTML()
    told = HTML.say(phrases.CITED_IN_ONE, texts=BETWEEN.join(links))
    return HTML('<p class="by-text">{}</p>').format(told)


def _entry(key: str, library: Library, resting: Iterable[HTML]) -> HTML:
    record = library.references[key]
    opening = HTML('<div class="entry" id="{id}" data-kind="{kind}" data-texts="{texts}">').format(
        id=record.address,
        kind=KINDS.get(record.type, phrases.DOCUMENT),
        texts=" ".join(dict.fromkeys(use.slug for use in library.cited.get(key, ()))),
    )
    entry = HTML("<p{}>{}{}</p>").format(
        of_block(language_of(key, library)), library.formatted[key].entry, coins.span(record)
    )
    lines = [opening, entry]
    if key in library.page:
        link = LINK.format(addresses.text(key).seen_from(HERE), phrases.READ)
        lines.append(HTML('<p class="read">{}</p>').format(link))
    if remark := record.get("annotation"):
        lines.append(ANNOTATION.format(remark))
    lines += _never_cited(key, library)
    cited = list(_cited_by(key, library))
    if cited:
        lines += [HTML('<ul class="cited-by">'), *cited, HTML("</ul>")]
    if places := list(resting):
        told = HTML.say(phrases.SOURCE_FOR, places=HTML.escape(comma()).join(places))
        lines.append(HTML('<p class="rests">{}</p>').format(told))
    return HTML("\n").join([*lines, _takeaway(record), HTML("</div>")])


def _takeaway(record: Reference) -> HTML:
    """The entry in the formats of reference managers, named for those who hear the link alone."""
    files = addresses.data(f"references/{record.address}").seen_from(HERE)
    link = HTML('<a href="{file}.{end}" aria-label="{spoken}">{name}</a>')
    links = [
        link.format(
            file=files, end=end, name=name, spoken=phrases.FILE_OF.format(format=name, what=record.key)
        )
        for end, name in FORMATS
    ]
    return HTML('<p class="takeaway">{}</p>').format(BETWEEN.join(links))


def _never_cited(key: str, library: Library) -> Iterator[HTML]:
    """Say of a work that a text lists among its references and never cites that it does so."""
    uses = library.cited.get(key, ())
    for slug in dict.fromkeys(use.slug for use in uses):
        if all(library.passage(use).kind == "reference" for use in uses if use.slug == slug):
            label = description.label(library.references[slug])
            yield ANNOTATION.format(phrases.NEVER_CITED.format(text=label))


def _cited_by(key: str, library: Library) -> Iterator[HTML]:
    for row in rows(library.cited.get(key, ()), library):
        label = label_of(row.slug, library, HTML)
        place = HTML.say(phrases.PLACE, text=label, place=row.passage.label)
        link = LINK.format(addresses.passage(row.slug, row.passage).seen_from(HERE), place)
        yield HTML("<li>{}: {}</li>").format(link, within(row.marked(HTML), row.language, HTML))


def _resting_on(library: Library) -> dict[str, list[HTML]]:
    """Where definitions and notes cite each reference, as links."""
    resting: dict[str, list[HTML]] = {}

    def add(keys: Iterable[str], link: HTML) -> None:
        for key in dict.fromkeys(keys):
            if link not in resting.setdefault(key, []):
                resting[key].append(link)

    for term in library.terms:
        keys = [*term.references, *(key for since in term.since for key in since.references)]
        add(keys, LINK.format(addresses.term(term.id).seen_from(HERE), term.short or term.name))
    for page in library.pages:
        label = label_of(page.slug, library, HTML)
        for note in page.notes:
            place = HTML.say(phrases.PLACE, text=label, place=note.id.name)
            link = LINK.format(addresses.passage(page.slug, note.id).seen_from(HERE), place)
            add(note.note.body.keys(), link)
    return resting
