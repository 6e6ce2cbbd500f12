"""An entry of the bibliography: the work, who cites it where, what rests on it, and its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.model import Library, Reference, addresses
from reader.model.addresses import Address
from reader.model.markup import HTML
from reader.references import coins, description
from reader.render import list_phrases, phrases
from reader.render.concordance import Row, rows
from reader.render.languages import label_of, language_of, of_block, within
from reader.words.speech import Said, comma

KINDS = {  # for the filters that a script makes
    "article": phrases.ARTICLE,
    "book": phrases.BOOK,
    "collection": phrases.BOOK,
    "incollection": phrases.ARTICLE,
    "inproceedings": phrases.ARTICLE,
    "report": phrases.A_REPORT,
    "thesis": phrases.A_REPORT,
    "online": phrases.WEB_PAGE,
    "misc": phrases.DOCUMENT,
}
FORMATS = (("bib", "BibTeX"), ("ris", "RIS"))
MOST_TEXTS = 1_000  # characters of the slugs that a short entry has for the filters
FIRST = 20  # citations of a work that stand on the page of all works, where it has a page of its own
LINK = HTML('<a href="{}">{}</a>')
ANNOTATION = HTML('<p class="annotation">{}</p>')
BETWEEN = HTML(" · ")
OPENING = HTML('<div class="entry" id="{id}" data-kind="{kind}" data-texts="{texts}" data-linked="{linked}">')
ADDRESS = re.compile(r'\bhref="([^"]*)">(?!\1)')  # a link that does not say where it leads
LISTED = HTML('<div class="listed">\n{entry}\n<p class="takeaway">{link}</p>\n</div>')
BRIEF = HTML('<p class="entry brief" id="{id}" data-kind="{kind}"{texts}>{link} {title}</p>')


def entry(
    key: str,
    library: Library,
    resting: Sequence[HTML],
    here: Address = addresses.BIBLIOGRAPHY,
    cited: Sequence[Row] | None = None,
) -> HTML:
    """Return a whole entry; `cited` are the places that cite it, where they are not all of them."""
    record = library.references[key]
    texts = " ".join(dict.fromkeys(use.slug for use in library.cited.get(key, ())))
    printed = _printed(key, library)
    linked = "true" if ADDRESS.search(printed) else "false"  # paper adds the address there
    lines = [OPENING.format(id=record.address, kind=kind_of(record), texts=texts, linked=linked), printed]
    if key in library.page:
        link = LINK.format(addresses.text(key).seen_from(here), phrases.READ)
        lines.append(HTML('<p class="read">{}</p>').format(link))
    if remark := record.get("annotation"):
        lines.append(ANNOTATION.format(remark))
    lines += _never_cited(key, library)
    lines += cited_by(rows(library.cited.get(key, ()), library) if cited is None else cited, library, here)
    lines += _rests(resting, library)
    return HTML("\n").join([*lines, _takeaway(record, here), HTML("</div>")])


def first_of(key: str, library: Library, resting: Sequence[HTML]) -> HTML:
    """Return an entry for the page of all works, where it has a page with all that cites it as well."""
    every = list(rows(library.cited.get(key, ()), library))
    more = len(every) > FIRST or len(resting) > library.limits.rows
    made = entry(key, library, resting, cited=every[:FIRST])
    link = _to_page(key, library, addresses.BIBLIOGRAPHY)
    return HTML('{}\n<p class="downloads">{}</p>').format(made, link) if more else made


def listed(key: str, library: Library, here: Address) -> HTML:
    """Return an entry for a list, which leads to the page of the entry."""
    return LISTED.format(entry=_printed(key, library), link=_to_page(key, library, here))


def brief(key: str, library: Library) -> HTML:
    """Return what stands in the bibliography at the address of an entry that has its own page."""
    record = library.references[key]
    texts = " ".join(dict.fromkeys(use.slug for use in library.cited.get(key, ())))
    to = addresses.entry(key).seen_from(addresses.BIBLIOGRAPHY)
    return BRIEF.format(
        id=record.address,
        kind=kind_of(record),
        texts=HTML(' data-texts="{}"').format(texts) if texts and len(texts) < MOST_TEXTS else HTML(),
        link=LINK.format(to, within(library.formatted[key].label, "", HTML)),
        title=within(record.title, language_of(key, library), HTML),
    )


def cited_by(found: Iterable[Row], library: Library, here: Address) -> list[HTML]:
    """Return the list of the places that cite a work, each in its sentence; nothing where there is none."""
    shown = [_place(row, library, here) for row in found]
    return [HTML('<ul class="cited-by">'), *shown, HTML("</ul>")] if shown else []


def kind_of(record: Reference) -> Said:
    """Return what kind of work the filters call it."""
    return KINDS.get(record.type, phrases.DOCUMENT)


def _printed(key: str, library: Library) -> HTML:
    return HTML("<p{}>{}{}</p>").format(
        of_block(language_of(key, library)),
        library.formatted[key].entry,
        coins.span(library.references[key]),
    )


def _to_page(key: str, library: Library, here: Address) -> HTML:
    label = library.formatted[key].label
    return HTML('<a href="{to}" aria-label="{spoken}">{words}</a>').format(
        to=addresses.entry(key).seen_from(here),
        spoken=list_phrases.ENTRY_OF.format(work=label),
        words=list_phrases.ENTRY_PAGE,
    )


def _rests(resting: Sequence[HTML], library: Library) -> Iterator[HTML]:
    """The definitions and notes that rest on a work; of very many only the first are named."""
    if not resting:
        return
    most = library.limits.rows
    named = [*resting[:most]]
    if len(resting) > most:
        named.append(HTML.escape(list_phrases.AND_OTHERS.counted(len(resting) - most)))
    told = HTML.say(phrases.SOURCE_FOR, places=HTML.escape(comma()).join(named))
    yield HTML('<p class="rests">{}</p>').format(told)


def _takeaway(record: Reference, here: Address) -> HTML:
    """The entry in the formats of reference managers, named for those who hear the link alone."""
    files = addresses.data(f"references/{record.address}").seen_from(here)
    link = HTML('<a href="{file}.{end}" aria-label="{spoken}">{name}</a>')
    links = [
        link.format(
            file=files, end=end, name=name, spoken=phrases.FILE_OF.format(format=name, what=record.key)
        )
        for end, name in FORMATS
    ]
    return HTML('<p class="takeaway">{}</p>').format(BETWEEN.join(links))


def _never_cited(key: str, library: Library) -> Iterator[HTML]:
    """Say of a work that a text lists among its references and never cites that it does so."""
    by_text: dict[str, bool] = {}  # whether each text only lists it
    for use in library.cited.get(key, ()):
        only = library.passage(use).kind == "reference"
        by_text[use.slug] = by_text.get(use.slug, True) and only
    silent = [slug for slug, only in by_text.items() if only]
    for slug in silent[: library.limits.rows]:
        label = description.label(library.references[slug])
        yield ANNOTATION.format(phrases.NEVER_CITED.format(text=label))


def _place(row: Row, library: Library, here: Address) -> HTML:
    label = label_of(row.slug, library, HTML)
    place = HTML.say(phrases.PLACE, text=label, place=row.passage.label)
    link = LINK.format(addresses.passage(row.slug, row.passage).seen_from(here), place)
    return HTML("<li>{}: {}</li>").format(link, within(row.marked(HTML), row.language, HTML))
