"""What citing on a text's page needs: templates of citations, and how passages are counted.

It is a script and not JSON, and it is loaded only when somebody cites, so that it works from a disk too and
costs a reader nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from reader.model import Library, Page, addresses
from reader.references import citation
from reader.references.places import data_of


def page_data(page: Page, library: Library) -> str:
    """Return the script `/data/texts/<slug>.js`; `PageData` in docs/assets/reader.js says what is in it."""
    data = {
        "url": addresses.text(page.slug).absolute(library.site_url),
        "styles": citation.STYLES,
        "templates": citation.templates(library, page),
        "passages": {
            str(passage.id): {"revision": passage.revision, **data_of(passage)} for passage in page.passages
        },
    }
    return script("readerText", data)


def script(name: str, data: Mapping[str, object]) -> str:
    """Return a script that leaves data under a name of the window."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.{name} = {text};\n"


def cite_files(library: Library) -> dict[str, str]:
    """Return the files `/data/cite/<slug>/<id>.{bib,ris,json}`, by their paths below `/data/`."""
    files: dict[str, str] = {}
    for page in library.pages:
        made = citation.templates(library, page)["formats"]
        for passage in page.passages:
            cited = citation.Cited(page, [passage])
            for form, end in (("bibtex", "bib"), ("ris", "ris"), ("csl-json", "json")):
                path = f"cite/{page.slug}/{passage.id}.{end}"
                files[path] = citation.put(made[form], cited, library.site_url)
    return files
