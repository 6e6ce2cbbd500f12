"""After the pages: MkDocs, the search, the data files and the book, the check of links → `site/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain
from pathlib import Path

try:
    import mkdocs  # noqa: F401
except ImportError:  # its fork answers to the same names
    import properdocs.replacement  # type: ignore[import-not-found]  # noqa: F401

from reader import exports
from reader.exports import page_data
from reader.making.make import Maker
from reader.model.addresses import COMPARE, DATA_PAGE, KEPT, SEARCH, TIMELINE
from reader.model.problems import ProblemsFound
from reader.project import files, output
from reader.references import citeproc
from reader.references.forms import in_style
from reader.site import annotating, cards, engine, phrases, shipped, words
from reader.site.checks import check_site
from reader.site.crawlers import write_for_crawlers
from reader.site.data_index import index_data
from reader.site.epub import CACHE, epub
from reader.site.heads import complete_heads
from reader.site.job import Job, Publisher
from reader.site.moves import redirect
from reader.site.pdf import print_texts
from reader.site.publish import publish
from reader.site.search import write_search
from reader.site.unused import drop_unused
from reader.words.speech import numbered

OUTSIDE = (DATA_PAGE, SEARCH, KEPT, COMPARE, TIMELINE)  # pages that no navigation needs to name


def build_site(  # noqa: PLR0913
    root: Path,
    maker: Maker,
    generated: Mapping[str, str],
    chromium: str = "",
    *,
    desk: Path | None = None,
    directly: bool = True,
    publisher: Publisher | None = None,
) -> int:
    """Make `site/` from `docs/` and return the number of its pages; on any problem leave it as it was.

    `generated` are the pages that this project wrote itself, by their paths below `docs/`, or below the
    folder that stands for it at the `desk`. Unless they are written `directly`, all pages go through
    MkDocs; what comes of it is the same. Another `publisher` makes the frames in its place. With the program
    `chromium`, there is a PDF of each text.
    """
    with maker.library.speech.spoken():
        return _built(root, maker, generated, chromium, desk, directly=directly, publisher=publisher)


def _built(  # noqa: PLR0913
    root: Path,
    maker: Maker,
    generated: Mapping[str, str],
    chromium: str,
    desk: Path | None,
    *,
    directly: bool,
    publisher: Publisher | None,
) -> int:
    library = maker.library
    new = output.new_site(root)
    docs = desk or root / "docs"
    outside = [one.address.file for one in library.published.left if not one.address.fragment]
    told = {name: phrase.format(site=library.site_name) for name, phrase in phrases.TEMPLATES.items()}
    extra = {
        "edition": numbered(library.edition),
        "shipped": shipped.by(publisher.name if publisher else ""),
        "words": told,
        "desk": str(phrases.DESK) if library.desk else "",
    }
    outside += (one.file for one in OUTSIDE)
    job = Job(extra, outside, generated if directly else {}, desk, maker, publisher)
    problems = publish(root, new, job)
    if not problems:
        if library.speech.scripts:
            files.write(new / words.PATH, words.words(library.speech).encode())
        redirect(new, library)
        _write_data(root, new, maker)
        complete_heads(new, library, pdf=bool(chromium))
        write_search(new, docs, library, generated)
        drop_unused(new, [docs, engine.THEME])
        write_for_crawlers(new, library)
        if chromium:
            print_texts(new, library, chromium)
        index_data(new, library)
        problems = check_site(new, maker)
    if problems:
        raise ProblemsFound(problems, "site/ is as it was")
    number = sum(1 for _page in new.rglob("*.html"))
    output.write_site(root)
    return number


def _write_data(root: Path, new: Path, maker: Maker) -> None:
    """Write the files of `/data/`."""
    library = maker.library
    styled = {name: in_style(library.references, name, root / citeproc.CACHE) for name in library.styled}
    data = new / "data"

    def read(path: str) -> str:
        return (data / path).read_text("utf-8")

    for path, text in maker.made("data", exports.pieces):
        files.write(data / path, text.encode())
    for path, parts in exports.joined(library, read):
        files.write_parts(data / path, (part.encode() for part in parts))
    for path, text in chain(
        maker.made("citing", page_data.pieces),
        page_data.of_works(library, styled).items(),
        maker.made("annotations", partial(annotating.pieces, new)),
    ):
        files.write(data / path, text.encode())
    for path, content in cards.cards(library, root / cards.CACHE).items():
        files.write(data / path, content)
    files.write(data / "reader.epub", epub(maker, root / CACHE))
    for path, picture in library.pictures.items():
        files.write(new / path, picture)
