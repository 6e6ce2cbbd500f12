"""The page of a text: `docs/texts/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, addresses
from reader.model.markup import HTML
from reader.references import coins, description, metadata
from reader.references import phrases as of_references
from reader.render import phrases
from reader.render.languages import language_of, of_block, of_heading
from reader.render.markup import Markdown, document, front_matter, title
from reader.render.text_body import text_body
from reader.render.text_foot import text_foot
from reader.words.languages import comma, direction
from reader.words.speech import language, numbered

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


def text_page(page: Page, library: Library) -> Markdown:
    """Return the Markdown of the page of one text."""
    name, tag = library.references[page.slug].title, language_of(page.slug, library)
    return document(
        [
            _front_matter(page, library, name),
            Markdown("# {}{}").format(name, _language(tag)) if tag != language() else title(name),
            *_head(page, library),
            *text_body(page, library),
            *text_foot(page, library),
        ]
    )


def _front_matter(page: Page, library: Library, name: str) -> Markdown:
    return front_matter(
        title=name,
        description=page.source.about.summary or phrases.TEXT_TOLD.format(title=name),
        template="text.html",
        slug=page.slug,
        **_languages(page, library),
        metadata=metadata.highwire(page, library),
        alternates=[(kind, label, path.format(page.slug)) for kind, label, path in ALTERNATES],
    )


def _languages(page: Page, library: Library) -> dict[str, object]:
    """What the frame of the page must know: the direction of the text, and the languages of its titles."""
    tag = language_of(page.slug, library)
    headings = {
        str(one.id): (one.language, direction(one.language))
        for one in page.passages
        if one.kind == "heading" and one.language != language()
    }
    known: dict[str, object] = {"languages": headings} if headings else {}
    if direction(page.language) != direction(language()):
        known["direction"] = direction(page.language)
    return known if tag == language() else known | {"title_language": (tag, direction(tag))}


def _language(tag: str) -> Markdown:
    """The attributes of a heading, where it is in another language than the pages."""
    return Markdown(" {{:{}}}").format(of_heading(tag)) if tag else Markdown()


def _head(page: Page, library: Library) -> Iterator[HTML]:
    record = library.references[page.slug]
    missing = HTML('<span class="missing">{}</span>').format(of_references.AUTHOR_MISSING)
    venue = description.venue(record)
    tag, authors = language_of(page.slug, library), description.authors(record)
    yield HTML('<p class="origin"{language}>{author}<br>{venue}{date}</p>').format(
        language=of_block(tag),
        author=authors or missing,
        venue=HTML("<cite>{}</cite>{}").format(venue, comma(tag)) if venue else HTML(),
        date=description.date(record, tag) or of_references.DATE_MISSING,
    )
    here = addresses.text(page.slug)
    length = phrases.LENGTH_TOLD.format(
        words=phrases.WORDS.counted(page.words), minutes=phrases.MINUTES.counted(description.minutes(page))
    )
    url = record.get("url")
    source = LINK.format(url, _host(url)) if url else of_references.ADDRESS_MISSING
    edition = LINK.format(addresses.CHANGES.seen_from(here), numbered(library.edition))
    citations = LINK.format(addresses.citations(page.slug).seen_from(here), phrases.CITE_TOLD)
    citations += coins.span(record, page.source.about.language)
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


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
