// Search, as far as every page needs it: it opens the box, and loads what searches (find-*.js, hits.js, the index) only
// then. A link with ?q= opens it with a query, one with ?h= has the words marked that were found; see search-box.js, landing.js.
"use strict";

const search = (() => {
  const { element, forPage } = reader;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const root = new URL("../", here);  // of the site
  const SCRIPTS = "find-files find-stems find-words find-index find-places find-query find-ranking find-marks hits narrowing search-box landing";
  const page = document.querySelector(".search-page");
  const asked = new URLSearchParams(location.search);

  /** @type {Promise<void> | null} */
  let loading = null;

  /** @param {string} name */
  const add = (name) => new Promise((resolve, reject) => {
    const made = element("script", { src: new URL(`${name}.js`, here).href });
    made.async = false;  // they run in their order
    made.addEventListener("load", resolve);
    made.addEventListener("error", reject);
    document.head.append(made);
  });

  /** @returns {Promise<void>}  what searches, loaded once; after a failure the next call tries again */
  const load = () => {
    if (!loading) document.head.append(element("link", { rel: "stylesheet", href: new URL("search.css", here).href }));
    loading ??= Promise.all(SCRIPTS.split(" ").map(add)).then(() => undefined).catch((error) => { loading = null; throw error; });
    return loading;
  };

  /**
   * Open the box over the page.
   * @param {string} [query]
   */
  const open = async (query = "") => {
    if (page) return page.querySelector("input")?.focus();
    const standing = document.querySelector("dialog.search");
    if (standing) return undefined;
    const dialog = element("dialog", { class: "search md-typeset", "aria-label": speech.phrase("Search") });
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      remember(null);
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();  // of a box that would only be emptied
      dialog.close();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.showModal();
    await load();
    return searchBox.mount(dialog, { query, filters: hits.NO_FILTERS });
  };

  /**
   * Keep what is searched for with this entry of the history, so that Back finds it again.
   * @param {string | null} query
   * @param {string} [address]  of the search page, which has the query in it
   */
  const remember = (query, address = "") => history.replaceState({ ...history.state, search: page ? null : query }, "",
    address ? onDisk(address) : location.href);

  /** An address as a disk knows it, which has no index pages. @param {string} address */
  const onDisk = (address) => (location.protocol === "file:" ? address.replace("/?", "/index.html?") : address);

  document.addEventListener("keydown", (event) => {
    if (!forPage(event) || event.shiftKey || !["/", "s"].includes(event.key) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    const link = reader.within(event, "a[data-search]");
    if (!link || page || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });

  const query = asked.get("q");
  const before = history.state?.search;
  if (page instanceof HTMLElement) load().then(() => searchBox.mount(page, { query: query ?? "", filters: hits.filters(asked) }));
  else if (typeof before === "string" || query) open(before ?? query ?? "");
  if (asked.get("h") && !page) load().then(() => landing.arrive(asked.get("h") ?? ""));

  return Object.freeze({ root, load, remember, onDisk });
})();
