// The map by keyboard: one stop in the order of tabs, arrows lead to the nearest neighbour.
(() => {
  "use strict";
  const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  function centre(link) {
    const box = link.querySelector("use").getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  // The nearest in that direction: what lies aside counts double.
  function neighbour(links, from, [dx, dy]) {
    const here = centre(from);
    let best = null;
    let least = Infinity;
    for (const link of links) {
      const there = centre(link);
      const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy + (there.y - here.y) * dx);
      const cost = ahead + 2 * aside;
      if (link !== from && ahead > 1 && cost < least) {
        least = cost;
        best = link;
      }
    }
    return best;
  }

  for (const map of document.querySelectorAll("svg.france")) {
    const links = [...map.querySelectorAll("a[data-code]")];
    let current = links.find((link) => link.hasAttribute("aria-current")) ?? links[0];
    const stopAt = (link) => {
      current.setAttribute("tabindex", "-1");
      link.setAttribute("tabindex", "0");
      current = link;
    };
    links.forEach((link) => link.setAttribute("tabindex", "-1"));
    stopAt(current);
    map.addEventListener("focusin", (event) => {
      const link = event.target.closest("a[data-code]");
      if (link) {
        stopAt(link);
      }
    });
    map.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      const next = step && neighbour(links, current, step);
      if (next) {
        event.preventDefault();
        stopAt(next);
        next.focus();
      }
    });
  }
})();
