"""The kinds of page of the site, one address of each."""

from __future__ import annotations

KINDS = {
    "front": "",
    "texts": "texts/",
    "text": "texts/kaleji-2023/",
    "text with references": "texts/lengruber-2020/",
    "text in columns": "texts/jces-2020/",
    "themes": "themes/",
    "theme": "themes/partnership/",
    "terms": "terms/",
    "names": "terms/names/",
    "term": "terms/csto/",
    "bibliography": "bibliography/",
    "apparatus": "apparatus/jces-2020/",
    "about": "about/",
    "citing": "about/citing/",
    "licences": "about/licences/",
    "problems": "about/problems/",
    "data": "data/",
    "kept": "kept/",
    "two texts": "compare/",
    "timeline": "timeline/",
    "missing": "there/is/no/such/page/",
}
