"""The data files of the site: what a page shows, for programs, in one format a module.

`data_files` is the only registry, but for annotations, which need the page as it is served (see `site`). A
page holds what its rights allow to be shown, so that no format can give away more than the page does.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.exports import plain, signposting, tei, text_json
from reader.exports.data_package import table_files
from reader.exports.glossary_json import glossary
from reader.exports.json_schema import SCHEMA
from reader.exports.left_data import left_files
from reader.exports.term_uses import term_uses
from reader.model import Library, Page
from reader.references import formats
from reader.words.json_text import as_json

# what lies in /data/texts/ for each text: the end of its name, and what makes it
TEXT_FORMATS: dict[str, Callable[[Page, Library], str]] = {
    ".json": lambda page, library: as_json(text_json.text(page, library)),
    ".tei.xml": tei.document,
    ".txt": plain.text,
    ".linkset.json": signposting.linkset,
}


def data_files(library: Library) -> dict[str, str]:
    """Return the files of `/data/` by their paths below it."""
    with library.speech.spoken():
        return _data_files(library)


def _data_files(library: Library) -> dict[str, str]:
    files = {
        f"texts/{page.slug}{end}": make(page, library)
        for page in library.pages
        for end, make in TEXT_FORMATS.items()
    }
    files["texts/schema.json"] = as_json(SCHEMA)
    files["glossary.json"] = as_json(glossary(library))
    files["references.bib"] = "\n".join(map(formats.bibtex, library.references.values()))
    files["references.ris"] = "".join(map(formats.ris, library.items.values()))
    files["references.json"] = formats.csl_json(library.items.values())
    for key, record in library.references.items():
        files[f"references/{record.address}.bib"] = formats.bibtex(record)
        files[f"references/{record.address}.ris"] = formats.ris(library.items[key])
    files["corpus.tei.xml"] = tei.corpus(library)
    files |= table_files(library) | term_uses(library)
    return files | left_files(library, files)
