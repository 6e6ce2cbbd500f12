"""Words that a sentence needs and that say nothing of what it is about.

The search looks for them only where a query has nothing else, and within quotation marks.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about after all also an and any are as at be because been but by can could did do does for from had has
    have he her his how i if in into is it its may might more most no nor not of on or our should so some such
    than that the their them then there these they this those to was we were what when where which while who
    whom whose why will with would you your
    в во и из к ко на не но о об от по с со у что как кто где когда это
    و در از به که با را این آن
    der die das und von zu mit ist ein eine le la les du des et un une est""".split()
)
