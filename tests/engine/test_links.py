"""Where a link of a built page leads."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from reader.site.checks.links import _target

HERE = "https://site.invalid/"
PARTS = st.sampled_from(["..", ".", "", "a", "b-1", "c.html", "é", "%20", "a:b", "?q=1", "//x"])
WAYS = st.lists(PARTS, min_size=1, max_size=5).map("/".join)
ENDS = st.sampled_from(["", "#", "#p1", "#a%20b", "#a/b"])


@given(st.sampled_from(["", "a", "a/b", "a/b/c"]), WAYS, ENDS)
def test_a_link_leads_where_browsers_go(folder: str, way: str, end: str) -> None:
    """The short way that most links take leads where the standard says."""
    link = way + end
    if not link or link.startswith("#"):
        return
    joined = urljoin(f"{HERE}{folder}/" if folder else HERE, link)
    parts = urlsplit(joined)
    file = unquote(parts.path).lstrip("/")
    meant = (file + "index.html" if not file or file.endswith("/") else file, unquote(parts.fragment))
    assert _target("page.html", folder, link) == (meant if joined.startswith(HERE) else None)
