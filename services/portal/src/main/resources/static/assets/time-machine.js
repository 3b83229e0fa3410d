// The time machine: the slider, the steps and the time-lapse ask for one moment at a time and put it in the place of
// the one before. Without it the page is a form with a date, and links to the moments around.
(() => {
  "use strict";
  const form = document.querySelector("form.travel");
  const moment = document.getElementById("moment");
  if (!form || !moment) {
    return;
  }
  const slider = document.getElementById("slider");
  const play = document.getElementById("play");
  const pace = document.getElementById("pace");
  const label = document.getElementById("slider-month");
  const told = document.getElementById("told");
  const day = document.getElementById("as-of");
  const links = [...form.querySelectorAll("a[data-months]")];
  const language = document.documentElement.lang;
  const [year, month] = form.dataset.first.split("-").map(Number);
  const last = Number(slider.max);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const LONGEST_WAIT = 15000;

  let asking = false;
  let wanted = null;
  let playing = false;
  let timer = 0;

  // The last day of the month so many after the first; today at the end.
  function dayAt(index) {
    if (index >= last) {
      return form.dataset.today;
    }
    return new Date(Date.UTC(year, month + index, 0)).toISOString().slice(0, 10);
  }

  function monthAt(index) {
    return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" })
      .format(new Date(Date.UTC(year, month - 1 + index, 1)));
  }

  function within(index) {
    return Math.max(0, Math.min(last, index));
  }

  function address(asOf) {
    const filters = new URLSearchParams(new FormData(form));
    filters.delete("asOf");
    for (const [name, value] of [...filters]) {
      if (!value) {
        filters.delete(name);
      }
    }
    filters.set("asOf", asOf);
    return form.action + "?" + filters.toString().replaceAll("%3A", ":");
  }

  function showControls(index) {
    slider.value = String(index);
    label.textContent = monthAt(index);
    slider.setAttribute("aria-valuetext", monthAt(index));
    for (const link of links) {
      const there = within(index + Number(link.dataset.months));
      if (there === index) {
        link.removeAttribute("href");
        link.setAttribute("aria-disabled", "true");
      } else {
        link.setAttribute("href", address(dayAt(there)));
        link.removeAttribute("aria-disabled");
      }
    }
  }

  function recolour(from) {
    for (const shape of from.querySelectorAll("svg.france a[data-code]")) {
      const mine = moment.querySelector(`svg.france a[data-code="${shape.dataset.code}"]`);
      for (const name of ["class", "href", "aria-label"]) {
        mine.setAttribute(name, shape.getAttribute(name));
      }
      mine.querySelector("title").textContent = shape.querySelector("title").textContent;
    }
  }

  function put(html) {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("moment");
    if (!next) {
      throw new Error("No moment");
    }
    const parts = [...next.querySelectorAll("[data-part]")];
    const places = parts.map((part) => moment.querySelector(`[data-part="${part.dataset.part}"]`));
    const same = places.every(Boolean) && moment.querySelectorAll("[data-part]").length === parts.length;
    if (!same) {
      moment.replaceChildren(...next.childNodes);
      return;
    }
    recolour(next);
    const open = new Set([...moment.querySelectorAll("[data-part] details[open]")].map((each) => each.className));
    parts.forEach((part, at) => places[at].replaceChildren(...part.childNodes));
    for (const each of moment.querySelectorAll("[data-part] details")) {
      each.open = open.has(each.className);
    }
  }

  // The links of the frame were made for the moment before.
  function carry(asOf) {
    for (const link of document.querySelectorAll("header.site a[href]")) {
      const target = new URL(link.href);
      if (target.pathname === "/sign-in") {
        target.searchParams.set("back", window.location.pathname + window.location.search);
      } else if (!["/actualite", "/experiences", "/time-machine"].includes(target.pathname)) {
        continue;
      } else if (asOf === form.dataset.today) {
        target.searchParams.delete("asOf");
      } else {
        target.searchParams.set("asOf", asOf);
      }
      link.setAttribute("href", target.pathname + target.search);
    }
  }

  // One question at a time: what is wanted meanwhile waits, and only the latest of it is asked.
  async function ask(asOf) {
    if (asking) {
      wanted = asOf;
      return;
    }
    asking = true;
    moment.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address(asOf), {
        headers: { "HX-Request": "true" },
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      put(await response.text());
      day.value = asOf;
      window.history.replaceState(null, "", address(asOf));
      carry(asOf);
      told.classList.remove("warn");
      if (!playing) {
        told.textContent = [...moment.querySelectorAll('[data-part="then"] > h2, [data-part="then"] > .total, [data-part="then"] > .refused strong')]
          .map((each) => each.textContent).join(". ");
      }
    } catch {
      stop();
      wanted = null;
      told.classList.add("warn");
      told.textContent = form.dataset.lost;
    } finally {
      asking = false;
      moment.removeAttribute("aria-busy");
    }
    if (wanted !== null) {
      const next = wanted;
      wanted = null;
      await ask(next);
    }
  }

  function go(index) {
    const there = within(index);
    showControls(there);
    return ask(dayAt(there));
  }

  async function step() {
    const begun = Date.now();
    await go(Number(slider.value) + Number(pace.value));
    if (!playing) {
      return;
    }
    if (Number(slider.value) >= last) {
      stop();
      return;
    }
    const shown = still.matches ? 2500 : 1000;
    timer = window.setTimeout(step, Math.max(250, shown - (Date.now() - begun)));
  }

  function stop() {
    playing = false;
    window.clearTimeout(timer);
    play.textContent = form.dataset.play;
    play.classList.remove("running");
  }

  play.addEventListener("click", () => {
    if (playing) {
      stop();
      told.textContent = moment.querySelector('[data-part="then"] > h2').textContent;
      return;
    }
    playing = true;
    told.textContent = "";
    play.textContent = form.dataset.pause;
    play.classList.add("running");
    // From the end it begins again.
    if (Number(slider.value) >= last) {
      slider.value = "0";
      showControls(0);
    }
    step();
  });

  slider.addEventListener("input", () => {
    stop();
    go(Number(slider.value));
  });
  slider.addEventListener("keydown", (event) => {
    const months = { PageUp: 12, PageDown: -12 }[event.key];
    if (months) {
      event.preventDefault();
      stop();
      go(Number(slider.value) + months);
    }
  });
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      stop();
      go(Number(slider.value) + Number(link.dataset.months));
    });
  }
  for (const name of ["kind", "axis"]) {
    form.elements[name].addEventListener("change", () => {
      // The day that was typed stays, though it may not be the last of its month.
      const asOf = day.value || dayAt(Number(slider.value));
      showControls(Number(slider.value));
      ask(asOf);
    });
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop();
    }
  });

  form.querySelector(".slide").hidden = false;
  form.querySelector(".play").hidden = false;
  // On a small screen the map is what one wants to see while the slider moves.
  form.querySelector(".choose").open = window.matchMedia("(min-width: 46rem)").matches;
  showControls(Number(slider.value));
})();
