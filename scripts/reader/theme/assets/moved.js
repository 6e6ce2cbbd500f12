// A page that has moved: goes on to where it is now, with the place and the revision that the link has. Without
// this, the page itself leads on, to the top of the new one. It is loaded on such pages alone.
"use strict";
(() => {
  const link = document.querySelector(".moved a[href]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const to = new URL(link.href);
  to.hash ||= location.hash;
  to.search = location.search;
  if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  location.replace(to);
})();
