"""A deposit: a bag that the library of the Library of Congress finds valid, the same for the same edition."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from warcio.archiveiterator import ArchiveIterator

from reader import pipeline
from reader.site import warc
from tiny_site import tiny_site

RELEASE = """[tool.reader]
edition = "2"

[[tool.reader.release]]
edition = "2"
date = "2026-11-28"
"""


@pytest.fixture
def bagit(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The library, which asks an old module of setuptools for its own version alone."""
    old = ModuleType("pkg_resources")
    old.DistributionNotFound = LookupError  # type: ignore[attr-defined]
    old.get_distribution = _nothing  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pkg_resources", old)
    import bagit  # noqa: PLC0415

    module: ModuleType = bagit
    return module


def _nothing(name: str) -> None:
    raise LookupError(name)


def test_the_site_as_archives_of_the_web_keep_it(tmp_path: Path) -> None:
    """A reader of others’ finds each file at its address, whole; the same edition gives the same bytes."""
    project = tiny_site(tmp_path / "project")
    project.good("accept", "--yes")
    made = project.root / "archive/small-edition-1.warc.gz"
    assert "WARC" not in project.good("archive").out  # nobody knows its day
    assert not made.exists()
    project.write("pyproject.toml", RELEASE.replace('"2"', '"1"'))
    assert f"archive: {made}, the same as archives" in project.good("archive").out
    found: dict[str, tuple[str, bytes]] = {}
    with made.open("rb") as opened:
        for record in ArchiveIterator(opened, check_digests="raise"):
            assert record.rec_headers.get_header("WARC-Date") == "2026-11-28T00:00:00Z"
            if record.rec_type == "response":
                type_ = record.http_headers.get_header("Content-Type")
                address = record.rec_headers.get_header("WARC-Target-URI")
                found[address] = type_, record.content_stream().read()
    site = {path.removeprefix("site/"): data for path, data in project.files("site").items()}
    del site["_headers"]
    url = "https://small.example/"
    assert {address: data for address, (_type, data) in found.items()} == {
        url + path.removesuffix("index.html"): data for path, data in site.items()
    }
    assert found[url][0] == "text/html; charset=utf-8"
    assert found[f"{url}assets/look.css"][0] == "text/css; charset=utf-8"
    assert found[f"{url}data/corpus.tei.xml"][0] == "application/tei+xml"
    warc.archive(tmp_path / "again", project.root / "site", pipeline.read(project.root))
    assert (tmp_path / "again").read_bytes() == made.read_bytes()


def test_the_deposit_of_a_site(tmp_path: Path, bagit: ModuleType) -> None:
    """It holds each file of the site, says its edition and day, and a changed byte is found."""
    project = tiny_site(tmp_path / "project")
    project.edit("mkdocs.yml", "site_name: Small", "site_name: Small & old")
    project.write("pyproject.toml", RELEASE)
    project.good("accept", "--yes")
    assert "archive/small-old-edition-2.zip, a bag (BagIt 1.0)" in project.good("archive").out
    made = project.root / "archive/small-old-edition-2.zip"
    first = made.read_bytes()
    assert "has no day yet" not in project.good("archive").out
    assert made.read_bytes() == first
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "small-old-edition-2"
    bag = bagit.Bag(str(folder))
    bag.validate()
    assert (bag.version, bag.info["Bagging-Date"], bag.info["Edition-Number"]) == ("1.0", "2026-11-28", "2")
    assert bag.info["External-Identifier"] == "https://small.example/"
    packed = {path.removeprefix("data/") for path in bag.payload_files()}
    assert packed == {path.removeprefix("site/") for path in project.files("site")}
    (folder / "data/index.html").write_bytes(b"another")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()
