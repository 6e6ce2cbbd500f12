"""An edition of one’s own: begun by one command, built at once, by a checkout or a wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from venv import EnvBuilder

import pytest
import yaml

import packing
from build import main
from reader.site.data_index import TYPES
from small_project import ABOUT, SmallProject

CHECKOUT = Path(__file__).parents[2]
TRANSCRIPT = re.compile(r"```\n\$ (python3 scripts/build\.py init .*)\n((?:.*\n)*?)```")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A new edition with a name that needs escaping everywhere."""
    folder = tmp_path_factory.mktemp("begun") / "bees"
    assert main(["init", str(folder), "--name", 'Bees & “hives”: a "reader"', "--url", ""]) == 0
    return SmallProject(folder)


def test_a_new_edition_is_whole(begun: SmallProject) -> None:
    """It needs no further command: nothing is stale, and git keeps it."""
    begun.good("check")
    assert (begun.root / ".git").is_dir()
    listed = subprocess.run(
        ["git", "-C", str(begun.root), "ls-files", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert {"README.md", "Makefile", ".gitignore", "docs/texts/winter-bees.md"} < set(listed)
    assert not {one for one in listed if one.startswith(("site/", ".build/", "local.mk"))}


def test_a_sample_of_everything(begun: SmallProject) -> None:
    """An editor sees how each thing is done, in the sources and on the page."""
    page = (begun.root / "docs/texts/winter-bees.md").read_text("utf-8")
    for sign in ("terms/winter-cluster", "#langstroth-1853", "{.note ", "correction"):
        assert sign in page, sign
    assert "keep the warmth in." in (begun.root / "docs/themes/warmth.md").read_text("utf-8")
    assert "# Bees &" in (begun.root / "docs/index.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
def test_the_sample_is_removed_as_the_readme_says(language: str, tmp_path: Path) -> None:
    """Once a text of one’s own is there; nothing of the sample is asked for afterwards."""
    folder = tmp_path / "own"
    assert main(["init", str(folder), "--name", "Own", "--language", language, "--url", ""]) == 0
    project = SmallProject(folder)
    [(source, page, register)] = re.findall(
        r"`rm -r (sources/\S+) (docs/themes/\S+) (\S+)`", (folder / "README.md").read_text("utf-8")
    )
    project.write("references.bib", "")
    project.text("own-2020", "One.\n\nTwo.\n", ABOUT, "One")
    shutil.rmtree(folder / source)
    for path in (page, register):
        (folder / path).unlink()
    listed = [row for row in project.rows("docs/themes/index.md") if Path(page).name not in row]
    project.write("docs/themes/index.md", "\n".join(listed))
    project.write("glossary.toml", "")
    project.good("accept", "--yes")
    project.good("build")
    project.good("check")


def test_a_folder_that_is_not_empty(begun: SmallProject, tmp_path: Path) -> None:
    """Nothing of anybody is written over."""
    before = begun.files()
    assert begun.run("init", str(begun.root)).code == 2
    assert begun.files() == before
    (tmp_path / "file").write_text("mine")
    assert begun.run("init", str(tmp_path / "file")).code == 2


def test_an_address_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused before anything is written."""
    assert main(["init", str(tmp_path / "bees"), "--name", "Bees", "--url", "bees.example"]) == 2
    assert "“bees.example” is no address — write it like https://reader.example/" in capsys.readouterr().err
    assert not (tmp_path / "bees").exists()


def test_the_transcript_of_the_readme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What README shows is what happens; what it says comes next can be typed."""
    (command, printed) = TRANSCRIPT.findall((CHECKOUT / "README.md").read_text("utf-8"))[0]
    (tmp_path / "checkout").mkdir()
    monkeypatch.chdir(tmp_path / "checkout")
    arguments = re.findall(r'"([^"]*)"|(\S+)', command)
    assert main([quoted or plain for quoted, plain in arguments][2:]) == 0
    assert capsys.readouterr().out == printed
    targets = re.findall(r"^  make (\w+)", printed, re.MULTILINE)
    makefile = (tmp_path / "bees/Makefile").read_text("utf-8")
    assert len(targets) == 2
    assert all(f"\n{target}: " in makefile for target in targets)


def test_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody can be asked, what no flag says is asked."""
    answers = iter(["en", "Bees", "https://bees.example/reader/"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert main(["init", str(tmp_path / "bees")]) == 0
    settings = (tmp_path / "bees/mkdocs.yml").read_text("utf-8")
    assert settings.startswith('site_name: "Bees"\nsite_url: https://bees.example/reader/\n')


# The wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and with the packages that it needs from this one."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = folder / packing.build_wheel(str(folder))
    EnvBuilder(symlinks=True).create(folder / "environment")
    python = folder / "environment/bin/python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index"]
    subprocess.run([*command, "--no-deps", "--no-compile", str(wheel)], check=True)
    (site,) = (folder / "environment").glob("lib/python3*/site-packages")
    (site / "beside.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder / "environment/bin"


def test_the_same_files_give_the_same_wheel(tmp_path: Path) -> None:
    """Nothing of the day or the machine is in it, and nothing is missing from the package."""
    name = packing.build_wheel(str(tmp_path))
    first = (tmp_path / name).read_bytes()
    assert packing.build_wheel(str(tmp_path)) == name
    assert (tmp_path / name).read_bytes() == first
    with zipfile.ZipFile(tmp_path / name) as wheel:
        assert wheel.testzip() is None
        listed = {one.removeprefix("annotated_reader/") for one in wheel.namelist()}
        modules = [wheel.read(one).decode() for one in wheel.namelist() if one.endswith(".py")]
    assert not any(re.search(r"^\s*(?:from|import) reader\b", one, re.MULTILINE) for one in modules)
    assert {"theme/main.html", "theme/assets/look.css", "starter/gitignore", "site/defaults.yml"} < listed


def test_an_edition_with_an_installed_engine(installed: Path, tmp_path: Path) -> None:
    """From a wheel as from a checkout: begun, and made into a site by what the new edition has."""
    command = [str(installed / "annotated-reader"), "init", "bees", "--name", "Bees"]
    command += ["--url", "https://bees.example/books/"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    alone = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL"}}
    done = subprocess.run(
        ["make", "site"], cwd=tmp_path / "bees", env=alone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("look at them with: annotated-reader serve\n")
    page = (tmp_path / "bees/site/texts/winter-bees/index.html").read_text("utf-8")
    assert '<link rel="stylesheet" href="../../assets/site.css">' in page
    missing = (tmp_path / "bees/site/404.html").read_text("utf-8")  # shown at any address
    led = re.findall(r'(?:href|src)="([^"#]+)"', missing)
    assert len(led) > 10
    assert [one for one in led if not one.startswith(("/books/", "https://bees.example/books/"))] == []


def test_recipes_for_publishing(begun: SmallProject) -> None:
    """Files of hosts are YAML that runs the verbs; nginx knows the type of all that the site gives away."""
    for path in (".github/workflows/pages.yml", ".gitlab-ci.yml"):
        recipe = (begun.root / path).read_text("utf-8")
        assert yaml.safe_load(recipe)
        assert "annotated-reader check" in recipe
        assert "annotated-reader site" in recipe
    server = (begun.root / "publishing/nginx.conf").read_text("utf-8")
    said = re.findall(r"^        ([a-z]+/[\w.+-]+) (.+);$", server, re.MULTILINE)
    types = {end: kind for kind, ends in said for end in ends.split()}
    plain = {end.lstrip("."): kind for end, kind in TYPES if end.count(".") == 1 and end.startswith(".")}
    assert {end: types.get(end) for end in plain} == plain
    assert r"\.tei\.xml$ { types { } default_type application/tei+xml; }" in server
