"""Keys of the bibliography, and the addresses that they get.

BibLaTeX lets a key hold almost any sign; an address in a page and a file name cannot. The address of a key
is the key in small letters, each row of other signs than letters and digits as one hyphen: `Camel:2001` has
the address `camel-2001`. A key of small letters, digits and single hyphens is its own address.
"""

from __future__ import annotations

import re
import unicodedata

OTHER = re.compile(r"[\W_]+")


def address(key: str) -> str:
    """Return the address of a key: its anchor on the bibliography, and the name of its files."""
    return OTHER.sub("-", unicodedata.normalize("NFC", key.casefold())).strip("-")
