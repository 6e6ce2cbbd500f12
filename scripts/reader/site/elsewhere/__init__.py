"""Publishers other than MkDocs, each in an environment of its own: they make the frames, and nothing else.

All words of pages are made here: what an editor wrote by Python-Markdown, with the extensions that MkDocs
would use. The publisher is given a folder with a stub for each kind of page, the templates of the engine and
a mkdocs.yml; what it puts around the stubs is put around the words. So a publisher has to know no more than
templates, and these may leave values as they come: they are escaped before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from reader.model.problems import Problem
from reader.project import children, files
from reader.site import direct, engine
from reader.site.data_index import STYLES
from reader.site.direct.plan import Plan, lay_out, plan
from reader.site.elsewhere.settings import SITE_NAME, escaped, settings
from reader.site.elsewhere.written import written
from reader.site.frame import by_the_standard
from reader.site.job import Job, Publisher
from reader.site.joined import join
from reader.site.policy import apply_policy

LIMIT = 600  # seconds
BODY = re.compile(r'<body dir="\w+"')
BESIDE_THE_ENGINE = engine.THEME.parents[2]  # its checkout, where it has one
OF_ITS_SEARCH = ("search.json",)  # ours takes its place


def found(name: str, root: Path) -> Publisher | None:
    """Return a publisher whose environment lies beside the edition in `root`, or beside the engine."""
    for folder in (root, BESIDE_THE_ENGINE):
        one = Publisher(name, folder.absolute() / f".venv-{name}")
        if one.program.is_file():
            return one
    return None


def publish(publisher: Publisher, config: MkDocsConfig, site: Path, job: Job) -> list[Problem]:
    """Make the folder `site` with the frames of another publisher; return what it finds fault with."""
    if not engine.is_plain(config):
        hint = "leave out --publisher: plugins, extensions and templates of one’s own are for MkDocs alone"
        return [Problem(engine.CONFIG, 1, "L03", f"{publisher.name} cannot make this edition", hint)]
    with direct.beside(site) as words:
        return _published(publisher, config, site, job, words)


def _published(
    publisher: Publisher, config: MkDocsConfig, site: Path, job: Job, words: Path
) -> list[Problem]:
    """Do it; the words of pages lie in a folder until they are in their frames."""
    sheets, texts = written(config, job.pages, job.maker, words)
    made = escaped(plan(sheets, texts, direct.listed(config.nav or []), ()))
    with _workspace(site.parent, config, made, settings(config, sheets, job.extra)) as folder:
        said = children.ended_well(
            [str(publisher.program), "build", "--config-file", str(folder / engine.CONFIG)], LIMIT
        )
        if said:
            return [Problem(engine.CONFIG, 1, "L03", f"{publisher.name} has failed: {said}", "see the line")]
        (folder / "site").rename(site)
    docs = Path(config.docs_dir)
    join(site, engine.listed(), lambda name: name in STYLES or (docs / name).is_file(), late=False)
    if not direct.fill(site, made):
        hint = "leave out --publisher, and MkDocs makes it"
        return [Problem(engine.CONFIG, 1, "L03", f"{publisher.name} left out the words of a page", hint)]
    for sheet in made.sheets.values():
        if direction := sheet.meta.get("direction"):
            _turn(site / sheet.address / "index.html", str(direction))
    _finish(site, str(escape(config.site_name)))
    return apply_policy(site, [str(engine.THEME), *map(str, publisher.templates)])


@contextmanager
def _workspace(beside: Path, config: MkDocsConfig, made: Plan, said: str) -> Iterator[Path]:
    """A folder with all that the publisher reads: it takes nothing that lies elsewhere."""
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="publisher-", dir=beside) as name:
        folder = Path(name).resolve()
        docs = Path(config.docs_dir).resolve()
        lay_out(folder / "docs", docs, made)
        stubs = {one.path for one in made.kinds.values()}
        left_out = [spec for spec in (config.exclude_docs, config.draft_docs) if spec]
        for file in files.files_below(folder, "docs"):
            path = file.removeprefix("docs/")
            if path not in stubs and (path.endswith(".md") or any(one.match_file(path) for one in left_out)):
                (folder / file).unlink()
        own = Path(config.theme.custom_dir).resolve() if config.theme.custom_dir else None
        for source in filter(None, (engine.THEME, own)):
            for one in source.rglob("*"):
                if one.is_file():
                    files.write(folder / "theme" / one.relative_to(source), one.read_bytes())
        files.write(folder / engine.CONFIG, said.encode())
        yield folder


def _turn(file: Path, direction: str) -> None:
    """Give a page a direction of its own: the templates know but one for all."""
    page = BODY.sub(f'<body dir="{direction}"', file.read_text("utf-8"), count=1)
    file.write_text(page, "utf-8", newline="\n")


def _finish(site: Path, site_name: str) -> None:
    """Write the name of the site where it stands, and leave out what is against the standard."""
    for path in OF_ITS_SEARCH:
        (site / path).unlink(missing_ok=True)
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8").replace(SITE_NAME, site_name)
        file.write_text(by_the_standard(page), "utf-8", newline="\n")
