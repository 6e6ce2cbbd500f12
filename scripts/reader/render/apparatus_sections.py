"""The sections of the apparatus of a text: corrections, slips, cuts, regularising, and the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reader.history import apparatus
from reader.history.apparatus import CutLines, Regularised, ShownHeading, Sign
from reader.model import Correction, Emendation, Page, Sic, Supply, addresses
from reader.model.markup import HTML
from reader.render import apparatus_phrases, phrases
from reader.render.apparatus_part import Around, Entry, Part
from reader.render.markup import Block, Markdown, section
from reader.render.places_elsewhere import Place
from reader.render.raw_view import raw_part
from reader.words.speech import Said, comma, numbered, semicolon, written

CHANGE = HTML('<div class="change" id="{id}">\n<p>{change}</p>\n<p class="where">{where}</p>\n</div>')
PLACE = HTML('<a href="{}">{}</a>')
CUT = HTML(
    '<div class="change" id="line-{first}">\n<p class="where">{where}</p>\n'
    '<pre class="cut">{words}</pre>\n</div>'
)
LINE_END = HTML('<span class="line-end">⏎</span> ')


def sections(page: Page) -> Iterator[Part]:
    """Yield the sections of the apparatus, in their order; what has nothing to say is left out."""
    yield _corrections(page)
    yield from _supplied(page)
    yield from _headings(page)
    yield _kept(page)
    yield _cuts(page)
    yield from _set_apart(page)
    yield Part("regularisations", apparatus_phrases.REGULARISATIONS, [*_regularised(page)])
    yield raw_part(page)


def _corrections(page: Page) -> Part:
    head: list[Block] = [section(apparatus_phrases.CORRECTIONS, "corrections")]
    entries = [
        _entry(one, page, one.entry.line, HTML("<del>{}</del> <ins>{}</ins>").format(*map(_shown, words)))
        for one in page.emendations
        if isinstance(one.entry, Correction)
        for words in [(one.entry.find, one.entry.replace)]
    ]
    if not entries:
        head.append(Markdown.say(apparatus_phrases.NO_CORRECTIONS))
    return Part("corrections", apparatus_phrases.CORRECTIONS, head, entries)


def _supplied(page: Page) -> Iterator[Part]:
    entries = [
        _entry(one, page, one.entry.before, HTML("<ins>{}</ins>").format(_shown(one.entry.text)))
        for one in page.emendations
        if isinstance(one.entry, Supply)
    ]
    if entries:
        heading = section(apparatus_phrases.SUPPLIED, "supplied")
        yield Part("supplied", apparatus_phrases.SUPPLIED, [heading], entries)


def _headings(page: Page) -> Iterator[Part]:
    found = apparatus.shown_headings(page)
    if found:
        head = [
            section(apparatus_phrases.HEADINGS, "headings"),
            Markdown.say(apparatus_phrases.HEADINGS_TOLD),
        ]
        entries = [
            Entry((Place(f"heading-{one.passage}", f"§{one.passage.label}"),), partial(_heading, one, page))
            for one in found
        ]
        yield Part("headings", apparatus_phrases.HEADINGS, head, entries)


def _heading(one: ShownHeading, page: Page, around: Around) -> HTML:
    href = addresses.text(page.slug).at(one.passage).seen_from(around.here)
    link = PLACE.format(href, one.passage.name)
    change = HTML("<del>{}</del> <ins>{}</ins>").format(one.raw, one.shown)
    where = HTML.say(apparatus_phrases.HEADING_SHOWN, passage=link, line=one.line)
    return CHANGE.format(id=f"heading-{one.passage}", change=change, where=where)


def _kept(page: Page) -> Part:
    sic = Markdown("[*{}*]").format(apparatus_phrases.SIC)
    head: list[Block] = [section(Markdown.say(apparatus_phrases.KEPT, sic=sic), "sic")]
    entries = [
        _entry(one, page, one.entry.line, HTML("<q>{}</q>").format(_shown(one.entry.find)))
        for one in page.emendations
        if isinstance(one.entry, Sic)
    ]
    if not entries:
        head.append(Markdown.say(apparatus_phrases.NOTHING_KEPT))
    return Part("sic", apparatus_phrases.SIC, head, entries)


def _entry(one: Emendation, page: Page, line: int, change: HTML) -> Entry:
    """What an editor has changed or kept; the page of the text links to it."""
    place = Place(one.id, numbered(one.passage.label), linked=True)
    return Entry((place,), partial(_item, one, page, line, change))


def _item(one: Emendation, page: Page, line: int, change: HTML, around: Around) -> HTML:
    place = one.id if isinstance(one.entry, Correction) else one.passage
    href = addresses.text(page.slug).at(place).seen_from(around.here)
    link = PLACE.format(href, one.passage.name)
    where = HTML.say(apparatus_phrases.CHANGE, passage=link, line=line, reason=one.entry.reason)
    return CHANGE.format(id=one.id, change=change, where=where)


def _cuts(page: Page) -> Part:
    name = apparatus_phrases.CUTS
    heading = section(name, "cuts")
    if page.withheld:
        return Part("cuts", name, [heading, Markdown.say(apparatus_phrases.CUTS_WITHHELD)])
    found = apparatus.cuts(page)
    if not found:
        return Part("cuts", name, [heading, Markdown.say(apparatus_phrases.NO_CUTS)])
    entries = [
        Entry((Place(f"line-{cut.lines[0]}", numbered(str(cut.lines[0]))),), partial(_cut, cut))
        for cut in found
    ]
    return Part("cuts", name, [heading], entries)


def _cut(cut: CutLines, _around: Around) -> HTML:
    first, last = cut.lines
    phrase = phrases.NUMBERED_LINE if first == last else phrases.NUMBERED_LINES
    lines = phrase.format(first=first, last=last)
    kind = apparatus_phrases.CUT_KINDS[cut.kind]
    where = HTML.say(apparatus_phrases.CUT, lines=lines, kind=kind, reason=cut.reason)
    words = HTML("\n").join(line for line in cut.words.splitlines() if line.strip())
    return CUT.format(first=first, where=where, words=words)


def _set_apart(page: Page) -> Iterator[Part]:
    """What the source marks within its lines; nothing where it marks nothing."""
    if found := apparatus.set_apart(page):
        rows = [(apparatus_phrases.SET_APART[name], count) for name, count in found.items()]
        heading = section(apparatus_phrases.OF_SOURCE, "of-source")
        counted = _counted(apparatus_phrases.OF_SOURCE_WHAT, rows)
        head: list[Block] = [heading, Markdown.say(apparatus_phrases.OF_SOURCE_TOLD), counted]
        yield Part("of-source", apparatus_phrases.OF_SOURCE, head)


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
