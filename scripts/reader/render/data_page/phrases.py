"""The words of the page of data, in one table: plain text with named fields."""

from __future__ import annotations

DATA = "Data"
DATA_TOLD = "The texts, terms, citations and references as data: tables, JSON, TEI, a book and more"
DATA_INTRO = (
    "All that this reader shows is here as data too, and nothing that the rights in a text withhold. "
    "Each folder has a page and a {manifest} that lists its files with media type, size and SHA-256."
)
MANIFEST = "manifest"
IN_THREE_LINES = "In three lines"
PANDAS_TOLD = "How often each text uses each term, with pandas:"
R_TOLD = "The same in R:"
TABLES = "Tables"
TABLES_INTRO = (
    "The tables are a Frictionless Data Package; {package} describes every column. They join by columns of "
    "one name. Offsets count code points of the words of a passage, and a list stands in its cell as JSON."
)
FORMATS = "Formats"
BOOK_TOLD = "{file}: the whole reader as a book, with notes that open in place."
CORPUS_TOLD = "{file}: all texts in one TEI document, their works cited with them."
GLOSSARY_TOLD = "{file}: the glossary with every use of every term."
RECORDS_TOLD = "{bibtex}, {ris} and {csl}: the bibliography; each entry by itself is in {folder}."
IN_FOLDER = "{files} in {folder}"
EACH_TEXT = "Of each text there are:"
FORMAT_JSON = (
    "its record, its text whole and by passage, with raw lines, terms, citations, notes, corrections and "
    "mistakes that are kept; {schema} is its schema"
)
FORMAT_TEI = "TEI P5, with what was done to the text in its header, and all that is said of it in the text"
FORMAT_TXT = "plain text, one numbered passage a line"
FORMAT_ANNOTATIONS = (
    "Web Annotations: notes and terms. Quotations and positions are those of the body of the page as it is "
    "served, positions in code points"
)
FORMAT_LINKSET = "links to all of these, as Signposting has them"
FILES = "Files"
