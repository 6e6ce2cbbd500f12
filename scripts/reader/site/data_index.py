"""The folders of `/data/`: each has a page and a manifest that name its files, with type, size and SHA-256.

A host shows no folder by itself, and a disk shows no more than names. The page of `/data/` is one of the
site, and what it lists is filled in here; those of the folders below it are plain pages, since there may be
as many as there are texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.exports.csv_tables import TABLES, Table
from reader.exports.data_package import CSV, PACKAGE_TYPE
from reader.exports.signposting import LINKSET
from reader.model import Library
from reader.model.markup import HTML
from reader.project.files import fingerprint
from reader.site import phrases
from reader.site.policy import policy
from reader.words import speech
from reader.words.json_text import as_json
from reader.words.languages import direction

INDEX, MANIFEST = "index.html", "manifest.json"
CSL = "application/vnd.citationstyles.csl+json"
# Types by the ends of paths; the first that fits counts
TYPES = (
    ("datapackage.json", PACKAGE_TYPE),
    (".linkset.json", LINKSET),
    (".annotations.json", "application/ld+json"),
    ("texts/schema.json", "application/schema+json"),
    ("references.json", CSL),
    (".json", "application/json"),
    (".tei.xml", "application/tei+xml"),
    (".xml", "application/xml"),
    (".bib", "application/x-bibtex"),
    (".ris", "application/x-research-info-systems"),
    (".csv", CSV),
    (".txt", "text/plain"),
    (".js", "text/javascript"),
    (".html", "text/html"),
    (".epub", "application/epub+zip"),
    (".pdf", "application/pdf"),
    (".png", "image/png"),
)
OTHER = "application/octet-stream"
STYLES = ("assets/look.css", "assets/folder.css")
ICONS = ("assets/icon.svg",)
DOCTYPE = "<!doctype html>"
PAGE = HTML("""\
<html lang="{language}" dir="{direction}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title} - {site}</title>
    {links}
  </head>
  <body class="folder" data-md-color-scheme="default">
    <nav aria-label="{name}">
      <a href="{root}">{site}</a> · <a href="{data}">{name}</a> · <a href="../">{up}</a>
    </nav>
    <main>
      <h1>{title}</h1>
      <p>{told}</p>
      {files}
    </main>
  </body>
</html>
""")
STYLE = HTML('<link rel="stylesheet" href="{}">')
ICON = HTML('<link rel="icon" href="{}">')  # without one browsers ask for a file that is not there
LINK = HTML('<a href="{to}">{name}</a>')
CODE = HTML("<code>{}</code>")
FOLDER = HTML('<li><a href="{to}" dir="ltr">{name}</a></li>')
FOLDERS = HTML('<ul class="folders">{}</ul>')
LISTING = HTML(
    '<table class="files"><thead><tr><th scope="col">{name}</th><th scope="col">{type}</th>'
    '<th scope="col">{bytes}</th><th scope="col">{fingerprint}</th></tr></thead><tbody>{rows}</tbody></table>'
)
ROW = HTML(
    '<tr><th scope="row"><a href="{to}">{to}</a></th><td>{type}</td><td>{bytes}</td>'
    "<td><code>{digest}</code></td></tr>"
)
TABLE = HTML(
    '<p><a href="{path}">{path}</a>: {told}</p>'
    '<details class="columns"><summary>{name}</summary><dl>{columns}</dl></details>'
)
COLUMN = HTML("<div><dt><code>{}</code></dt><dd>{}</dd></div>")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of `/data/`: its path below, its media type, its size and its SHA-256."""

    path: str  # below `/data/`
    type: str  # the media type
    bytes: int  # the size
    digest: str  # the SHA-256, in hexadecimal digits


def index_data(site: Path, library: Library) -> None:
    """Write a page and a manifest into each folder of `site/data`, and fill in the page of data."""
    data = site / "data"
    files = [_listed(file, data) for file in sorted(data.rglob("*")) if file.is_file() and file.name != INDEX]
    below: dict[Path, list[Listed]] = {Path(): []}
    for one in files:
        for folder in Path(one.path).parents:
            below.setdefault(folder, []).append(one)
    folders = sorted(below.keys() - {Path()})
    within: dict[Path, list[Path]] = {}
    for folder in folders:
        within.setdefault(folder.parent, []).append(folder)
    _fill_in(data / INDEX, below[Path()], folders)
    for folder, listed in below.items():
        if folder != Path() and not (data / folder / INDEX).exists():
            _write_pages(site, folder, listed, within.get(folder, ()), library)
        text = _manifest(folder.as_posix(), listed, library)
        (data / folder / MANIFEST).write_text(text, "utf-8", newline="\n")


