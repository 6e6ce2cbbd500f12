// From where the words of a query stand to the hits in their order: those that have all of it first; of these what is
// as it was typed before other forms and names, and before what is misspelt; then by weight and nearness.
"use strict";

/**
 * @typedef {object} Hit
 * @property {number} doc
 * @property {string} kind
 * @property {number} text  its number, or -1
 * @property {number} score
 * @property {boolean} full  it has all of the query, some of it perhaps through the title or author of its text
 * @property {boolean} own  it has all of it itself
 * @property {number} tier  of the word that fits least
 * @property {number[]} vias  names through which it was found
 */
/** @typedef {{ in: string[], by: string[], year: string[], kind: string[], term: string[] }} Filters */
/**
 * @typedef {object} Hits
 * @property {Hit[]} passages
 * @property {Hit[][]} texts  the same, by their texts
 * @property {Hit[]} others
 * @property {boolean} othersFirst  only among them is all of the query
 * @property {Via[]} vias  names in the query
 * @property {string[]} missing  words that stand nowhere
 * @property {boolean} apart  the words in quotation marks stand nowhere together, and were looked for one by one
 * @property {{ keys: Set<string>, sequences: string[][] }} marks
 * @property {Map<string, number>} kinds  how many hits there are of each kind, whatever kind is asked for
 */

