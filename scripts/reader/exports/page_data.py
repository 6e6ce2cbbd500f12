"""What citing on a page needs: templates of citations, and how the passages of a text are counted.

It is a script and not JSON, and it is loaded only when somebody cites, so that it works from a disk too and
costs a reader nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import quote

from reader.exports.connected import for_panel
from reader.exports.history_data import history_data
from reader.exports.scripts import script
from reader.model import UNITS, InStyle, Library, Page, addresses
from reader.model.pieces import Made, Piece
from reader.references import citation, description, reporting
from reader.references.cited import Cited, of_print
from reader.references.offered import name_of
from reader.references.places import data_of

ENDS = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}


def page_data(page: Page, library: Library) -> str:
    """Return the script `/data/texts/<slug>.js`; `PageData` in theme/assets/reader.js says what is in it."""
    data = {
        "url": addresses.text(page.slug).absolute(library.site_url),
        **_citing(library, page.slug, {name: one[page.slug] for name, one in library.styled.items()}),
        "passages": {
            str(passage.id): {"revision": passage.revision, **data_of(passage)} for passage in page.passages
        },
        "connections": for_panel(page, library),
        "report": reporting.template(library).replace(
            "{place}", quote(f"{description.label(library.record(page.slug))}, ", safe="") + "{place}"
        ),
    }
    if page.print_pages:
        data["pages"] = {
            name: {"number": one.number, "unit": unit, "label": one.label, "revision": one.revision}
            for name, one in _of_print(page, library).items()
            for unit in [str(UNITS["page"].one)]
        }
    return script("readerText", data)


def _of_print(page: Page, library: Library) -> dict[str, Cited]:
    """Each page of the print as it is cited, by its anchor."""
    record = library.references[page.slug]
    return {one.id: of_print(record, page, at, at) for at, one in enumerate(page.print_pages)}


def of_works(library: Library, styled: Mapping[str, Mapping[str, InStyle]]) -> dict[str, str]:
    """Return the scripts `references/<key>.js` below `/data/`: what citing needs of each work."""
    files: dict[str, str] = {}
    for key, record in library.references.items():
        cited = Cited(record, library.page.get(key))
        data = {
            "url": cited.link(library.site_url),
            "name": cited.name,
            **_citing(library, key, {name: one[key] for name, one in styled.items()}),
        }
        files[f"references/{record.address}.js"] = script("readerEntry", data)
    return files


def _citing(library: Library, key: str, styled: Mapping[str, InStyle]) -> dict[str, object]:
    here = key in library.page
    return {
        "styles": {name: str(name_of(name)) for name in styled},
        "forms": {form: str(name) for form, name in citation.FORMS.items()},
        "templates": citation.templates(library, styled, here=here),
        "formats": citation.manager_templates(library, key, here=here),
    }


def pieces(library: Library) -> Iterator[Piece]:
    """Yield the pieces, one a text, that scripts on pages need, and the files that they give away."""
    for slug in library.slugs:
        yield Piece(slug, partial(_of_text, slug))


def _of_text(slug: str, library: Library) -> Made:
    page = library.page[slug]
    scripts = {f"texts/{slug}.js": page_data(page, library), f"texts/{slug}.history.js": history_data(page)}
    return scripts | _cite_files(page, library)


def _cite_files(page: Page, library: Library) -> dict[str, str]:
    """The files `/data/cite/<slug>/<id>.{bib,ris,json}`, by their paths below `/data/`.

    Passages and pages of the print have theirs. The file `text` of each folder is that of the whole text.
    """
    record = library.references[page.slug]
    every = {"text": Cited(record, page)} | {
        str(passage.id): Cited(record, page, [passage]) for passage in page.passages
    }
    every |= _of_print(page, library)
    return {
        f"cite/{page.slug}/{name}.{end}": citation.managed(library, cited, manager)
        for name, cited in every.items()
        for manager, end in ENDS.items()
    }
