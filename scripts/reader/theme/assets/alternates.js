// The other formats of a text: the theme takes every alternate for a translation and asks for its sitemap. This
// runs before it looks, and says that they are more.
"use strict";
for (const link of document.querySelectorAll('link[rel="alternate"]')) link.setAttribute("rel", "alternate format");
