// Searches an index: `find.mjs FOLDER` reads queries as JSON from its input, and writes for each the places found, in the
// order in which a reader sees them, at most `MOST` of them.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { loadSearch, NO_FILTERS } from "./load-search.mjs";

const MOST = 12, PER_TEXT = 3;
const { ranking, index } = loadSearch(pathToFileURL(`${process.argv[2]}/`));

const place = ({ kind, address, of }) => ({
  passage: `${of?.[0]}#${address}`, note: `${of?.[0]}#${address}`, text: `/texts/${address}/`,
  term: address, reference: `/bibliography/#${address}`,
}[kind] ?? `/${address}`);

const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const found = await ranking.search(query, NO_FILTERS);
  const groups = [found.texts.flatMap((own) => own.slice(0, PER_TEXT)), found.others];
  if (found.othersFirst) groups.reverse();
  const shown = await Promise.all(groups.flat().slice(0, MOST).map(({ doc }) => index.record(doc)));
  answers.push(shown.map(place));
}
process.stdout.write(JSON.stringify(answers));
