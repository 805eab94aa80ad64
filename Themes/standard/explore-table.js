// The numbers behind a chart: as a table of links, and as CSV.
"use strict";

const ExploreTable = (() => {
  const { make, link } = ExploreDOM;

  const columnName = (/** @type {ChartNumbers} */ numbers, /** @type {number} */ column, /** @type {Zone} */ zone, /** @type {string} */ show) => {
    const { from, until } = numbers.columns[column];
    if (show === "time") return ExploreWords.typed(zone, from);
    return until === Infinity ? "from " + ExploreWords.grouped(from) : ExploreWords.grouped(from) + "–" + ExploreWords.grouped(until - 1);
  };

  /**
   * Columns of the chart that hold anything; each is a row of the table.
   * @param {ChartNumbers} numbers
   */
  const filled = (numbers) => numbers.columns.map((_, column) => column).filter((column) =>
    numbers.values.some((one) => !Number.isNaN(one[column]) && one[column] !== 0));

  /**
   * @param {ChartNumbers} numbers
   * @param {Zone} zone
   * @param {(value: number) => string} format
   * @param {(series: number, column: number) => ExplorerState | null} stateOf
   */
  const table = (numbers, zone, /** @type {string} */ show, /** @type {string} */ unit, format, stateOf) => {
    const cell = (/** @type {number} */ series, /** @type {number} */ column) => {
      const value = numbers.values[series][column];
      if (Number.isNaN(value)) return make("td", { class: "num nil" }, "–");
      if (value === 0) return make("td", { class: "num nil" }, "0");
      const state = stateOf(series, column);
      return make("td", { class: "num" }, state ? link(state, {}, format(value)) : format(value));
    };
    const isRanked = show === "ranked";
    const heads = isRanked ? ["Value", unit] : [show === "time" ? "Time, " + zone.name : "Latency, ms", ...numbers.series.map((one) => one.label)];
    const rows = isRanked
      ? numbers.series.map((one, series) => make("tr", {}, make("th", { scope: "row" }, one.label), cell(series, 0)))
      : filled(numbers).map((column) => make("tr", {}, make("th", { scope: "row" }, columnName(numbers, column, zone, show)),
        ...numbers.series.map((_, series) => cell(series, column))));
    return make("div", { class: "table", role: "region", tabindex: 0, "aria-label": unit }, make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map((head, number) => make("th", { scope: "col", class: number > 0 ? "num" : null }, head)))),
      make("tbody", {}, ...rows)));
  };

  /**
   * @param {ChartNumbers} numbers
   * @param {Zone} zone
   */
  const csv = (numbers, zone, /** @type {string} */ show, /** @type {string} */ unit) => {
    const value = (/** @type {number} */ number) => (Number.isNaN(number) ? null : Math.round(number * 10000) / 10000);
    if (show === "ranked") {
      return [ExploreSave.csvLine(["value", unit]), ...numbers.series.map((one, series) => ExploreSave.csvLine([one.label, value(numbers.values[series][0])]))];
    }
    const lines = numbers.columns.map(({ from, until }, column) => ExploreSave.csvLine([
      ...(show === "time" ? [new Date(from).toISOString()] : [from, until === Infinity ? null : until - 1]),
      ...numbers.values.map((one) => value(one[column])),
    ]));
    const heads = show === "time" ? ["time"] : ["fromMs", "toMs"];
    return [ExploreSave.csvLine([...heads, ...numbers.series.map((one) => one.label)]), ...lines];
  };

  return { table, csv };
})();
