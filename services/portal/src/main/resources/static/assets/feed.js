// Older entries are put below the others; whoever comes back from one of them finds as many again,
// and the place where they were.
(() => {
  "use strict";
  const MOST = 20;
  const feed = document.getElementById("feed");
  if (!feed) {
    return;
  }
  let pages = 0;

  function remember() {
    window.history.replaceState({ ...window.history.state, pages, top: window.scrollY }, "");
  }

  async function restore(kept) {
    for (let page = 0; page < Math.min(kept.pages, MOST); page += 1) {
      const more = feed.querySelector(".more");
      const link = more && more.querySelector("a[rel=next]");
      const response = link && (await fetch(link.href, { headers: { "HX-Request": "true" } }));
      if (!response || !response.ok) {
        break;
      }
      const part = document.createElement("template");
      part.innerHTML = await response.text();
      more.replaceWith(part.content);
      pages += 1;
    }
    window.htmx.process(feed);
    window.scrollTo({ top: kept.top, behavior: "instant" });
  }

  const kept = window.history.state;
  if (kept && kept.pages > 0) {
    restore(kept).catch(() => {
      // Without an answer the first entries are there, and the link to older ones.
    });
  }
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.elt.closest("#feed") || event.detail.target.closest("#feed")) {
      pages += 1;
      remember();
    }
  });
  window.addEventListener("pagehide", remember);
})();
