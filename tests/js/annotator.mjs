// What Apache Annotator, a client of Web Annotations, finds on a page: prints for each annotation of a collection
// what its selectors that have no refinement find in the body, as lists of words. Takes a page and a collection.
import { readFileSync } from "node:fs";

import { JSDOM } from "jsdom";

const [page, collection] = process.argv.slice(2);
const { window } = new JSDOM(readFileSync(page, "utf8"));
for (const name of ["document", "Node", "NodeFilter", "Range", "Text"]) globalThis[name] = window[name]; // what it takes from a browser
const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } = await import("@apache-annotator/dom");
const matchers = { TextQuoteSelector: createTextQuoteSelectorMatcher, TextPositionSelector: createTextPositionSelectorMatcher };

const found = async (selector) => {
  const words = [];
  for await (const range of matchers[selector.type](selector)(window.document.body)) words.push(range.toString());
  return words.join(" | ");
};

const { items } = JSON.parse(readFileSync(collection, "utf8")).first;
const all = [];
for (const { target } of items) {
  const plain = target.selector.filter(({ type }) => type in matchers);
  all.push(await Promise.all(plain.map(found)));
}
console.log(JSON.stringify(all));
