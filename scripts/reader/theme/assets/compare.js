// Two texts side by side: `/compare/?a=kaleji-2023#p3&b=lengruber-2020#p7`. Each has its own scrolling; what the address
// says follows what is read.
"use strict";
(() => {
  const { element } = reader;
  const { phrase } = speech;
  const page = document.querySelector(".compare-page");
  if (!(page instanceof HTMLElement)) return;
  const SIDES = ["a", "b"];
  const PLACE = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([psnf][\w.-]*))?$/;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll("a[data-slug]");
  const texts = [...links].map(({ href, dataset, textContent }) => ({ href, slug: dataset.slug ?? "", title: textContent }));

  /** What the address asks for: a number sign within it is one, encoded or not. */
  const asked = () => {
    const parts = `${location.search}${location.hash}`.replace(/^[?#]/, "").replaceAll("%23", "#").split("&");
    const given = new Map(parts.map((part) => /** @type {[string, string]} */ ([part.slice(0, 1), part.slice(2)])));
    const places = SIDES.map((side) => {
      const [, slug, anchor = ""] = PLACE.exec(given.get(side) ?? "") ?? [];
      return texts.some((one) => one.slug === slug) ? { slug, anchor } : { slug: undefined, anchor: "" };
    });
    const free = texts.filter(({ slug }) => places.every((one) => one.slug !== slug));
    return places.map((one) => (one.slug ? one : { slug: free.shift()?.slug, anchor: "" }));
  };

  const sides = asked().map((place, at) => {
    const menu = element("select", { "aria-label": at ? phrase("Second text") : phrase("First text") }, ...texts.map(({ slug, title }) => new Option(title, slug)));
    const view = element("iframe", { title: at ? phrase("The second text") : phrase("The first text") });
    if (place.slug) menu.value = place.slug;
    return { menu, view, anchor: place.anchor };
  });

  const say = () => {
    const places = sides.map(({ menu, anchor }, at) => `${SIDES[at]}=${menu.value}${anchor ? `#${anchor}` : ""}`);
    history.replaceState(history.state, "", `${location.pathname}?${places.join("&")}`);
  };

  /** @param {typeof sides[number]} side */
  const open = ({ menu, view, anchor }) => {
    const address = texts.find(({ slug }) => slug === menu.value)?.href ?? "";
    const whole = location.protocol === "file:" ? address.replace(/\/?$/, "/index.html") : address;
    view.src = anchor ? `${whole}#${anchor}` : whole;
  };

  for (const side of sides) {
    side.menu.addEventListener("change", () => {
      side.anchor = "";
      open(side);
      say();
    });
    open(side);
  }
  addEventListener("message", ({ source, data }) => {
    const side = sides.find(({ view }) => view.contentWindow === source);
    if (!side || typeof data?.reader !== "string" || !/^#[psnf][\w.-]*$/.test(data.reader)) return;
    side.anchor = data.reader.slice(1);
    say();
  });
  page.replaceChildren(...sides.map(({ menu, view }) => element("div", { class: "compare-side" }, menu, view)));
})();
