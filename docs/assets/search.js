// Search: the theme wraps the terms of each hit in a nav of its own, which is no landmark of the page.
"use strict";
(() => {
  const results = document.querySelector(".md-search-result__list");
  if (!results) return;
  new MutationObserver(() => {
    results.querySelectorAll("nav.md-tags:not([role])").forEach((tags) => tags.setAttribute("role", "presentation"));
  }).observe(results, { childList: true, subtree: true });
})();
