"""PDF with a text layer: PDFium reads the letters, and what they make is decided from where they stand.

    glyphs      the letters with their places, in runs
    lines       runs of one baseline; raised marks and initials
    furniture   running heads and feet, page numbers
    columns     columns and the order of reading
    flow        all pages as one flow of lines; footnotes
    paragraphs  where paragraphs begin; headings

The lines stay as they are printed, one a row, hyphens and all; a blank row stands before each paragraph.
"""

from __future__ import annotations

from reader.intake.received.pdf.reader import read

__all__ = ["read"]
