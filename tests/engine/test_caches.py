"""What is kept to save time: damaged in every way, it must never show, and all can be made without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import pipeline
from reader.project import cache
from reader.site.epub import CACHE, epub
from small_project import SmallProject, copy_of_sound

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: len(data) // 2],
    "emptied": lambda _data: b"",
    "without its seal": lambda data: data.partition(b"\n")[2],
    "the first byte changed": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "a byte in the middle changed": lambda data: (
        data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
    ),
    "the last byte changed": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
}


def made(project: SmallProject) -> tuple[object, bytes]:
    """Everything that is made by way of a cache."""
    library = pipeline.read(project.root)
    return library, epub(library, project.root / CACHE)


Warm = tuple[SmallProject, tuple[object, bytes], dict[Path, bytes]]


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Warm:
    """A project, what it gives, and the files of its cache."""
    project = copy_of_sound(tmp_path_factory.mktemp("warm") / "project")
    result = made(project)
    kept = {path: path.read_bytes() for path in (project.root / ".cache").rglob("*") if path.is_file()}
    return project, result, kept


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files(warm: Warm, damage: str) -> None:
    """A damaged file is made anew: nothing of it is served, and afterwards it is whole again."""
    project, result, kept = warm
    folders = {path.relative_to(project.root / ".cache").parts[0] for path in kept}
    assert folders == {"citeproc", "epub"}
    assert len(kept) > 5
    for path, data in kept.items():
        path.write_bytes(DAMAGES[damage](data))
    assert made(project) == result
    assert {path: path.read_bytes() for path in kept} == kept


def test_files_under_each_others_names(warm: Warm) -> None:
    """A whole file is no good under the name of another."""
    project, result, kept = warm
    paths = sorted(kept)
    for path, other in zip(paths, [*paths[1:], paths[0]], strict=True):
        path.write_bytes(kept[other])
    assert made(project) == result
    assert {path: path.read_bytes() for path in kept} == kept


def test_without_a_cache(warm: Warm, tmp_path: Path) -> None:
    """Every output can be made without any cache, where nothing can be kept, byte for byte."""
    project, result, _kept = warm
    blocked = copy_of_sound(tmp_path / "blocked")
    shutil.rmtree(blocked.root / ".cache")
    blocked.write(".cache", "no folder")
    assert blocked.good("build").out == "docs: nothing has changed\n"
    library, book = made(blocked)
    assert (str(library).replace(str(blocked.root), ""), book) == (
        str(result[0]).replace(str(project.root), ""),
        result[1],
    )


def test_what_is_kept(tmp_path: Path) -> None:
    """The same is made once; anything else that goes in makes it anew."""
    runs: list[str] = []

    def make(name: str) -> Callable[[], bytes]:
        return lambda: runs.append(name) or name.encode()  # type: ignore[func-returns-value]

    assert cache.kept(tmp_path, "x", ["a", "b"], make("first")) == b"first"
    assert cache.kept(tmp_path, "x", ["a", "b"], make("second")) == b"first"
    assert cache.kept(tmp_path, "x", ["ab"], make("third")) == b"third"
    assert runs == ["first", "third"]
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ""]
