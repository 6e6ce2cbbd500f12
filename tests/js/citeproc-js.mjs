// What citeproc-js, the processor of Zotero, makes of items in a style: a second opinion on what pandoc prints.
// Reads {style, items, labels} from its input, and prints for each item its entry and its citations as HTML.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const CSL = require("citeproc");
const locales = require("@citation-js/plugin-csl/lib/locales.json");

const { style, items, labels } = JSON.parse(readFileSync(0, "utf-8"));
const byId = Object.fromEntries(items.map((one) => [one.id, one]));
const engine = new CSL.Engine({
  retrieveLocale: (name) => locales[name] ?? locales[Object.keys(locales).find((one) => one.startsWith(name.slice(0, 2))) ?? "en-US"],
  retrieveItem: (id) => byId[id],
}, style);
engine.setOutputFormat("html");

const citations = Object.fromEntries(items.map(({ id }) => [id, labels.map((label) => {
  const cited = label ? { id, label, locator: "7" } : { id };
  engine.updateItems([id]);
  return engine.previewCitationCluster({ citationItems: [cited], properties: { noteIndex: 1 } }, [], [], "html");
})]));
engine.updateItems(items.map(({ id }) => id));
const made = engine.makeBibliography();
const entries = made ? Object.fromEntries(made[0].entry_ids.map(([id], at) => [id, made[1][at]])) : {};
console.log(JSON.stringify({ entries, citations }));
