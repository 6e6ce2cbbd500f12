// The files of the index: loaded when they are asked for, once, and as scripts, since a page on a disk may load nothing else;
// and the numbers and ordered words in them (scripts/reader/site/search/numbers.py, shards.py).
"use strict";

const findFiles = (() => {
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map([...SIGNS].map((sign, value) => [sign.charCodeAt(0), value]));
  const MORE = 32;
  const FILES = 4;  // of one beginning, or ending, that are looked through: a few letters may begin very many words
  const here = globalThis.document?.currentScript;
  const folder = new URL("../search/", here instanceof HTMLScriptElement ? here.src : "file:///assets/");

  /** @type {Map<string, Promise<any>>} */
  const loading = new Map();
  /** @type {() => Window & { readerSearch?: Record<string, any> }} */
  const kept = () => window;
  let version = "";

  /** Ask for the files of one build only. @param {string} given */
  const setVersion = (given) => { version = given; };

  /**
   * The value of a file of the index; after a failure the next call tries again.
   * @param {string} name
   * @returns {Promise<any>}
   */
  const load = (name) => {
    const known = loading.get(name);
    if (known) return known;
    const made = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js${version && `?${version}`}`, folder).href;
      const done = () => {
        script.remove();
        const value = kept().readerSearch?.[name];
        if (value) return resolve(value);
        loading.delete(name);
        return reject(new Error(`${name} of the search did not load`));
      };
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      document.head.append(script);
    });
    loading.set(name, made);
    return made;
  };

  /**
   * Read numbers off signs.
   * @param {string} signs
   * @param {number} [from]
   */
  const reader = (signs, from = 0) => {
    let at = from;
    const next = () => {
      let value = 0;
      for (let factor = 1; ; factor *= MORE) {
        const sign = VALUES.get(signs.charCodeAt(at)) ?? 0;
        at += 1;
        value += (sign % MORE) * factor;
        if (sign < MORE) return value;
      }
    };
    return { next, more: () => at < signs.length, at: () => at };
  };

  /** @param {string} signs */
  const numbers = (signs) => {
    const from = reader(signs);
    const found = [];
    while (from.more()) found.push(from.next());
    return found;
  };

  /** @param {number[]} counts */
  const starts = (counts) => {
    const sums = [0];
    counts.forEach((count, at) => sums.push((sums[at] ?? 0) + count));
    return sums;
  };

  /**
   * The last of some ordered values that is not after one.
   * @template Value
   * @param {Value[]} ordered
   * @param {Value} value
   */
  const lastNotAfter = (ordered, value) => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {Value} */ (ordered[middle]) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** @param {string} written */
  const unfronted = (written) => {
    let before = "";
    return written.split("|").map((row) => {
      before = before.slice(0, SIGNS.indexOf(row.charAt(0))) + row.slice(1);
      return before;
    });
  };

  /**
   * The numbers of the files in which words begin with some letters.
   * @param {string[]} firsts  the first word of each file
   * @param {string} letters
   */
  const filesOf = (firsts, letters) => {
    const first = Math.max(0, lastNotAfter(firsts, letters));
    const last = lastNotAfter(firsts, `${letters}\uffff`);
    return Array.from({ length: Math.max(0, Math.min(last - first + 1, FILES)) }, (_none, at) => first + at);
  };

  return Object.freeze({ setVersion, load, reader, numbers, starts, lastNotAfter, unfronted, filesOf });
})();
