"""The words that readers meet in the data files, in one table: plain text with named fields."""

from __future__ import annotations

from collections.abc import Mapping

from reader.model import Layout
from reader.words.speech import Phrase, Plural

READER = Phrase("An annotated reader")
GONE = Phrase("This text is no longer part of this reader: {reason}")

# The plain text
EDITION_OF = Phrase("edition {edition} of {address}")
RIGHTS_LINE = Phrase("rights: {rights}")
EXCERPT_LINE = Phrase("only an excerpt of this text is shown here; see the rights above, and the source")
WITHHELD_LINE = Phrase("the words of this text are not shown here; see the rights above, and the source")
PICTURE = Phrase("[Picture: {alt}]")
NOTE = Phrase("{name} ({passage}, “{lemma}”): {body}")

# The book
EDITION = Phrase("Edition {edition}")
BOOK_TOLD = Phrase(
    "Annotated texts, each with its notes, the terms that they use and a bibliography: {titles}"
)
BOOK_RIGHTS = Phrase("The texts keep their own rights, stated at the head of each.")
SOURCE = Phrase("Source: ")
RIGHTS = Phrase("Rights: {rights}")
TERMS = Phrase("Terms")
IN_THE_TEXTS = Phrase("In the texts: ")
FOOTNOTES = Phrase("Notes of the source")
BACK = Phrase("↩")
LINK_SIGN = Phrase("↗")

# TEI
RESPONSIBILITY = Phrase("cleaned, annotated and provided with references by")
EDITORS_OF = Phrase("the editors of {site}")
PUBLISHED_ON = Phrase(", published on ")
CORPUS_SOURCE = Phrase("The texts of this reader; the header of each says where it was published.")
EDITION_TOLD = Phrase("Edition {edition}: {changes}")
PASSAGES_ADDED = Phrase("Added: ")
PASSAGES_REWORDED = Phrase("Reworded: ")
PASSAGES_GONE = Phrase("No longer in the text: ")
WITHHELD_PASSAGES = Plural(
    "Not shown: {number} passage that the rights do not cover.",
    "Not shown: {number} passages that the rights do not cover.",
)
NOT_ESTABLISHED = Phrase("The {what} is not established.")
AND_OTHERS = Phrase("{name} et al.")
HYPHENATION: Mapping[Layout, Phrase] = {
    "line-per-paragraph": Phrase(
        "A line of the raw text is a paragraph: no word is divided at the end of a line."
    ),
    "hard-wrapped": Phrase(
        "Words divided at the ends of raw lines are joined. Whether the hyphen stays was decided "
        "for each of them."
    ),
}
SIGNS = Phrase(
    "A note of the source stands where the text calls it, and n is its number; where a page of the print "
    "begins stands pb. The signs that the raw text has for them were taken out of it."
)
CUT_LINE = Phrase("Cut, raw line {first} ({kind}): {reason}")
CUT_LINES = Phrase("Cut, raw lines {first}–{last} ({kind}): {reason}")
CORRECTIONS = Phrase(
    "Words are changed by the editor alone, and each change is marked: choice holds the raw and the mended "
    "reading. What looks like a mistake and is kept is marked sic; what the source must once have had is "
    "marked supplied."
)
CORRECTED = Phrase(", raw line {line}, corrected: {reason}")
SUPPLIED = Phrase(", before raw line {line}, supplied: {reason}")
KEPT = Phrase(", raw line {line}, kept: {reason}")
RULES = Phrase("By rules that are the same for all texts, and that change no letter or digit:")
RULE = Phrase("{rule}: {does} ({times})")
ASKED = Phrase("Other in this text: {what}. {reason}")
TIMES = Plural("once", "{number:,} times")

# Web annotations
NOTES_AND_TERMS = Phrase(
    "{text}: notes and terms. A TextPositionSelector counts the code points of the body of the page as it is "
    "served, before any script has run; one that refines a fragment counts those of the passage."
)

# The feed
EDITION_ENTRY = Phrase("Edition {edition}")
TEXT = Phrase("{title}")
NEW_TEXT = Phrase("New: {title}")
CHANGED_TEXT = Phrase("{title}: {changes}")
IN_THIS_EDITION = Phrase("In this edition:")
MORE_TEXTS = Plural("1 more text", "{number:,} more texts")
NO_CHANGES = Phrase("No text has changed.")
ADDED = Plural("1 passage added", "{number} passages added")
REWORDED = Plural("1 reworded", "{number} reworded")
RETIRED = Plural("1 removed", "{number} removed")
PASSAGES = Plural("1 passage", "{number} passages")
NOTES = Plural("1 note", "{number} notes")
NOTES_CHANGED = Plural("1 note new or reworded", "{number} notes new or reworded")
NEW_TERMS = Plural("1 new term", "{number} new terms")
NEW_WORKS = Plural("1 new work in the bibliography", "{number} new works in the bibliography")
ONLY_SIGNS = Phrase("spaces and quotation marks alone")

