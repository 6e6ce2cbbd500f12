"""Editions of every format that was published are brought to the present one, and no byte of them is lost."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from reader.anchors import ledger
from reader.commands import migrations
from reader.model.version import VERSION, order
from reader.project.changelog import HEADING, changelog, sections, since
from small_project import SmallProject

ROOT = Path(__file__).parents[2]
PUBLISHED = sorted((Path(__file__).parent / "published").iterdir())
LEDGER = "sources/changed-2020/anchors.lock"
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.fixture(params=PUBLISHED, ids=lambda folder: folder.name)
def edition(request: pytest.FixtureRequest, tmp_path: Path) -> SmallProject:
    """An edition as a version of the engine has left it."""
    return copied(request.param.name, tmp_path)


@pytest.fixture
def first(tmp_path: Path) -> SmallProject:
    """One of the first version."""
    return copied("1.0.0", tmp_path)


def copied(version: str, folder: Path) -> SmallProject:
    """A copy of a golden edition, to be upgraded."""
    shutil.copytree(Path(__file__).parent / "published" / version, folder / "edition")
    return SmallProject(folder / "edition")


def own(project: SmallProject) -> dict[str, bytes]:
    """The files of an edition, without what the engine keeps for itself."""
    return {path: data for path, data in project.files().items() if not path.startswith(".build/")}


def test_every_format_goes_on(edition: SmallProject) -> None:
    """Each line of the ledger is what it was; nothing is asked of a passage; the edition is whole again."""
    before = ledger.parse(LEDGER, edition.files()[LEDGER].decode())
    edition.good("upgrade")
    text = edition.files()[LEDGER].decode()
    assert ledger.is_current(text)
    assert ledger.parse(LEDGER, text) == before
    edition.good("build")
    told = edition.good("accept", "--yes").out
    assert LEDGER not in told
    edition.good("build")
    edition.good("check")
    page = (edition.root / "docs/texts/changed-2020.md").read_text("utf-8")
    assert all(f'id="{line.id}"' in page or f"#{line.id} " in page for line in before[0] if line.is_main)
    assert edition.good("upgrade").out.endswith("nothing is to be changed in its files\n")


def test_no_byte_is_lost(first: SmallProject) -> None:
    """What is changed, and what a build may replace, is kept as it was; undone, all is as it was."""
    before = own(first)
    told = first.good("upgrade").out
    after = own(first)
    kept = first.root / ".build/before/001"
    assert "3 files changed; what stood there before is in .build/before/001" in told
    changed = [path for path in before if before[path] != after.get(path)]
    assert changed == ["pyproject.toml", LEDGER]
    for path in (*changed, *(path for path in before if path.startswith("docs/"))):
        assert (kept / path).read_bytes() == before[path]
    assert first.good("upgrade", "--undo").out.endswith("put back as it was before the upgrade: 3 files\n")
    assert own(first) == before
    run = first.run("upgrade", "--undo")
    assert (run.code, "there is no upgrade to be undone" in run.err) == (2, True)


def test_what_somebody_has_changed_since_is_not_undone(first: SmallProject) -> None:
    """All of it is left alone, and the file is named."""
    first.good("upgrade")
    first.append("pyproject.toml", "# mine\n")
    assert first.refused("upgrade", "--undo").places == ["pyproject.toml:1: D06"]


def test_the_report(first: SmallProject) -> None:
    """It says from what to what, and what has changed between; tried dry, it writes nothing."""
    before = own(first)
    told = first.good("upgrade", "--dry-run").out
    assert told.startswith(f"the edition was made with version 1.0.0; this is {VERSION}\n")
    assert "### Changed" in told
    assert f"\n{LEDGER}: written in the format" in told
    assert "\ndocs.lock: lists the generated pages" in told
    assert told.endswith("3 files would be changed; nothing was written\n")
    assert own(first) == before


def test_a_ledger_that_is_damaged(first: SmallProject) -> None:
    """Nothing is written while a ledger cannot be read whole."""
    first.edit(LEDGER, "p5\tlive\t", "p5\tlives\t")
    run = first.run("upgrade")
    assert (run.code, run.places) == (1, [f"{LEDGER}:7: A02"])
    assert not (first.root / ".build/before").exists()


def test_an_edition_of_a_later_version(first: SmallProject) -> None:
    """This engine may not know what a later one has written."""
    first.write("pyproject.toml", '[tool.reader]\nengine = "99.0.0"\n')
    before = own(first)
    run = first.run("upgrade")
    assert run.code == 2
    assert f"the edition was made with version 99.0.0, and this is {VERSION}" in run.err
    assert own(first) == before


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "[tool.other]\nengine = 1\n",
        '[tool.reader]\nedition = "2"\n',
        '# mine\n[tool.reader]   # ours\nedition = "2"\n\n[[tool.reader.release]]\nedition = "1"\n',
        '[tool.reader]\r\nedition = "2"\r\n[tool.ruff]\r\nengine = "x"\r\n',
        '[tool.reader]\nedition = "2"\nengine = "1.0.0" # as of old\n[tool.ruff]\n',
    ],
)
def test_settings_keep_all_else(settings: str) -> None:
    """One line is new or another; every other byte stands where it stood."""
    edition = {"pyproject.toml": settings.encode()}
    ((path, made),) = migrations.STEPS[-1].made(edition)
    said = tomllib.loads(made.decode().replace("\r\n", "\n"))
    assert (path, said["tool"]["reader"]["engine"]) == ("pyproject.toml", VERSION)
    rows = made.decode().split("\n")
    missing = [row for row in settings.split("\n") if row not in rows]
    assert missing in ([], ['engine = "1.0.0" # as of old'])
    assert list(migrations.STEPS[-1].made({path: made})) == []


def test_recipes_publish_what_may_be_published(first: SmallProject) -> None:
    """Only the line that publishes changes, and once."""
    first.write(
        ".gitlab-ci.yml", "pages:\n  script:\n    - annotated-reader check\n    - annotated-reader site\n"
    )
    first.write(".github/workflows/pages.yml", "      - run: annotated-reader site\r\n      - run: true\r\n")
    first.good("upgrade")
    script = first.rows(".gitlab-ci.yml")[2:4]
    assert script == ["    - annotated-reader check", "    - annotated-reader site --public"]
    assert first.rows(".github/workflows/pages.yml")[0] == "      - run: annotated-reader site --public\r"
    assert "yml" not in first.good("upgrade", "--dry-run").out.partition("### ")[0]


# The changelog


def test_the_changelog_is_in_the_usual_form() -> None:
    """Versions with their days, the newest first, and under them kinds of changes with at least one each."""
    text = changelog()
    assert text.startswith("# Changelog\n")
    heads = [match for row in text.split("\n") if (match := HEADING.fullmatch(row))]
    assert text.count("\n## ") == len(heads)
    assert heads[0][1] == "Unreleased"
    released = heads[1:]
    assert released[0][1] == VERSION
    assert [one[1] for one in released] == sorted((one[1] for one in released), key=order, reverse=True)
    assert all(one[2] for one in released)
    assert [one[2] for one in released] == sorted((one[2] for one in released), reverse=True)
    for said in sections(text).values():
        kinds = re.findall(r"^### (.+)\n\n- ", said, re.MULTILINE)
        assert len(kinds) == said.count("### ")
        assert set(kinds) <= KINDS


def test_every_place_names_the_same_version() -> None:
    """pyproject.toml, codemeta.json, and a golden edition of the version whose formats are written now."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    codemeta = json.loads((ROOT / "codemeta.json").read_text("utf-8"))
    assert {project["project"]["version"], project["tool"]["reader"]["engine"], codemeta["version"]} == {
        VERSION
    }
    assert VERSION in {folder.name for folder in PUBLISHED}
    assert {folder.name for folder in PUBLISHED} <= sections(changelog()).keys()


def test_since_a_version() -> None:
    """What came later is told, also what has no number yet, and nothing else."""
    heads = "## [Unreleased]\n- now\n## [1.10.0] - 2026-01-02\n- ten\n## [1.9.0] - 2026-01-01\n- nine\n"
    text = f"# Changelog\n\n{heads}"
    now = "not in a version yet\n- now"
    assert since("1.9.0", text) == f"{now}\n\n1.10.0\n- ten"
    assert since("1.10.0", text) == now
    assert since("1.10.0", text.replace("- now\n", "")) == ""
