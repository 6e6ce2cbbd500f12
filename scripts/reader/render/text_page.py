"""The page of a text: `docs/texts/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterator

from reader import describe
from reader.model import Library, Page, Passage, Retired
from reader.render import prose
from reader.render.escape import front_matter, heading, html, inline
from reader.render.marks import MarkWriter

NOTE_KINDS = {
    "context": "Context",
    "since": "Since then",
    "correction": "Against the record",
    "sic": "So in the text",
    "source": "Source",
}


def text_page(page: Page, library: Library) -> str:
    """Return the Markdown of the page of one text."""
    record = library.references[page.slug]
    title = record.get("title")
    description = page.source.about.summary or f"{title}, as a reading text with notes"
    return "\n\n".join(
        [
            front_matter(title=title, description=description, template="text.html").rstrip(),
            f"# {heading(title)}",
            *_head(page, library),
            *_body(page),
            *_notes(page, library),
            *_works(page, library),
            *_terms(page, library),
            *_about(page, library),
        ]
    ) + "\n"


def _head(page: Page, library: Library) -> Iterator[str]:
    record = library.references[page.slug]
    author = describe.authors(record) or '<span class="missing">author not established</span>'
    venue, date = html(describe.venue(record)), html(describe.date(record) or "date not established")
    author = author if author.startswith("<") else html(author)
    yield f'<p class="byline">{author}<br><cite>{venue}</cite>, {date}</p>'
    url = record.get("url")
    link = f'<a href="{html(url)}">{html(_host(url))}</a>' if url else "address not established"
    rights = html(page.source.about.rights.statement)
    yield "\n".join(
        [
            '<dl class="facts">',
            f"<div><dt>Length</dt><dd>{page.words:,} words, {describe.minutes(page)} minutes</dd></div>",
            f"<div><dt>Source</dt><dd>{link}</dd></div>",
            f"<div><dt>Edition</dt><dd>{html(library.edition)}</dd></div>",
            f'<div><dt>Text</dt><dd>cleaned and annotated: <a href="../../apparatus/{page.slug}/">'
            "what was changed</a></dd></div>",
            f'<div class="rights"><dt>Rights</dt><dd>{rights}</dd></div>',
            "</dl>",
        ]
    )


def _body(page: Page) -> Iterator[str]:
    writer = MarkWriter(page.slug, page.emendations)
    landing: dict[str, list[Retired]] = {}
    for retired in page.retired:
        landing.setdefault(retired.lands, []).append(retired)
    yield from map(_retired, landing.get("", ()))
    for passage in page.passages:
        yield from map(_retired, landing.get(passage.id, ()))
        if passage.after_break:
            yield '<hr class="pause">'
        yield _passage(passage, writer, page.source.about.language)


def _passage(passage: Passage, writer: MarkWriter, language: str) -> str:
    lang = "" if language == "en" else f' lang="{html(language)}" dir="auto"'
    if passage.kind == "heading":
        sign = f'[](#{passage.id}){{.number data-n="§" aria-label="Section {passage.number}"}}'
        return f"## {sign}{heading(passage.text)} {{#{passage.id} .passage{lang}}}"
    sign = f'[](#{passage.id}){{.number data-n="{passage.number}" aria-label="Passage {passage.number}"}}'
    kind = "" if passage.kind == "paragraph" else f" .{passage.kind}"
    return f"{sign}{writer.write(passage)}\n{{: #{passage.id} .passage{kind}{lang}}}"


def _retired(retired: Retired) -> str:
    """A landing place for a link to a passage that is gone, seen only by those who come by such a link."""
    name = f"Passage {retired.id[1:]}"
    if not retired.lands:
        went = "Nothing near it has survived."
    elif retired.kept_words:
        went = f'Its words went to <a href="#{retired.lands}">passage {retired.lands[1:]}</a>.'
    else:
        went = f'It stood beside <a href="#{retired.lands}">passage {retired.lands[1:]}</a>.'
    return f'<p class="retired" id="{retired.id}">{name} is no longer in this text. {went}</p>'


def _notes(page: Page, library: Library) -> Iterator[str]:
    if not page.notes:
        return
    yield "## Notes {#notes}"
    for numbered in page.notes:
        note = numbered.note
        back = f'[{numbered.id[1:]}](#{numbered.id}-in-text){{.back aria-label="Note {numbered.id[1:]}, back to the text"}}'
        lemma = f'<span class="lemma">{html(note.lemma)}</span>'
        kind = f'<span class="kind">{NOTE_KINDS[note.kind]}</span>'
        body = prose.linked(note.body, library.formatted, "../")
        yield f'<div class="editor-note {note.kind}" id="{numbered.id}" markdown="1">\n\n{back} {lemma} {kind}\n{{: .note-head}}\n\n{body}\n\n</div>'


def _works(page: Page, library: Library) -> Iterator[str]:
    keys = dict.fromkeys(
        mark.target for passage in page.passages for mark in passage.marked("citation")
    )
    if not keys:
        return
    yield "## Works cited {#works-cited}"
    ordered = sorted(keys, key=lambda key: library.formatted[key].plain.casefold())
    rows = [f'<li><a class="citation" href="../../bibliography/#{key}">{html(library.formatted[key].plain)}</a></li>' for key in ordered]
    yield "\n".join(['<ul class="works">', *rows, "</ul>"])


def _terms(page: Page, library: Library) -> Iterator[str]:
    counts: dict[str, int] = {}
    for passage in page.passages:
        for mark in passage.marked("term"):
            counts[mark.target] = counts.get(mark.target, 0) + 1
    terms = sorted((term for term in library.terms if term.id in counts), key=lambda term: term.name.casefold())
    if not terms:
        return
    yield "## Terms in this text {#terms}"
    rows = [
        f'<div id="term-{term.id}"><dt><a href="../../terms/{term.id}/">{html(term.name)}</a> '
        f'<span class="count">{counts[term.id]}</span></dt><dd>{html(term.definition)}</dd></div>'
        for term in terms
    ]
    yield "\n".join(['<dl class="terms">', *rows, "</dl>"])


def _about(page: Page, library: Library) -> Iterator[str]:
    yield "## About this text {#about-this-text}"
    regular = sum(
        change.edit.kind == "regularise" for one in page.cleaned.passes for change in one.changes
    )
    counts = [
        _count(sum(one.id[0] == "c" for one in page.emendations), "correction"),
        _count(len(page.source.about.cut), "cut"),
        _count(regular, "regularisation"),
    ]
    yield (
        f"The reading text differs from the raw text by {', '.join(counts[:-1])} and {counts[-1]}; "
        f"[the apparatus](../apparatus/{page.slug}.md) lists them. Where the text cites no page, neither do we. "
        f"[How to cite](../about/citing.md)."
    )
    places = [one.slug for one in library.pages]
    at = places.index(page.slug)
    links = []
    if at:
        links.append(f"[← {inline(_title(library, places[at - 1]))}]({places[at - 1]}.md){{rel=prev}}")
    if at + 1 < len(places):
        links.append(f"[{inline(_title(library, places[at + 1]))} →]({places[at + 1]}.md){{rel=next}}")
    if links:
        yield " ".join(links) + "\n{: .between-texts}"


def _title(library: Library, slug: str) -> str:
    return library.references[slug].get("title")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
