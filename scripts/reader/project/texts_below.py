"""Text files below a folder that are read when they are asked for, so that not all of them are in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class TextsBelow(Mapping[str, str]):
    """Texts by their paths; each is read anew whenever it is asked for."""

    folder: Path  # that they lie in
    paths: Mapping[str, None]  # below it, in their order

    def __getitem__(self, path: str) -> str:
        """Return the text at a path."""
        if path not in self.paths:
            raise KeyError(path)
        return (self.folder / path).read_bytes().decode()

    def __contains__(self, path: object) -> bool:
        """Whether there is a text at a path; it is not read."""
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        """Yield the paths."""
        return iter(self.paths)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.paths)
