"""The page of a text: `docs/texts/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Anchor, CalledFootnote, Library, Page, Passage, addresses
from reader.model.markup import HTML
from reader.references import description, metadata
from reader.references import phrases as of_references
from reader.render import phrases, retired
from reader.render.mark_writer import HtmlMarkWriter, MarkWriter
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.render.raw_view import language
from reader.render.text_foot import text_foot

LONGEST = 20_000  # letters of a passage that Markdown is asked to read
ALTERNATES = (
    ("application/json", "JSON", "data/texts/{}.json"),
    ("application/tei+xml", "TEI", "data/texts/{}.tei.xml"),
    ("text/plain", phrases.PLAIN_TEXT, "data/texts/{}.txt"),
    ("application/ld+json", phrases.WEB_ANNOTATIONS, "data/texts/{}.annotations.json"),
    ("application/x-bibtex", "BibTeX", "data/references/{}.bib"),
    ("application/x-research-info-systems", "RIS", "data/references/{}.ris"),
)
LINK = HTML('<a href="{}">{}</a>')
FACT = HTML("<div><dt>{}</dt><dd>{}</dd></div>")
RIGHTS = HTML('<div class="rights"><dt>{}</dt><dd>{}</dd></div>')
NUMBER = Markdown('[](#{id}){{.number data-n="{number}" data-raw="{raw}" aria-label="{spoken}"}}')
HTML_NUMBER = HTML(
    '<a class="number" href="#{id}" data-n="{number}" data-raw="{raw}" aria-label="{spoken}"></a>'
)


def text_page(page: Page, library: Library) -> Markdown:
    """Return the Markdown of the page of one text."""
    name = library.references[page.slug].title
    return document(
        [
            _front_matter(page, library, name),
            title(name),
            *_head(page, library),
            *_body(page, library),
            *text_foot(page, library),
        ]
    )


def _front_matter(page: Page, library: Library, name: str) -> Markdown:
    return front_matter(
        title=name,
        description=page.source.about.summary or phrases.TEXT_TOLD.format(title=name),
        template="text.html",
        slug=page.slug,
        metadata=metadata.highwire(page, library),
        alternates=[(kind, label, path.format(page.slug)) for kind, label, path in ALTERNATES],
        json_ld=metadata.json_ld(page, library),
    )


def _head(page: Page, library: Library) -> Iterator[HTML]:
    record = library.references[page.slug]
    missing = HTML('<span class="missing">{}</span>').format(of_references.AUTHOR_MISSING)
    venue = description.venue(record)
    yield HTML('<p class="byline">{author}<br>{venue}{date}</p>').format(
        author=description.authors(record) or missing,
        venue=HTML("<cite>{}</cite>, ").format(venue) if venue else HTML(),
        date=description.date(record) or of_references.DATE_MISSING,
    )
    here = addresses.text(page.slug)
    length = phrases.LENGTH_TOLD.format(
        words=page.words, minutes=phrases.MINUTES.counted(description.minutes(page))
    )
    url = record.get("url")
    source = LINK.format(url, _host(url)) if url else of_references.ADDRESS_MISSING
    edition = LINK.format(addresses.CHANGES.seen_from(here), library.edition)
    citations = LINK.format(addresses.citations(page.slug).seen_from(here), phrases.CITE_TOLD)
    apparatus = LINK.format(addresses.apparatus(page.slug).seen_from(here), phrases.TEXT_CHANGES)
    yield HTML("\n").join(
        [
            HTML('<dl class="facts">'),
            FACT.format(phrases.LENGTH, length),
            FACT.format(phrases.SOURCE, source),
            FACT.format(phrases.EDITION, edition),
            FACT.format(phrases.CITE, citations),
            FACT.format(phrases.TEXT, HTML.say(phrases.TEXT_CLEANED, apparatus=apparatus)),
            RIGHTS.format(phrases.RIGHTS, page.source.about.rights.statement),
            HTML("</dl>"),
        ]
    )


def _body(page: Page, library: Library) -> Iterator[Block]:
    """The passages in their order; the notes of the source, which stand behind the others, have a heading."""
    yield from retired.of_passages(page, None)
    yield from retired.of_withheld(page)
    yield from retired.of_pages(page, library)
    writers = MarkWriter(page), HtmlMarkWriter(page)
    back = _ways_back(page)
    headed = False
    for passage in page.passages:
        yield from retired.of_passages(page, passage.id)
        if passage.after_pause:
            yield HTML('<hr class="pause">')
        if passage.kind == "footnote" and not headed:
            yield section(phrases.FOOTNOTES, "notes-of-source")
            headed = True
        long = len(passage.text) > LONGEST and passage.kind != "heading"
        note = back.get(passage.id)
        yield _long(passage, page, writers[1], note) if long else _passage(passage, page, writers[0], note)


def _ways_back(page: Page) -> dict[Anchor, CalledFootnote]:
    """The notes by the last of their passages, from which a link leads back to the place that calls them."""
    return {one.passages[-1]: one for one in page.footnotes if one.called_in in page.by_anchor}


def _passage(passage: Passage, page: Page, writer: MarkWriter, note: CalledFootnote | None) -> Markdown:
    tag = page.source.about.language
    lang = Markdown() if tag == "en" else Markdown(' lang="{}" dir="auto"').format(tag)
    heading = passage.kind == "heading"
    sign = NUMBER.format(
        id=passage.id,
        number="§" if heading else passage.number,
        raw=passage.raw[0],
        spoken=_name(passage),
    )
    words = writer.write(passage)
    if heading:
        line = Markdown("## {sign}{words} {{#{id} .passage{lang}}}")
        return line.format(sign=sign, words=words, id=passage.id, lang=lang)
    return Markdown("{sign}{words}\n{{: #{id} .passage{kind}{lang}}}").format(
        sign=sign,
        words=words if note is None else words + writer.back(note),
        id=passage.id,
        kind=Markdown() if passage.kind == "paragraph" else Markdown(" .{}").format(passage.kind),
        lang=lang,
    )


def _long(passage: Passage, page: Page, writer: HtmlMarkWriter, note: CalledFootnote | None) -> HTML:
    sign = HTML_NUMBER.format(
        id=passage.id,
        number=passage.number,
        raw=passage.raw[0],
        spoken=_name(passage),
    )
    words = writer.write(passage)
    return HTML('<p id="{id}" class="{kind}"{lang}>{sign}{words}</p>').format(
        id=passage.id,
        kind="passage" if passage.kind == "paragraph" else f"passage {passage.kind}",
        lang=language(page),
        sign=sign,
        words=words if note is None else words + writer.back(note),
    )


def _name(passage: Passage) -> str:
    """What a passage is called where only its number stands."""
    if passage.kind == "footnote":
        return phrases.FOOTNOTE.format(number=passage.number)
    return passage.id.name.capitalize()


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
