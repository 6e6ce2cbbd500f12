"""The glossary: a page a term, `docs/terms/<id>.md`, and the index of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Library, Term, Use, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import list_phrases, phrases, prose
from reader.render.concordance import Row, rows
from reader.render.languages import in_heading, label_of, language_of, term_of, within
from reader.render.letters import letter_id, letter_of_id, place
from reader.render.markup import Block, Markdown, boxed, document, front_matter, section, title
from reader.render.paging import Item, Sheet, jumps, sheets, steps, titled
from reader.render.strips import small_strip, strip
from reader.words.speech import comma, numbered, semicolon, written
from reader.words.writings import unified

ITEM = Markdown('- [{name}]({to}){short} <span class="count">{number}</span>{strip}')
LINK = Markdown("[{}]({}.md)")
LOCATOR = Markdown('[{label}]({to}){{.locator aria-label="{spoken}"}}')
LINES = Markdown("\n")
DRAWN, HEADING = (
    180,
    700,
)  # characters of a use in the strip; of a text there, in its table and above its uses


def term_sheets(term: Term, library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of one term, the first and those with further uses, each with its address."""
    uses, at = library.uses.get(term.id, ()), addresses.term(term.id)
    found = rows(uses, library)
    items = (Item(row.slug, row, row.size + DRAWN * len(row.uses), len(row.uses)) for row in found)
    limits = library.limits
    for sheet in sheets(items, limits.concordance, limits.uses, HEADING):
        here = at.sheet(sheet.number)
        drawn = [strip(uses[sheet.before : sheet.before + sheet.count], library, here)] if uses else []
        yield (
            here,
            document(
                [
                    front_matter(title=titled(term.name, sheet.number), description=term.definition),
                    _name(term),
                    Markdown("{} · {}\n{{: .term-kind}}").format(
                        library.term_kinds[term.kind].name, _counted(uses)
                    ),
                    Markdown("{}\n{{: .definition}}").format(term.definition),
                    *(_about(term, library, drawn) if sheet.number == 1 else drawn),
                    *_uses(term, sheet, library),
                ]
            ),
        )


def _name(term: Term) -> Markdown:
    name = Markdown("# {}").format(in_heading(term.name, term.language))
    if not term.short:
        return name
    return Markdown("{} ({})").format(name, in_heading(term.short, term.language))


def _about(term: Term, library: Library, drawn: Iterable[Block]) -> Iterator[Block]:
    """What the first page says of a term."""
    yield from _sources(term.references, library, addresses.term(term.id))
    yield from drawn
    yield from _since(term, library)
    yield from _names(term, library)
    yield from _see(term, library)
    yield from _company(term, library)


def index_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the index of terms: by kinds where it is one page, else by letters on several."""
    order = list(library.term_kinds)
    terms = sorted(library.terms, key=lambda term: (order.index(term.kind), term.name.casefold()))
    whole = [Item(term.kind, term, len(_item(term, library, addresses.TERMS))) for term in terms]
    every = sheets(whole, library.limits.sheet)
    by_letter = len(every) > 1
    if by_letter:
        ordered = sorted(whole, key=lambda one: place(one.what.name))
        items = (Item(letter_id(one.what.name), one.what, one.size) for one in ordered)
        every = sheets(items, library.limits.sheet)
    for sheet in every:
        here = addresses.TERMS.sheet(sheet.number)
        blocks: list[Block] = [
            front_matter(title=titled(phrases.TERMS, sheet.number), description=phrases.TERMS_TOLD),
            title(phrases.TERMS),
            *(_opening(library) if sheet.number == 1 else ()),
        ]
        if by_letter:
            blocks += jumps(list_phrases.LETTERS, addresses.TERMS, here, every, letter_of_id)
        for group, terms in sheet.groups:
            words = letter_of_id(group) if by_letter else library.term_kinds[terms[0].kind].group
            blocks.append(section(words, group))
            blocks.append(boxed("term-list", LINES.join(_item(term, library, here) for term in terms)))
        yield here, document([*blocks, *steps(addresses.TERMS, sheet)])


def _opening(library: Library) -> Iterator[Markdown]:
    yield Markdown.say(phrases.TERMS_INTRO)
    index = Markdown("[{}](names.md)").format(phrases.INDEX_OF_NAMES_LINK)
    if _has_strips(library):
        yield Markdown.say(phrases.STRIPS_INTRO, texts=_order(library), index=index)
    else:
        yield Markdown.say(list_phrases.NAMES_TOO, index=index)


def _has_strips(library: Library) -> bool:
    """Whether the texts are few enough to be drawn side by side."""
    return len(library.slugs) <= library.limits.strips


def _item(term: Term, library: Library, here: Address) -> Markdown:
    uses = library.uses.get(term.id, ())
    return ITEM.format(
        name=within(term.name, term.language, Markdown),
        to=addresses.term(term.id).in_docs(here),
        short=Markdown(" ({})").format(within(term.short, term.language, Markdown))
        if term.short
        else Markdown(),
        number=written(len(uses)),
        strip=small_strip(uses, library) if uses and _has_strips(library) else Markdown(),
    )


def _order(library: Library) -> Markdown:
    return Markdown.escape(comma()).join(label_of(slug, library, Markdown) for slug in library.slugs)


def _counted(uses: Sequence[Use]) -> str:
    if not uses:
        return str(phrases.UNUSED)
    texts = len({use.slug for use in uses})
    return phrases.USED.format(
        uses=phrases.USED_TIMES.counted(len(uses)), texts=phrases.IN_TEXTS.counted(texts)
    )


def _sources(keys: Iterable[str], library: Library, here: Address) -> Iterator[Markdown]:
    works = prose.references(keys, library, here)
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


def _uses(term: Term, sheet: Sheet[Row], library: Library) -> Iterator[Block]:
    """The uses of one page, each in its sentence; those of all pages are data."""
    if not sheet.items:
        return
    at = addresses.term(term.id)
    here = at.sheet(sheet.number)
    yield section(phrases.USES, "uses")
    if sheet.of > 1:
        yield _range(term, sheet, library)
        yield from steps(at, sheet, list_phrases.PAGES_ABOVE)
    for slug, found in sheet.groups:
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
    yield from steps(at, sheet)


def _range(term: Term, sheet: Sheet[Row], library: Library) -> HTML:
    """Which of all uses stand on a page, and the file that has them all."""
    here, number = addresses.term(term.id).sheet(sheet.number), len(library.uses[term.id])
    file = addresses.data(f"terms/{term.id}.csv").seen_from(here)
    data = HTML.say(
        list_phrases.ALL_USES,
        number=number,
        file=HTML('<a href="{}">{}</a>').format(file, list_phrases.TABLE),
    )
    told = HTML.say(
        list_phrases.USES_HERE,
        first=f"{sheet.before + 1:,}",
        last=f"{sheet.before + sheet.count:,}",
        begins=label_of(sheet.items[0].group, library, HTML),
        ends=label_of(sheet.items[-1].group, library, HTML),
        data=data,
    )
    return HTML('<p class="range">{}</p>').format(told)


def _locator(row: Row, here: Address) -> Markdown:
    to = addresses.passage(row.slug, row.passage).in_docs(here)
    return LOCATOR.format(label=numbered(row.passage.label), to=to, spoken=row.passage.name.capitalize())
