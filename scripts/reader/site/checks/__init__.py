"""What is looked at in the built site before it replaces the old one: a check is a module, named in `CHECKS`.

A check takes the folder of the new site and what made it, yields problems, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reader.making.make import Maker
from reader.model.problems import Problem
from reader.site.checks.links import broken_links
from reader.site.checks.read_back import lost_records

CHECKS: tuple[Callable[[Path, Maker], Iterable[Problem]], ...] = (broken_links, lost_records)


def check_site(site: Path, maker: Maker) -> list[Problem]:
    """Return what all checks find in the folder `site`."""
    return [problem for check in CHECKS for problem in check(site, maker)]
