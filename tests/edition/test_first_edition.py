"""What the first edition published holds in every later one."""

from __future__ import annotations

from pathlib import Path

from browser.fixtures import ROOT
from reader import pipeline
from reader.history.wordings import earlier

FIRST_EDITION = Path(__file__).parent / "first-edition-revisions.txt"


def test_the_links_of_the_first_edition_hold() -> None:
    """Every revision that the first edition gave out is that of a wording of its passage, for good."""
    library = pipeline.read(ROOT)
    known: dict[tuple[str, str], set[str]] = {}
    for page in library.pages:
        for passage in page.passages:
            known.setdefault((page.slug, str(passage.id)), set()).add(passage.revision)
        for id_, wordings in earlier(page).items():
            known.setdefault((page.slug, str(id_)), set()).update(one.revision for one in wordings)
    rows = [row.split() for row in FIRST_EDITION.read_text("utf-8").splitlines()]
    assert len(rows) == 91
    assert [row for row in rows if row[2] not in known[row[0], row[1]]] == []
