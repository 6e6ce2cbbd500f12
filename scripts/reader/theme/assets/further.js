// A text on several pages: a link to a place on a further page goes on to it. Without this, the first page has a link
// in that place, or one to the page. It is loaded on such pages alone.
"use strict";
(() => {
  const nav = document.querySelector("nav.further");

  /**
   * Whether some ids, `p33..66 s2`, are that of a place too.
   * @param {string} ids
   * @param {string} id
   */
  const hold = (ids, id) => ids.split(" ").some((one) => {
    const [, series, first, last] = /^(.*?)([1-9]\d*)\.\.(\d+)$/.exec(one) ?? [];
    const number = series === undefined || !id.startsWith(series) ? "" : id.slice(series.length);
    return one === id || (/^[1-9]\d*$/.test(number) && Number(number) >= Number(first) && Number(number) <= Number(last));
  });

  /** @param {string} id */
  const linkTo = (id) => {
    const place = document.getElementById(id);
    if (place) return nav?.contains(place) ? place : undefined;
    return [...nav?.querySelectorAll("a[data-holds]") ?? []].find((one) => hold(one.getAttribute("data-holds") ?? "", id));
  };

  const leadOn = () => {
    const id = location.hash.slice(1);
    const link = id ? linkTo(id) : undefined;
    if (!(link instanceof HTMLAnchorElement)) return;
    const to = new URL(link.href);
    to.hash = id;
    if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
    location.replace(to);
  };

  addEventListener("hashchange", leadOn);
  leadOn();
})();
