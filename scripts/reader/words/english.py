"""Whether a title is English, and so written in capitals that a style may take away.

Told by the words that every sentence needs: those of English against those of other languages in Latin
letters. A title without any of them is taken for English only if all its letters are of the English alphabet.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset(
    """the of and to for from with without on by at as its it their this that these those is are was were be
    been has have how what why who when which into after before between within toward towards under through
    against beyond or not an our your his her we you new s""".split()
)
FOREIGN = frozenset(
    """der die das den dem des ein eine einer eines und oder für von vom zum zur mit auf aus bei nach über
    unter zwischen im ist sind als nicht wie sich durch
    le la les du des un une et ou pour dans sur avec par au aux chez entre est sont ne pas l d qu
    el los las del y o para por con sin sobre entre una unos al su es
    il lo gli della delle dello degli dei nel nella nelle di da per con che sul sulla ed
    os das dos e em na no nas nos um uma ao à pelo pela
    de het een van voor met op door tot uit bij aan ter ten zijn
    och att för av på till med om ett en som i og til det at fra ved ikke på mellem mellom
    ja tai sekä on ei että w z na do od ze oraz i dla po pod przez jako się nie
    v ve ile için bir bu da ta ze za na k o ob při pro podle mezi a se že
    és az egy hogy din și la în pe cu pentru ale""".split()
)
BOTH = ENGLISH & FOREIGN | frozenset("die on do no me are pas den as at to war in an so man i a".split())


def is_english(title: str) -> bool:
    """Return whether a title may be taken for English."""
    letters = [letter for letter in title if letter.isalpha()]
    if any(ord(letter) > 0x24F for letter in letters):
        return False  # another script
    words = [word.casefold() for word in WORD.findall(title)]
    english = sum(word in ENGLISH - BOTH for word in words)
    foreign = sum(word in FOREIGN - BOTH for word in words)
    if english or foreign:
        return english >= foreign
    return all(ord(letter) < 0x80 for letter in letters)
