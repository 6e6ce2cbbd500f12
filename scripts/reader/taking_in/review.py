"""The verb `review`: the page on which an editor looks through a text that has been taken in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from difflib import get_close_matches

from reader.failures import usage
from reader.intake import reviewing
from reader.intake.propose import propose
from reader.intake.received import sheet_of
from reader.intake.sheet import Sheet, plain
from reader.model import Source
from reader.model.problems import ProblemsFound
from reader.project import review_file
from reader.project.load import load
from reader.project.lock import reading
from reader.project.received import received
from reader.reading.blocks import split
from reader.reading.cleaning import clean
from reader.render.review.page import review_page
from reader.taking_in.take import weights


def review(options: argparse.Namespace) -> int:
    """Write the page for a text, and open it."""
    with reading(options.root, "review"):
        sources = {source.slug: source for source in load(options.root)[0].sources}
        source = sources.get(options.slug)
        if source is None:
            near = get_close_matches(options.slug, sources, 3)
            return usage(f"there is no text “{options.slug}”", f"perhaps {', '.join(near)}" if near else "")
        kept = received(options.root, source)
    sheet = _sheet(source, kept)
    cleaned, problems = clean(source)
    if cleaned is None:
        raise ProblemsFound(problems)
    blocks, more = split(source, cleaned)
    made = reviewing.review(source, cleaned, blocks, propose(sheet, weights()))
    page = review_page(replace(made, notes=(*sheet.notes, *map(str, [*problems, *more]))))
    file = review_file.write(options.root, source.slug, page)
    opened = options.open and review_file.show(file)
    print(f"{file}{'' if opened else ': open it in a browser'}")
    return 0


def _sheet(source: Source, kept: bytes | None) -> Sheet:
    """The sheet of a text: of the file that it was received as, if that still gives its raw text."""
    if kept is not None and source.about.received:
        sheet, _problems = sheet_of(source.about.received.file, kept)
        if sheet and sheet.raw.encode("utf-8", "replace") == source.raw:
            return sheet
    return plain(source.raw.decode("utf-8", "replace"))
