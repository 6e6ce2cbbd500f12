"""The words that the site itself adds for readers, in one table."""

from __future__ import annotations

STEMMERS_SHIPPED = "only where the search is set to languages other than English"
