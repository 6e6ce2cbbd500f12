// The box of the search, over a page and on the page /search/: it searches while somebody types, and says how much it has
// found; the arrow keys go from hit to hit and back to the box.
"use strict";

const searchBox = (() => {
  const { element } = reader;
  const { phrase } = speech;
  const PAUSE = 120;  // milliseconds of rest after which somebody is taken to have typed what they want
  const RECENT = 5;   // searches that are offered again
  const STORE = "reader:searches";
  const HINT = phrase("Words in any form and spelling, names in any language, “words in this order”.");

  /** @returns {string[]} */
  const recent = () => {
    try { return JSON.parse(sessionStorage.getItem(STORE) ?? "[]"); } catch { return []; }
  };

  /** @param {string} query */
  const keep = (query) => {
    try {
      sessionStorage.setItem(STORE, JSON.stringify([query, ...recent().filter((one) => one !== query)].slice(0, RECENT)));
    } catch { /* a browser may keep nothing */ }
  };

  /** @param {HTMLElement} root  that holds the view */
  const parts = (root) => {
    const input = element("input", { type: "search", name: "q", id: "search-words", autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", enterkeyhint: "search", "aria-describedby": "search-status" });
    const close = element("button", { type: "button", class: "close", "aria-label": phrase("Close the search") }, "×");
    const form = element("form", { role: "search", action: new URL("search/", search.root).href },
      element("label", { for: "search-words" }, phrase("Search the texts, terms and references")), input,
      element("button", { type: "submit" }, phrase("Search")), ...root instanceof HTMLDialogElement ? [close] : []);
    const status = element("p", { class: "status", id: "search-status", role: "status" });
    const narrow = element("div", { class: "narrowing", role: "group", "aria-label": phrase("Narrow the search") });
    const found = element("div", { class: "found" });
    close.addEventListener("click", () => { if (root instanceof HTMLDialogElement) root.close(); });
    root.replaceChildren(form, status, narrow, found);
    return { form, input, status, narrow, found };
  };

  /**
   * The arrow keys go from the box to the hits, from hit to hit, and back.
   * @param {HTMLElement} root
   * @param {HTMLInputElement} input
   */
  const walk = (root, input) => root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    /** @type {HTMLElement[]} */
    const stops = [input, ...root.querySelectorAll(/** @type {"a"} */ (".found a, .found button"))];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0 || (at === 0 && step < 0)) return;
    event.preventDefault();
    stops[Math.min(at + step, stops.length - 1)]?.focus();
  });

  /**
   * What is shown before anything is typed: the hint, and what was searched for before.
   * @param {ReturnType<typeof parts>} view
   * @param {(query: string) => void} again
   */
  const empty = ({ status, narrow, found }, again) => {
    status.textContent = HINT;
    narrow.replaceChildren();
    const buttons = recent().map((query) => {
      const button = element("button", { type: "button", dir: "auto" }, query);
      button.addEventListener("click", () => again(query));
      return element("li", {}, button);
    });
    found.replaceChildren(...buttons.length
      ? [element("section", { class: "recent", "aria-label": phrase("Recent searches") }, element("h2", {}, phrase("Recent searches")),
        element("ul", {}, ...buttons))]
      : []);
  };

  /**
   * Search, and show what is found, unless something else is asked for meanwhile.
   * @param {ReturnType<typeof parts>} view
   * @param {Search} asked
   * @param {() => boolean} isCurrent
   */
  const run = async (view, asked, isCurrent) => {
    const found = await findRanking.search(asked.query, asked.filters);
    if (!isCurrent()) return;
    const groups = [
      found.passages.length ? hits.passages(found, asked.query) : null,
      found.others.length ? hits.others(found, asked.query) : null,
    ];
    if (found.othersFirst) groups.reverse();
    const [bar, ...made] = await Promise.all([narrowing.bar(asked, found), ...groups]);
    if (!isCurrent()) return;
    const wasThere = view.found.contains(document.activeElement);
    view.narrow.replaceChildren(...bar ?? []);
    view.found.replaceChildren(...made.flatMap((one) => one ?? []));
    view.found.dataset.query = asked.query;
    view.status.textContent = hits.told(found);
    if (wasThere) view.input.focus();  // what had the focus is gone
  };

  /**
   * Make the view, and search for what is asked.
   * @param {HTMLElement} root  a dialog, or a part of the page
   * @param {Search} given
   */
  const mount = (root, { query, filters }) => {
    const view = parts(root);
    const { input, form } = view;
    let timer = 0, turn = 0, before = 0;
    findIndex.open().catch(() => undefined);  // a failure is told when somebody searches
    const ask = async () => {
      turn += 1;
      const mine = turn, words = input.value.trim();
      search.remember(words, root instanceof HTMLDialogElement ? "" : hits.address({ query: words, filters }));
      if (!words) return empty(view, (again) => { input.value = again; input.focus(); ask(); });
      try {
        return await run(view, { query: words, filters }, () => mine === turn);
      } catch {
        view.status.textContent = phrase("The search could not be loaded. Type again to try once more.");
        return undefined;
      }
    };
    input.addEventListener("input", () => {  // the first sign, or a whole query put in, at once; fast typing when it rests
      clearTimeout(timer);
      timer = setTimeout(ask, performance.now() - before > PAUSE ? 0 : PAUSE);
      before = performance.now();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = input.value.trim();
      if (root instanceof HTMLDialogElement && words) location.assign(search.onDisk(hits.address({ query: words, filters })));
      else ask();
    });
    root.addEventListener("click", (event) => { if (reader.within(event, ".found a")) keep(input.value.trim()); }, true);
    walk(root, input);
    input.value = query;
    input.focus();
    input.select();
    return ask();
  };

  return Object.freeze({ mount });
})();
