// The place in a text: the browser remembers the passage that was read last, and offers to go on there; it stays out of the
// way of whoever follows a link to a passage.
"use strict";

const readingPlace = (() => {
  const { element, remembered, remember } = reader;
  const STORE = "reader.places";
  const MOST = 20;   // texts whose places are remembered
  const SLUG = /^[a-z0-9-]+$/;
  const ANCHOR = /^[psf]\d+[a-z]*$/;
  const EARLY = 2;   // so many passages in, nobody needs to be led back

  /**
   * Where somebody was in a text.
   * @typedef {{ slug: string, anchor: string, title: string }} Place
   */

  /** @returns {Place[]}  the last first */
  const all = () => {
    try {
      const list = JSON.parse(remembered(STORE) ?? "[]");
      return Array.isArray(list) ? list.filter((one) => SLUG.test(one?.slug) && ANCHOR.test(one?.anchor)) : [];
    } catch { return []; }
  };

  const slug = reader.source?.content.replace(/^.*\/|\.js$/g, "");
  const passages = slug ? reader.passages() : [];
  const before = all().find((one) => one.slug === slug);

  const keep = () => {
    const third = innerHeight / 3;
    const at = passages.findIndex((one) => one.getBoundingClientRect().bottom > third);
    const rest = all().filter((one) => one.slug !== slug);
    const anchor = passages[at]?.id;
    const ended = at < 0 || document.documentElement.scrollHeight - scrollY - innerHeight < 40;
    const here = anchor && at >= EARLY && !ended ? [{ slug: `${slug}`, anchor, title: document.querySelector("h1")?.textContent ?? "" }] : [];
    remember(STORE, JSON.stringify([...here, ...rest].slice(0, MOST)));
  };

  const offer = () => {
    if (!before || location.hash || scrollY > 0 || location.search || window.self !== window.top) return;
    if (passages.findIndex(({ id }) => id === before.anchor) < EARLY) return;
    const link = element("a", { href: `#${before.anchor}` }, speech.phrase("Go on at {place}", { place: places.nameOf(before.anchor) }));
    const shut = element("button", { type: "button", "aria-label": speech.phrase("Begin from the top") }, "×");
    const bar = element("div", { class: "go-on", role: "group", "aria-label": speech.phrase("Where you were") }, link, shut);
    const end = () => {
      bar.remove();
      removeEventListener("scroll", onScroll);
    };
    const onScroll = () => { if (scrollY > innerHeight / 2) end(); };
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(`#${before.anchor}`);  // the same visit
      end();
    });
    shut.addEventListener("click", end);
    addEventListener("scroll", onScroll, { passive: true });
    (document.querySelector(".md-content") ?? document.body).append(bar);
  };

  if (passages.length && window.self === window.top) {
    offer();
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
  }

  /** The text that was read last, unless it is this one. */
  const last = () => all().find((one) => one.slug !== slug);

  return Object.freeze({ last });
})();
