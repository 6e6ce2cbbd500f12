"""Which files `serve` follows: those of an editor, looked at ten times a second, and what of them is news."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserverVFS

from reader.project import mkdocs_yml, output
from reader.site import engine

# What an editor writes, at the top of a project; a file that is not there yet is seen when it comes
FOLLOWED = frozenset({
    "sources", "docs", "overrides", "glossary.toml", "references.bib", "references.json", "references.ris",
    "mkdocs.yml", "pyproject.toml", "moved.toml", "words.po", "addresses.lock",
})  # fmt: skip
INTERVAL = 0.1  # seconds between two looks: a few hundred files cost a few milliseconds


class Watch(FileSystemEventHandler):
    """Tells of each change that a build has not made itself; none is told while one is at work."""

    def __init__(self, root: Path, tell: Callable[[], None]) -> None:
        self.root = root.resolve()
        self.tell = tell
        self.at_work = Lock()  # held while the site is made
        self.observer = PollingObserverVFS(os.stat, self.listed, polling_interval=INTERVAL)
        templates = _templates(self.root)
        within = templates.is_relative_to(self.root)
        self.followed = FOLLOWED | set(templates.relative_to(self.root).parts[:1] if within else ())
        for folder in {self.root, engine.THEME, self.root if within else templates}:
            self.observer.schedule(self, str(folder), recursive=True)

    def listed(self, folder: str | None) -> Iterator[os.DirEntry[str]]:
        """Yield what lies in a folder, and of the project itself what is followed."""
        with os.scandir(folder) as entries:
            for entry in entries:
                if folder != str(self.root) or entry.name in self.followed:
                    yield entry

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of a file, unless it is as the last build has left it."""
        if event.is_directory:
            return
        with self.at_work:
            if not self._is_made(str(event.src_path)):
                self.tell()

    def _is_made(self, file: str) -> bool:
        path = Path(file)
        return path.is_relative_to(self.root / "docs") and output.is_made(
            self.root, path.relative_to(self.root).as_posix()
        )


def _templates(root: Path) -> Path:
    """The folder of an edition's own templates; that of the project where it has none."""
    file = root / mkdocs_yml.PATH
    folder = mkdocs_yml.templates(file.read_text("utf-8", "replace")) if file.is_file() else ""
    found = (root / folder).resolve()
    return found if found.is_dir() else root
