"""The words that the site itself adds for readers, in one table."""

from __future__ import annotations

SEARCH_OF = "Search {site}"
