"""The small project with what MkDocs needs to make a site of it in about a second."""

from __future__ import annotations

from pathlib import Path

from small_project import SmallProject, copy_of_sound

MKDOCS = """\
site_name: Small
site_url: https://small.example/
theme:
  name: material
  font: false
  custom_dir: overrides
plugins: [search]
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc
  - pymdownx.snippets:
      base_path: docs
      check_paths: true
exclude_docs: /texts/list.md
validation: {links: {anchors: warn, unrecognized_links: warn}}
"""


def tiny_site(folder: Path) -> SmallProject:
    """Return a project whose site can be made, and has not been."""
    project = copy_of_sound(folder)
    (project.root / "site/index.html").unlink()
    (project.root / "site").rmdir()
    project.write("mkdocs.yml", MKDOCS)
    for template in ("text", "term"):
        project.write(f"overrides/{template}.html", '{% extends "base.html" %}')
    project.write("docs/about/citing.md", "# How to cite\n")
    project.write("docs/index.md", "# Home\n")
    return project
