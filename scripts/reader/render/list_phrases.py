"""The words of lists that are divided among pages, in a table of their own; see `phrases.py`."""

from __future__ import annotations

from reader.words.speech import Phrase, Plural

PAGES_OF_LIST = Phrase("Pages")
PAGES_ABOVE = Phrase("Pages, above the list")
FURTHER_PLACES = Phrase("On further pages")
PREVIOUS_PAGE = Phrase("← Previous")
NEXT_PAGE = Phrase("Next →")
TITLE_OF_PAGE = Phrase("{title}, page {number}")
ALL_USES = Phrase("All {number:,} uses as data: {file}.")
TABLE = Phrase("CSV")
USES_HERE = Phrase("Here are uses {first} to {last}, from {begins} to {ends}. {data}")
ALL_TEXTS = Phrase("All {number:,} texts")
FIND_TEXT = Phrase("Find a text by its title, author, venue or year")
OTHER_LISTS = Phrase("Lists: {lists}.")
TEXTS_BY_YEAR = Phrase("Texts by year")
TEXTS_BY_AUTHOR = Phrase("Texts by author")
TEXTS_BY_VENUE = Phrase("Texts by venue")
NO_VENUE = Phrase("no venue")
YEARS = Phrase("Years")
EDITIONS = Phrase("Editions")
BIBLIOGRAPHY_BY_AUTHOR = Phrase("All works by the letters of their authors:")
WORKS_BY_AUTHOR = Phrase("Works by author")
WORKS_UNDER = Phrase("Works under {letter}")
EARLIER_ENTRIES = Phrase("Entries that were first published on this page")
ENTRY_PAGE = Phrase("Where it is cited")
ENTRY_OF = Phrase("{work}: where it is cited")
AND_OTHERS = Plural("{number:,} other", "{number:,} others")
LETTERS = Phrase("Letters")
NAMES_TOO = Phrase("Persons and places are also in an {index}.")
COMPARE_MANY = Phrase("This page needs JavaScript. Without it, the texts can be opened one by one: {list}.")
