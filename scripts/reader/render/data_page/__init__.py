"""The page of data: `docs/data.md`. What it lists of files and columns is filled in when they are made."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, addresses
from reader.model.markup import HTML
from reader.render.data_page import phrases
from reader.render.data_page.code import PANDAS, R
from reader.render.markup import Block, Markdown, document, fenced, front_matter, section, title
from reader.words.speech import Said

LINK = HTML('<a href="{to}">{name}</a>')
PARAGRAPH = HTML("<p>{}</p>")
ITEM = HTML("<li>{}</li>")
LIST = HTML("<ul>\n{}\n</ul>")
PLACE = HTML('<div id="{}"></div>')  # where the site puts what it has made
FORMATS = (
    (".json", phrases.FORMAT_JSON),
    (".tei.xml", phrases.FORMAT_TEI),
    (".txt", phrases.FORMAT_TXT),
    (".annotations.json", phrases.FORMAT_ANNOTATIONS),
    (".linkset.json", phrases.FORMAT_LINKSET),
)


def data_page(library: Library) -> Markdown:
    """Return the Markdown of the page of data."""
    url = addresses.DATA_PAGE.absolute(library.site_url if library.site_url != "/" else "")
    return document(
        [
            front_matter(title=phrases.DATA, description=phrases.DATA_TOLD),
            title(phrases.DATA),
            PARAGRAPH.format(HTML.say(phrases.DATA_INTRO, manifest=_file("manifest.json", phrases.MANIFEST))),
            section(phrases.IN_THREE_LINES, "three-lines"),
            Markdown.escape(phrases.PANDAS_TOLD),
            fenced(PANDAS.format(url=url).rstrip()),
            Markdown.escape(phrases.R_TOLD),
            fenced(R.format(url=url).rstrip()),
            section(phrases.TABLES, "tables"),
            PARAGRAPH.format(HTML.say(phrases.TABLES_INTRO, package=_file("datapackage.json"))),
            PLACE.format("table-list"),
            section(phrases.FORMATS, "formats"),
            LIST.format(HTML("\n").join(ITEM.format(one) for one in _whole())),
            *_each(library),
            section(phrases.FILES, "files"),
            PLACE.format("file-list"),
        ]
    )


def _whole() -> Iterator[HTML]:
    """What there is of the whole reader."""
    yield HTML.say(phrases.BOOK_TOLD, file=_file("reader.epub"))
    yield HTML.say(phrases.CORPUS_TOLD, file=_file("corpus.tei.xml"))
    yield HTML.say(phrases.GLOSSARY_TOLD, file=_file("glossary.json"))
    yield HTML.say(
        phrases.RECORDS_TOLD,
        bibtex=_file("references.bib", "BibTeX"),
        ris=_file("references.ris", "RIS"),
        csl=_file("references.json", "CSL-JSON"),
        folder=_file("references/"),
    )


def _each(library: Library) -> Iterator[Block]:
    """What there is of each text."""
    yield PARAGRAPH.format(phrases.EACH_TEXT)
    rows = []
    for end, told in FORMATS:
        links = HTML(", ").join(_file(f"texts/{page.slug}{end}", page.slug) for page in library.pages)
        if len(library.pages) > library.limits.rows:
            links = HTML.say(
                phrases.IN_FOLDER, files=HTML("<code>…{}</code>").format(end), folder=_file("texts/")
            )
        words = (
            HTML.say(told, schema=_file("texts/schema.json"))
            if "{schema}" in str(told)
            else HTML.escape(told)
        )
        rows.append(ITEM.format(HTML("{}: {}").format(words, links)))
    yield LIST.format(HTML("\n").join(rows))


def _file(path: str, name: Said = "") -> HTML:
    """A link to a file, which lies beside the page."""
    return LINK.format(to=path, name=name or path)
