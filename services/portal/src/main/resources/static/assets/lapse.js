// The map of the front page, year by year: one small question a year, only while somebody watches. Without it the map
// is that of today, and a link leads to the time machine.
(() => {
  "use strict";
  const drive = document.querySelector(".lapse-drive");
  const map = document.querySelector(".lapse .map");
  if (!drive || !map) {
    return;
  }
  const button = drive.querySelector("button");
  const label = drive.querySelector("output");
  const first = Number(drive.dataset.first);
  const last = Number(drive.dataset.last);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const LONGEST_WAIT = 15000;
  let year = last;
  let playing = false;
  let timer = 0;

  function recolour(from) {
    for (const shape of from.querySelectorAll("svg.france a[data-code]")) {
      const mine = map.querySelector(`svg.france a[data-code="${shape.dataset.code}"]`);
      for (const name of ["class", "aria-label"]) {
        mine.setAttribute(name, shape.getAttribute(name));
      }
      mine.querySelector("title").textContent = shape.querySelector("title").textContent;
    }
    map.querySelector('[data-part="legend"]').replaceChildren(...from.querySelector('[data-part="legend"]').childNodes);
  }

  function stop() {
    playing = false;
    window.clearTimeout(timer);
    button.textContent = drive.dataset.play;
  }

  async function step() {
    const begun = Date.now();
    // The present has no date: it is what the services answer fastest.
    const asked = year >= last ? "" : `?asOf=${year}-12-31`;
    try {
      const answer = await fetch(`/time-machine/map${asked}`, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(LONGEST_WAIT) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      recolour(new DOMParser().parseFromString(await answer.text(), "text/html"));
      label.textContent = String(year);
    } catch {
      stop();
      return;
    }
    if (!playing) {
      return;
    }
    if (year >= last) {
      stop();
      return;
    }
    year += 1;
    timer = window.setTimeout(step, Math.max(100, (still.matches ? 2500 : 900) - (Date.now() - begun)));
  }

  button.addEventListener("click", () => {
    if (playing) {
      stop();
      return;
    }
    playing = true;
    button.textContent = drive.dataset.stop;
    if (year >= last) {
      year = first;
    }
    step();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop();
    }
  });
  drive.hidden = false;
})();
