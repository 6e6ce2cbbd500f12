"""The page of a text: `docs/texts/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Library, Page, Passage, addresses
from reader.references import description, metadata
from reader.render import landings
from reader.render.escape import front_matter, heading, html
from reader.render.mark_writer import HtmlMarkWriter, MarkWriter
from reader.render.text_foot import text_foot

LONGEST = 20_000  # letters of a passage that Markdown is asked to read
ALTERNATES = (
    ("application/json", "JSON", "data/texts/{}.json"),
    ("application/tei+xml", "TEI", "data/texts/{}.tei.xml"),
    ("text/plain", "Plain text", "data/texts/{}.txt"),
    ("application/ld+json", "Web annotations", "data/texts/{}.annotations.json"),
    ("application/x-bibtex", "BibTeX", "data/references/{}.bib"),
    ("application/x-research-info-systems", "RIS", "data/references/{}.ris"),
)


def text_page(page: Page, library: Library) -> str:
    """Return the Markdown of the page of one text."""
    record = library.references[page.slug]
    title = record.get("title")
    return (
        "\n\n".join(
            [
                _front_matter(page, library, title),
                f"# {heading(title)}",
                *_head(page, library),
                *_body(page),
                *text_foot(page, library),
            ]
        )
        + "\n"
    )


def _front_matter(page: Page, library: Library, title: str) -> str:
    return front_matter(
        title=title,
        description=page.source.about.summary or f"{title}, as a reading text with notes",
        template="text.html",
        slug=page.slug,
        metadata=metadata.highwire(page, library),
        alternates=[(kind, name, path.format(page.slug)) for kind, name, path in ALTERNATES],
        json_ld=metadata.json_ld(page, library),
    ).rstrip()


def _head(page: Page, library: Library) -> Iterator[str]:
    record = library.references[page.slug]
    author = html(description.authors(record)) or '<span class="missing">author not established</span>'
    venue, date = html(description.venue(record)), html(description.date(record) or "date not established")
    cite = f"<cite>{venue}</cite>, " if venue else ""
    yield f'<p class="byline">{author}<br>{cite}{date}</p>'
    here = addresses.text(page.slug)
    changes, citations = addresses.CHANGES.seen_from(here), addresses.citations(page.slug).seen_from(here)
    apparatus = addresses.apparatus(page.slug).seen_from(here)
    url = record.get("url")
    link = f'<a href="{html(url)}">{html(_host(url))}</a>' if url else "address not established"
    rights = html(page.source.about.rights.statement)
    yield "\n".join(
        [
            '<dl class="facts">',
            f"<div><dt>Length</dt><dd>{page.words:,} words, {_minutes(page)}</dd></div>",
            f"<div><dt>Source</dt><dd>{link}</dd></div>",
            f'<div><dt>Edition</dt><dd><a href="{changes}">{html(library.edition)}</a></dd></div>',
            f'<div><dt>Cite</dt><dd><a href="{citations}">this text, by passage</a></dd></div>',
            f'<div><dt>Text</dt><dd>cleaned and annotated: <a href="{apparatus}">'
            "what was changed</a></dd></div>",
            f'<div class="rights"><dt>Rights</dt><dd>{rights}</dd></div>',
            "</dl>",
        ]
    )


def _body(page: Page) -> Iterator[str]:
    yield from landings.of_passages(page, None)
    yield from landings.of_withheld(page)
    for passage in page.passages:
        yield from landings.of_passages(page, passage.id)
        if passage.after_pause:
            yield '<hr class="pause">'
        yield _passage(passage, page, page.source.about.language)


def _passage(passage: Passage, page: Page, language: str) -> str:
    lang = "" if language == "en" else f' lang="{html(language)}" dir="auto"'
    name = passage.id.name.capitalize()
    raw = f'data-raw="{passage.raw[0]}"'  # the place of its raw lines in the apparatus
    if passage.kind == "heading":
        sign = f'[](#{passage.id}){{.number data-n="§" {raw} aria-label="{name}"}}'
        return f"## {sign}{heading(passage.text)} {{#{passage.id} .passage{lang}}}"
    number = f'data-n="{passage.number}" {raw} aria-label="{name}"'
    if len(passage.text) > LONGEST:
        kind = "passage" if passage.kind == "paragraph" else f"passage {passage.kind}"
        sign = f'<a class="number" href="#{passage.id}" {number}></a>'
        words = HtmlMarkWriter(page.slug, page.emendations).write(passage)
        return f'<p id="{passage.id}" class="{kind}"{lang}>{sign}{words}</p>'
    sign = f"[](#{passage.id}){{.number {number}}}"
    kind = "" if passage.kind == "paragraph" else f" .{passage.kind}"
    words = MarkWriter(page.slug, page.emendations).write(passage)
    return f"{sign}{words}\n{{: #{passage.id} .passage{kind}{lang}}}"


def _minutes(page: Page) -> str:
    minutes = description.minutes(page)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
