// What citation-js reads of a file of BibLaTeX, RIS or CSL-JSON: a second opinion on what the site gives away.
// Reads the file from its input, and prints items of CSL.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
require("@citation-js/plugin-csl");

console.log(JSON.stringify(new Cite(readFileSync(0, "utf-8"), { generateGraph: false }).data));
