"""A golden project made into a full site, with the look of this edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from small_project import SmallProject

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
HAND_WRITTEN = {
    "index": "Home",
    "about/index": "About",
    "about/citing": "How to cite",
    "themes/index": "Themes",
}


def showcase(case: str, folder: Path) -> SmallProject:
    """Return a copy of a golden project with the frame of this edition, its site made."""
    shutil.copytree(GOLDEN / case, folder, ignore=shutil.ignore_patterns("expected", "command.txt"))
    project = SmallProject(folder)
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    project.write("mkdocs.yml", yaml.safe_dump(settings | {"site_name": "Showcase"}, allow_unicode=True))
    for path, name in HAND_WRITTEN.items():
        project.write(f"docs/{path}.md", f"# {name}\n\nWritten for a test.\n")
    project.good("accept", "--yes")
    project.good("site")
    return project
