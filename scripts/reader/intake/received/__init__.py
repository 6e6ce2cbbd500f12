"""Read a file of any kind that texts come in, and hand it over as a sheet: `sheet_of(name, data)`.

    kinds         what a file is, from its bytes; what is refused
    encodings     bytes → text; `mojibake` mends what was garbled before
    archives      look into what is packed, before anything unpacks it
    manuscripts   DOCX, ODT, RTF, EPUB, Markdown: pandoc makes a page of them
    html          a page → rows
    pdf           PDF with a text layer → rows
    extraction    which of them reads what, and the sentences in which a file is refused

The same bytes give the same sheet with the same version of an extractor, whatever the machine; nothing here
touches the disk, and nothing raises but faults of the program.
"""

from __future__ import annotations

from reader.intake.received.extraction import sheet_of

__all__ = ["sheet_of"]
