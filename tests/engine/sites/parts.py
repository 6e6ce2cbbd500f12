"""The parts that pages of many sites have round their text."""

from __future__ import annotations

from collections.abc import Iterable

from sites.prose import Prose


def links(words: Iterable[str], item: str = "li") -> str:
    """Return links, each in an element of its own."""
    return "".join(f'<{item}><a href="/x{at}">{one}</a></{item}>' for at, one in enumerate(words))


def menu(cls: str = "main-nav") -> str:
    """Return a menu of sections."""
    names = "Home World Politics Business Science Culture Sport Opinion Video Weather Archive Contact".split()
    return f'<nav class="{cls}"><ul>{links(names)}</ul></nav>'


def cookies(cls: str = "cookie-consent") -> str:
    """Return a notice about cookies, which is prose."""
    return (
        f'<div class="{cls}" role="dialog"><p>We and our partners use cookies to store and read data on your '
        "device, to measure how our pages are used and to show advertisements that may interest you. You can "
        "change your choice at any time in the settings.</p><button>Accept all</button>"
        "<button>Manage settings</button></div>"
    )


def share(cls: str = "share-buttons") -> str:
    """Return buttons for sharing."""
    names = "Facebook X WhatsApp LinkedIn Email Print".split()
    return f'<div class="{cls}"><span>Share this article</span><ul>{links(names)}</ul></div>'


def related(prose: Prose, cls: str = "related-stories", heading: str = "Related stories") -> str:
    """Return teasers of other texts, with prose in them."""
    cards = "".join(
        f'<div class="card"><h3><a href="/r{at}">{one}</a></h3><p>{prose.sentence()}</p></div>'
        for at, one in enumerate(prose.headlines(4))
    )
    return f'<section class="{cls}"><h2>{heading}</h2>{cards}</section>'


def comments(prose: Prose, number: int = 6, cls: str = "comments-area") -> str:
    """Return what readers have said: prose, and often more than the text."""
    every = "".join(
        f'<li class="comment"><div class="comment-author"><b>reader{at}</b> says:</div><div class="comment-meta">'
        f"May {at + 1}, 2021 at 10:1{at % 10} am</div><p>{prose.paragraph(1, 4)}</p><a href='#r'>Reply</a></li>"
        for at in range(number)
    )
    return (
        f'<div id="comments" class="{cls}"><h2>{number} Comments</h2><ol class="comment-list">{every}</ol>'
        "<h3>Leave a Reply</h3><form><p>Your email address will not be published. Required fields are marked *"
        "</p><label>Comment</label><textarea></textarea><label>Name *</label><input><button>Post Comment"
        "</button></form></div>"
    )


def newsletter(cls: str = "newsletter-signup") -> str:
    """Return a box that asks for an address."""
    return (
        f'<div class="{cls}"><h4>Sign up for our newsletter</h4><p>Get the best of our reporting in your inbox '
        "every morning, free of charge.</p><form><input><button>Subscribe</button></form></div>"
    )


def footer(name: str = "The Northport Gazette", cls: str = "site-footer") -> str:
    """Return the foot of a site."""
    names = ["About us", "Careers", "Privacy policy", "Terms of use", "Contact", "Advertise"]
    return (
        f'<footer class="{cls}"><ul>{links(names)}</ul><p>© 2021 {name}. All rights reserved. No part of this '
        "site may be reproduced without the written permission of the publisher.</p></footer>"
    )


def paragraphs(words: Iterable[str], attributes: str = "") -> str:
    """Return paragraphs, each in its element."""
    return "\n".join(f"<p{attributes}>{one}</p>" for one in words)


def page(title: str, body: str, head: str = "", attributes: str = 'lang="en"', cls: str = "") -> str:
    """Return a whole page."""
    return (
        f"<!DOCTYPE html>\n<html {attributes}><head><meta charset='utf-8'><title>{title}</title>{head}"
        f"<script>var dataLayer = [];</script><style>p {{ margin: 0 }}</style></head>\n"
        f"<body class='{cls}'>{body}<script>track('page')</script></body></html>"
    )
