"""One style sheet and one script on every page in the place of many, which stand apart in the source.

The page for what is missing, which every site has, tells the run of sheets and the run of scripts that pages
load: those of the theme and of the engine. On each page that has the same run, one file takes its place; what
an edition adds comes after it, as before. Of the theme's sheet only what the site has is kept.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path

from reader.site import engine
from reader.site.living_styles import living, without_idle

FOLDER = "assets/"
OF_THE_THEME = f"{FOLDER}stylesheets/"
MODEL = "404.html"
SHEET, SCRIPT = f"{FOLDER}site.css", f"{FOLDER}site.js"
LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]+)">')
TAG = re.compile(r'\s*<script src="([^"]+)" defer></script>')
LATE = re.compile(
    r'\s*<script src="([^"]*assets/javascripts/bundle[^"]*)" defer></script>'
    r'((?:\s*<script src="[^"]*" defer></script>)*?\s*<script src="[^"]*assets/site\.js")'
)
CHARSET = '@charset "UTF-8";'
CLASSES = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
RELATIVE = re.compile(r"""(url\(\s*["']?)(?!data:|[a-z]+:|/|#)([^"')\s]+)""")
REMARK = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)?\n", re.MULTILINE | re.DOTALL
)  # and blank lines
WORD = re.compile(r"[\w-]+")
ENGINE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class _Run:
    tag: re.Pattern[str]  # how a page names one of its files
    names: tuple[str, ...]  # of the files, below the site
    target: str  # the file that takes their place

    def replaced(self, page: str) -> str:
        """A page with one file in the place of the run, where it has the whole of it."""
        found = list(self.tag.finditer(page))
        names = [_name(one[1], self.names) for one in found]
        at = names.index(self.names[0]) if self.names[0] in names else 0
        run = found[at : at + len(self.names)]
        if tuple(names[at : at + len(run)]) != self.names:
            return page
        for one in reversed(run[1:]):
            page = page[: one.start()] + page[one.end() :]
        first = run[0]
        return page[: first.start()] + first[0].replace(self.names[0], self.target) + page[first.end() :]


def join(site: Path, ours: Collection[str], stay: Callable[[str], bool], *, late: bool) -> None:
    """Join the sheets and the scripts on the pages of `site`; `ours` are those that the engine lists.

    A part that no page names any more is removed, unless it is to `stay`. The script of the theme may come
    `late`: our script loads it then, once a reader moves about.
    """
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    parts = {name for name in ours if (site / name).is_file()}
    parts |= {file.relative_to(site).as_posix() for file in (site / OF_THE_THEME).rglob("*.css")}
    runs = []
    for tag, target in ((LINK, SHEET), (TAG, SCRIPT)):
        names = tuple(_first_run(tag, pages.get(site / MODEL, ""), parts))
        if len(names) > 1:
            runs.append(_Run(tag, names, target))
    for run in runs:
        texts = {name: (site / name).read_text("utf-8") for name in run.names}
        whole = _sheet(site, texts, pages.values()) if run.target == SHEET else _script(texts)
        (site / run.target).write_text(whole, "utf-8", newline="\n")
    named: set[str] = set()
    for file, text in pages.items():
        written = text
        for run in runs:
            written = run.replaced(written)
        if late:
            written = LATE.sub(r'\2 data-late="\1"', written)
        for run in runs:
            named |= {_name(one[1], run.names) for one in run.tag.finditer(written)}
        if written != text:
            file.write_text(written, "utf-8", newline="\n")
    for name in (name for run in runs for name in run.names):
        if name not in named and not stay(name):
            (site / name).unlink()


def _name(address: str, names: Collection[str]) -> str:
    """Which of the files a page calls so; nothing where it is none of them."""
    return next((name for name in names if f"/{address}".endswith(f"/{name}")), "")


def _first_run(tag: re.Pattern[str], page: str, parts: Collection[str]) -> Iterator[str]:
    names = [_name(found[1], parts) for found in tag.finditer(page)]
    return takewhile(bool, dropwhile(lambda name: not name, names))


def _sheet(site: Path, texts: Mapping[str, str], pages: Iterable[str]) -> str:
    """The sheets in their order; of the theme's, what the site has."""
    known = _known(site, pages)
    ours = "\n".join(
        living(text.removeprefix(CHARSET), None) for name, text in texts.items() if not _is_theirs(name)
    )
    theirs = {site / name for name in texts if _is_theirs(name)}
    beside = (file.read_text("utf-8") for file in site.rglob("*.css") if file not in theirs)
    asked = "".join([*beside, *(f"var({word})" for word in sorted(known) if word.startswith("--"))])
    kept = (
        _seen_from_here(living(text.removeprefix(CHARSET), known), name)
        for name, text in texts.items()
        if _is_theirs(name)
    )
    return "\n".join([CHARSET, without_idle("".join(kept), asked), ours, ""])


def _script(texts: Mapping[str, str]) -> str:
    """The scripts in their order; those of the engine without the comments that have lines of their own."""
    return "".join(
        REMARK.sub("", text) if text == _of_the_engine(name) else f"{text}\n" for name, text in texts.items()
    )


def _of_the_engine(name: str) -> str:
    file = engine.THEME / name
    return file.read_text("utf-8") if file.is_file() else ""


def _is_theirs(name: str) -> bool:
    return name.startswith(OF_THE_THEME)


def _known(site: Path, pages: Iterable[str]) -> set[str]:
    """What may be a class: those of the pages, and all words of the scripts and of the engine itself.

    Pages that are written directly are not there yet. What classes they have stands in the engine.
    """
    files = [*(site / FOLDER).rglob("*.js"), *ENGINE.rglob("*.py")]
    known = {word for file in files for word in WORD.findall(file.read_text("utf-8"))}
    for page in pages:
        known.update(word for found in CLASSES.findall(page) for word in "".join(found).split())
    return known


def _seen_from_here(sheet: str, name: str) -> str:
    """A sheet with the addresses of its files as they are seen from the folder of the joined one."""
    folder = posixpath.relpath(posixpath.dirname(name), posixpath.dirname(SHEET))
    return RELATIVE.sub(
        lambda found: f"{found[1]}{posixpath.normpath(posixpath.join(folder, found[2]))}", sheet
    )
