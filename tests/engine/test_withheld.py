"""What the rights in a text keep back is nowhere: in no page, search, export, book or file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from small_project import ABOUT
from tiny_site import tiny_site

SLUGS = ("gamma-2022", "delta-2023")
WITHHELD = ("Qwertzuiop", "Asdfghjkl", "Yxcvbnmlk", "Poiuztrew")  # no word of any program or page
RAW = """\
The Alpha League met in 1999, as Brown writes, in Sandyhaven.

The Qwertzuiop came to the meeting and the Alpha League let Asdfghjkl in.

The end came in 2001; Yxcvbnmlk knows why, and Poiuztrew as well.
"""
MARKED = """
[[markup]]
line = 3
find = "Qwertzuiop"
kind = "emphasis"
"""


def words(root: Path) -> Iterator[tuple[str, str]]:
    """The text of every file below a folder, and of the files in archives."""
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        data = file.read_bytes()
        yield file.relative_to(root).as_posix(), data.decode("utf-8", "replace")
        if zipfile.is_zipfile(BytesIO(data)):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield f"{file.name}/{name}", archive.read(name).decode("utf-8", "replace")


def test_a_withheld_word_is_nowhere(tmp_path: Path) -> None:
    """Also none that a text had before, or that was corrected."""
    project = tiny_site(tmp_path / "project")
    correction = '[[correction]]\nline = 5\nfind = "Poiuztrew"\nreplace = "nobody"\nreason = "a slip"\n'
    for slug in SLUGS:
        project.text(slug, RAW.replace("Sandyhaven", slug), ABOUT + MARKED, f"{slug}: a text")
        project.good("accept", "--yes")
        project.write(f"sources/{slug}/corrections.toml", correction)
    project.accepted()
    shown = "".join(text for _path, text in words(project.root / "docs"))
    assert [word for word in WITHHELD if word not in shown] == []
    project.edit("sources/gamma-2022/source.toml", '"full"', '"excerpt"\npassages = ["p1"]')
    project.edit("sources/delta-2023/source.toml", '"full"', '"record"')
    project.good("site")
    for folder in ("docs", "site"):
        for path, text in words(project.root / folder):
            assert [word for word in WITHHELD if word.lower() in text.lower()] == [], f"{folder}/{path}"
    pages = {slug: (project.root / f"site/texts/{slug}/index.html").read_text("utf-8") for slug in SLUGS}
    assert {slug: f"writes, in {slug}" in page for slug, page in pages.items()} == {
        "gamma-2022": True,
        "delta-2023": False,
    }
