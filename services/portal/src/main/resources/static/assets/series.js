// The plot of a series, drawn anew to be explored. What the server has drawn says which numbers, names, colours and
// dashes; it stays in the page, and is what one sees without this script, on paper and in forced colours.
(() => {
  "use strict";
  const figure = document.querySelector("figure.plot");
  const place = figure?.querySelector(".chart");
  if (!place || !window.echarts) {
    return;
  }
  const frame = place.parentElement;
  const drawing = frame.querySelector("svg");
  const told = document.getElementById("plot-told");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const forced = window.matchMedia("(forced-colors: active)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const LETTER_HEIGHT = 15;
  const LETTER_WIDTH = 14;
  const LEAST_SHOWN = 3;
  const FONT_SIZE = 13;

  const periods = drawing.dataset.periods.split(",");
  const end = periods.length - 1;
  const zooms = "zoom" in place.dataset;
  const series = [...drawing.querySelectorAll("[data-counts]")].map((shape, index) => ({
    shape,
    id: String(index),
    letter: shape.dataset.letter ?? "",
    name: shape.dataset.name ?? "",
    bars: shape.matches(".bars"),
    counts: shape.dataset.counts.split(",").map((count) => (count === "" ? null : Number(count))),
    shown: true,
  }));
  const several = series.length > 1;

  let chart = null;
  let at = null;

  function colourOf({ shape, bars }) {
    return bars ? getComputedStyle(shape.querySelector("rect")).fill : getComputedStyle(shape).stroke;
  }

  function dashOf({ shape }) {
    const dash = getComputedStyle(shape).strokeDasharray;
    return dash === "none" ? "solid" : dash.split(",").map((length) => Number.parseFloat(length));
  }

  function short(name) {
    const most = Math.max(16, Math.min(40, Math.floor(place.clientWidth / 14)));
    return name.length > most ? name.slice(0, most - 1) + "…" : name;
  }

  function words(each, index) {
    const count = each.counts[index];
    return [several ? each.letter : "", each.name, count === null ? "–" : number.format(count)];
  }

  // Rich text, not HTML, which would want inline styles: what somebody named "{x|" is no style either.
  function tip(found) {
    const index = found[0].dataIndex;
    const rows = found.filter(({ seriesId, seriesName }) => seriesId === seriesName).map(({ seriesId, marker }) => {
      const [letter, name, count] = words(series.find((each) => each.id === seriesId), index);
      const what = several ? `${letter}  ${short(name).replaceAll("{", "{\u200b")}   ` : "";
      return `${marker}${what}${count}`;
    });
    return [periods[index], ...rows].join("\n");
  }

  // Where there are many periods, only a number that stands alone is a dot: no line leads to it.
  function alone({ counts }) {
    const none = (count) => count === null || count === undefined;
    return counts
      .map((count, index) => [index, count])
      .filter(([index, count]) => !none(count) && none(counts[index - 1]) && none(counts[index + 1]));
  }

  function drawn(each) {
    const color = colourOf(each);
    const common = { name: each.id, zlevel: 0, itemStyle: { color }, emphasis: { itemStyle: { color } } };
    if (each.bars) {
      return [{ ...common, id: each.id, type: "bar", data: each.counts, barCategoryGap: "28%" }];
    }
    const line = {
      ...common,
      id: each.id,
      type: "line",
      data: each.counts,
      connectNulls: false,
      symbol: "circle",
      symbolSize: 5,
      showSymbol: !zooms,
      showAllSymbol: true,
      lineStyle: { color, width: 2.5, type: dashOf(each), cap: "round", join: "round" },
    };
    const dots = { ...common, id: `${each.id}-alone`, type: "scatter", data: alone(each), symbolSize: 6, silent: true };
    return zooms && dots.data.length ? [line, dots] : [line];
  }

  function zoom(colour, text) {
    const handle = { color: colour("--sheet"), borderColor: colour("--accent") };
    const faint = { lineStyle: { color: colour("--line-strong"), opacity: 0.6 }, areaStyle: { color: colour("--line"), opacity: 0.6 } };
    return [
      // A finger that moves up or down scrolls the page.
      { type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false, minValueSpan: LEAST_SHOWN - 1 },
      {
        type: "slider",
        bottom: 6,
        height: 24,
        left: 24,
        right: 24,
        minValueSpan: LEAST_SHOWN - 1,
        brushSelect: false,
        showDetail: false,
        borderColor: colour("--line-strong"),
        backgroundColor: "transparent",
        fillerColor: colour("--accent-soft"),
        handleStyle: handle,
        moveHandleStyle: { color: colour("--line-strong"), opacity: 1 },
        emphasis: { handleStyle: handle, moveHandleStyle: { color: colour("--accent") } },
        dataBackground: faint,
        selectedDataBackground: faint,
        textStyle: text,
      },
    ];
  }

  function option() {
    const root = getComputedStyle(document.documentElement);
    const colour = (name) => root.getPropertyValue(name).trim();
    const text = { color: colour("--ink-soft"), fontFamily: root.getPropertyValue("--text"), fontSize: FONT_SIZE };
    return {
      animation: !still.matches,
      animationDuration: 300,
      animationDurationUpdate: 200,
      textStyle: text,
      grid: { left: 16, right: several ? 28 : 24, top: 16, bottom: zooms ? 40 : 8, containLabel: true },
      legend: { show: false, data: series.map(({ id }) => id) },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        order: "seriesAsc",
        confine: true,
        backgroundColor: colour("--sheet"),
        borderColor: colour("--line-strong"),
        borderWidth: 1,
        padding: [8, 12],
        textStyle: { ...text, color: colour("--ink") },
        axisPointer: { type: several || !series[0].bars ? "line" : "shadow", lineStyle: { color: colour("--line-strong") } },
        formatter: tip,
      },
      xAxis: {
        type: "category",
        data: periods,
        axisLine: { lineStyle: { color: colour("--line-strong") } },
        axisTick: { show: false },
        axisLabel: { ...text, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { ...text, formatter: (level) => number.format(level) },
        splitLine: { lineStyle: { color: colour("--line") } },
      },
      dataZoom: zooms ? zoom(colour, text) : [],
      series: series.flatMap(drawn),
    };
  }

  // First and last period in sight.
  function span() {
    const [inside] = zooms ? chart.getOption().dataZoom : [];
    return inside ? [inside.startValue, inside.endValue] : [0, end];
  }

  function showFrom(first, count) {
    if (!zooms) {
      return;
    }
    const most = Math.min(periods.length, Math.max(LEAST_SHOWN, count));
    const startValue = Math.max(0, Math.min(end + 1 - most, first));
    chart.dispatchAction({ type: "dataZoom", startValue, endValue: startValue + most - 1 });
  }

  function magnify(factor) {
    const [first, last] = span();
    const count = Math.round((last - first + 1) * factor);
    const middle = at !== null && at >= first && at <= last ? at : Math.round((first + last) / 2);
    showFrom(middle - Math.floor(count / 2), count);
  }

  // At each line's end in sight, moved so that none covers another: as the server does it.
  function letters() {
    if (!several || !place.clientWidth) {
      return;
    }
    const [first, last] = span();
    const ends = [];
    for (const each of series) {
      let index = last;
      while (index >= first && each.counts[index] === null) {
        index -= 1;
      }
      if (each.shown && index >= first) {
        const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [index, each.counts[index]]);
        ends.push({ each, x, y });
      }
    }
    const placed = [];
    for (const one of ends.sort((a, b) => b.y - a.y)) {
      const near = placed.filter(({ x }) => Math.abs(x - one.x) < LETTER_WIDTH);
      one.y = Math.min(one.y, ...near.map(({ y }) => y - LETTER_HEIGHT));
      placed.push(one);
    }
    const font = `600 ${FONT_SIZE + 1}px ${getComputedStyle(document.documentElement).getPropertyValue("--text")}`;
    chart.setOption({
      graphic: series.map((each) => {
        const there = ends.find((one) => one.each === each);
        return {
          id: each.id,
          type: "text",
          silent: true,
          invisible: !there,
          x: (there?.x ?? 0) + 9,
          y: there?.y ?? 0,
          z: 10,
          style: { text: each.letter, fill: colourOf(each), font, verticalAlign: "middle" },
        };
      }),
    });
  }

  function read(index) {
    at = Math.max(0, Math.min(end, index));
    const [first, last] = span();
    if (at < first || at > last) {
      showFrom(at < first ? at : at - (last - first), last - first + 1);
    }
    const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [at, 0]);
    chart.dispatchAction({ type: "updateAxisPointer", x, y: y - 1 });
    const rows = series.filter(({ shown }) => shown).map((each) => words(each, at).filter(Boolean).join(" "));
    told.textContent = [periods[at], ...rows].join(". ");
  }

  function leave() {
    chart?.dispatchAction({ type: "updateAxisPointer", currTrigger: "leave" });
    told.textContent = "";
  }

  const KEYS = {
    ArrowLeft: () => read(at === null ? span()[1] : at - 1),
    ArrowRight: () => read(at === null ? span()[0] : at + 1),
    Home: () => read(0),
    End: () => read(end),
    "+": () => magnify(0.5),
    "=": () => magnify(0.5),
    "-": () => magnify(2),
    0: () => showFrom(0, periods.length),
    Escape: leave,
  };

  function toggle(each, button) {
    each.shown = !each.shown;
    button.setAttribute("aria-pressed", String(each.shown));
    chart.dispatchAction({ type: "legendToggleSelect", name: each.id });
    letters();
  }

  // The page's own legend: its entries become buttons, and are entries again when there is nothing to press.
  function press() {
    for (const entry of figure.querySelectorAll(".lines > li")) {
      const each = series.find(({ letter }) => letter === entry.dataset.letter);
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.append(...entry.childNodes);
      button.addEventListener("click", () => toggle(each, button));
      entry.append(button);
    }
  }

  function release() {
    for (const button of figure.querySelectorAll(".lines > li > button")) {
      button.replaceWith(...button.childNodes);
    }
    series.forEach((each) => {
      each.shown = true;
    });
  }

  function put() {
    if (forced.matches) {
      takeAway();
      return;
    }
    if (!chart) {
      figure.classList.add("drawn");
      // There is nothing left to scroll: the chart is where the keyboard stops.
      frame.removeAttribute("tabindex");
      chart = window.echarts.init(place);
      chart.on("datazoom", letters);
      press();
    }
    chart.setOption(option());
    letters();
  }

  function takeAway() {
    if (figure.classList.contains("drawn")) {
      figure.classList.remove("drawn");
      frame.setAttribute("tabindex", "0");
      release();
      chart?.dispose();
      chart = null;
      at = null;
    }
  }

  place.addEventListener("keydown", (event) => {
    const does = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
    if (chart && does) {
      event.preventDefault();
      does();
    }
  });
  place.addEventListener("blur", leave);
  // The wheel alone is the page's, and ECharts would keep it all the same.
  for (const turned of ["wheel", "mousewheel"]) {
    place.addEventListener(turned, (event) => event.ctrlKey || event.stopPropagation(), { capture: true, passive: true });
  }
  for (const asked of [forced, still, dark]) {
    asked.addEventListener("change", put);
  }
  new ResizeObserver(() => {
    if (chart && place.clientWidth) {
      chart.resize();
      letters();
    }
  }).observe(place);

  try {
    put();
  } catch (error) {
    takeAway();
    throw error;
  }
})();
