"""Pages in the structures of real sites, with the words that belong to their text: made, not collected.

news, agencies, magazines   WordPress, Blogger, newsletters   governments   journals   wikis   old pages
"""

from __future__ import annotations
