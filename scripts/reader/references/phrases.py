"""The words that readers see of a work, and of a text as a whole, in one table: plain, with named fields."""

from __future__ import annotations

BIBLIOGRAPHY = "Bibliography"
AUTHOR_MISSING = "author not established"
VENUE_MISSING = "venue not established"
DATE_MISSING = "date not established"
ADDRESS_MISSING = "address not established"
EXCERPT = "Only an excerpt of this text is shown here; see the rights above, and the source."
WITHHELD = "The words of this text are not shown here; see the rights above, and the source."
OTHERS = "et al."
EDITOR = "{names} (editor)"
EDITORS = "{names} (editors)"
EDITED_BY = "edited by {names}"
VOLUME = "vol. {number}"
NUMBER = "no. {number}"
ISSUE = "issue {number}"
CHICAGO_NOTES = "Chicago, notes"
IN_BIBLIOGRAPHY = "Bibliography"
IN_NOTE = "Note"
IN_TEXT = "In the text"
IN_EDITION = "{site}, edition {edition}"
ROW = "row"
ROWS = "rows"
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
PUBLICATION = {"inpress": "in press", "inpreparation": "in preparation"}
