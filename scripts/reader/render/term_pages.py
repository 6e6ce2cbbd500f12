"""The glossary: a page a term, `docs/terms/<id>.md`, and the index of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.model import Library, Term, Use, addresses
from reader.model.addresses import Address
from reader.render import phrases, prose
from reader.render.concordance import Row, rows
from reader.render.languages import in_heading, label_of, language_of, term_of, within
from reader.render.markup import Block, Markdown, boxed, document, front_matter, section, title
from reader.render.strips import small_strip, strip
from reader.words.speech import comma, numbered, semicolon, written
from reader.words.writings import unified

ITEM = Markdown('- [{name}]({id}.md){short} <span class="count">{number}</span>{strip}')
LINK = Markdown("[{}]({}.md)")
LOCATOR = Markdown('[{label}]({to}){{.locator aria-label="{spoken}"}}')
LINES = Markdown("\n")


def term_page(term: Term, library: Library) -> Markdown:
    """Return the Markdown of the page of one term."""
    uses, here = library.uses.get(term.id, ()), addresses.term(term.id)
    name = Markdown("# {}").format(in_heading(term.name, term.language))
    if term.short:
        name = Markdown("{} ({})").format(name, in_heading(term.short, term.language))
    return document(
        [
            front_matter(title=term.name, description=term.definition),
            name,
            Markdown("{} · {}\n{{: .term-kind}}").format(library.term_kinds[term.kind].name, _counted(uses)),
            Markdown("{}\n{{: .definition}}").format(term.definition),
            *_sources(term.references, library, here),
            *([strip(uses, library, here)] if uses else []),
            *_since(term, library),
            *_names(term, library),
            *_see(term, library),
            *_company(term, library),
            *_uses(term, library),
        ]
    )


def term_index(library: Library) -> Markdown:
    """Return the Markdown of the index of terms."""
    index = Markdown("[{}](names.md)").format(phrases.INDEX_OF_NAMES_LINK)
    blocks: list[Block] = [
        front_matter(title=phrases.TERMS, description=phrases.TERMS_TOLD),
        title(phrases.TERMS),
        Markdown.say(phrases.TERMS_INTRO),
        Markdown.say(phrases.STRIPS_INTRO, texts=_order(library), index=index),
    ]
    order = list(library.term_kinds)
    terms = sorted(library.terms, key=lambda term: (order.index(term.kind), term.name.casefold()))
    for kind, group in groupby(terms, key=lambda term: term.kind):
        blocks.append(section(library.term_kinds[kind].group, kind))
        blocks.append(boxed("term-list", LINES.join(_item(term, library) for term in group)))
    return document(blocks)


def _item(term: Term, library: Library) -> Markdown:
    uses = library.uses.get(term.id, ())
    return ITEM.format(
        name=within(term.name, term.language, Markdown),
        id=term.id,
        short=Markdown(" ({})").format(within(term.short, term.language, Markdown))
        if term.short
        else Markdown(),
        number=written(len(uses)),
        strip=small_strip(uses, library) if uses else Markdown(),
    )


def _order(library: Library) -> Markdown:
    return Markdown.escape(comma()).join(label_of(page.slug, library, Markdown) for page in library.pages)


def _counted(uses: Sequence[Use]) -> str:
    if not uses:
        return str(phrases.UNUSED)
    texts = len({use.slug for use in uses})
    return phrases.USED.format(
        uses=phrases.USED_TIMES.counted(len(uses)), texts=phrases.IN_TEXTS.counted(texts)
    )


def _sources(keys: Iterable[str], library: Library, here: Address) -> Iterator[Markdown]:
    works = prose.references(keys, library.formatted, here)
    if works:
        yield Markdown("{}\n{{: .sources}}").format(Markdown.say(phrases.SOURCES, works=works))


def _since(term: Term, library: Library) -> Iterator[Markdown]:
    if not term.since:
        return
    yield section(phrases.SINCE, "since")
    for since in term.since:
        yield Markdown.line(since.text)
        yield from _sources(since.references, library, addresses.term(term.id))


def _names(term: Term, library: Library) -> Iterator[Markdown]:
    found = [form for form in _surfaces(term, library) if form != term.name]
    if not (term.variants or term.native or found):
        return
    yield section(phrases.NAMES, "names")
    between = Markdown.escape(semicolon())
    if term.variants:
        yield Markdown.line(term.variants)
    if found:
        shown = (within(form, "", Markdown) for form in found)
        forms = between.join(Markdown.say(phrases.QUOTED, form=form) for form in shown)
        yield Markdown.say(phrases.IN_THE_TEXTS, forms=forms)
    if term.native:
        names = between.join(Markdown("<bdi>{}</bdi>").format(name) for name in term.native)
        yield Markdown.say(phrases.ALSO, names=names)


def _surfaces(term: Term, library: Library) -> list[str]:
    """The forms as they stand in the texts, in the order of the glossary: a longer one may hide a shorter."""
    used = {library.passage(use).text[use.start : use.end] for use in library.uses.get(term.id, ())}
    order = {unified(form): number for number, form in reversed(list(enumerate(term.forms)))}
    return sorted(used, key=lambda words: (order.get(unified(words), len(order)), words))


def _see(term: Term, library: Library) -> Iterator[Markdown]:
    if term.see:
        terms = Markdown.escape(comma()).join(
            LINK.format(term_of(library.term[id_]), id_) for id_ in term.see
        )
        yield Markdown("{}\n{{: .see}}").format(Markdown.say(phrases.SEE_ALSO, terms=terms))


def _company(term: Term, library: Library) -> Iterator[Markdown]:
    """The terms that it most often stands with."""
    found = library.connections.company.get(term.id, ())
    if found:
        terms = Markdown.escape(comma()).join(
            Markdown.say(
                phrases.BESIDE.of(one.passages),
                name=LINK.format(library.term[one.term].name, one.term),
                number=one.passages,
            )
            for one in found
        )
        yield Markdown("{}\n{{: .see}}").format(Markdown.say(phrases.STANDS_WITH, terms=terms))


def _uses(term: Term, library: Library) -> Iterator[Markdown]:
    uses = library.uses.get(term.id, ())
    if not uses:
        return
    here = addresses.term(term.id)
    yield section(phrases.USES, "uses")
    for slug, found in groupby(rows(uses, library), key=lambda row: row.slug):
        name = in_heading(library.references[slug].title, language_of(slug, library))
        to = addresses.text(slug).in_docs(here)
        yield Markdown("### [{}]({}) {{#{}}}").format(name, to, slug)
        items = (
            Markdown("- {} {}").format(
                _locator(row, here), within(row.marked(Markdown), row.language, Markdown)
            )
            for row in found
        )
        yield boxed("concordance", LINES.join(items))


def _locator(row: Row, here: Address) -> Markdown:
    to = addresses.passage(row.slug, row.passage).in_docs(here)
    return LOCATOR.format(label=numbered(row.passage.label), to=to, spoken=row.passage.name.capitalize())
