"""What the passages of a text said before, for links that were made then.

It is loaded only when a link names a revision. Each earlier wording is told by how it differs from a later
one (`history/differences.py`), down to the present one, which the page has.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.exports.scripts import script
from reader.history import wordings
from reader.history.differences import tell
from reader.model import NOTE, Page, Passage


def history_data(page: Page) -> str:
    """Return the script `/data/texts/<slug>.history.js`: a `TextHistory`, see theme/assets/wordings.js."""
    earlier = wordings.earlier(page)
    data = {
        "passages": {str(one.id): _passage(one, earlier.get(one.id, ())) for one in page.passages},
        "retired": {
            str(one.id): [was.revision for was in earlier.get(one.id, ())]
            for one in page.retired
            if one.id.series != NOTE
        },
    }
    return script("readerHistory", data)


def _passage(passage: Passage, earlier: Sequence[wordings.Earlier]) -> dict[str, object]:
    told = tell(passage.text, [one.wording for one in earlier])
    return {
        "revisions": [passage.revision],
        "earlier": [
            {"revisions": [one.revision], "edition": one.edition, "from": way.start, "runs": way.runs}
            for one, way in zip(earlier, told, strict=True)
        ],
    }
