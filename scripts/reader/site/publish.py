"""Run MkDocs, strictly, and turn its warnings into problems."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from reader.model.problems import Problem, ProblemsFound

PAGE = re.compile(r"Error (?:reading|building) page '([^']+)'")
DOC = re.compile(r"Doc file '([^']+)'")


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def publish(root: Path, site: Path, extra: Mapping[str, str]) -> list[Problem]:
    """Build `docs/` into the folder `site` and return what MkDocs warns of.

    `extra` is what templates may know beside mkdocs.yml, as `config.extra`.
    """
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    site = site.resolve()
    try:
        with contextlib.chdir(root):  # what extensions are told of files is relative to the project
            config = load_config(str(Path("mkdocs.yml").resolve()), site_dir=str(site), strict=False)
            config.extra.update(extra)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    except MkDocsException as error:
        warnings.messages.append(str(error))
    except OSError:
        raise
    except Exception as error:  # of an extension, a template or a setting: whatever an edition brings along
        raise ProblemsFound(_broken(error, root, warnings.messages), "site/ is as it was") from error
    finally:
        logger.removeHandler(warnings)
    return [_problem(message) for message in warnings.messages]


def _broken(error: Exception, root: Path, messages: Sequence[str]) -> list[Problem]:
    """What MkDocs has stopped at, and what it said before: of a template its file and line."""
    if isinstance(error, TemplateError):
        file = Path(getattr(error, "filename", None) or "mkdocs.yml")
        path = file.relative_to(root.resolve()) if file.is_relative_to(root.resolve()) else Path(file.name)
        line = getattr(error, "lineno", None) or 1
        hint = "mend the template, or take it out of overrides/"
        return [Problem(path.as_posix(), line, "L03", f"{type(error).__name__}: {error.message}", hint)]
    hint = "mend what the page or mkdocs.yml asks for; --debug shows where it stopped"
    said = [PAGE.search(message) for message in messages]
    pages = [f"docs/{found[1]}" for found in said if found] or ["mkdocs.yml"]
    return [Problem(pages[-1], 1, "L03", f"{type(error).__name__}: {' '.join(str(error).split())}", hint)]


def _problem(message: str) -> Problem:
    found = DOC.search(message) or PAGE.search(message)
    path = f"docs/{found[1]}" if found else "mkdocs.yml"
    return Problem(path, 1, "L02", " ".join(message.split()))
