"""The words of the page of data, in one table: plain text with named fields."""

from __future__ import annotations

from reader.words.speech import Phrase

DATA = Phrase("Data")
DATA_TOLD = Phrase("The texts, terms, citations and references as data: tables, JSON, TEI, a book and more")
DATA_INTRO = Phrase(
    "All that this reader shows is here as data too, and nothing that the rights in a text withhold. "
    "Each folder has a page and a {manifest} that lists its files with media type, size and SHA-256."
)
MANIFEST = Phrase("manifest")
IN_THREE_LINES = Phrase("In three lines")
PANDAS_TOLD = Phrase("How often each text uses each term, with pandas:")
R_TOLD = Phrase("The same in R:")
TABLES = Phrase("Tables")
TABLES_INTRO = Phrase(
    "The tables are a Frictionless Data Package; {package} describes every column. They join by columns of "
    "one name. Offsets count code points of the words of a passage, and a list stands in its cell as JSON."
)
FORMATS = Phrase("Formats")
BOOK_TOLD = Phrase("{file}: the whole reader as a book, with notes that open in place.")
CORPUS_TOLD = Phrase("{file}: all texts in one TEI document, their works cited with them.")
GLOSSARY_TOLD = Phrase("{file}: the glossary with every use of every term.")
RECORDS_TOLD = Phrase("{bibtex}, {ris} and {csl}: the bibliography; each entry by itself is in {folder}.")
IN_FOLDER = Phrase("{files} in {folder}")
EACH_TEXT = Phrase("Of each text there are:")
FORMAT_JSON = Phrase(
    "its record, its text whole and by passage, with raw lines, terms, citations, notes, corrections and "
    "mistakes that are kept; {schema} is its schema"
)
FORMAT_TEI = Phrase(
    "TEI P5, with what was done to the text in its header, and all that is said of it in the text"
)
FORMAT_TXT = Phrase("plain text, one numbered passage a line")
FORMAT_ANNOTATIONS = Phrase(
    "Web Annotations: notes and terms. Quotations and positions are those of the body of the page as it is "
    "served, positions in code points"
)
FORMAT_LINKSET = Phrase("links to all of these, as Signposting has them")
FILES = Phrase("Files")
