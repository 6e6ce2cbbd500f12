"""The words that the site itself adds for readers, in one table."""

from __future__ import annotations

# The parts of a site, by the names that they have at the top of each page
PARTS = {
    "Texts": "texts/index.md",
    "Themes": "themes/index.md",
    "Terms": "terms/index.md",
    "Bibliography": "bibliography.md",
    "About": "about/index.md",
}
DESK = "For work at the desk: here stands all of every text, also what is not to be published."
NOT_MADE = "The site is not made anew: this page is as it was"
FEED = "Editions and changes"
SEARCH = "Search {site}"
CARD_SHOWS = "{title}, on a page of {site}"
FILES_IN = "Files in /{folder}/"
PAGES = "Pages"
FILES_TOLD = (
    "What lies here, with type, size and fingerprint (SHA-256). The same, for programs, is in {manifest}."
)
NAME = "Name"
TYPE = "Type"
BYTES = "Bytes"
FINGERPRINT = "SHA-256"
COLUMNS = "Columns"
UP = "One folder up"
ALL_DATA = "All data"
ACCESSIBILITY = (
    "A book of text in reading order, with headings, a table of contents and notes that are linked from "
    "where they are called, and back. Pictures, the cover among them, are described in words. Nobody has "
    "certified it."
)
