// The explorer's page: the address says what is shown; a change of it, by hand or by a control, shows that.
"use strict";

(() => {
  const { make, button, link } = ExploreDOM;
  const main = document.getElementById("main");
  if (!main || !document.querySelector("#without-the-explorer")) return;

  /** @type {Record<string, string>} */
  const measures = { requests: "requests", failures: "failures", rate: "failure rate", p50: "p50", p95: "p95", p99: "p99" };
  /** @type {Record<string, string>} */
  const splits = {
    none: "nothing", class: "class", status: "status", layer: "layer", cause: "cause", endpoint: "endpoint", function: "function",
    version: "version", start: "cold start", outcome: "function said", group: "group", api: "API", method: "method",
  };
  /** @type {Record<string, string>} */
  const forms = { time: "over time", latency: "by latency", ranked: "ranked" };

  const top = make("div", { class: "explore-top" });
  const bar = make("progress", { max: 1, value: 0, "aria-label": "Requests loaded" });
  const loading = make("p", { class: "loading" }, "Loading requests ", bar);
  const views = make("div", { class: "views" });
  const controls = make("div", { class: "controls" });
  const figure = make("div", { class: "chart explore-chart" });
  const range = make("div", { class: "chart range-strip" });
  const figures = make("details", { class: "fold" });
  const saves = make("div", { class: "rows-tools" });
  const chartSection = make("section", { id: "chart" }, make("h2", {}, "Chart"), controls, figure, range, saves, figures);
  const count = make("p", { role: "status", class: "count-line" });
  const nothing = make("div");
  const grid = ExploreRows.create();
  const rowsSection = make("section", { id: "requests" }, make("h2", {}, "Requests"), count, nothing, grid.tools, grid.frame);
  const facets = make("div", { class: "facets" });

  /** @type {Store | null} */
  let store = null;
  /** @type {Map<string, Dimension>} */
  let dimensions = new Map();
  /** @type {IDMatches} */
  const matches = new Map();
  let lost = 0;

  const current = () => ExploreQuery.parse(location.hash);

  const go = (/** @type {ExplorerState} */ state) => { location.hash = ExploreQuery.print(state); };

  /**
   * A row of links of which one is chosen.
   * @param {ExplorerState} state
   * @param {"measure" | "by" | "show" | "view"} name
   * @param {Record<string, string>} choices
   */
  const segmented = (state, /** @type {string} */ title, name, choices) =>
    make("div", { class: "segments", role: "group", "aria-label": title }, make("span", { class: "title" }, title), make("span", { class: "set" },
      ...Object.entries(choices).map(([value, words]) => link({ ...state, [name]: value }, { "aria-current": state[name] === value ? "true" : null, "data-set": name + "=" + value }, words))));

  /**
   * A long list of choices.
   * @param {ExplorerState} state
   */
  const chooser = (state, /** @type {string} */ title, /** @type {Record<string, string>} */ choices) => {
    const select = make("select", { "data-set": "by" }, ...Object.entries(choices).map(([value, words]) => make("option", { value, selected: state.by === value }, words)));
    select.addEventListener("change", () => go({ ...current().state, by: select.value }));
    return make("label", { class: "segments" }, make("span", { class: "title" }, title), select);
  };

  /**
   * The time that the chart covers: the window of the filter within the range.
   * @param {Store} store
   * @returns {[number, number]}
   */
  const window = (store, /** @type {ExplorerState} */ state) => {
    const values = ExploreQuery.values(state, "time").map(ExploreFilter.times);
    if (values.length === 0) return [-Infinity, Infinity];
    return [Math.min(...values.map(([from]) => from)), Math.max(...values.map(([, until]) => until))];
  };

  /**
   * @param {Store} store
   * @param {Selected} selection
   */
  const headline = (store, selection) => {
    let requests = 0;
    let runs = 0;
    let failures = 0;
    store.lists.kinds.forEach((kind, number) => {
      if (selection.kindPasses[number] === 0) return;
      if (kind[ExploreDimensions.at.isRequest]) requests += selection.byKind[number]; else runs += selection.byKind[number];
      if (kind[ExploreDimensions.at.cause] >= 0) failures += selection.byKind[number];
    });
    return { requests, runs, failures };
  };

  /**
   * @param {Explorer} explorer
   * @param {ChartNumbers} numbers
   * @param {Dimension | null} dimension
   */
  const barState = (explorer, numbers, dimension) => (/** @type {number} */ series, /** @type {number} */ column) => {
    let { state } = explorer;
    const one = numbers.series[series];
    if (dimension && one.value !== null) state = ExploreQuery.withValues(state, dimension.key, [one.value]);
    else if (dimension) return null;
    const { from, until } = numbers.columns[column];
    if (state.show === "time") state = ExploreQuery.withValues(state, "time", [ExploreWords.iso(from) + ".." + ExploreWords.iso(until)]);
    if (state.show === "latency") state = ExploreQuery.withValues(state, "latency", [from + ".." + (until === Infinity ? "" : until - 1)]);
    return state;
  };

  /** @param {Explorer} explorer */
  const drawChart = (explorer) => {
    const { store, state, selection } = explorer;
    const width = Math.max(280, figure.clientWidth - 2);
    const dimension = state.by === "none" ? null : dimensions.get(state.by) ?? null;
    const most = width < 600 ? 48 : 120;
    const [from, until] = window(store, state);
    /** @type {[number, number]} */
    const span = [Math.max(from, store.head.since), Math.min(until, store.head.until)];
    if (span[0] >= span[1]) span.splice(0, 2, store.head.since, store.head.until);
    const isLatency = state.show === "latency";
    const measure = isLatency && !["requests", "failures"].includes(state.measure) ? "requests" : state.measure;
    const numbers = state.show === "ranked" ? ExploreSeries.ranked(store, selection, dimension, measure)
      : isLatency ? ExploreSeries.byLatency(store, selection, dimension, measure)
        : ExploreSeries.overTimeFilled(store, selection, dimension, measure, span, most);
    const form = state.show === "ranked" ? "ranked" : numbers.isStack ? "bars" : "lines";
    const format = measure === "rate" ? (/** @type {number} */ value) => (value === 0 ? "0" : value < 10 ? value.toFixed(2) : value.toFixed(1)) + "\u00a0%" : ExploreWords.grouped;
    const columnMs = state.show === "time" ? numbers.columns[0].until - numbers.columns[0].from : 0;
    const words = measures[measure] + (measure === "rate" ? "" : measure.startsWith("p") ? ", ms" : "");
    const unit = state.show === "time" ? words + " " + ExploreWords.per(columnMs) : isLatency ? words + " by latency, ms" : words;
    const wholeWords = (/** @type {number} */ value) => (Number.isNaN(value) ? "–" : format(value) + (measure === "rate" ? "" : "\u00a0ms"));
    const fills = form === "lines" ? ExplorePaint.strokes(numbers.series) : ExplorePaint.fills(dimension, numbers.series, store);
    const stateOf = barState(explorer, numbers, dimension);
    const isEmpty = numbers.series.length === 0;
    const drawing = isEmpty ? emptyState(explorer) : ExploreChart.chart({ numbers, fills, width, unit, zone: store.head.zone, isTime: state.show === "time", format, stateOf, none: "Too few requests for a " + measures[measure] }, form);
    const legend = make("ul", { class: "legend" }, ...numbers.series.map((one, number) => make("li", {},
      ExploreDOM.draw("svg", { class: "swatch", width: 14, height: 10, "aria-hidden": "true" }, form === "lines"
        ? ExploreDOM.draw("path", { d: "M0 5L14 5", class: "line " + fills[number] }) : ExploreDOM.draw("rect", { width: 12, height: 10, class: fills[number] })),
      one.label, make("b", {}, numbers.whole ? wholeWords(numbers.whole[number]) : ExploreWords.grouped(measure === "failures" ? one.failures : one.total)))));
    const words2 = make("p", { class: "chart-words" }, "A chart of " + unit + ". The numbers are in the table below it.");
    figure.replaceChildren(...(form === "ranked" || isEmpty || !dimension && !numbers.whole ? [] : [legend]), drawing, ...(isEmpty ? [] : [words2]));
    saves.replaceChildren(...(isEmpty ? [] : [
      button("Save as SVG", () => ExploreSave.download("chart.svg", "image/svg+xml", [ExploreSave.svg(/** @type {SVGSVGElement} */ (drawing))])),
      button("Save numbers as CSV", () => ExploreSave.download("chart.csv", "text/csv", ExploreTable.csv(numbers, store.head.zone, state.show, unit))),
      link({ ...state, view: "requests" }, { class: "asbutton", "data-set": "view=requests" }, "Show these requests"),
    ]));
    figures.replaceChildren(make("summary", {}, "The numbers behind this chart"), ...(figures.open && !isEmpty ? [ExploreTable.table(numbers, store.head.zone, state.show, unit, format, stateOf)] : []));
    figures.ontoggle = () => {
      if (figures.open && figures.children.length === 1 && !isEmpty) figures.append(ExploreTable.table(numbers, store.head.zone, state.show, unit, format, stateOf));
    };
    figures.hidden = isEmpty;
  };

  /**
   * Which filter to drop, and what that would give.
   * @param {Explorer} explorer
   */
  const emptyState = (explorer) => {
    const { state, store } = explorer;
    const gains = state.terms.map((term) => {
      const without = { ...state, terms: state.terms.filter((one) => one !== term) };
      return { term, without, length: ExploreFilter.select(store, dimensions, without, matches).requests };
    }).sort((one, other) => other.length - one.length);
    const [best] = gains;
    const advice = best && best.length > 0
      ? [" Without the filter on ", best.term.key, " there are ", link(best.without, {}, ExploreWords.counted(best.length, "request")), "."] : [];
    return make("p", { class: "empty" }, make("strong", {}, "None."), " No request of this range passes the filter.", ...advice);
  };

  /** @param {Explorer} explorer */
  const drawStrip = (explorer) => {
    const { store, state, selection } = explorer;
    const { since, until, zone } = store.head;
    const axis = ExploreSeries.timeColumns(zone, since, until, 120);
    const counts = ExploreFilter.context(store, state, selection, axis.since, axis.width, axis.count, matches);
    const step = Math.max(1000, axis.width >= 60000 ? 60000 : 1000);
    range.replaceChildren(
      ExploreChart.strip({ counts, since: axis.since, columnMs: axis.width, width: Math.max(280, range.clientWidth - 2), zone, window: window(store, state) }, (from, until) => {
        const text = ExploreWords.iso(Math.round(from / step) * step) + ".." + ExploreWords.iso(Math.round(until / step) * step);
        go(ExploreQuery.withValues(current().state, "time", [text]));
      }),
      make("p", { class: "chart-words" }, "The whole range; drag over it, or type times into the filters, to choose a window."));
  };

  const render = () => {
    if (!store) return;
    const began = performance.now();
    const { state, unknown } = current();
    const selection = ExploreFilter.select(store, dimensions, state, matches);
    /** @type {Explorer} */
    const explorer = { store, dimensions, state, selection, matches, go };
    const { requests, runs, failures } = headline(store, selection);
    const h1 = main.querySelector("h1");
    const rest = runs > 0 ? " and " + ExploreWords.counted(runs, "run") + " without a client" : "";
    if (h1) h1.replaceChildren(make("b", {}, ExploreWords.counted(requests, "request")), make("span", { class: "of" }, " of " + ExploreWords.grouped(store.head.requests) + rest));
    main.dataset.view = state.view;
    views.replaceChildren(segmented(state, "View", "view", { chart: "Chart", requests: "Requests" }));
    ExploreChips.show(top, explorer, unknown);
    if (state.view === "chart") {
      controls.replaceChildren(segmented(state, "Measure", "measure", measures), segmented(state, "Shown", "show", forms), chooser(state, "Split by", splits));
      drawChart(explorer);
      drawStrip(explorer);
    }
    performance.measure("explore-chart", { start: began });
    const rows = requests + runs;
    count.textContent = ExploreWords.counted(rows, "row") + (store.head.summarised ? ", failures one by one, others counted" : "")
      + ", " + ExploreWords.counted(failures, "failure") + (rows > 0 ? " (" + ExploreWords.share(failures, rows) + ")" : "");
    nothing.replaceChildren(...(rows === 0 && state.view === "requests" ? [emptyState(explorer)] : []));
    grid.show(explorer, ExploreSort.sorted(store, dimensions, selection, state.sort));
    ExploreFacets.show(facets, explorer);
    look(state);
    main.dataset.shown = ExploreQuery.print(state);
    performance.measure("explore-all", { start: began });
  };

  /** Ids are looked up when a filter first names them. */
  const look = (/** @type {ExplorerState} */ state) => {
    const ids = state.terms.filter((term) => term.key === "id").flatMap((term) => term.values).filter((id) => !matches.has(id));
    for (const id of ids) {
      matches.set(id, new Set());
      ExploreLoad.pagesOfID(id).then((pages) => {
        matches.set(id, pages);
        render();
      });
    }
  };

  const mount = () => {
    const rail = document.querySelector(".rail");
    if (rail) {
      rail.setAttribute("aria-label", "Filters");
      const fold = make("details", { class: "filters" }, make("summary", {}, "Filters"), facets);
      fold.open = matchMedia("(min-width: 1185px)").matches;
      rail.replaceChildren(fold);
    }
    main.querySelector("#without-the-explorer")?.remove();
    main.querySelector(".verdict")?.remove();
    main.querySelector(".head")?.append(top, loading, views);
    main.append(chartSection, rowsSection);
    document.body.append(ExplorePaint.patterns());
  };

  const start = async () => {
    const opened = await ExploreLoad.open();
    const words = document.querySelector("#without-the-explorer > h2 + p");
    if (!opened) {
      if (words) words.prepend(make("strong", {}, "The explorer's data cannot be read. "));
      return;
    }
    store = opened;
    dimensions = ExploreDimensions.create(opened);
    mount();
    let drawn = 0;
    const progress = () => {
      bar.value = opened.loadedRows / Math.max(1, opened.head.rows);
      if (drawn === 0 || performance.now() - drawn > 400) {
        render();
        if (drawn === 0) performance.mark("explore-first-chart");
        drawn = performance.now();
      }
    };
    const [from, until] = window(opened, current().state);
    lost = await ExploreLoad.rows(opened, from, until, progress);
    loading.hidden = lost === 0;
    if (lost > 0) loading.replaceChildren(make("strong", {}, ExploreWords.counted(lost, "data file") + " could not be read: "), "the counts here are too low.");
    render();
    main.dataset.loaded = "true";
    performance.mark("explore-loaded");
  };

  addEventListener("hashchange", render);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) render();
    width = innerWidth;
  });
  start();
})();
