"""What the scripts of a text's page may need: templates of citations, and earlier wordings.

It is a script and not JSON, and it is loaded only when somebody cites, so that it works from a disk too and
costs a reader nothing.
"""

from __future__ import annotations

import json

from reader.history import wordings
from reader.model import Library, Page, addresses
from reader.references import citation


def page_data(page: Page, library: Library) -> str:
    """Return the script `/data/texts/<slug>.js`; `PageData` in docs/assets/reader.js says what is in it."""
    data = {
        "url": addresses.text(page.slug).absolute(library.site_url),
        "styles": citation.STYLES,
        "templates": citation.templates(library, page),
        "passages": {
            str(passage.id): {
                "revision": passage.revision,
                "number": passage.number,
                "unit": passage.id.series.unit,
                "units": passage.id.series.units,
            }
            for passage in page.passages
        },
        "earlier": [
            {
                "passage": str(one.passage),
                "revision": one.revision,
                "edition": one.edition,
                "changes": one.changes,
            }
            for one in wordings.earlier(page)
        ],
        "retired": {str(one.id): str(one.lands or "") for one in page.retired},
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f"window.readerText = {text};\n"


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
