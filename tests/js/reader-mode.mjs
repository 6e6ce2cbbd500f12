// What a reader mode makes of pages, by Readability, the program of Firefox: prints for each page that it is given
// its words and the links in it that have none.
import { readFileSync } from "node:fs";

import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const all = process.argv.slice(2).map((page) => {
  const { window } = new JSDOM(readFileSync(page, "utf8"), { url: "https://reader.example.org/" });
  const article = new Readability(window.document).parse();
  const links = [...new JSDOM(article.content).window.document.querySelectorAll("a")];
  return { words: article.textContent, empty: links.filter((link) => !link.textContent.trim()).map((link) => link.outerHTML) };
});
console.log(JSON.stringify(all));
