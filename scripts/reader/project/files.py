"""What every writer needs of the disk: fingerprints, links, whole writes that name the file they fail on."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

FOLDER, LINK = "a folder", "a symbolic link"  # what may stand where a file should, instead of a fingerprint


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of some bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def standing(file: Path) -> str | None:
    """Return the fingerprint of a file, None where nothing stands, `FOLDER` or `LINK` for what is no file."""
    if is_link(file):
        return LINK
    try:
        return fingerprint(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        if file.is_dir():
            return FOLDER
        raise


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link, or what Windows calls a junction."""
    junction = getattr(path, "is_junction", None)  # from Python 3.12 on
    return path.is_symlink() or (junction is not None and junction())


def link_on_the_way(root: Path, path: str) -> str | None:
    """Return the first part of `path`, which is relative to `root`, that is a link or leads upwards."""
    parts = PurePosixPath(path).parts
    for length in range(1, len(parts) + 1):
        way = PurePosixPath(*parts[:length])
        if parts[length - 1] == ".." or not (root / way).is_relative_to(root) or is_link(root / way):
            return way.as_posix()
    return None


def files_below(root: Path, folder: str) -> Iterator[str]:
    """Yield the paths of all that is no folder below `folder`, in order, without hidden files.

    No link is followed: it is yielded as if it were a file.
    """
    for path in sorted((root / folder).iterdir()) if (root / folder).is_dir() else ():
        name = path.relative_to(root).as_posix()
        if path.name.startswith("."):
            continue
        if path.is_dir() and not is_link(path):
            yield from files_below(root, name)
        else:
            yield name


def decoded(data: bytes) -> str:
    """Return the text of a file of an editor, with the line ends of a text; it may not be UTF-8."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def link(source: Path, target: Path) -> None:
    """Let a new file be the same as another: by a second name for it, or as a copy if that cannot be."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # on another disk, or one that has no links
        shutil.copyfile(source, target)


def write(file: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a new file, never through a link; a durable one is on the disk when this returns."""
    write_parts(file, (data,), durable=durable)


def write_parts(file: Path, parts: Iterable[bytes], *, durable: bool = False) -> None:
    """Do the same part by part: the whole may be larger than the memory."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if is_link(file):
            file.unlink()
        with file.open("wb") as opened:
            opened.writelines(parts)
            if durable:
                opened.flush()
                os.fsync(opened.fileno())
    except OSError as error:  # a full disk does not say which file it had no room for
        raise OSError(error.errno, error.strerror, str(file)) from error


def settle(folder: Path) -> None:
    """See that the names in a folder are on the disk; Windows does this by itself."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
