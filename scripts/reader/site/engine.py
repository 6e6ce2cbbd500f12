"""What the engine brings to every site: templates, style sheets and scripts, and what mkdocs.yml leaves open.

The files lie in the package, in `theme/`, between the edition and the theme of MkDocs: a file of the same
name in the `custom_dir` of mkdocs.yml takes the place of one of them, and so does one in `docs/`, where it is
no template. The settings are those of `defaults.yml`, as far as mkdocs.yml does not say otherwise: tables are
put together, lists of what a page needs are completed, and anything else is taken as the edition has it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from reader.model import generated
from reader.site import phrases, words
from reader.words import speech

CONFIG = "mkdocs.yml"
THEME = Path(__file__).parents[1] / "theme"
DEFAULTS = Path(__file__).parent / "defaults.yml"
SNIPPETS = "pymdownx.snippets"
OF_MKDOCS = ("toc", "tables", "fenced_code")  # extensions that it has in any case
COMPLETED = ("extra_css", "extra_javascript", "markdown_extensions")  # ours come first
FILES = ("extra_css", "extra_javascript")
ELSEWHERE = re.compile(r"!ENV|!relative|^INHERIT\b", re.MULTILINE)  # in mkdocs.yml
LINES = ("not_in_nav", "exclude_docs")  # of patterns: theirs come last, and so count
WITHOUT_SCRIPT = frozenset({"navigation.tabs", "toc.follow"})  # features of the theme
JOINED = ("theme", "validation", "extra")


def configuration(root: Path, site: Path, desk: Path | None = None) -> MkDocsConfig:
    """Return what MkDocs is to do for the edition in `root`, where it is run, to fill the folder `site`.

    Its pages are those of `desk`, where there is one, and else of the folder that mkdocs.yml names. Where
    another language than English is spoken, the scripts are given their words before they come.
    """
    file = (root / CONFIG).resolve()
    with file.open("rb") as opened:
        said = yaml_load(opened)
    settings = completed(said)
    if said.get("nav") is None:
        settings["nav"], beside = navigation(file.parent / str(said.get("docs_dir", "docs")))
        settings["not_in_nav"] = settings.get("not_in_nav", "") + beside
    if desk:
        settings["docs_dir"] = str(desk)
    if speech.catalogue().scripts:
        settings["extra_javascript"] = [{"path": words.PATH, "defer": True}, *settings["extra_javascript"]]
    config = load_config(str(file), site_dir=str(site.resolve()), strict=False, **settings)
    if desk and (snippets := config.mdx_configs.get(SNIPPETS)):
        snippets["base_path"] = [str(desk)]
    if config.theme.name == "material":
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    return config


def is_plain(config: MkDocsConfig) -> bool:
    """Whether the engine alone says what becomes of a page: no plugin, no template, no extension."""
    listed = yaml.safe_load(DEFAULTS.read_text("utf-8"))["markdown_extensions"]
    ours: dict[str, Any] = {_called(one): one for one in listed}
    set_up = {name: one[name] for name, one in ours.items() if isinstance(one, Mapping)}
    snippets = config.mdx_configs.get(SNIPPETS, {}) | {"base_path": "docs"}  # which are elsewhere at the desk
    own = config.theme.custom_dir and any(Path(config.theme.custom_dir).rglob("*.html"))
    plugins = {name.split("/")[-1] for name in config.plugins} - {"search"}
    return (
        config.theme.name == "material"
        and not (own or plugins or config.hooks)
        and config.use_directory_urls
        and set(config.markdown_extensions) == {*ours, *OF_MKDOCS}
        and config.mdx_configs | {SNIPPETS: snippets} == set_up
    )


def rests_on_its_files(root: Path) -> bool:
    """Whether nothing goes into a site but the engine and the files of its edition that are always read.

    A plugin, a template, a folder of one’s own, or settings that lie elsewhere may bring anything else along.
    """
    with contextlib.chdir(root):
        config = configuration(Path(), Path("site"))
        elsewhere = ELSEWHERE.search(Path(CONFIG).read_text("utf-8-sig"))
        usual = Path(config.docs_dir) == Path("docs").resolve()
        return is_plain(config) and usual and not config.theme.custom_dir and not elsewhere


def needs_no_script(config: MkDocsConfig) -> bool:
    """Whether a page looks the same before the script of the theme has come, which makes nothing on it."""
    made = set(config.theme.get("features") or []) - WITHOUT_SCRIPT
    return not (
        made or config.theme.get("palette") or {"consent", "version", "analytics"} & set(config.extra)
    )


def completed(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of the engine, as far as those that an edition has `said` leave room for them."""
    settings: dict[str, Any] = yaml.safe_load(DEFAULTS.read_text("utf-8"))
    if _name(said.get("theme")) != "material":
        settings.pop("theme")
    for name, ours in list(settings.items()):
        theirs = said.get(name)
        if theirs is None:
            continue
        if name in JOINED and isinstance(theirs, str | Mapping):
            settings[name] = ours | (dict(theirs) if isinstance(theirs, Mapping) else {})
        elif name in LINES and isinstance(theirs, str):
            settings[name] = f"{ours}{theirs}"
        elif name in COMPLETED and isinstance(theirs, list | Mapping):
            settings[name] = _list(ours, theirs)
        else:
            settings.pop(name)
    return settings


def navigation(docs: Path) -> tuple[list[dict[str, str] | str], str]:
    """Return the parts of a site that says nothing of them, and patterns of what lies behind them.

    First come those that every edition has, then its own pages and folders with an index, by their names.
    """
    parts: list[dict[str, str] | str] = [
        {str(name): path} for name, path in phrases.PARTS if (docs / path).is_file()
    ]
    known = {path.split("/")[0] for _name, path in phrases.PARTS} | {"index.md"}
    beside = ""
    for one in sorted(docs.iterdir()):
        if one.name in known or {one.name} & {*generated.FOLDERS, *generated.FILES}:
            continue
        if one.suffix == ".md":
            parts.append(one.name)
        elif (one / "index.md").is_file():
            parts.append(f"{one.name}/index.md")
            beside += f"/{one.name}/*\n"
    return parts, beside


def listed() -> list[str]:
    """Return the paths of the style sheets and scripts of the engine, in their order."""
    settings = yaml.safe_load(DEFAULTS.read_text("utf-8"))
    return [_called(one) for name in FILES for one in settings[name]]


def _name(theme: object) -> object:
    """The theme of an edition; that of the engine where it names none."""
    if isinstance(theme, Mapping):
        return theme.get("name", "material")
    return "material" if theme is None else theme


def _list(ours: Iterable[Any], theirs: list[Any] | Mapping[str, Any]) -> list[Any]:
    """Ours but those that they name themselves, and then theirs."""
    listed = [{name: value} for name, value in theirs.items()] if isinstance(theirs, Mapping) else theirs
    named = set(map(_called, listed))
    return [*(one for one in ours if _called(one) not in named), *listed]


def _called(one: object) -> str:
    """The name of an entry of a list: a word, the only key of a table, or its path."""
    if isinstance(one, Mapping):
        return str(one.get("path") or next(iter(one), ""))
    return str(one)
