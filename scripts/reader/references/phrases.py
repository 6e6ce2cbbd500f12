"""The words that readers see of a work, in one table: plain text with named fields."""

from __future__ import annotations

AUTHOR_MISSING = "author not established"
VENUE_MISSING = "venue not established"
DATE_MISSING = "date not established"
ADDRESS_MISSING = "address not established"
EDITOR = "{names} (editor)"
EDITORS = "{names} (editors)"
EDITED_BY = "edited by {names}"
VOLUME = "vol. {number}"
NUMBER = "no. {number}"
ISSUE = "issue {number}"
PLACE_IN_EDITION = "{site}, edition {edition}"
NO_SUCH_TEXT = "there is no text “{slug}”"
