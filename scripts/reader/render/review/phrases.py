"""The words of the page of a review, in one table."""

from __future__ import annotations

OF = "Review: {slug}"
TOLD = (
    "Raw lines at the left, the reading text at the right. Point at a line for the reason of its fate; open "
    "it for what would change it, ready to be copied into source.toml. The key n goes to the next line that "
    "is unsure."
)
COUNTED = "{lines:,} raw lines, {cut:,} of them cut; {unsure:,} to look at first."
FATES = {
    "cut": "cut",
    "heading": "heading",
    "shape": "list, verse, table, a paragraph that begins",
    "unsure": "unsure, or the detectors would decide otherwise",
}
TEXT = "text"
SURE = "{what} ({sure} % sure)"
DECIDED = "{what} (decided by an editor)"
REASON = ": {reason}"
PLACE = " — {place}"
DROP = "# nothing is left of the entry: drop it"
COPY = "Copy"
COPIED = "Copied"
