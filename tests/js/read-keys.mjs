// What find-words.js and find-stems.js make of texts: reads the tables and the texts as JSON, and writes for each text its
// parts, its wholes and the stems of its parts, with places counted in code points, as Python counts them.
import { readFileSync } from "node:fs";

import { loadSearch } from "./load-search.mjs";

const [tables, texts] = JSON.parse(readFileSync(0, "utf8"));
const { words, stems } = loadSearch(new URL("file:///nowhere/"));
words.use(tables);
const answers = texts.map((text) => {
  const { parts, wholes } = words.keys(text);
  const points = [];  // how many code points are before each unit of 16 bits
  for (const [number, sign] of [...text].entries()) points.push(...Array(sign.length).fill(number));
  const point = (at) => points[at] ?? [...text].length;
  return [
    parts.map(({ key, start, end }) => [key, point(start), point(end)]),
    wholes.map(({ key, at, count, signed }) => [key, at, count, signed]),
    parts.map(({ key }) => stems.stem(key)),
  ];
});
process.stdout.write(JSON.stringify(answers));
