"""What stands below a text: its notes, the works it cites, its terms, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Correction, Library, NoteKinds, NumberedNote, Page, Sic, addresses
from reader.model.markup import HTML
from reader.references import reporting
from reader.render import phrases, retired
from reader.render.languages import language_of, of_block, title_of, within
from reader.render.markup import Block, Markdown, section, stacked
from reader.render.prose import ProseWriter
from reader.words.languages import direction
from reader.words.speech import numbered, written

BACK = Markdown('[{number}](#{id}-in-text){{.back aria-label="{spoken}"}}')
NOTE_HEAD = Markdown(
    '{back} <span class="lemma">{lemma}</span> <span class="kind">{kind}</span>\n{{: .note-head}}'
)

LINK = Markdown("[{}]({})")


def text_foot(page: Page, library: Library) -> Iterator[Block]:
    """Yield the blocks of Markdown below the reading text."""
    yield from _notes(page, library)
    yield from _works(page, library)
    yield from _terms(page, library)
    yield from _about(page, library)


def _notes(page: Page, library: Library) -> Iterator[Block]:
    yield from retired.of_notes(page, None)
    if not page.notes:
        return
    places = {one.id for one in page.passages} | {one.id for one in page.retired} | set(page.withheld)
    writer = ProseWriter(library, addresses.text(page.slug), places)
    yield section(phrases.NOTES, "notes")
    for one in page.notes:
        yield from retired.of_notes(page, one.id)
        yield _note(one, writer, page, library.note_kinds)


def _note(one: NumberedNote, writer: ProseWriter, page: Page, kinds: NoteKinds) -> Markdown:
    id_, note = one.id, one.note
    on = page.by_anchor.get(note.passage)
    back = BACK.format(number=numbered(id_.label), id=id_, spoken=phrases.NOTE_BACK.format(number=id_.label))
    return stacked(
        [
            Markdown('<div class="editor-note is-{}" id="{}" markdown="1">').format(note.kind, id_),
            NOTE_HEAD.format(
                back=back,
                lemma=within(note.lemma, on.language if on else page.language, Markdown),
                kind=kinds[note.kind].name,
            ),
            writer.write(note.body),
            Markdown("</div>"),
        ]
    )


def _works(page: Page, library: Library) -> Iterator[Block]:
    keys = dict.fromkeys(mark.target for passage in page.passages for mark in passage.marked("citation"))
    if not keys:
        return
    yield section(phrases.WORKS_CITED, "works-cited")
    here = addresses.text(page.slug)
    item = HTML('<li{}><a class="citation" href="{}">{}</a></li>')
    plain = {key: library.formatted[key].plain for key in keys}
    rows = [
        item.format(of_block(language_of(key, library)), library.entry(key).seen_from(here), entry)
        for key, entry in sorted(plain.items(), key=lambda item: item[1].casefold())
    ]
    yield HTML("\n").join([HTML('<ul class="works">'), *rows, HTML("</ul>")])


def _terms(page: Page, library: Library) -> Iterator[Block]:
    counts: dict[str, int] = {}
    here = addresses.text(page.slug)
    for passage in page.passages:
        for mark in passage.marked("term"):
            counts[mark.target] = counts.get(mark.target, 0) + 1
    terms = sorted(map(library.term.__getitem__, counts), key=lambda term: term.name.casefold())
    if not terms:
        return
    yield section(phrases.TERMS_HERE, "terms")
    item = HTML(
        '<div id="term-{id}"><dt><a href="{to}">{name}</a> <span class="count">{number}</span></dt>'
        "<dd>{definition}</dd></div>"
    )
    rows = [
        item.format(
            id=term.id,
            to=addresses.term(term.id).seen_from(here),
            name=within(term.name, term.language, HTML),
            number=written(counts[term.id]),
            definition=term.definition,
        )
        for term in terms
    ]
    yield HTML("\n").join([HTML('<dl class="terms">'), *rows, HTML("</dl>")])


def _about(page: Page, library: Library) -> Iterator[Block]:
    yield section(phrases.ABOUT, "about-this-text")
    here = addresses.text(page.slug)
    corrections = sum(isinstance(one.entry, Correction) for one in page.emendations)
    regular = sum(change.edit.kind == "regularise" for one in page.cleaned.passes for change in one.changes)
    yield Markdown.say(
        phrases.DIFFERS,
        corrections=phrases.CORRECTIONS_MADE.counted(corrections),
        cuts=phrases.CUTS_MADE.counted(len(page.source.about.cut)),
        regularisations=phrases.REGULARISATIONS_MADE.counted(regular),
        apparatus=LINK.format(phrases.THE_APPARATUS, addresses.apparatus(page.slug).in_docs(here)),
        citing=LINK.format(phrases.HOW_TO_CITE, addresses.CITING.in_docs(here)),
    )
    if any(isinstance(one.entry, Correction | Sic) for one in page.emendations):
        yield Markdown.say(phrases.FAINT_MARK)
    link = addresses.text(page.slug).absolute(library.site_url)
    title = library.record(page.slug).title
    if report := reporting.address(library, title, link):
        yield HTML('<p><a href="{}">{}</a></p>').format(report, phrases.REPORT)
    yield from _neighbours(page, library)


def _neighbours(page: Page, library: Library) -> Iterator[Markdown]:
    """Links to the previous and the next text."""
    places = library.slugs
    at = places.index(page.slug)
    links = []
    back, forth = phrases.PREVIOUS, phrases.NEXT
    if direction(page.language) == "rtl":
        back, forth = phrases.PREVIOUS_FROM_THE_RIGHT, phrases.NEXT_FROM_THE_RIGHT
    for step, phrase, relation in ((-1, back, "prev"), (1, forth, "next")):
        if 0 <= at + step < len(places):
            slug = places[at + step]
            words = Markdown.say(phrase, title=title_of(slug, library, Markdown))
            links.append(Markdown("[{}]({}.md){{rel={}}}").format(words, slug, relation))
    if links:
        yield Markdown("{}\n{{: .between-texts}}").format(Markdown(" ").join(links))
