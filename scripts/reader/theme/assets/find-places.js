// Where a part of a query stands: as it was typed, in another form, begun, or with one slip of the finger.
"use strict";

/** @typedef {NonNullable<Awaited<ReturnType<typeof findIndex.posting>>>} Places */

/**
 * How a record has an item: `tier` is 3 as it was typed, 2 in another form or under another name, 1.5 begun, 1 misspelt.
 * @typedef {{ tier: number, weight: number, via: number, from: [Places | { placesIn: () => number[] }, number][] }} Has
 */

/** @typedef {{ docs: Map<number, Has>, keys: Set<string>, sequences: string[][] }} Found  `keys` and `sequences` are marked */

const findPlaces = (() => {
  const { stem, isSlip } = findStems;
  const { posting, beginning, ending } = findIndex;
  const TIER = Object.freeze({ exact: 3, form: 2, begun: 1.5, slip: 1 });
  /** @type {Map<number, number>} */
  const WORTH = new Map([[TIER.exact, 1], [TIER.form, 0.75], [TIER.begun, 0.6], [TIER.slip, 0.45]]);
  const SLIPS_FROM = 5;    // letters of a word in which a slip is forgiven
  const ENOUGH = 3;        // records with a word; where there are fewer, slips are looked for as well
  const BEGUN = 24;        // words that may be meant by their beginning

  /** @returns {Found} */
  const nothing = () => ({ docs: new Map(), keys: new Set(), sequences: [] });

  /**
   * @param {Found} found
   * @param {Has["from"][number][0] & { docs?: number[], weights?: number[] } | null} places
   * @param {number} tier
   * @param {number} [via]
   */
  const put = (found, places, tier, via = -1) => {
    places?.docs?.forEach((doc, at) => {
      const weight = (places.weights?.[at] ?? 1) * (WORTH.get(tier) ?? 1);
      const known = found.docs.get(doc);
      if (!known) found.docs.set(doc, { tier, weight, via, from: [[places, at]] });
      else if (tier > known.tier || (tier === known.tier && via < 0)) {
        Object.assign(known, { tier, via, weight: Math.max(weight, known.weight) });
        known.from.push([places, at]);
      } else known.from.push([places, at]);
    });
  };

  /**
   * Put all records that have a key.
   * @param {Found} found
   * @param {string} key
   * @param {number} tier
   */
  const putKey = async (found, key, tier) => {
    const places = await posting(key);
    if (!places) return;
    found.keys.add(key);
    put(found, places, tier);
  };

  /** @param {Found} found */
  const size = (found) => found.docs.size;

  /**
   * Records in which words stand one after the other.
   * @param {Pick<Item, "parts" | "wholes">} item
   */
  const inOrder = async ({ parts, wholes }) => {
    const wanted = [...parts.map((key, at) => ({ key, at })), ...wholes.filter(({ signed }) => signed)];
    const all = await Promise.all(wanted.map(async ({ key, at }) => ({ at, places: await posting(key) })));
    /** @type {{ docs: number[], weights: number[], placesIn: (index: number) => number[] }} */
    const found = { docs: [], weights: [], placesIn: (index) => starts[index] ?? [] };
    /** @type {number[][]} */
    const starts = [];
    const [rarest, ...rest] = all.sort((one, other) => (one.places?.docs.length ?? 0) - (other.places?.docs.length ?? 0));
    if (!rarest?.places) return found;
    const others = rest.map(({ at, places }) =>
      ({ at, places, indexes: new Map(places?.docs.map((doc, index) => [doc, index])) }));
    rarest.places.docs.forEach((doc, index) => {
      if (!others.every(({ indexes }) => indexes.has(doc))) return;
      const sets = others.map(({ at, places, indexes }) => ({ at, set: new Set(places?.placesIn(indexes.get(doc) ?? 0)) }));
      const here = rarest.places?.placesIn(index).map((place) => place - rarest.at)
        .filter((start) => sets.every(({ at, set }) => set.has(start + at))) ?? [];
      if (!here.length) return;
      found.docs.push(doc);
      found.weights.push(rarest.places?.weights[index] ?? 1);
      starts.push(here);
    });
    return found;
  };

  /**
   * @param {Found} found
   * @param {Pick<Item, "parts" | "wholes">} item
   * @param {number} tier
   */
  const putInOrder = async (found, item, tier) => {
    const places = await inOrder(item);
    if (places.docs.length) found.sequences.push(item.parts);
    put(found, places, tier);
  };

  /**
   * The other forms of a word.
   * @param {Found} found
   * @param {string} word
   */
  const putForms = async (found, word) => {
    const root = stem(word);
    const alike = await beginning(root.slice(0, Math.max(3, root.length - 2)));
    const forms = alike.filter((one) => one !== word && stem(one) === root);
    await Promise.all(forms.map((one) => putKey(found, one, TIER.form)));
  };

  /**
   * The words from which one slip of the finger makes a word: either its first half is right, or its last.
   * @param {string} word
   */
  const slips = async (word) => {
    const half = Math.floor((word.length - 1) / 2);
    const near = await Promise.all([beginning(word.slice(0, half)), ending(word.slice(half + 1))]);
    return [...new Set(near.flat())].filter((one) => one.length >= SLIPS_FROM - 1 && isSlip(one, word));
  };

  /**
   * @param {Found} found
   * @param {string} word
   * @param {boolean} last
   */
  const putNear = async (found, word, last) => {
    if (last && !size(found) && word.length > 1) {
      const begun = (await beginning(word)).filter((one) => !/[~=]/.test(one)).slice(0, BEGUN);
      await Promise.all(begun.map((one) => putKey(found, one, TIER.begun)));
    }
    if (size(found) < ENOUGH && word.length >= SLIPS_FROM && !/\p{Nd}/u.test(word)) {
      for (const one of await slips(word)) await putKey(found, one, TIER.slip);
    }
  };

  /** @param {Item} item */
  const findWord = async (item) => {
    const found = nothing();
    const [word = ""] = item.parts;
    await putKey(found, word, TIER.exact);
    if (item.light) return found;
    await putForms(found, word);
    return found;
  };

  /** @param {Item} item */
  const findCompound = async (item) => {
    const found = nothing();
    const signed = item.wholes.filter((one) => one.signed);
    const plain = item.wholes.filter((one) => !one.signed && one.count === item.parts.length);
    for (const { key } of signed) await putKey(found, key, TIER.exact);
    const tier = signed.length ? TIER.form : TIER.exact;
    for (const { key } of plain) {
      await putKey(found, key, tier);
      if (!signed.length) await putForms(found, key);
    }
    const isNumber = item.parts.every((one) => /^\p{Nd}+$/u.test(one));
    if (item.parts.length > 1 && !(isNumber && item.wholes.length)) await putInOrder(found, item, tier);
    return found;
  };

  /** @param {Item} item */
  const find = async (item) => {
    if (item.kind === "word") return findWord(item);
    if (item.kind === "compound") return findCompound(item);
    const found = nothing();
    await putInOrder(found, item, TIER.exact);
    return found;
  };

  return Object.freeze({ TIER, nothing, size, put, putKey, putNear, find });
})();
