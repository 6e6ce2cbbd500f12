// Loads a classic script of the site as a page would, without a page, and gives one of the names it defines.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export const ASSETS = new URL("../../scripts/reader/theme/assets/", import.meta.url);

export const load = (file, name) => {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(new URL(file, ASSETS), "utf8"), context, { filename: file });
  return vm.runInContext(name, context);
};

/** What comes out of another context, as one of ours. */
export const plain = (value) => structuredClone(value);
