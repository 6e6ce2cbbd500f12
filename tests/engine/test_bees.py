"""An edition that is another than this one, made with the first version: upgraded, built, published.

Two small texts on bees, written for this, as the engine of 1.0.0 has left them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from small_project import SmallProject

GIVEN = {"swarm-1921": ("s1", "p1", "p2", "p3", "n1"), "honey-2019": ("p1", "p2")}  # by the first version
REVISION = re.compile(r"^(\w+)\tlive\t(\w{8})", re.MULTILINE)


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """The edition, brought to this version and made into the site that is published."""
    edition = SmallProject(tmp_path_factory.mktemp("bees") / "edition")
    shutil.copytree(Path(__file__).parent / "bees", edition.root)
    edition.good("upgrade")
    edition.good("build")
    told = edition.good("accept", "--yes").out
    assert told.startswith("new addresses: ")  # and nothing is asked of a passage
    edition.good("site", "--public")
    return edition


def page(edition: SmallProject, path: str) -> str:
    """A page of its site."""
    return (edition.root / "site" / path / "index.html").read_text("utf-8")


def test_it_is_whole(bees: SmallProject) -> None:
    """Nothing is stale or unrecorded, and there is nothing left to upgrade."""
    bees.good("check")
    assert bees.good("upgrade").out.endswith("nothing is to be changed in its files\n")


def test_its_addresses_go_on(bees: SmallProject) -> None:
    """Every place that the first version gave stands on its page, under the revision that links carry."""
    for slug, ids in GIVEN.items():
        before = (Path(__file__).parent / f"bees/sources/{slug}/anchors.lock").read_text("utf-8")
        after = (bees.root / f"sources/{slug}/anchors.lock").read_text("utf-8")
        assert REVISION.findall(after) == REVISION.findall(before)
        text = page(bees, f"texts/{slug}")
        assert [id_ for id_ in ids if f'id="{id_}"' not in text] == []
        assert f"\n/texts/{slug}/#p1\t1\n" in (bees.root / "addresses.lock").read_text("utf-8")


def test_its_site(bees: SmallProject) -> None:
    """What its editor wrote is there: terms, a citation, a note, a correction, its own page and name."""
    text = page(bees, "texts/swarm-1921")
    assert "shake the branch once. The queen" in re.sub(r"<[^>]*>", "", text)
    assert 'href="../../terms/queen/"' in text
    assert "../../bibliography/#langstroth-1853" in text
    assert "A basket turned upside down" in text
    assert "Advertisement" not in text
    assert "a space is lost" in page(bees, "apparatus/swarm-1921")
    assert "How a swarm is taken" in page(bees, "terms/swarm")
    home = (bees.root / "site/index.html").read_text("utf-8")
    assert "<title>Bees" in home
    assert "Russia" not in "".join(file.read_text("utf-8") for file in (bees.root / "site").rglob("*.html"))
