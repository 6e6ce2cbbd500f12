// Narrowing what was found: by kind, text, author, year and term. Each choice is a link to the search page that has it in
// its address, so that it can be shared, opened in another tab and gone back from.
"use strict";

const narrowing = (() => {
  const { element } = reader;
  const { phrase } = speech;
  const { texts, record } = findIndex;
  const MOST = 12;  // choices of one kind that are offered
  /** @type {Record<keyof Filters, string>} */
  const NAMES = {
    kind: phrase("Kind"), in: phrase("Text"), by: phrase("Author"), year: phrase("Year"), term: phrase("Term"),
  };

  /** @typedef {{ value: string, words: string, count: number }} Choice */

  /**
   * @param {Search} asked
   * @param {keyof Filters} name
   * @param {string[]} values
   * @returns {Search}
   */
  const changed = (asked, name, values) => ({ ...asked, filters: { ...asked.filters, [name]: values } });

  /**
   * How often each of some values comes, the most frequent first.
   * @param {{ value: string, words: string }[]} all
   * @returns {Choice[]}
   */
  const counts = (all) => {
    /** @type {Map<string, Choice>} */
    const found = new Map();
    for (const { value, words } of all) found.set(value, { value, words, count: (found.get(value)?.count ?? 0) + 1 });
    return [...found.values()].sort((one, other) => other.count - one.count || (one.words < other.words ? -1 : 1));
  };

  /**
   * @param {Search} asked
   * @param {keyof Filters} name
   * @param {Choice[]} choices
   */
  const row = (asked, name, choices) => {
    const offered = choices.filter(({ value }) => value && !asked.filters[name].includes(value)).slice(0, MOST);
    const links = offered.map(({ value, words, count }) => element("li", {},
      element("a", { href: hits.address(changed(asked, name, [value])) }, words, ...count ? [` ${speech.numbered(count)}`] : [])));
    return links.length ? [element("div", {}, element("span", {}, NAMES[name]), element("ul", { "aria-label": NAMES[name] }, ...links))] : [];
  };

  /**
   * The choices that need the facts of all texts.
   * @param {Search} asked
   * @param {Hits} found
   */
  const rows = async (asked, found) => {
    const facts = await texts();
    const own = [...found.passages, ...found.others].flatMap(({ text }) => (facts[text] ? [facts[text]] : []));
    const terms = await Promise.all(found.others.filter(({ kind }) => kind === "term").slice(0, MOST).map(({ doc }) => record(doc)));
    return [
      ...row(asked, "in", counts(own.map(([slug, label]) => ({ value: slug, words: label })))),
      ...row(asked, "by", counts(own.flatMap(([, , , authors]) => authors.map((name) => ({ value: name, words: name }))))),
      ...row(asked, "year", counts(own.map(([, , , , year]) => ({ value: year, words: year })))),
      ...row(asked, "term", terms.map(({ address, title }) => ({ value: address, words: title, count: 0 }))),
    ];
  };

  /**
   * What narrows a search already; each is taken back by its link.
   * @param {Search} asked
   */
  const chosen = async (asked) => {
    const names = /** @type {(keyof Filters)[]} */ (Object.keys(NAMES));
    const labels = asked.filters.in.length ? new Map((await texts()).map(([slug, label]) => [slug, label])) : new Map();
    return names.flatMap((name) => asked.filters[name].map((value) => {
      const left = asked.filters[name].filter((one) => one !== value);
      const shown = labels.get(value) ?? (name === "kind" ? hits.kindOf(value) : value);
      const words = phrase("{name}: {value}", { name: NAMES[name], value: shown });
      return element("a", { href: hits.address(changed(asked, name, left)), class: "chosen", "aria-label": phrase("{words}, take back", { words }) }, words);
    }));
  };

  /**
   * What narrows a search, and what could.
   * @param {Search} asked
   * @param {Hits} found
   * @returns {Promise<Node[]>}
   */
  const bar = async (asked, found) => {
    const kinds = [...found.kinds].map(([value, count]) => ({ value, count, words: hits.kindOf(value, count) }));
    const details = element("details", {}, element("summary", {}, phrase("Narrow by text, author, year or term")));
    details.addEventListener("toggle", async () => {
      if (details.open && details.childElementCount === 1) details.append(...await rows(asked, found));
    });
    const some = kinds.length > 1 && !asked.filters.kind.length ? row(asked, "kind", kinds) : [];
    return [...await chosen(asked), ...some, ...found.passages.length + found.others.length ? [details] : []];
  };

  return Object.freeze({ bar });
})();
