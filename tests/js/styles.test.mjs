// Laws of the style sheets: sizes and colours come from look.css, and nothing in it is idle.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { ASSETS } from "./load.mjs";

const DECLARATION = /(?<=[{;]\s*)(?<property>[\w-]+)\s*:\s*(?<value>[^;{}]+?)\s*(?=[;}])/g;
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(/i;
const STEPS = 8;

const names = readdirSync(ASSETS).filter((name) => name.endsWith(".css"));
const sheet = (name) => readFileSync(new URL(name, ASSETS), "utf8").replace(/\/\*.*?\*\//gs, "");
const declarations = names.flatMap((name) =>
  [...sheet(name).matchAll(DECLARATION)].map(({ groups: { property, value } }) => ({ name, property, value })));
const named = (file, pattern) => [...readFileSync(new URL(file, ASSETS), "utf8").matchAll(pattern)].map((match) => match[1]);
const told = ({ name, property, value }) => `${name}: ${property}: ${value}`;

describe("the style sheets", () => {
  test("are all on the pages, with look.css first, or on a page of their own, or loaded by the search, or on the lists of data", () => {
    const listed = named("../../site/defaults.yml", /^ {2}- assets\/(\S+\.css)$/gm);
    const loaded = named("search.js", /"(\w+\.css)"/g);
    const own = ["kept_page", "compare_page"].flatMap((page) => named(`../../render/${page}.py`, /"(\w+\.css)"/g));
    const plain = named("../../site/data_index.py", /"assets\/(\w+\.css)"/g);
    assert.equal(listed[0], "look.css");
    assert.deepEqual([...new Set([...listed, ...loaded, ...own, ...plain])].toSorted(), names.toSorted());
  });
});

describe("style sheets", () => {
  test("take every size of type from the scale", () => {
    const sizes = declarations.filter(({ property }) => property === "font-size" || property === "font");
    const own = sizes.filter(({ name, value }) =>
      !/\binherit$|var\(--size-/.test(value) && !(name === "look.css" && value === "125%"));
    assert.ok(sizes.length > 50);
    assert.deepEqual(own.map(told), []);
  });

  test(`have a scale of ${STEPS} steps, each larger than the one before`, () => {
    const steps = [...sheet("look.css").split("@media")[0].matchAll(/--size-(\d): calc\(([.\d]+)rem \* var\(--scale\)\);/g)];
    assert.deepEqual(steps.map((step) => Number(step[1])), Array.from({ length: STEPS }, (_one, index) => index + 1));
    const sizes = steps.map((step) => Number(step[2]));
    assert.deepEqual(sizes, [...new Set(sizes)].toSorted((one, other) => one - other));
  });

  test("take every colour from look.css", () => {
    const own = declarations.filter(({ name, value }) => name !== "look.css" && COLOUR.test(value));
    assert.deepEqual(own.map(told), []);
  });

  test("use what is defined, and define what is used", () => {
    const ours = (name) => !name.startsWith("--md-");
    const defined = new Set(declarations.map(({ property }) => property).filter((name) => name.startsWith("--") && ours(name)));
    const used = declarations.flatMap(({ value }) => [...value.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
    assert.deepEqual([...new Set(used.filter(ours))].toSorted(), [...defined].toSorted());
  });

  test("name the line and the style of a decoration apart, for WebKit", () => {
    const short = declarations.filter(({ property, value }) => property === "text-decoration" && /\s/.test(value));
    assert.deepEqual(short.map(told), []);
  });
});
