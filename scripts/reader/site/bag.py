"""The site of an edition as a deposit: a bag (BagIt 1.0, RFC 8493) in one ZIP file.

    bees-edition-2/bagit.txt                 what it is
    bees-edition-2/bag-info.txt              of which edition, of which day, how much
    bees-edition-2/manifest-sha256.txt       each file of the site with its fingerprint
    bees-edition-2/tagmanifest-sha256.txt    the same of the files above
    bees-edition-2/data/index.html …         the site

Its day is that of the edition, so that the same edition gives the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from reader.model import Library
from reader.project.files import fingerprint

BAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
FOLDER = "archive"
DAY = (1980, 1, 1, 0, 0, 0)  # what a ZIP file takes for no day at all
LINE_END = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})  # as a manifest writes them in a path


def archive(root: Path, library: Library) -> Path:
    """Write the deposit of the site that stands in `site/`, and return its file."""
    name = f"{_slug(library.site_name)}-edition-{_slug(library.edition)}"
    site = root / "site"
    files = {
        f"data/{file.relative_to(site).as_posix()}": file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
    tags = {
        "bagit.txt": BAG,
        "bag-info.txt": _info(library, files),
        "manifest-sha256.txt": _manifest(files),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags)
    made = root / FOLDER / f"{name}.zip"
    made.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bag:
        for path, data in {**tags, **files}.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", DAY)
            entry.external_attr = 0o644 << 16
            bag.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made


def _info(library: Library, files: Mapping[str, bytes]) -> bytes:
    day = library.releases.get(library.edition)
    size = sum(map(len, files.values()))
    rows = {
        "External-Description": " ".join(library.site_name.split()),
        "External-Identifier": library.site_url if library.site_url != "/" else "",
        "Bagging-Date": day or "",
        "Payload-Oxum": f"{size}.{len(files)}",
        "Edition-Number": " ".join(library.edition.split()),
    }
    return "".join(f"{name}: {value}\n" for name, value in rows.items() if value).encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{fingerprint(data)}  {path.translate(LINE_END)}\n" for path, data in files.items())
    return "".join(rows).encode()


def _slug(words: str) -> str:
    """Words as a part of the name of a file, in letters that every disk knows."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "reader"
