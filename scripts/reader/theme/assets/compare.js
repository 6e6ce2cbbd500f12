// Two texts side by side: `/compare/?a=kaleji-2023#p3&b=lengruber-2020#p7`. Each has its own scrolling; what the address
// says follows what is read. On a disk, where a page may change nothing but the fragment of its address, that says it.
"use strict";
(() => {
  const { element } = reader;
  const { phrase } = speech;
  const page = document.querySelector(".compare-page");
  if (!(page instanceof HTMLElement)) return;
  const SIDES = ["a", "b"];
  const OFFERED = 12;  // texts that are offered while one is looked for
  const PLACE = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([psnf][\w.-]*))?$/;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll("a[data-slug]");
  const texts = [...links].map(({ dataset, textContent }) => ({ slug: dataset.slug ?? "", title: textContent }));

  /** What the address asks for: a number sign within it is one, encoded or not. */
  const asked = () => {
    const said = /^#[ab]=/.test(location.hash) ? location.hash : `${location.search}${location.hash}`;
    const parts = said.replace(/^[?#]/, "").replaceAll("%23", "#").split("&");
    const given = new Map(parts.map((part) => /** @type {[string, string]} */ ([part.slice(0, 1), part.slice(2)])));
    const places = SIDES.map((side) => {
      const [, slug = "", anchor = ""] = PLACE.exec(given.get(side) ?? "") ?? [];
      return !texts.length || texts.some((one) => one.slug === slug) ? { slug, anchor } : { slug: "", anchor: "" };
    });
    const free = texts.filter(({ slug }) => places.every((one) => one.slug !== slug));
    return places.map((one) => (one.slug ? one : { slug: free.shift()?.slug ?? "", anchor: "" }));
  };

  /** @typedef {{ slug: string, anchor: string, view: HTMLIFrameElement }} Side */

  /**
   * The menu of all texts, where they are few.
   * @param {Side} side
   * @param {string} name
   */
  const menuOf = (side, name) => {
    const menu = element("select", { "aria-label": name }, ...texts.map(({ slug, title }) => new Option(title, slug)));
    if (side.slug) menu.value = side.slug;
    menu.addEventListener("change", () => choose(side, menu.value));
    return [menu];
  };

  /**
   * Where they are many, a field in which one is looked for by its title, author, venue or year.
   * @param {Side} side
   * @param {string} name
   */
  const fieldOf = (side, name) => {
    const list = element("datalist", { id: `texts-${sides.indexOf(side)}` });
    const field = element("input", { type: "search", "aria-label": name, list: list.id, placeholder: phrase("Find a text"), value: side.slug, autocomplete: "off" });
    /** @type {Map<string, string>} */
    const known = new Map();
    field.addEventListener("input", async () => {
      const slug = known.get(field.value);
      if (slug) return choose(side, slug);
      await search.load();
      const found = await findRanking.search(field.value, { ...hits.NO_FILTERS, kind: ["text"] });
      const shown = await Promise.all(found.others.slice(0, OFFERED).map(({ doc }) => findIndex.record(doc)));
      for (const { address, title } of shown) known.set(title, address);
      return list.replaceChildren(...shown.map(({ title }) => new Option(title, title)));
    });
    return [field, list];
  };

  const say = () => {
    const places = sides.map(({ slug, anchor }, at) => `${SIDES[at]}=${slug}${anchor ? `#${anchor}` : ""}`);
    history.replaceState(history.state, "", `${location.protocol === "file:" ? "#" : `${location.pathname}?`}${places.join("&")}`);
  };

  /** @param {Side} side */
  const open = ({ slug, anchor, view }) => {
    if (!slug) return;
    const file = location.protocol === "file:" ? "index.html" : "";
    view.src = new URL(`texts/${slug}/${file}${anchor ? `#${anchor}` : ""}`, search.root).href;
  };

  /**
   * @param {Side} side
   * @param {string} slug
   */
  const choose = (side, slug) => {
    Object.assign(side, { slug, anchor: "" });
    open(side);
    say();
  };

  const sides = asked().map(({ slug, anchor }, at) => {
    const view = element("iframe", { title: at ? phrase("The second text") : phrase("The first text") });
    return { slug, anchor, view };
  });
  for (const side of sides) open(side);
  addEventListener("message", ({ source, data }) => {
    const side = sides.find(({ view }) => view.contentWindow === source);
    if (!side || typeof data?.reader !== "string" || !/^#[psnf][\w.-]*$/.test(data.reader)) return;
    side.anchor = data.reader.slice(1);
    say();
  });
  addEventListener("hashchange", () => location.reload());  // somebody has typed another passage
  page.replaceChildren(...sides.map((side, at) => {
    const choice = (texts.length ? menuOf : fieldOf)(side, at ? phrase("Second text") : phrase("First text"));
    return element("div", { class: "compare-side" }, ...choice, side.view);
  }));
})();
