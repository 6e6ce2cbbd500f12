// From a disk: a browser that opens the site as files knows no index pages, so a link to a folder, and a form that asks
// one, goes to the page in it. On a server this does nothing.
"use strict";
(() => {
  if (location.protocol !== "file:") return;

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }, true);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.action.endsWith("/")) form.action += "index.html";
  }, true);
})();
