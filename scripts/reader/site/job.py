"""What is to be published, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.making.make import Maker


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher in an environment of its own."""

    name: str  # of its package and of its program
    home: Path  # its environment, as `python -m venv` makes one

    @property
    def program(self) -> Path:
        """Its program."""
        return self.home / "bin" / self.name

    @property
    def templates(self) -> list[Path]:
        """The folders of its own templates."""
        return sorted(self.home.glob(f"lib/*/site-packages/{self.name}/templates"))


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be published, and what has to be known for it."""

    extra: Mapping[str, object]  # what templates may know beside mkdocs.yml, as `config.extra`
    outside: Sequence[str]  # pages that no navigation needs to name
    pages: Mapping[str, str]  # Markdown by paths below `docs/`: written without MkDocs where that can be
    desk: Path | None  # a folder that stands for `docs/`
    maker: Maker  # what makes them, or remembers what they were made into
    publisher: Publisher | None = None  # another than MkDocs