# The search, for browsers
SEARCH_TOLD = Phrase("Passages, terms and references of {site}")

# The tables
TABLE_TEXTS = Phrase("The texts, a row each.")
TABLE_PASSAGES = Phrase(
    "The passages of all texts in their order, as far as the rights allow them to be shown."
)
TABLE_USES = Phrase("Every use of every term in the texts, linked or not.")
TABLE_CITATIONS = Phrase("Every place at which a text cites a work.")
TABLE_TERMS = Phrase("The glossary, a row a term.")
TABLE_REFERENCES = Phrase("The bibliography, a row a work.")
COLUMN_TEXT = Phrase("The name of the text in addresses, and its key in the bibliography.")
COLUMN_PASSAGE = Phrase("The anchor of the passage: p7 for a passage, s2 for a heading. Never renumbered.")
COLUMN_TERM = Phrase("The id of the term, and the last part of its address.")
COLUMN_KEY = Phrase("The key of the work in the bibliography.")
COLUMN_START = Phrase("The offset of the first code point, in the words of the passage.")
COLUMN_END = Phrase("The offset after the last code point.")
COLUMN_TITLE = Phrase("The title.")
COLUMN_AUTHORS = Phrase("The authors as they are shown; empty where none is established.")
COLUMN_VENUE = Phrase("The journal, book, site or body that published it.")
COLUMN_DATE = Phrase("When it was published, as exactly as it is known: 2023-06-15, 2023-06 or 2023.")
COLUMN_LANGUAGE = Phrase("The language, as a BCP 47 tag.")
COLUMN_SOURCE = Phrase("The address at which it was published.")
COLUMN_RIGHTS = Phrase("What is known of the rights in it.")
COLUMN_LICENCE = Phrase("The address of its licence, where it has one.")
COLUMN_PUBLICATION = Phrase("How much of it is shown: full, excerpt or record.")
COLUMN_WORDS = Phrase("The number of words shown.")
COLUMN_PASSAGES = Phrase("The number of passages and headings shown.")
COLUMN_EDITION = Phrase("The edition of the reader.")
COLUMN_ORDER = Phrase("The place of the passage among those shown, from 1.")
COLUMN_KIND = Phrase("What the passage is in the text: paragraph, heading and others.")
COLUMN_READING = Phrase("The reading text of the passage, without markup.")
COLUMN_REVISION = Phrase("Names the wording: it changes when what a reader sees does.")
COLUMN_RAW_FIRST = Phrase("The first line of the raw text that it comes from.")
COLUMN_RAW_LAST = Phrase("The last line of the raw text that it comes from.")
COLUMN_USED = Phrase("The words by which the text names the term.")
COLUMN_SENTENCE = Phrase("The sentence, or sentences, in which they stand.")
COLUMN_CITING = Phrase("The words by which the text cites the work.")
COLUMN_LOCATOR = Phrase("The place within the work.")
COLUMN_NAME = Phrase("The name of the term.")
COLUMN_SHORT = Phrase("Its short name.")
COLUMN_TERM_KIND = Phrase("What the term names: an organisation, a place, a concept and so on.")
COLUMN_DEFINITION = Phrase("Its definition.")
COLUMN_FORMS = Phrase("The words by which texts name it, a list.")
COLUMN_NATIVE = Phrase("Its names in other languages, a list.")
COLUMN_REFERENCES = Phrase("The keys of the works that the definition rests on, a list.")
COLUMN_SEE = Phrase("The ids of related terms, a list.")
COLUMN_USES = Phrase("The number of its uses.")
COLUMN_TEXTS = Phrase("The number of texts that use it.")
COLUMN_TYPE = Phrase("The type of the work, by CSL.")
COLUMN_NAMES = Phrase("Its authors, or its editors where it has none, a list.")
COLUMN_CONTAINER = Phrase("The journal, book or site in which it stands.")
COLUMN_PUBLISHER = Phrase("Its publisher.")
COLUMN_VOLUME = Phrase("Its volume.")
COLUMN_ISSUE = Phrase("Its issue.")
COLUMN_PAGES = Phrase("Its pages.")
COLUMN_DOI = Phrase("Its DOI.")
COLUMN_ISSN = Phrase("The ISSN of the journal.")
COLUMN_ISBN = Phrase("Its ISBN.")
COLUMN_URL = Phrase("Its address.")
COLUMN_ENTRY = Phrase("The entry as the bibliography shows it.")
COLUMN_CITED = Phrase("The number of places at which texts cite it.")
PACKAGE_TOLD = Phrase(
    "{site}, edition {edition}: the texts with their passages, the terms and where they are used, the works "
    "and where they are cited. Tables join by columns of one name."
)
DATASET = Phrase("Data Package")
