"""Run MkDocs, strictly, and turn its warnings into problems; what comes out is escaped and has its policy."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from reader.model.addresses import CHANGES
from reader.model.problems import Problem, ProblemsFound
from reader.site import direct, elsewhere, engine
from reader.site.data_index import STYLES
from reader.site.engine import CONFIG
from reader.site.frame import Frame
from reader.site.job import Job
from reader.site.joined import join
from reader.site.policy import apply_policy

ALONE = (CHANGES.file,)  # pages that the frame of all others leads to, beside those of the navigation
PAGE = re.compile(r"Error (?:reading|building) page '([^']+)'")
DOC = re.compile(r"Doc file '([^']+)'")


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def publish(root: Path, site: Path, job: Job) -> list[Problem]:
    """Build `docs/` into the folder `site`; return what MkDocs warns of, and scripts that stand on a page."""
    if not (root / CONFIG).is_file():
        hint = "write site_name: and the name of the site; site_url: and its address, where it has one yet"
        return [Problem(CONFIG, 1, "S11", "the file is missing", hint)]
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    site, desk = site.resolve(), job.desk.resolve() if job.desk else None
    problems: list[Problem] = []
    try:
        with contextlib.chdir(root):  # what extensions are told of files is relative to the project
            config = engine.configuration(Path(), site, desk)
            config.extra.update(job.extra)
            docs, plain = Path(config.docs_dir), engine.is_plain(config)
            late = plain and engine.needs_no_script(config)
            if job.publisher:
                return elsewhere.publish(job.publisher, config, site, job)
            with direct.planned(config, job.pages if plain else {}, ALONE, job.maker) as made:
                with direct.laid_out(config, made) as laid:
                    _build(config, [*job.outside, *laid])
                if not warnings.messages:
                    own = partial(_is_own, docs)
                    join(site, engine.listed(), own, late=late)
                    problems = apply_policy(site, config.theme.dirs)
                if not warnings.messages and not problems and not direct.fill(site, made):
                    return publish(root, site, replace(job, pages={}))
    except MkDocsException as error:
        warnings.messages.append(str(error))
    except Exception as error:  # of an extension, a template or a setting: whatever an edition brings along
        if isinstance(error, OSError) and not isinstance(error, TemplateError):
            raise
        raise ProblemsFound(_broken(error, root, warnings.messages), "site/ is as it was") from error
    finally:
        logger.removeHandler(warnings)
    return [_problem(message) for message in warnings.messages] + problems


def _build(config: MkDocsConfig, outside: Sequence[str]) -> None:
    """Let MkDocs make its pages; those `outside` need no place in the navigation."""
    _without_search(config)
    config.plugins["reader/frame"] = Frame(outside)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


def _is_own(docs: Path, name: str) -> bool:
    """Whether a file of the site is wanted by itself."""
    return name in STYLES or (docs / name).is_file()


def _without_search(config: MkDocsConfig) -> None:
    """Leave out the search of the theme, which mkdocs.yml need not name to have it: ours takes its place."""
    for name in [name for name in config.plugins if name.split("/")[-1] == "search"]:
        plugin = config.plugins.pop(name)
        for methods in config.plugins.events.values():
            methods[:] = [one for one in methods if getattr(one, "__self__", None) is not plugin]


def _broken(error: Exception, root: Path, messages: Sequence[str]) -> list[Problem]:
    """What MkDocs has stopped at: the line of a template, or the page that it was at work on."""
    folder = root.resolve()
    frames = [(Path(frame.filename), frame.lineno or 1) for frame in extract_tb(error.__traceback__)]
    frames.append((Path(getattr(error, "filename", None) or ""), getattr(error, "lineno", None) or 1))
    pages = [found[1] for message in messages if (found := PAGE.search(message))]
    places = [(folder / "docs" / page, 1) for page in pages]
    places += [(file, line) for file, line in frames if file.suffix not in {".py", ""}]
    file, line = next(
        (one for one in reversed(places) if one[0].is_relative_to(folder)), (folder / CONFIG, 1)
    )
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"
    hint = "mend what it asks for there; --debug shows where it stopped"
    return [Problem(file.relative_to(folder).as_posix(), line, "L03", said, hint)]


def _problem(message: str) -> Problem:
    found = DOC.search(message) or PAGE.search(message)
    path = f"docs/{found[1]}" if found else CONFIG
    return Problem(path, 1, "L02", " ".join(message.split()))
