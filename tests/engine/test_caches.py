"""What is kept to save time: damaged in every way, it must never show, and all can be made without it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import pipeline, texts
from reader.anchors import proposal
from reader.making.make import Maker
from reader.model import Source
from reader.project import cache
from reader.project.memory import FILE, Memory
from reader.project.recalled import recalled, remembered
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
    return library, epub(Maker(library), project.root / CACHE)


Warm = tuple[SmallProject, tuple[object, bytes], dict[Path, bytes]]


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Warm:
    """A project, what it gives, and the files of its cache."""
    project = copy_of_sound(tmp_path_factory.mktemp("warm") / "project")
    result = made(project)
    (project.root / FILE).unlink()  # which is tried by itself
    kept = {path: path.read_bytes() for path in (project.root / ".cache").rglob("*") if path.is_file()}
    return project, result, kept


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files(warm: Warm, damage: str) -> None:
    """A damaged file is made anew: nothing of it is served, and afterwards it is whole again."""
    project, result, kept = warm
    folders = {path.relative_to(project.root / ".cache").parts[0] for path in kept}
    assert folders == {"citeproc", "epub", "texts"}
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


def test_a_text_is_read_once(warm: Warm, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has not changed is not cleaned, anchored and marked again; what has, is, and nothing else."""
    project, result, _kept = warm
    read: list[str] = []
    anchored = proposal.anchor

    def anchor(source: Source, edition: str) -> object:
        read.append(source.slug)
        return anchored(source, edition)

    monkeypatch.setattr(texts, "anchor", anchor)
    assert made(project) == result
    assert read == []
    noted = (project.root / "sources/alpha-2020/notes.md").read_bytes()
    project.write("sources/alpha-2020/notes.md", noted + b"\n")
    assert made(project)[1] == result[1]
    assert read == ["alpha-2020"]
    project.write("sources/alpha-2020/notes.md", noted)


def test_a_strange_hand_can_run_nothing(tmp_path: Path) -> None:
    """A file that names what can be called, and not what only holds values, is as if it were not there."""

    class Strange:
        def __reduce__(self) -> tuple[object, tuple[str, str]]:
            return open, (str(tmp_path / "touched"), "w")

    file, memory = tmp_path / "text", Memory(tmp_path)
    for value in (Strange(), [Path("a")]):
        assert remembered(file, ["given"], value)
        assert recalled(file, ["given"]) is None
        memory.keep({"one": value})
        assert [*memory.taken(["one"])] == []
    remembered(file, ["given"], "made")
    assert recalled(file, ["given"]) is not None
    assert recalled(file, ["other"]) is None
    memory.keep({"one": "made", "two": 2})
    assert [*memory.taken(["two", "three", "one"])] == [("two", 2), ("one", "made")]
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_memory(tmp_path: Path, damage: str) -> None:
    """Wherever a byte is wrong, no wrong value comes of it, and what is put into it afterwards is kept."""
    memory, values = Memory(tmp_path), {f"name {at}": f"value {at} " * 40 for at in range(200)}
    memory.keep(values)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(DAMAGES[damage](whole))
    assert dict(memory.taken(values)).items() <= values.items()
    memory.keep(values)  # which may find the file broken, and begins it anew
    memory.keep(values)
    assert dict(memory.taken(values)) == values
    rows = sqlite3.connect(tmp_path / FILE)
    rows.execute("UPDATE made SET body = (SELECT body FROM made WHERE name = 'name 2') WHERE name = 'name 1'")
    rows.commit()
    rows.close()
    assert dict(memory.taken(values)) == {name: one for name, one in values.items() if name != "name 1"}


def test_a_memory_that_another_process_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be kept is made each time; nothing waits for long, and nothing fails."""
    monkeypatch.setattr("reader.project.memory.PATIENCE", 0.0)
    memory = Memory(tmp_path)
    memory.keep({"one": 1})
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    memory.keep({"one": 2})
    assert [*memory.taken(["one"])] == []
    other.close()
    assert [*memory.taken(["one"])] == [("one", 1)]


def test_what_is_well_is_not_looked_at_again(warm: Warm, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of what has not changed by a byte reads no text; any change of any file is looked at."""
    project, _result, _kept = warm
    project.good("check")
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "made_of", None)
        project.good("check")
    page = project.root / "docs/texts/alpha-2020.md"
    was = page.read_bytes()
    page.write_bytes(was + b" ")
    assert "D01" in project.run("check").err or "D03" in project.run("check").err
    page.write_bytes(was)
    project.good("check")
