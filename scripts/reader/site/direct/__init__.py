"""Pages that this project wrote itself, made into HTML without Markdown's parser and without the theme.

What is written here is what MkDocs would write, byte for byte: `conversion` reads the few shapes that
`render` writes, `frames` takes what stands around them from pages that MkDocs has made, one for each kind.
Whatever is of another shape, and whatever an editor wrote, is left to MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from reader.making.make import Maker
from reader.site.direct.plan import Plan, frames, lay_out, plan, sheets


@contextmanager
def planned(
    config: MkDocsConfig, pages: Mapping[str, str], alone: Iterable[str], maker: Maker
) -> Iterator[Plan]:
    """Say what of `pages`, Markdown by paths below `docs/`, is written directly.

    Those whose paths are in `alone`, or in the navigation, share their frame with no others. Their words lie
    beside the site until they are in their frames.
    """
    docs = Path(config.docs_dir)
    own = [file.relative_to(docs).as_posix() for file in docs.rglob("*.md")] if pages else []
    left_out = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
    shown = [path for path in pages if not any(one.match_file(path) for one in left_out)]
    with beside(Path(config.site_dir)) as folder:
        found, words = sheets(pages, shown, frozenset({*own, *pages}), maker, folder)
        written = [text for path, text in pages.items() if path not in found]
        written += [(docs / path).read_text("utf-8") for path in own if path not in pages]
        yield plan(found, words, [*alone, *listed(config.nav or [])], written)


@contextmanager
def laid_out(config: MkDocsConfig, made: Plan) -> Iterator[list[str]]:
    """Let MkDocs read a folder with stubs in the place of `docs/`; yields the paths of stubs in it."""
    if not made.sheets:
        yield []
        return
    docs = config.docs_dir
    with beside(Path(config.site_dir)) as folder:
        lay_out(folder, Path(docs), made)
        config.docs_dir = str(folder)
        try:
            yield [one.path for one in made.kinds.values() if one.path not in made.sheets]
        finally:
            config.docs_dir = docs


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """Give an empty folder beside the site that is being made, for as long as it is needed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="docs-", dir=site.parent) as folder:
        yield Path(folder)


def fill(site: Path, made: Plan) -> bool:
    """Write all pages of a plan into `site`; says whether that can be done."""
    found = frames(site, made)
    if found is None:
        return False
    for sheet in made.sheets.values():
        file = site / sheet.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            found[made.kind_of(sheet)].around(sheet, made.words[sheet.path]), "utf-8", newline="\n"
        )
    return True


def listed(nav: object) -> Iterator[str]:
    """Yield the paths that a navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        for one in nav.values():
            yield from listed(one)
    elif isinstance(nav, list):
        for one in nav:
            yield from listed(one)
