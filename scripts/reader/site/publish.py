"""Run MkDocs, strictly, and turn its warnings into problems."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from reader.model.problems import Problem

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
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site.resolve()), strict=False)
        config.extra.update(extra)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        warnings.messages.append(str(error))
    finally:
        logger.removeHandler(warnings)
    return [_problem(message) for message in warnings.messages]


def _problem(message: str) -> Problem:
    found = DOC.search(message)
    path = f"docs/{found[1]}" if found else "mkdocs.yml"
    return Problem(path, 1, "L02", " ".join(message.split()))
