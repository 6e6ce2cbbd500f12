// The scripts of the search in a context of their own, with an index from a folder: what a page would load as script
// elements is read from the disk.
import { existsSync, readFileSync } from "node:fs";
import vm from "node:vm";

import { ASSETS } from "./load.mjs";

const SCRIPTS = ["files", "stems", "words", "index", "places", "query", "ranking", "marks"].map((name) => `find-${name}.js`);

/** @param {URL} folder  that holds core.js */
export const loadSearch = (folder) => {
  const loaded = [];
  const element = () => {
    const listeners = {};
    return { addEventListener: (name, listener) => { listeners[name] = listener; }, listeners, remove: () => undefined };
  };
  const context = vm.createContext({ URL, Number, Math });
  const append = (script) => {
    const name = new URL(script.src).pathname.split("/").pop();
    loaded.push(name);
    const file = new URL(name, folder);
    const there = existsSync(file);
    if (there) vm.runInContext(readFileSync(file, "utf8"), context, { filename: name });
    queueMicrotask(() => script.listeners[there ? "load" : "error"]());
  };
  Object.assign(context, { document: { createElement: element, head: { append } } });
  context.window = context;
  vm.runInContext("class HTMLScriptElement {}", context);
  for (const file of SCRIPTS) vm.runInContext(readFileSync(new URL(file, ASSETS), "utf8"), context, { filename: file });
  const get = (name) => vm.runInContext(name, context);
  return { words: get("findWords"), stems: get("findStems"), index: get("findIndex"), ranking: get("findRanking"), marks: get("findMarks"), loaded };
};

export const NO_FILTERS = { in: [], by: [], year: [], kind: [], term: [] };
