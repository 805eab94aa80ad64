// The explorer's charts as SVG: bars or lines over columns, ranked bars, and the strip of the whole range with its window.
"use strict";

/**
 * `stateOf` gives the state that a bar leads to; null where it leads nowhere. `none` is what lines without a single value say.
 * @typedef {{numbers: ChartNumbers, fills: string[], width: number, unit: string, zone: Zone, isTime: boolean,
 *   format: (value: number) => string, stateOf: (series: number, column: number) => ExplorerState | null, none: string}} ChartPlan
 */

const ExploreChart = (() => {
  const { draw } = ExploreDOM;
  const lane = 22;
  const plot = 176;
  const foot = 26;
  const gutter = 56;

  /** A round end of the axis and its step: 3 or 4 gridlines. */
  const scale = (/** @type {number} */ largest) => {
    if (!(largest > 0)) return { top: 1, step: 1 };
    const rough = largest / 4;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
    return { top: Math.ceil(largest / step) * step, step };
  };

  const x = (/** @type {number} */ value) => Math.round(value * 100) / 100;

  const label = (/** @type {number} */ value, /** @type {(value: number) => string} */ format) => format(Number(value.toPrecision(6)));

  /** @param {ChartPlan} plan */
  const frame = (plan, /** @type {number} */ top, /** @type {number} */ step) => {
    const inner = plan.width - gutter;
    const parts = [draw("text", { x: 0, y: 12, class: "lb" }, plan.unit)];
    for (let value = 0; value <= top + step / 2; value += step) {
      const y = x(lane + plot - value / top * plot);
      if (value > 0) parts.push(draw("text", { x: gutter - 8, y: y + 4, class: "ax", "text-anchor": "end" }, label(value, plan.format)));
      parts.push(/** @type {any} */ (draw("line", { x1: gutter, x2: gutter + inner, y1: y, y2: y, class: value === 0 ? "bl" : "gl" })));
    }
    return parts;
  };

  /** @param {ChartPlan} plan */
  const columnLabels = (plan) => {
    const { columns } = plan.numbers;
    const inner = plan.width - gutter;
    const slot = inner / columns.length;
    const every = Math.max(1, Math.ceil(columns.length / Math.max(2, Math.floor(inner / (plan.isTime ? 80 : 56)))));
    return columns.flatMap((column, number) => {
      if (number % every !== 0) return [];
      const at = x(gutter + number * slot);
      const text = plan.isTime ? timeLabel(plan.zone, column.from) : ExploreWords.grouped(column.from);
      return [
        draw("line", { x1: at, x2: at, y1: lane + plot, y2: lane + plot + 5, class: "tk" }),
        draw("text", { x: at, y: lane + plot + 20, class: "lb", "text-anchor": number === 0 ? "start" : "middle" }, text),
      ];
    });
  };

  /**
   * Midnight names its day.
   * @param {Zone} zone
   */
  const timeLabel = (zone, /** @type {number} */ time) => {
    const minute = ExploreWords.minute(zone, time);
    return minute === "00:00" ? ExploreWords.date(zone, time).slice(5) : minute;
  };

  const linked = (/** @type {ExplorerState | null} */ state, /** @type {SVGElement} */ mark) =>
    state ? draw("a", { href: "#" + ExploreQuery.print(state), tabindex: -1 }, mark) : mark;

  /** @param {ChartPlan} plan */
  const bars = (plan) => {
    const { columns, values } = plan.numbers;
    const sums = columns.map((_, column) => values.reduce((sum, one) => sum + (one[column] || 0), 0));
    const { top, step } = scale(Math.max(0, ...sums));
    const slot = (plan.width - gutter) / columns.length;
    const parts = /** @type {SVGElement[]} */ (frame(plan, top, step));
    for (let column = 0; column < columns.length; column++) {
      let base = lane + plot;
      for (let series = 0; series < values.length; series++) {
        const value = values[series][column];
        if (!(value > 0)) continue;
        const height = Math.max(1.5, value / top * plot - (base < lane + plot ? 0.8 : 0));
        base -= height;
        const mark = draw("rect", { x: x(gutter + column * slot + slot * 0.1), y: x(base), width: x(slot * 0.8), height: x(height), class: plan.fills[series] });
        parts.push(linked(plan.stateOf(series, column), mark));
        if (base < lane + plot) base -= 0.8;
      }
    }
    return [...parts, ...columnLabels(plan)];
  };

  /** @param {ChartPlan} plan */
  const lines = (plan) => {
    const { columns, values } = plan.numbers;
    const largest = Math.max(0, ...values.flatMap((one) => [...one].filter((value) => !Number.isNaN(value))));
    const { top, step } = scale(largest);
    const slot = (plan.width - gutter) / columns.length;
    const parts = /** @type {SVGElement[]} */ (frame(plan, top, step));
    values.forEach((one, series) => {
      let path = "";
      one.forEach((value, column) => {
        if (Number.isNaN(value)) return;
        const at = x(gutter + (column + 0.5) * slot) + " " + x(lane + plot - value / top * plot);
        path += (column > 0 && !Number.isNaN(one[column - 1]) ? "L" : "M") + at;
        const dot = draw("circle", { cx: at.split(" ")[0], cy: at.split(" ")[1], r: columns.length > 60 ? 1.5 : 2.5, class: "dot" });
        parts.push(linked(plan.stateOf(series, column), dot));
      });
      parts.push(draw("path", { d: path, class: "line " + plan.fills[series] }));
    });
    if (values.every((one) => one.every(Number.isNaN))) {
      parts.push(draw("text", { x: x(gutter + (plan.width - gutter) / 2), y: lane + plot / 2, class: "lb", "text-anchor": "middle" }, plan.none));
    }
    return [...parts, ...columnLabels(plan)];
  };

  const row = 28;

  /** @param {ChartPlan} plan */
  const ranked = (plan) => {
    const { series, values } = plan.numbers;
    const names = Math.min(260, Math.max(96, Math.round(plan.width * 0.3)));
    const inner = plan.width - names - 72;
    const largest = Math.max(0, ...values.map((one) => one[0] || 0)) || 1;
    return series.flatMap((one, number) => {
      const value = values[number][0];
      const y = lane + number * row;
      const length = Math.max(1.5, (value || 0) / largest * inner);
      const shown = one.label.length > names / 7 ? one.label.slice(0, Math.floor(names / 7) - 1) + "…" : one.label;
      return [
        draw("text", { x: names - 10, y: y + 14, class: "lb", "text-anchor": "end" }, shown),
        linked(plan.stateOf(number, 0), draw("rect", { x: names, y, width: x(length), height: 18, class: plan.fills[number] })),
        draw("text", { x: x(names + length + 8), y: y + 14, class: "ax" }, Number.isNaN(value) ? "–" : plan.format(value)),
      ];
    });
  };

  /**
   * @param {ChartPlan} plan
   * @param {"bars" | "lines" | "ranked"} form
   */
  const chart = (plan, form) => {
    const height = form === "ranked" ? lane + plan.numbers.series.length * row : lane + plot + foot;
    const marks = form === "bars" ? bars(plan) : form === "lines" ? lines(plan) : [draw("text", { x: 0, y: 12, class: "lb" }, plan.unit), ...ranked(plan)];
    return draw("svg", { class: "plot", width: plan.width, height, "aria-hidden": "true" }, ...marks);
  };

  const stripHeight = 30;

  /**
   * The whole range with the filtered window marked. Dragging over it calls `choose` with two times.
   * @param {{counts: Float64Array, since: number, columnMs: number, width: number, zone: Zone, window: [number, number]}} plan
   * @param {(from: number, until: number) => void} choose
   */
  const strip = (plan, choose) => {
    const { counts, since, columnMs, width } = plan;
    const end = since + counts.length * columnMs;
    const place = (/** @type {number} */ time) => x(Math.min(width, Math.max(0, (time - since) / (end - since) * width)));
    const largest = Math.max(1, ...counts);
    const slot = width / counts.length;
    const [from, until] = [place(plan.window[0]), place(plan.window[1])];
    const isWhole = plan.window[0] === -Infinity && plan.window[1] === Infinity;
    const band = draw("rect", { x: from, y: 0, width: Math.max(0, until - from), height: stripHeight, class: isWhole ? "ct" : "bd" });
    const marks = [...counts].map((count, number) => {
      const height = count > 0 ? Math.max(1, count / largest * (stripHeight - 2)) : 0;
      return draw("rect", { x: x(number * slot), y: x(stripHeight - height), width: x(slot * 0.8), height: x(height), class: "sm" });
    });
    const edges = isWhole ? [] : [from, until].map((at) => draw("line", { x1: at, x2: at, y1: 0, y2: stripHeight, class: "lm" }));
    const texts = [0, 0.5, 1].map((part) => draw("text", {
      x: x(part * width), y: stripHeight + 16, class: "lb", "text-anchor": part === 0 ? "start" : part === 1 ? "end" : "middle",
    }, timeLabel(plan.zone, since + part * (end - since))));
    const svg = draw("svg", { class: "plot strip-of-range", width, height: stripHeight + 20, "aria-hidden": "true" },
      band, ...marks, draw("line", { x1: 0, x2: width, y1: stripHeight, y2: stripHeight, class: "bl" }), ...edges, ...texts);
    brush(svg, band, (from, until) => choose(since + from / width * (end - since), since + until / width * (end - since)));
    return svg;
  };

  /**
   * @param {SVGSVGElement} svg
   * @param {SVGRectElement} band
   * @param {(from: number, until: number) => void} choose In pixels.
   */
  const brush = (svg, band, choose) => {
    /** @type {number | null} */
    let start = null;
    const at = (/** @type {PointerEvent} */ event) => event.clientX - svg.getBoundingClientRect().left;
    svg.addEventListener("pointerdown", (event) => {
      start = at(event);
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (start === null) return;
      band.setAttribute("class", "bd");
      band.setAttribute("x", String(Math.min(start, at(event))));
      band.setAttribute("width", String(Math.abs(at(event) - start)));
    });
    svg.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const [from, until] = [Math.min(start, at(event)), Math.max(start, at(event))];
      start = null;
      if (until - from >= 3) choose(from, until);
    });
    svg.addEventListener("pointercancel", () => { start = null; });
  };

  return { chart, strip, scale };
})();
