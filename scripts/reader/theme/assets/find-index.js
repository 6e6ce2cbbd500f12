// The index of the search, as the build has cut it into small scripts (scripts/reader/site/search/shards.py): where a word
// stands, which words begin or end alike, what a record says.
"use strict";

/**
 * @typedef {object} Core
 * @property {string} version
 * @property {Tables} tables
 * @property {[kind: string, count: number][]} kinds  in the order of the records
 * @property {string} texts  how many passages each text has, then how many notes
 * @property {number} textsInFile
 * @property {string} words  the first key of each file of words
 * @property {string} backwards  the same of words read backwards
 * @property {string} records  how many records each file of them has
 */

/** @typedef {{ docs: number[], weights: number[], places: number[] }} Posting  `places` are offsets into its signs */
/** @typedef {[slug: string, label: string, title: string, language: string]} TextTold */
/** @typedef {[slug: string, label: string, title: string, authors: string[], year: string]} TextFacts */
/** @typedef {{ kind: string, address: string, title: string, text: string, of: TextTold | null, forms: string[] }} Shown */

const findIndex = (() => {
  const { load, reader, numbers, starts, lastNotAfter, unfronted, filesOf, setVersion } = findFiles;

  // What every search needs

  /** @param {Core} core */
  const opened = (core) => {
    setVersion(core.version);
    findWords.use(core.tables);
    const counts = numbers(core.texts);
    const kinds = starts(core.kinds.map(([, count]) => count));
    const texts = counts.length / 2;
    const passages = starts(counts.slice(0, texts)).slice(0, -1);
    const notes = starts(counts.slice(texts)).slice(0, -1).map((start) => start + (kinds[1] ?? 0));
    return {
      names: core.kinds.map(([kind]) => kind), kinds: kinds.slice(0, -1), all: kinds[core.kinds.length] ?? 0,
      texts, textsInFile: core.textsInFile, passages, notes,
      words: core.words.split("|"), backwards: core.backwards ? core.backwards.split("|") : [],
      records: starts(numbers(core.records)),
    };
  };

  /** @type {Promise<ReturnType<typeof opened>> | null} */
  let opening = null;
  const open = () => {
    opening ??= load("core").then(opened).catch((error) => { opening = null; throw error; });
    return opening;
  };

  // Words

  /** @type {Map<number, Promise<{ keys: string[], postings: string[] }>>} */
  const runs = new Map();

  /** @param {number} number */
  const run = (number) => {
    const known = runs.get(number) ?? load(`w${number}`).then(([words, postings]) =>
      ({ keys: unfronted(words), postings: postings.split("|") }));
    runs.set(number, known);
    known.catch(() => runs.delete(number));
    return known;
  };

  /**
   * The keys that begin with some letters, in their order.
   * @param {string} letters
   * @returns {Promise<string[]>}
   */
  const beginning = async (letters) => {
    const { words } = await open();
    const found = filesOf(words, letters).map(run);
    return (await Promise.all(found)).flatMap(({ keys }) => keys.filter((key) => key.startsWith(letters)));
  };

  /**
   * The words that end with some letters.
   * @param {string} letters
   * @returns {Promise<string[]>}
   */
  const ending = async (letters) => {
    const { backwards } = await open();
    const turned = [...letters].reverse().join("");
    const found = filesOf(backwards, turned).map((at) => load(`s${at}`).then(unfronted));
    const words = (await Promise.all(found)).flat().filter((word) => word.startsWith(turned));
    return words.map((word) => [...word].reverse().join(""));
  };

  /**
   * How a key stands in the index, and in how many records; nothing where it does not.
   * @param {string} key
   * @returns {Promise<{ signs: () => Promise<string>, records: number } | null>}
   */
  const entry = async (key) => {
    const { words } = await open();
    const at = lastNotAfter(words, key);
    if (at < 0) return null;
    const { keys, postings } = await run(at);
    const index = lastNotAfter(keys, key);
    if (keys[index] !== key) return null;
    const written = postings[index] ?? "";
    const [, file, records] = written.split("*");
    if (file) return { signs: () => load(`b${file}`), records: Number(records) };
    return { signs: () => Promise.resolve(written), records: 0 };
  };

  /**
   * Where a key stands.
   * @param {string} key
   * @returns {Promise<{ docs: number[], weights: number[], placesIn: (index: number) => number[] } | null>}
   */
  const posting = async (key) => {
    const found = await entry(key);
    if (!found) return null;
    const signs = await found.signs();
    /** @type {Posting} */
    const read = { docs: [], weights: [], places: [] };
    const from = reader(signs);
    for (let last = -1; from.more();) {
      last += from.next() + 1;
      read.docs.push(last);
      read.weights.push(from.next());
      read.places.push(from.at());
      for (let left = from.next(); left > 0; left -= 1) from.next();
    }
    const placesIn = (/** @type {number} */ index) => {
      const own = reader(signs, read.places[index]);
      const places = [];
      for (let left = own.next(), last = 0; left > 0; left -= 1) places.push(last += own.next());
      return places;
    };
    return { docs: read.docs, weights: read.weights, placesIn };
  };

  // Records

  /** @param {number} doc  the number of a record @returns {Promise<Shown>} */
  const record = async (doc) => {
    const core = await open();
    const file = lastNotAfter(core.records, doc);
    const [texts, rows] = await load(`r${file}`);
    const [address = "", title = "", text = "", of = "", forms = []] = rows[doc - (core.records[file] ?? 0)] ?? [];
    return { kind: core.names[lastNotAfter(core.kinds, doc)] ?? "", address, title, text, of: texts[of] ?? null, forms };
  };

  /** The facts of all texts, for filters. @returns {Promise<TextFacts[]>} */
  const texts = async () => {
    const core = await open();
    const files = Array.from({ length: Math.ceil(core.texts / core.textsInFile) }, (_none, at) => load(`t${at}`));
    return (await Promise.all(files)).flat();
  };

  /**
   * The number of a text, which are in the order of their slugs: a few files are looked into, however many there are.
   * @param {string} slug
   */
  const numberOf = async (slug) => {
    const core = await open();
    let [low, high] = [0, Math.ceil(core.texts / core.textsInFile) - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      /** @type {TextFacts[]} */
      const facts = await load(`t${middle}`);
      const at = facts.findIndex(([one]) => one === slug);
      if (at >= 0) return middle * core.textsInFile + at;
      if (slug < (facts[0]?.[0] ?? "")) high = middle - 1;
      else low = middle + 1;
    }
    return -1;
  };

  return Object.freeze({ open, beginning, ending, posting, record, texts, numberOf, lastNotAfter });
})();
