"""The words that readers see of a work, and of a text as a whole, in one table: plain, with named fields."""

from __future__ import annotations

from reader.words.speech import Phrase

BIBLIOGRAPHY = Phrase("Bibliography")
AUTHOR_MISSING = Phrase("author not established")
VENUE_MISSING = Phrase("venue not established")
DATE_MISSING = Phrase("date not established")
ADDRESS_MISSING = Phrase("address not established")
EXCERPT = Phrase("Only an excerpt of this text is shown here; see the rights above, and the source.")
WITHHELD = Phrase("The words of this text are not shown here; see the rights above, and the source.")
OTHERS = Phrase("et al.")
EDITOR = Phrase("{names} (editor)")
EDITORS = Phrase("{names} (editors)")
EDITED_BY = Phrase("edited by {names}")
VOLUME = Phrase("vol. {number}")
NUMBER = Phrase("no. {number}")
ISSUE = Phrase("issue {number}")
CHICAGO = Phrase("Chicago")
CHICAGO_NOTES = Phrase("Chicago, notes")
GOST = Phrase("GOST")
IN_BIBLIOGRAPHY = Phrase("Bibliography")
IN_NOTE = Phrase("Note")
IN_TEXT = Phrase("In the text")
IN_EDITION = Phrase("{site}, edition {edition}")
ROW = Phrase("row")
ROWS = Phrase("rows")
