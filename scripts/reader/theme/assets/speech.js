// What scripts say to readers: it stands in them, in English. A site in another language loads `words.js` before this,
// written by `site/words.py`, which has each phrase in that language. It needs no page.
"use strict";

/**
 * A language, and what phrases are in it by their English; of those with a number, the forms in the order of CLDR.
 * @typedef {{ language: string, words: Record<string, string | string[]> }} Spoken
 */

const speech = (() => {
  /** @type {typeof globalThis & { readerWords?: Spoken }} */
  const site = globalThis;
  const { language, words } = site.readerWords ?? { language: "en", words: /** @type {Spoken["words"]} */ ({}) };
  const CATEGORIES = /** @type {const} */ (["zero", "one", "two", "few", "many", "other"]);
  const ENOUGH = 200;  // whole numbers up to which every form is met
  const rules = new Intl.PluralRules(language);
  const signs = new Intl.NumberFormat(language, { useGrouping: false });
  const digits = [...Array(10).keys()].map((digit) => signs.format(digit));
  const met = new Set([...Array(ENOUGH).keys()].map((one) => rules.select(one)));
  const forms = CATEGORIES.filter((one) => met.has(one));

  /** A number that is text, like that of a passage, in the digits of the language. @param {string | number} text */
  const numbered = (text) => (language === "en" ? `${text}` : `${text}`.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit));

  /** The number that some digits of the language write. @param {string} text */
  const value = (text) => Number([...text].map((sign) => (digits.includes(sign) ? digits.indexOf(sign) : sign)).join(""));

  /** @param {string} text @param {Record<string, string | number>} fields */
  const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (whole, name) => {
    const given = fields[name];
    return typeof given === "number" ? numbered(given) : given ?? whole;
  });

  /**
   * A phrase with its fields filled.
   * @param {string} english
   * @param {Record<string, string | number>} [fields]
   */
  const phrase = (english, fields = {}) => {
    const said = words[english] ?? english;
    return filled(typeof said === "string" ? said : said[0] ?? english, fields);
  };

  /**
   * A phrase with a number in it, in the form that the number asks for.
   * @param {number} number
   * @param {string} one  for exactly one
   * @param {string} many  for none and for several, with {number}
   * @param {Record<string, string | number>} [fields]
   */
  const counted = (number, one, many, fields = {}) => {
    const said = words[one];
    const other = number === 1 ? one : many;
    const form = Array.isArray(said) ? said[forms.indexOf(rules.select(number))] : said;
    return filled(form ?? other, { number, ...fields });
  };

  /**
   * A phrase whose fields are nodes.
   * @param {string} english
   * @param {Record<string, Node | string>} fields
   * @returns {(Node | string)[]}
   */
  const parts = (english, fields) => phrase(english).split(/\{(\w+)\}/).map((part, at) => (at % 2 ? fields[part] ?? "" : part))
    .filter((part) => part !== "");

  /** A word as a sentence begins with it. @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  return Object.freeze({ phrase, counted, parts, numbered, value, capital });
})();