const findRanking = (() => {
  const { open, posting, texts, lastNotAfter } = findIndex;
  const { TIER, read } = findQuery;
  const SIGNS = 31;          // the greatest weight
  const CONTEXT = 0.9;       // how far the title and author of a text stand for a word of its passage
  const LOOKED_AT = 400;     // hits whose words are looked at for nearness
  const SHORT_QUERY = 3;     // words; in a longer one a hit may lack some
  const PART = 0.3;          // of the score of the best hit, to be shown beside it
  const NAMED = 1.6;         // how much the whole name of a record says, against all words of a query
  const OF_TERMS = 1.8;    // how much a word that names a term says, against another that is as rare
  /** @type {Record<string, number>} */
  const KINDS = { term: 1.25, text: 1.1, reference: 0.9, note: 1, theme: 1, page: 0.7 };

  /** @typedef {Awaited<ReturnType<typeof open>>} Opened */
  /** @typedef {Awaited<ReturnType<typeof read>>} Read */

  /** @param {Opened} core @param {number} doc */
  const kindOf = (core, doc) => core.names[lastNotAfter(core.kinds, doc)] ?? "";

  /** The number of the text that a record belongs to, or -1. @param {Opened} core @param {number} doc */
  const textOf = (core, doc) => {
    const [, notes = 0, ofTexts = 0, terms = 0] = core.kinds;
    if (doc < notes) return lastNotAfter(core.passages, doc);
    if (doc < ofTexts) return lastNotAfter(core.notes, doc);
    return doc < terms ? doc - ofTexts : -1;
  };

  // Filters

  /**
   * Whether a record passes the filters, but for its kind.
   * @param {Opened} core
   * @param {Filters} filters
   * @returns {Promise<(doc: number) => boolean>}
   */
  const passing = async (core, filters) => {
    /** @type {((doc: number) => boolean)[]} */
    const tests = [];
    if (filters.in.length || filters.by.length || filters.year.length) {
      const fitting = (await texts()).map(([slug, , , authors, year]) =>
        (!filters.in.length || filters.in.includes(slug)) && (!filters.year.length || filters.year.includes(year))
        && (!filters.by.length || authors.some((name) => filters.by.includes(name))));
      tests.push((doc) => fitting[textOf(core, doc)] ?? false);
    }
    for (const term of filters.term) {
      const named = (await posting(`@${term}`))?.docs[0] ?? -1;
      const docs = new Set((await posting(`=${named}`))?.docs).add(named);
      tests.push((doc) => docs.has(doc));
    }
    return (doc) => tests.every((test) => test(doc));
  };

  // Scores

  /** @param {Found} found @param {number} all */
  const rarity = ({ docs }, all) => {
    let sure = 0;
    for (const { tier } of docs.values()) sure += tier >= TIER.form ? 1 : 0;
    const count = sure || docs.size;
    return Math.log(1 + (all - count + 0.5) / (count + 0.5));
  };

  /**
   * How near the words of a query stand in a record: 1 where each follows the other as it was typed.
   * @param {Item[]} items
   * @param {Found[]} found
   * @param {number} doc
   */
  const nearness = (items, found, doc) => {
    const places = items.map((item, at) => ({
      index: item.index, places: found[at]?.docs.get(doc)?.from.flatMap(([one, index]) => one.placesIn(index)) ?? [],
    }));
    let sum = 0;
    for (const [at, { index, places: after }] of places.entries()) {
      const before = places[at - 1];
      if (!before) continue;
      const distance = index - before.index;
      const set = new Set(after);
      if (before.places.some((one) => set.has(one + distance))) sum += 1;
      else if (before.places.some((one) => after.some((other) => Math.abs(other - one) <= 8))) sum += 0.4;
    }
    return items.length > 1 ? sum / (items.length - 1) : 0;
  };

  /**
   * @param {Opened} core
   * @param {Read} query
   * @param {(doc: number) => boolean} passes
   * @returns {Hit[]}
   */
  const scored = (core, { items, found, vias }, passes) => {
    const used = items.map((item, at) => ({ item, found: found[at] })).filter(({ item }) => !item.light);
    const ofTerms = vias.filter(({ doc }) => kindOf(core, doc) === "term");
    const terms = new Set(ofTerms.flatMap(({ first, count }) => items.slice(first, first + count)));
    const rarities = used.map((one) => (one.found ? rarity(one.found, core.all) * (terms.has(one.item) ? OF_TERMS : 1) : 0));
    const total = rarities.reduce((sum, one) => sum + one, 0);
    const aboutText = used.map((one) => new Set([...one.found?.docs.keys() ?? []]
      .filter((doc) => kindOf(core, doc) === "text").map((doc) => textOf(core, doc))));
    const named = new Map(vias.map(({ doc, count }) => [doc, count / items.length]));
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    for (const doc of new Set([...used.flatMap((one) => [...one.found?.docs.keys() ?? []]), ...named.keys()])) {
      if (!passes(doc)) continue;
      const [kind, text] = [kindOf(core, doc), textOf(core, doc)];
      let mass = 0, score = 0, tier = 9, own = true;
      /** @type {number[]} */
      const through = [];
      used.forEach((one, at) => {
        const has = one.found?.docs.get(doc);
        const weighs = rarities[at] ?? 0;
        if (has) {
          mass += weighs;
          score += weighs * has.weight / SIGNS;
          tier = Math.min(tier, has.tier);
          if (has.via >= 0 && !through.includes(has.via)) through.push(has.via);
          return;
        }
        own = false;
        if (kind !== "text" && aboutText[at]?.has(text)) {
          mass += weighs * CONTEXT;
          score += weighs * 0.1;
        }
      });
      const share = total ? mass / total : 0;
      const name = (named.get(doc) ?? 0) * NAMED * total;
      hits.set(doc, { doc, kind, text, tier, own, full: share > CONTEXT - 0.001 || name >= NAMED * total,
        score: (score * share * share + name) * (kind === "passage" ? 1 : KINDS[kind] ?? 1), vias: through });
    }
    return [...hits.values()];
  };

  /** @param {Hit} one @param {Hit} other @param {boolean} strict  by tiers, before weight */
  const order = (one, other, strict) =>
    Number(other.full) - Number(one.full) || (strict && one.full ? other.tier - one.tier : 0)
    || other.score - one.score || one.doc - other.doc;

  /**
   * @param {Hit[]} hits
   * @param {Read} query
   */
  const ranked = (hits, { items, found }) => {
    const used = items.map((item, at) => ({ item, found: found[at] })).filter(({ item }) => !item.light);
    const strict = used.length <= SHORT_QUERY;
    const most = strict && hits.some((one) => one.full) ? hits.filter((one) => one.full) : hits;
    const sorted = most.sort((one, other) => order(one, other, strict));
    const looked = sorted.slice(0, LOOKED_AT);
    if (used.length > 1) {
      const [all, places] = [used.map(({ item }) => item), used.flatMap((one) => one.found ?? [])];
      for (const hit of looked) hit.score *= 1 + nearness(all, places, hit.doc);
    }
    looked.sort((one, other) => order(one, other, strict));
    const [best] = looked;
    const left = [...looked, ...sorted.slice(LOOKED_AT)];
    if (!best) return left;
    return left.filter((one) => one.full || one.score >= best.score * PART);
  };

  /**
   * Hits by their texts, the text with the best hit first.
   * @param {Hit[]} all
   */
  const grouped = (all) => {
    /** @type {Map<number, Hit[]>} */
    const groups = new Map();
    for (const hit of all) groups.set(hit.text, [...groups.get(hit.text) ?? [], hit]);
    return [...groups.values()];
  };

  /**
   * Whether terms, references and the rest come before passages: where only they have all of the query, or only they as it
   * was typed.
   * @param {Hit | undefined} other
   * @param {Hit | undefined} passage
   * @param {Read} query
   */
  const comesBefore = (other, passage, { items, vias }) => {
    if (!other?.full) return false;
    if (!passage?.full) return true;
    if (!passage.own && vias.some(({ doc, count }) => doc === other.doc && count === items.length)) return true;
    const byName = passage.vias.some((at) => vias[at]?.count === items.length);
    return other.tier === TIER.exact && !byName && passage.tier < (items.length > 1 ? TIER.exact : TIER.form);
  };

  /**
   * All that fits a query, in its order.
   * @param {string} text
   * @param {Filters} filters
   * @returns {Promise<Hits>}
   */
  const search = async (text, filters) => {
    const core = await open();
    const query = await read(text);
    const hits = scored(core, query, await passing(core, filters));
    const groups = [hits.filter(({ kind }) => kind === "passage"), hits.filter(({ kind }) => kind !== "passage")];
    const all = groups.map((group) => ranked(group, query));
    const kinds = new Map();
    for (const { kind } of all.flat()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const asked = (/** @type {Hit} */ { kind }) => !filters.kind.length || filters.kind.includes(kind);
    const [passages = [], others = []] = all.map((group) => group.filter(asked));
    const used = query.found.filter((_one, at) => !query.items[at]?.light);
    return {
      passages, texts: grouped(passages), others, kinds, vias: query.vias, apart: query.apart,
      othersFirst: comesBefore(others[0], passages[0], query),
      missing: query.items.filter((one, at) => !one.light && !query.found[at]?.docs.size).map((one) => one.typed),
      marks: { keys: new Set(used.flatMap(({ keys }) => [...keys])), sequences: used.flatMap(({ sequences }) => sequences) },
    };
  };

  return Object.freeze({ search, textOf });
})();
