// The stem of a word, by which its forms are found together, and whether a word is another with one slip of the finger. The
// tables come with the index; scripts/reader/words/stems.py takes the same steps.
"use strict";

const findStems = (() => {
  /** @type {Pick<Tables, "shortestStem" | "plurals" | "spellings" | "suffixes" | "scripts">} */
  let tables;

  /** @param {typeof tables} given  of this index */
  const use = (given) => { tables = given; };

  /** @param {string} word */
  const shape = (word) => [...word].reduce((made, letter) =>
    made + ("aeiou".includes(letter) || (letter === "y" && made.endsWith("c")) ? "v" : "c"), "");

  /** @param {string} word */
  const measure = (word) => shape(word).split("vc").length - 1;

  /** @param {string} word */
  const isShort = (word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

  /**
   * @param {string} word
   * @param {Rule[]} rules
   */
  const step = (word, rules) => {
    for (const [ending, instead, least] of rules) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length);
      return rest && measure(rest) >= least ? rest + instead : word;
    }
    return word;
  };

  /** @param {string} word */
  const past = (word) => {
    if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    const ending = ["ed", "ing"].find((one) => word.endsWith(one));
    const rest = ending ? word.slice(0, -ending.length) : "";
    if (!shape(rest).includes("v")) return word;
    if (/(?:at|bl|[iy][sz])$/.test(rest)) return `${rest}e`;
    if (/([^aeioulsz])\1$/.test(rest) && shape(rest).endsWith("c")) return rest.slice(0, -1);
    return measure(rest) === 1 && isShort(rest) ? `${rest}e` : rest;
  };

  /** @param {string} word */
  const withoutE = (word) => {
    const rest = word.slice(0, -1);
    const goes = word.endsWith("e") && (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest)));
    const made = goes ? rest : word;
    return made.endsWith("ll") && measure(made.slice(0, -1)) > 1 ? made.slice(0, -1) : made;
  };

  /** @param {string} word */
  const english = (word) => {
    const present = past(step(word, tables.plurals));
    const ended = present.endsWith("y") && shape(present.slice(0, -1)).includes("v") ? `${present.slice(0, -1)}i` : present;
    return withoutE(tables.suffixes.reduce(step, step(ended, tables.spellings)));
  };

  /**
   * The stem of a folded word, by which its forms are found together.
   * @param {string} word
   */
  const stem = (word) => {
    if ([...word].length < tables.shortestStem) return word;
    if (/^[a-z]+$/.test(word)) return english(word);
    const script = tables.scripts.find(([letters]) => new RegExp(`^[${letters}]+$`).test(word));
    if (!script) return word;
    const [, rest, endings, beginnings] = script;
    const first = beginnings.find((one) => word.startsWith(one) && word.length - one.length >= rest) ?? "";
    const shorter = word.slice(first.length);
    const last = endings.find((one) => shorter.endsWith(one) && shorter.length - one.length >= rest) ?? "";
    return shorter.slice(0, shorter.length - last.length);
  };

  // Slips of the finger

  /**
   * Whether one slip makes one word of the other: a letter more, less, another, or two that have changed places.
   * @param {string} one
   * @param {string} other
   */
  const isSlip = (one, other) => {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    if (long.length - short.length > 1 || short === long) return false;
    let at = 0;
    while (at < short.length && short[at] === long[at]) at += 1;
    if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
    if (short.slice(at + 1) === long.slice(at + 1)) return true;
    return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  };

  return Object.freeze({ use, stem, isSlip });
})();
