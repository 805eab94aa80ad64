// Which fill a series has: statuses and layers have theirs on every page, other values are told apart by ink and pattern.
"use strict";

const ExplorePaint = (() => {
  /** @type {Record<string, string[]>} The first value of a family takes its fill, the next ones its patterns. */
  const families = {
    "5": ["p5", "x5b", "x5c"], "4": ["p4", "x4b", "x4c"], "3": ["p3"], "2": ["p2"],
    edge: ["pe"], gateway: ["pg", "xgb", "xgc"], authorizer: ["pa"], function: ["pf", "pft", "pfi"], response: ["pr"],
  };

  const plain = ["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7"];
  const lines = ["l0", "l1", "l2", "l3", "l4"];

  /**
   * @param {Dimension | null} dimension
   * @param {Series} series
   * @param {Store} store
   */
  const familyOf = (dimension, series, store) => {
    if (!dimension || series.value === null) return null;
    if (dimension.key === "class" || dimension.key === "status") return series.value[0];
    if (dimension.key === "layer") return series.value;
    if (dimension.key === "cause") return store.head.causes.find(([name]) => name === series.value)?.[2] ?? null;
    return null;
  };

  /**
   * A class for each series.
   * @param {Dimension | null} dimension
   * @param {Series[]} series
   * @param {Store} store
   * @returns {string[]}
   */
  const fills = (dimension, series, store) => {
    /** @type {Map<string, number>} */
    const used = new Map();
    let next = 0;
    return series.map((one) => {
      const family = familyOf(dimension, one, store);
      const number = family === null ? 0 : used.get(family) ?? 0;
      const fill = family === null ? undefined : families[family]?.[number];
      if (family !== null && fill) {
        used.set(family, number + 1);
        return fill;
      }
      if (one.value === ExploreDimensions.none && dimension?.key !== "endpoint") return "p2";
      return plain[next++ % plain.length];
    });
  };

  /** A class for the line of each series, in the order of series. */
  const strokes = (/** @type {Series[]} */ series) => series.map((_, number) => lines[number % lines.length]);

  const { draw } = ExploreDOM;

  const pattern = (/** @type {string} */ id, /** @type {number} */ step, /** @type {string} */ ground, /** @type {string} */ mark, /** @type {string} */ shape) =>
    draw("pattern", { id, width: step, height: step, patternUnits: "userSpaceOnUse", patternTransform: shape === "hatch" ? "rotate(45)" : shape === "back" ? "rotate(-45)" : null },
      draw("rect", { width: step, height: step, class: ground }),
      shape === "dots" ? draw("circle", { cx: step / 2, cy: step / 2, r: 1, class: mark })
        : shape === "level" ? draw("rect", { width: step, height: 1.5, class: mark })
          : draw("rect", { width: 1.5, height: step, class: mark }));

  /** The patterns that only the explorer has; once on its page. */
  const patterns = () => draw("svg", { class: "patterns", width: 0, height: 0, "aria-hidden": "true" }, draw("defs", {},
    pattern("x-5b", 4, "k5", "h5", "level"), pattern("x-5c", 4, "k5", "h5", "dots"),
    pattern("x-4b", 4, "k4", "h4", "dots"), pattern("x-4c", 4, "k4", "h4", "level"),
    pattern("x-gb", 4, "kg", "hg", "level"), pattern("x-gc", 4, "kg", "hg", "dots"),
    pattern("x-2", 4, "kp", "hk", "hatch"), pattern("x-3", 4, "kp", "hk", "dots"), pattern("x-4", 4, "kp", "hk", "level"),
    pattern("x-5", 5, "kp", "hk", "back"), pattern("x-6", 4, "kp", "hk", "upright")));

  return { fills, strokes, patterns };
})();
