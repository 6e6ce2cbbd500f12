"""The page of the apparatus of a text: `docs/apparatus/<slug>.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.history import apparatus
from reader.history.apparatus import Regularised, Sign
from reader.model import Correction, Emendation, Library, Page, Sic, Supply, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.render import apparatus_phrases, phrases
from reader.render.languages import title_of
from reader.render.markup import Block, Markdown, document, front_matter, section, title
from reader.render.paging import Item, Sheet, documents, sheets, titled
from reader.render.raw_view import raw_table
from reader.render.received.part import received
from reader.words.speech import Said, comma, semicolon, written

LINK = Markdown("[{}]({})")
CHANGE = HTML('<div class="change" id="{id}">\n<p>{change}</p>\n<p class="where">{where}</p>\n</div>')
PLACE = HTML('<a href="{}">{}</a>')
CUT = HTML(
    '<div class="change" id="line-{first}">\n<p class="where">{where}</p>\n'
    '<pre class="cut">{words}</pre>\n</div>'
)
LINE_END = HTML('<span class="line-end">⏎</span> ')


def apparatus_page(page: Page, library: Library) -> Markdown:
    """Return the Markdown of the apparatus of one text."""
    name = library.references[page.slug].title
    text = LINK.format(
        title_of(page.slug, library, Markdown),
        addresses.text(page.slug).in_docs(addresses.apparatus(page.slug)),
    )
    head = front_matter(
        title=apparatus_phrases.APPARATUS_OF.format(title=name),
        description=apparatus_phrases.APPARATUS_OF_TOLD.format(title=name),
    )
    return document(
        [
            head,
            title(apparatus_phrases.APPARATUS),
            Markdown.say(apparatus_phrases.APPARATUS_INTRO, text=text),
            *received(page),
            *_corrections(page),
            *_supplied(page),
            *_headings(page),
            *_kept(page),
            *_cuts(page),
            *_set_apart(page),
            *_regularised(page),
            *raw_table(page),
        ]
    )


def index_sheets(library: Library) -> Iterator[tuple[Address, Markdown]]:
    """Yield the pages of the list of apparatuses, each with its address."""
    at = addresses.APPARATUS

    def item(page: Page, here: Address) -> Markdown:
        to = addresses.apparatus(page.slug).in_docs(here)
        return Markdown("- [{}]({})").format(title_of(page.slug, library, Markdown), to)

    def write(sheet: Sheet[Page], here: Address) -> Iterator[Block]:
        name = titled(apparatus_phrases.APPARATUS, sheet.number)
        yield front_matter(title=name, description=apparatus_phrases.APPARATUS_TOLD)
        yield title(apparatus_phrases.APPARATUS)
        yield Markdown.say(apparatus_phrases.APPARATUS_LISTED)
        yield Markdown("\n").join(item(page, here) for _group, pages in sheet.groups for page in pages)

    items = [Item("", page, len(item(page, at))) for page in library.pages]
    return documents(at, sheets(items, library.limits.sheet), write)


def _corrections(page: Page) -> Iterator[Block]:
    found = [one for one in page.emendations if isinstance(one.entry, Correction)]
    yield section(apparatus_phrases.CORRECTIONS, "corrections")
    if not found:
        yield Markdown.say(apparatus_phrases.NO_CORRECTIONS)
    for one in found:
        entry = one.entry
        if isinstance(entry, Correction):
            change = HTML("<del>{}</del> <ins>{}</ins>").format(_shown(entry.find), _shown(entry.replace))
            yield _item(one, page, entry.line, change)


def _supplied(page: Page) -> Iterator[Block]:
    found = [one for one in page.emendations if isinstance(one.entry, Supply)]
    if found:
        yield section(apparatus_phrases.SUPPLIED, "supplied")
    for one in found:
        if isinstance(one.entry, Supply):
            yield _item(one, page, one.entry.before, HTML("<ins>{}</ins>").format(_shown(one.entry.text)))


def _headings(page: Page) -> Iterator[Block]:
    found = apparatus.shown_headings(page)
    if found:
        yield section(apparatus_phrases.HEADINGS, "headings")
        yield Markdown.say(apparatus_phrases.HEADINGS_TOLD)
    for one in found:
        href = addresses.text(page.slug).at(one.passage).seen_from(addresses.apparatus(page.slug))
        link = PLACE.format(href, one.passage.name)
        change = HTML("<del>{}</del> <ins>{}</ins>").format(one.raw, one.shown)
        where = HTML.say(apparatus_phrases.HEADING_SHOWN, passage=link, line=one.line)
        yield CHANGE.format(id=f"heading-{one.passage}", change=change, where=where)


def _kept(page: Page) -> Iterator[Block]:
    found = [one for one in page.emendations if isinstance(one.entry, Sic)]
    sic = Markdown("[*{}*]").format(apparatus_phrases.SIC)
    yield section(Markdown.say(apparatus_phrases.KEPT, sic=sic), "sic")
    if not found:
        yield Markdown.say(apparatus_phrases.NOTHING_KEPT)
    for one in found:
        if isinstance(one.entry, Sic):
            yield _item(one, page, one.entry.line, HTML("<q>{}</q>").format(_shown(one.entry.find)))


def _item(one: Emendation, page: Page, line: int, change: HTML) -> HTML:
    place = one.id if isinstance(one.entry, Correction) else one.passage
    href = addresses.text(page.slug).at(place).seen_from(addresses.apparatus(page.slug))
    link = PLACE.format(href, one.passage.name)
    where = HTML.say(apparatus_phrases.CHANGE, passage=link, line=line, reason=one.entry.reason)
    return CHANGE.format(id=one.id, change=change, where=where)


def _cuts(page: Page) -> Iterator[Block]:
    yield section(apparatus_phrases.CUTS, "cuts")
    if page.withheld:
        yield Markdown.say(apparatus_phrases.CUTS_WITHHELD)
        return
    found = apparatus.cuts(page)
    if not found:
        yield Markdown.say(apparatus_phrases.NO_CUTS)
    for cut in found:
        first, last = cut.lines
        phrase = phrases.NUMBERED_LINE if first == last else phrases.NUMBERED_LINES
        lines = phrase.format(first=first, last=last)
        kind = apparatus_phrases.CUT_KINDS[cut.kind]
        where = HTML.say(apparatus_phrases.CUT, lines=lines, kind=kind, reason=cut.reason)
        words = HTML("\n").join(line for line in cut.words.splitlines() if line.strip())
        yield CUT.format(first=first, where=where, words=words)


def _set_apart(page: Page) -> Iterator[Block]:
    """What the source marks within its lines; nothing where it marks nothing."""
    found = apparatus.set_apart(page)
    if not found:
        return
    yield section(apparatus_phrases.OF_SOURCE, "of-source")
    yield Markdown.say(apparatus_phrases.OF_SOURCE_TOLD)
    rows = [(apparatus_phrases.SET_APART[name], count) for name, count in found.items()]
    yield _counted(apparatus_phrases.OF_SOURCE_WHAT, rows)


COUNT = HTML("<tr><td>{}</td><td>{}</td></tr>")


def _counted(what: Said, rows: Iterable[tuple[Said, int]]) -> HTML:
    """A table of things with how often they are there."""
    head = HTML('<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead>')
    return HTML("\n").join(
        [
            HTML("<table>"),
            head.format(what, apparatus_phrases.TIMES),
            HTML("<tbody>"),
            *(COUNT.format(name, written(count, ",")) for name, count in rows),
            HTML("</tbody>"),
            HTML("</table>"),
        ]
    )


def _regularised(page: Page) -> Iterator[Block]:
    yield section(apparatus_phrases.REGULARISATIONS, "regularisations")
    yield from _asked(page)
    found = apparatus.regularised(page)
    yield from _table(found) if found else [Markdown.say(apparatus_phrases.NO_REGULARISATIONS)]
    yield from _signs(apparatus_phrases.CONTROLS, apparatus.signs(page))
    yield from _signs(apparatus_phrases.ODD_SIGNS, apparatus.odd(page))


def _table(found: Sequence[Regularised]) -> Iterator[Block]:
    yield Markdown.say(apparatus_phrases.BY_RULE)
    yield _counted(apparatus_phrases.RULE, [(one.does, one.times) for one in found])


def _signs(told: Said, signs: Sequence[Sign]) -> Iterator[Block]:
    if signs:
        yield Markdown.say(told)
        yield HTML("\n").join([HTML("<ul>"), *map(_sign, signs), HTML("</ul>")])


def _asked(page: Page) -> Iterator[Block]:
    """What the editor has asked of the rules for this text, and why."""
    asked, off = page.source.about.regularise, apparatus.switched_off(page)
    reason = asked.reason.strip().removesuffix(".")
    if off:
        yield Markdown.say(apparatus_phrases.RULES_OFF, rules=semicolon().join(off), reason=reason)
    if asked.marks:
        yield Markdown.say(apparatus_phrases.OWN_MARKS, marks=" ".join(asked.marks), reason=reason)


def _sign(one: Sign) -> HTML:
    lines = comma().join(map(written, one.lines))
    if one.times > len(one.lines):
        lines = apparatus_phrases.AND_MORE.format(lines=lines)
    times = apparatus_phrases.TIMES_THERE.counted(one.times)
    if one.sign:
        told = HTML.say(apparatus_phrases.CONTROL, name=one.name, sign=one.sign, times=times, lines=lines)
    else:
        told = HTML.say(apparatus_phrases.ODD_SIGN, name=one.name, times=times, lines=lines)
    return HTML("<li>{}</li>").format(told)


def _shown(words: str) -> HTML:
    """Raw words with their line ends made visible too."""
    return HTML.escape(words).replace("\n", LINE_END)
