"""Pictures beside a raw text: which files are some, by their first bytes, and how large they are.

PNG, JPEG, GIF and WebP. An SVG is a program, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.model import Figure
from reader.model.entries import PictureFile

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:png|jpe?g|gif|webp)")
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # segments of a JPEG that say its size
BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # those that have no length


def pictures(folder: Path, figures: Iterable[Figure]) -> dict[str, PictureFile]:
    """Return the pictures that figures name, by their names; what is none is left out."""
    return dict(_found(folder, dict.fromkeys(one.file for one in figures)))


def _found(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, PictureFile]]:
    for name in names:
        file = folder / name
        if NAME.fullmatch(name) and file.is_file() and file.resolve().parent == folder.resolve():
            data = file.read_bytes()
            found = size(data)
            if found and name.rpartition(".")[2].replace("jpeg", "jpg") == found[0]:
                yield name, PictureFile(data, *found[1:])


def size(data: bytes) -> tuple[str, int, int] | None:
    """Return what kind of picture it is (`png`, `jpg`, `gif`, `webp`), its width and its height."""
    try:
        found = _size(data)
    except (IndexError, ValueError):
        return None
    return found if found and min(found[1:]) > 0 else None


def _size(data: bytes) -> tuple[str, int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        return "png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif", int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    at = 2
    while data[at] == 0xFF:
        sign = data[at + 1]
        if sign in FRAMES:
            return "jpg", int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        filler = sign == 0xFF
        at += 1 if filler else 2 if sign in BARE else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> tuple[str, int, int] | None:
    kind = data[12:16]
    if kind == b"VP8 ":
        return "webp", _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
    if kind == b"VP8L":
        bits = _little(data, 21, 4)
        return "webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return "webp", _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    return None


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")
