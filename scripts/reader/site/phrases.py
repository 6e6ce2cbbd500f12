"""The words that the site itself adds for readers, those of the templates too, in one table."""

from __future__ import annotations

from reader.words.speech import Phrase

# The parts of a site, by the names that they have at the top of each page
PARTS = (
    (Phrase("Texts"), "texts/index.md"),
    (Phrase("Themes"), "themes/index.md"),
    (Phrase("Terms"), "terms/index.md"),
    (Phrase("Bibliography"), "bibliography.md"),
    (Phrase("About"), "about/index.md"),
)
DESK = Phrase("For work at the desk: here stands all of every text, also what is not to be published.")
NOT_MADE = "The site is not made anew: this page is as it was"  # told to editors, in English as problems are
FEED = Phrase("Editions and changes")
SEARCH = Phrase("Search {site}")
CARD_SHOWS = Phrase("{title}, on a page of {site}")
FILES_IN = Phrase("Files in /{folder}/")
PAGES = Phrase("Pages")
FILES_TOLD = Phrase(
    "What lies here, with type, size and fingerprint (SHA-256). The same, for programs, is in {manifest}."
)
NAME = Phrase("Name")
TYPE = Phrase("Type")
BYTES = Phrase("Bytes")
FINGERPRINT = Phrase("SHA-256")
COLUMNS = Phrase("Columns")
UP = Phrase("One folder up")
ALL_DATA = Phrase("All data")
LANDMARKS = {  # of the book, by the types of EPUB
    "titlepage": Phrase("Title Page"),
    "cover": Phrase("Cover"),
    "toc": Phrase("Table of Contents"),
}
ACCESSIBILITY = Phrase(
    "A book of text in reading order, with headings, a table of contents and notes that are linked from "
    "where they are called, and back. Pictures, the cover among them, are described in words. Nobody has "
    "certified it."
)

# The templates: `config.extra.words`
TEMPLATES = {
    "parts": Phrase("Parts of the site"),
    "edition": Phrase("Edition"),
    "menu": Phrase("Menu"),
    "reading": Phrase("Reading: size of type, colours, keys"),
    "search": Phrase("Search"),
    "search_site": Phrase("Search the texts, terms and references of {site}"),
    "no_page": Phrase("There is no such page"),
    "never_given": Phrase(
        "Addresses of texts, passages, terms and references are kept for good. This one has never been "
        "given, or it was mistyped."
    ),
    "look_here": Phrase("Or look here:"),
    "texts": Phrase("Texts"),
    "terms": Phrase("Terms"),
    "bibliography": Phrase("Bibliography"),
    "shipped": Phrase("What this site ships"),
    "component": Phrase("Component"),
    "licence": Phrase("Licence"),
    "holders": Phrase("Copyright"),
    "where": Phrase("Where"),
    "both": Phrase("and"),
    "either": Phrase("or"),
    "mit": Phrase("The MIT licence"),
}
