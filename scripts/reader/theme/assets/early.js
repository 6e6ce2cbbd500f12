// What comes before the page is shown: the size of type and the colours that the reader has chosen, and the way from
// page to page on a disk.
"use strict";
(() => {
  /** @param {string} name */
  const remembered = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  const root = document.documentElement;
  const [scale, scheme] = [remembered("reader.scale"), remembered("reader.scheme")];
  if (scale && /^\d(\.\d+)?$/.test(scale)) root.style.setProperty("--scale", scale);
  if (scheme) root.dataset.scheme = scheme;

  // A text that stands beside another one has no frame of its own, and links to other pages leave both: see compare.js.
  if (window.self !== window.top) {
    root.dataset.framed = "";
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link instanceof HTMLAnchorElement && link.pathname !== location.pathname) link.target = "_top";
    }, true);
    addEventListener("hashchange", () => parent.postMessage({ reader: location.hash }, "*"));
  }

  // A browser that opens the site as files knows no index pages, so a link to a folder, and a form that asks one, goes to
  // the page in it. On a server this does nothing.
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
