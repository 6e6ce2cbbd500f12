"""A golden project made into a full site, with the look of the engine."""

from __future__ import annotations

import shutil
from pathlib import Path

from small_project import SmallProject

GOLDEN = Path(__file__).parent / "golden"
HAND_WRITTEN = {
    "index": "Home",
    "about/index": "About",
    "about/citing": "How to cite",
    "themes/index": "Themes",
}


def showcase(case: str, folder: Path) -> SmallProject:
    """Return a copy of a golden project with its site made."""
    shutil.copytree(GOLDEN / case, folder, ignore=shutil.ignore_patterns("expected", "command.txt"))
    project = SmallProject(folder)
    project.write("mkdocs.yml", "site_name: Showcase\nsite_url: https://reader.example.org/\n")
    for path, name in HAND_WRITTEN.items():
        project.write(f"docs/{path}.md", f"# {name}\n\nWritten for a test.\n")
    project.good("accept", "--yes")
    project.good("site")
    return project
