"""What the engine brings to every site: its templates, and below `assets/` its style sheets and scripts.

They lie in the package, in `theme/`, between the edition and the theme of MkDocs: a file of the same name in
the `custom_dir` of mkdocs.yml takes the place of one of them, and so does one in `docs/`, where it is no
template.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import reader

THEME = Path(reader.__file__).parent / "theme"


def bring(config: MkDocsConfig) -> None:
    """Put the templates and files of the engine before those of the theme, and behind the edition's."""
    dirs = config.theme.dirs
    dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
