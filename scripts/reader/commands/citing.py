"""`cite`: a citation of a passage, a text, or any entry of the bibliography."""

from __future__ import annotations

import argparse
import sys

from reader import pipeline
from reader.failures import usage
from reader.project.load import load
from reader.project.lock import reading
from reader.references import citation, citeproc, forms, style_files
from reader.references.access import lacks_access
from reader.references.cited import UnknownPlace, find


def cite(options: argparse.Namespace) -> int:
    """Print a citation of a passage or a range, of a whole text, or of another entry of the bibliography."""
    with reading(options.root, "cite"):
        loaded = load(options.root)
    library = pipeline.made_of(*loaded, desk=True)  # an editor cites what the public is not shown, too
    try:
        cited = find(library, options.place)
        name = style_files.find(options.style).name if options.style else next(iter(library.styled), "")
    except (UnknownPlace, style_files.UnknownStyle) as error:
        return usage(str(error), f"perhaps {', '.join(error.near)}" if error.near else "")
    if options.kind in citation.MANAGERS:
        with library.speech.spoken():
            print(citation.managed(library, cited, options.kind), end="")
        return 0
    key, cache = cited.record.key, options.root / citeproc.CACHE
    in_style = library.styled.get(name, {}).get(key)
    said = citation.cite_html if options.kind == "html" else citation.cite
    with library.speech.spoken():
        in_style = (
            in_style or forms.in_style({key: cited.record}, name, cache, [key] if cited.page else [])[key]
        )
        print(said(library, cited, options.form, in_style))
    if lacks_access(cited.record, name, cache):
        at = cited.record.at
        message = f"{at.path}:{at.line}: the style asks when “{key}” was read, and no urldate is on record"
        print(message, file=sys.stderr)
    return 0
