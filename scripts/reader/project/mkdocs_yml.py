"""mkdocs.yml, as far as the pages need it: plain YAML, with the tags of MkDocs and of Python left unread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pathspec
import pathspec.gitignore
import yaml

from reader.model.problems import Problem
from reader.project.catalogues import offered
from reader.words.speech import ENGLISH

PATH = "mkdocs.yml"
DEFAULT_LEFT_OUT = [".*", "/templates/"]
HINT = "the line reads “{}”"
DEFAULT = {"site_url": "/", "site_name": "Reader"}
THEME, LANGUAGE = "theme", "language"


class _Loader(yaml.SafeLoader):
    """Builds nothing but plain values, whatever the tags say."""


def _untagged(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Any:
    """None for an unknown tag; of `!ENV [NAME, default]` the default, since no build asks the machine."""
    if isinstance(node, yaml.SequenceNode):
        return (loader.construct_sequence(node, deep=True) or [None])[-1]
    return None


_Loader.add_multi_constructor("", _untagged)


def settings(text: str) -> tuple[dict[str, str], list[Problem]]:
    """Return `site_url`, with a slash at its end, `site_name`, and the `language` of its theme."""
    otherwise = DEFAULT | {LANGUAGE: ENGLISH}
    try:
        read = yaml.load(text, _Loader) if text else {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return otherwise, [_unreadable(text, error)]
    if not isinstance(read, dict):
        message, hint = "is no table of settings", "write site_name: and the name of the site"
        return otherwise, [Problem(PATH, 1, "M01", message, hint)]
    problems = [
        _wrong(text, name, "is no text", f'write {name}: "…" with quotation marks')
        for name in DEFAULT
        if not isinstance(read.get(name, ""), str | None)
    ]
    if not problems and (url := read.get("site_url")) and not _is_address(url):
        problems.append(_wrong(text, "site_url", "is no address", "write it like https://reader.example/"))
    theme = read.get(THEME)
    language = theme.get(LANGUAGE, ENGLISH) if isinstance(theme, dict) else ENGLISH
    if language not in offered():
        known = ", ".join(offered())
        hint = f"the engine speaks {known}; a page may hold texts of any language"
        problems.append(_problem(text, LANGUAGE, "M05", f"the site cannot speak “{language}”", hint))
    if problems:
        return otherwise, problems
    found = {name: read.get(name) or default for name, default in DEFAULT.items()}
    return found | {"site_url": found["site_url"].rstrip("/") + "/", LANGUAGE: language}, []


def templates(text: str) -> str:
    """Return the folder of templates that an edition has of its own, or nothing."""
    try:
        read = yaml.load(text, _Loader) if text else {}
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
    theme = read.get("theme") if isinstance(read, dict) else None
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return folder if isinstance(folder, str) else ""


def left_out(text: str) -> Callable[[str], bool]:
    """Return whether MkDocs makes no page of a file below `docs/`, by `exclude_docs` and `draft_docs`."""
    try:
        read = yaml.load(text, _Loader) if text else {}
    except (yaml.YAMLError, ValueError, RecursionError):
        read = {}
    patterns = [read.get(name) for name in ("exclude_docs", "draft_docs")] if isinstance(read, dict) else []
    rows = [row for one in patterns if isinstance(one, str) for row in one.splitlines()]
    spec = pathspec.gitignore.GitIgnoreSpec.from_lines(DEFAULT_LEFT_OUT)
    with contextlib.suppress(ValueError):  # MkDocs will tell what is wrong with it
        spec += pathspec.gitignore.GitIgnoreSpec.from_lines(rows)
    return spec.match_file


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    whole = parts.scheme in {"http", "https"} and bool(parts.netloc) and not url.split()[1:]
    return url == "/" or (whole and not set(url) & set("?#"))  # behind which no page can be named


def _unreadable(text: str, error: Exception) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        number, message = error.problem_mark.line + 1, error.problem or "is no YAML"
    elif isinstance(error, yaml.reader.ReaderError):
        number, message = text.count("\n", 0, error.position) + 1, "a character that YAML does not allow"
    else:
        number, message = 1, "is nested too deeply" if isinstance(error, RecursionError) else str(error)
    rows = text.split("\n")
    number = min(number, len(rows))
    return Problem(PATH, number, "M01", message, HINT.format(rows[number - 1].strip()[:60]))


def _wrong(text: str, name: str, message: str, hint: str) -> Problem:
    return _problem(text, name, "M02", f"“{name}” {message}", hint)


def _problem(text: str, name: str, code: str, message: str, hint: str) -> Problem:
    """A problem at the first line that sets a value of some name."""
    rows = text.split("\n")
    number = next((at for at, row in enumerate(rows, 1) if row.lstrip().startswith(name)), 1)
    return Problem(PATH, number, code, message, hint)
