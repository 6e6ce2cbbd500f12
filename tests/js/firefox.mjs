// The chief journeys of a reader in a real Firefox, driven over WebDriver BiDi: node firefox.mjs FIREFOX SITE FOLDER.
// It prints what it has seen as JSON, a journey a key; tests/edition/test_firefox.py says what that must be. The page of
// each text is printed into the folder.
import { writeFileSync } from "node:fs";

import puppeteer from "puppeteer-core";

const [, , executablePath, site, folder] = process.argv;
const TEXT = "texts/kaleji-2023/";

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const seen = {};
const trouble = [];

const open = async (address, width = 1280) => {
  const page = await browser.newPage();
  page.on("console", (message) => { if (["error", "warn"].includes(message.type())) trouble.push(`${address}: ${message.text()}`); });
  page.on("pageerror", (error) => trouble.push(`${address}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !/^(data|blob|about):/.test(request.url())) trouble.push(`a request to ${request.url()}`);
  });
  await page.setViewport({ width, height: 800 });
  await page.goto(site + address);
  return page;
};

const words = (page, selector) => page.$eval(selector, (one) => one.innerText.replace(/\s+/g, " ").trim());

const journeys = {
  card: async () => {
    const page = await open(TEXT);
    await page.locator('#p3 a.term[href$="/csto/"]').hover();
    await page.waitForSelector(".card");
    const text = await words(page, ".card .card-text");
    await page.keyboard.press("Escape");
    return { text, open: (await page.$$(".card")).length };
  },
  note: async () => {
    const page = await open(TEXT, 360);
    await page.focus("#p7 a.note");
    await page.keyboard.press("Tab");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await page.waitForSelector(".card");
    return words(page, ".card");
  },
  panel: async () => {
    const page = await open(`${TEXT}#p2`);
    await page.keyboard.press("c");
    await page.waitForSelector('[role="dialog"][aria-label="Cite passage 2"]');
    await page.keyboard.press("j");
    await page.waitForSelector('[role="dialog"][aria-label="Cite passage 3"]');
    const cited = await words(page, ".panel-preview");
    await page.locator("::-p-aria(Keep)").click();
    await page.waitForSelector('.panel button[aria-pressed="true"]');
    await page.keyboard.press("Escape");
    const focus = await page.evaluate(() => document.activeElement.closest(".passage")?.id);
    await page.goto(`${site}kept/`);
    await page.waitForSelector(".kept-passage");
    return { cited, focus, kept: await words(page, ".kept-passage h2") };
  },
  search: async () => {
    const page = await open(TEXT);
    await page.keyboard.press("/");
    await page.waitForSelector("dialog.search input");
    await page.keyboard.type("peacekeeping");
    await page.waitForSelector('dialog.search .found[data-query="peacekeeping"] .hit');
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("mark.found");
    return words(page, "mark.found");
  },
  landing: async () => {
    const page = await open(`${TEXT}?rev=00000000#p7`);
    await page.waitForSelector(".revised");
    const top = await page.$eval("#p7", (one) => one.getBoundingClientRect().top);
    return { says: await words(page, ".revised"), inView: top > 0 && top < 800 };
  },
  margin: async () => {
    const page = await open(TEXT, 1440);
    await page.waitForSelector(".has-margin");
    return page.$$eval(".editor-note", (notes) => Math.max(...notes.map((note) => Math.abs(
      note.getBoundingClientRect().top - document.getElementById(`${note.id}-in-text`).getBoundingClientRect().top))));
  },
  look: async () => {
    const page = await open(TEXT);
    const line = (selector) => page.$eval(selector, (one) => getComputedStyle(one).textDecorationStyle);
    await page.goto(`${site}texts/lengruber-2020/`);
    return { term: await line(".passage a.term"), citation: await line(".passage a.citation") };
  },
  menu: async () => {
    const page = await open(TEXT);
    await page.locator(".to-reading").click();
    await page.locator(".reading-menu input[value=dark]").click();
    await page.reload();
    return page.$eval("body", (one) => getComputedStyle(one).backgroundColor);
  },
  paper: async () => {
    const page = await open("texts/", 1600);
    const slugs = await page.$$eval('.text-title a[href$="/"]', (links) => links.map((one) => one.pathname.split("/").at(-2)));
    for (const slug of slugs) {
      await page.goto(`${site}texts/${slug}/`);
      writeFileSync(`${folder}/${slug}.pdf`, await page.pdf({ format: "A4", printBackground: false }));
    }
    return slugs;
  },
};

try {
  for (const [name, journey] of Object.entries(journeys)) seen[name] = await journey();
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify({ ...seen, trouble }));