def _write_pages(
    site: Path, folder: Path, below: Iterable[Listed], folders: Sequence[Path], library: Library
) -> None:
    """Write the page of a folder, and further ones where it holds very many files or folders."""
    own = [one for one in below if Path(one.path).parent == folder]
    longest = max((len(_row(one, folder.as_posix())) for one in own), default=1)
    most = min(library.limits.files, library.limits.folder // longest)
    number = max(1, -(-max(len(own), len(folders)) // most))
    for at in range(number):
        part = slice(at * most, (at + 1) * most)
        listing = _others(at, number) + _listing(own[part], folder.as_posix(), folders[part])
        page = f"{DOCTYPE}\n{_page(site, folder.as_posix(), listing, library)!s}"
        (site / "data" / folder / _name(at)).write_text(page, "utf-8", newline="\n")


def _name(at: int) -> str:
    """The file of a page of a folder."""
    return f"index-{at + 1}.html" if at else INDEX


def _others(at: int, number: int) -> HTML:
    """Links to the other pages of a folder."""
    if number == 1:
        return HTML()
    links = (
        HTML("<b>{}</b>").format(one + 1)
        if one == at
        else LINK.format(to=_name(one) if one else "./", name=one + 1)
        for one in range(number)
    )
    return HTML('<nav aria-label="{}">{}</nav>').format(phrases.PAGES, HTML(" ").join(links))


def media_type(path: str) -> str:
    """Return the media type of a file of `/data/`."""
    if path.startswith("cite/") and path.endswith(".json"):
        return CSL
    return next((kind for end, kind in TYPES if path.endswith(end)), OTHER)


def _listed(file: Path, data: Path) -> Listed:
    path, content = file.relative_to(data).as_posix(), file.read_bytes()
    return Listed(path, media_type(path), len(content), fingerprint(content))


def _manifest(folder: str, files: Iterable[Listed], library: Library) -> str:
    rows = [
        {"path": _within(one, folder), "mediaType": one.type, "bytes": one.bytes, "sha256": one.digest}
        for one in files
    ]
    return as_json({"edition": library.edition, "files": rows})


def _within(file: Listed, folder: str) -> str:
    return file.path if folder == "." else file.path.removeprefix(f"{folder}/")


def _fill_in(page: Path, files: Iterable[Listed], folders: Iterable[Path]) -> None:
    """Put tables and files into their places on the page of data, where it has them."""
    if not page.is_file():
        return
    here = [one for one in files if "/" not in one.path]
    listed = {
        "table-list": HTML("").join(_table(table) for table in TABLES),
        "file-list": _listing(here, ".", [one for one in folders if len(one.parts) == 1]),
    }
    text = page.read_text("utf-8")
    for id_, made in listed.items():
        before, place, after = text.partition(f'<div id="{id_}">')
        text = before + place + str(made) + after
    page.write_text(text, "utf-8", newline="\n")


def _table(table: Table) -> HTML:
    columns = HTML("").join(COLUMN.format(column.name, column.told) for column in table.columns)
    return TABLE.format(path=table.path, told=table.told, name=phrases.COLUMNS, columns=columns)


def _row(one: Listed, folder: str) -> HTML:
    return ROW.format(
        to=_within(one, folder), type=one.type, bytes=speech.number(one.bytes), digest=one.digest
    )


def _listing(files: Iterable[Listed], folder: str, folders: Iterable[Path]) -> HTML:
    rows = [_row(one, folder) for one in files]
    names = [FOLDER.format(to=f"{one.name}/", name=f"{one.name}/") for one in folders]
    table = LISTING.format(
        name=phrases.NAME,
        type=phrases.TYPE,
        bytes=phrases.BYTES,
        fingerprint=phrases.FINGERPRINT,
        rows=HTML("").join(rows),
    )
    return (FOLDERS.format(HTML("").join(names)) if names else HTML()) + (table if rows else HTML())


def _page(site: Path, folder: str, listing: HTML, library: Library) -> HTML:
    up = "../" * (folder.count("/") + 1)
    beside = [(STYLE, one) for one in STYLES] + [(ICON, one) for one in ICONS]
    links = [link.format(f"{up}../{one}") for link, one in beside if (site / one).is_file()]
    return PAGE.format(
        policy=policy(set()),
        language=library.speech.language,
        direction=direction(library.speech.language),
        title=phrases.FILES_IN.format(folder=f"data/{folder}"),
        site=library.site_name,
        links=HTML("").join(links),
        root=f"{up}../",
        data=up,
        name=phrases.ALL_DATA,
        up=phrases.UP,
        told=HTML.say(phrases.FILES_TOLD, manifest=LINK.format(to=MANIFEST, name=CODE.format(MANIFEST))),
        files=listing,
    )
