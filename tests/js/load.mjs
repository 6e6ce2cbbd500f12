// Loads a classic script of the site as a page would, without a page, and gives one of the names it defines;
// other scripts that it needs are loaded before it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export const ASSETS = new URL("../../scripts/reader/theme/assets/", import.meta.url);

export const load = (file, name, ...before) => {
  const context = vm.createContext({});
  for (const one of new Set(["speech.js", ...before, file])) {
    vm.runInContext(readFileSync(new URL(one, ASSETS), "utf8"), context, { filename: one });
  }
  return vm.runInContext(name, context);
};

/** What comes out of another context, as one of ours. */
export const plain = (value) => structuredClone(value);
