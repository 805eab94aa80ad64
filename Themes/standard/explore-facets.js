// The filters beside the chart: every value with its count under the other filters, and the boxes to type into.
"use strict";

/**
 * What the controls read and change.
 * @typedef {{store: Store, dimensions: Map<string, Dimension>, state: ExplorerState, selection: Selected, matches: IDMatches, go: (state: ExplorerState) => void}} Explorer
 */
/** @typedef {{value: string, label: string, count: number}} Option */

const ExploreFacets = (() => {
  const { make, button, link } = ExploreDOM;
  const shownAtFirst = 8;
  const mostShown = 200;

  /**
   * Facets that were asked to show all their values.
   * @type {Set<string>}
   */
  const whole = new Set();

  /**
   * Order within a facet: chosen ones first, then by count, then by name.
   * @param {Option[]} options
   */
  const sorted = (options, /** @type {(value: string) => boolean} */ isChosen) =>
    options.sort((one, other) => Number(isChosen(other.value)) - Number(isChosen(one.value)) || other.count - one.count
      || (one.label < other.label ? -1 : 1));

  /**
   * @param {Explorer} explorer
   * @param {Option[]} all
   */
  const facet = (explorer, /** @type {string} */ key, /** @type {string} */ title, all, /** @type {() => void} */ redraw) => {
    const wanted = ExploreQuery.values(explorer.state, key);
    const unwanted = ExploreQuery.values(explorer.state, key, true);
    const isChosen = (/** @type {string} */ value) => wanted.includes(value) || unwanted.includes(value);
    // A value that the filter names and no row has is offered too, so that it can be taken away.
    const missing = [...wanted, ...unwanted].filter((value) => !all.some((option) => option.value === value))
      .map((value) => ({ value, label: value, count: 0 }));
    const options = sorted([...all.filter((option) => option.count > 0 || isChosen(option.value)), ...missing], isChosen);
    if (options.length === 0 || options.length === 1 && !isChosen(options[0].value)) return null;
    const shown = options.slice(0, whole.has(key) ? mostShown : shownAtFirst);
    const largest = Math.max(1, ...options.map((option) => option.count));
    const list = make("ul", {}, ...shown.map((option) => optionRow(explorer, key, option, largest, wanted, unwanted)));
    const rest = options.length - shown.length;
    if (rest > 0 && !whole.has(key)) {
      list.append(make("li", { class: "more" }, button(rest + " more", () => { whole.add(key); redraw(); }, { "aria-label": rest + " more of " + title })));
    } else if (rest > 0) {
      list.append(make("li", { class: "more" }, ExploreWords.counted(rest, "rarer value") + "; filter by another value first."));
    }
    return make("fieldset", { class: "facet", "data-key": key }, make("legend", {}, title), list);
  };

  /**
   * @param {Explorer} explorer
   * @param {Option} option
   * @param {string[]} wanted
   * @param {string[]} unwanted
   */
  const optionRow = (explorer, /** @type {string} */ key, option, /** @type {number} */ largest, wanted, unwanted) => {
    const { state, go } = explorer;
    const box = make("input", { type: "checkbox", checked: wanted.includes(option.value), "data-value": option.value });
    box.addEventListener("change", () => go(ExploreQuery.toggled(state, key, option.value)));
    const isOut = unwanted.includes(option.value);
    const name = make("span", { class: isOut ? "name out" : "name", title: option.label }, option.label);
    const count = make("span", { class: "count" }, ExploreWords.grouped(option.count));
    const meter = make("span", { class: "meter", "aria-hidden": "true" });
    meter.append(make("span"));
    /** @type {HTMLElement} */ (meter.firstChild).style.width = option.count / largest * 100 + "%";
    const not = button("not", () => go(ExploreQuery.toggled(state, key, option.value, true)), {
      class: "not", "aria-pressed": String(isOut), "aria-label": "Leave out " + option.label,
    });
    return make("li", { class: isChosenClass(wanted, option.value) }, make("label", {}, box, name, count), not, meter);
  };

  const isChosenClass = (/** @type {string[]} */ wanted, /** @type {string} */ value) => (wanted.includes(value) ? "chosen" : "option");

  /**
   * @param {Explorer} explorer
   * @returns {Option[]}
   */
  const kindOptions = (explorer, /** @type {Dimension} */ dimension) => {
    const counts = ExploreFilter.facet(explorer.dimensions, explorer.state, explorer.selection, dimension);
    return dimension.values.map((value, place) => ({ value, label: dimension.labels[place], count: counts[place] }));
  };

  /**
   * @param {Explorer} explorer
   * @param {"agent" | "source"} key
   * @returns {Option[]}
   */
  const rowOptions = (explorer, key) => {
    const { store, state, selection, matches } = explorer;
    const names = key === "agent" ? store.lists.agents : store.sources;
    if (names.every((name) => name === "")) return [];
    const counts = ExploreFilter.rowFacet(store, state, selection, key, matches);
    /** @type {Map<string, Option>} */
    const options = new Map();
    ExploreFilter.orNone(names).forEach((value, place) => {
      const option = options.get(value) ?? { value, label: value === ExploreDimensions.none ? "not logged" : value, count: 0 };
      option.count += counts[place];
      options.set(value, option);
    });
    return [...options.values()];
  };

  /** A labelled box; what is typed takes effect on Enter or on leaving it. */
  const typedBox = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ hint, /** @type {(value: string, box: HTMLInputElement) => void} */ act) => {
    const box = make("input", { type: "text", value, placeholder: hint, spellcheck: "false", autocomplete: "off", "data-name": name });
    box.addEventListener("change", () => act(box.value.trim(), box));
    return make("label", { class: "typed" }, make("span", {}, name), box);
  };

  /** @param {Explorer} explorer */
  const timeBoxes = (explorer) => {
    const { state, store, go } = explorer;
    const { zone, since, until } = store.head;
    const [value] = ExploreQuery.values(state, "time");
    const [from, to] = value ? ExploreFilter.times(value) : [-Infinity, Infinity];
    const set = (/** @type {number} */ from, /** @type {number} */ until) => {
      const text = (from === -Infinity ? "" : ExploreWords.iso(from)) + ".." + (until === Infinity ? "" : ExploreWords.iso(until));
      go(ExploreQuery.withValues(state, "time", text === ".." ? [] : [text]));
    };
    const read = (/** @type {string} */ text, /** @type {number} */ otherwise, /** @type {HTMLInputElement} */ box, /** @type {(time: number) => void} */ use) => {
      const time = text === "" ? otherwise : ExploreWords.readTime(zone, text, since, until);
      box.setAttribute("aria-invalid", String(time === null));
      if (time !== null) use(time);
    };
    // As much of it as the box has room for.
    const hint = (/** @type {number} */ time) => ExploreWords.typed(zone, time).slice(0, 19);
    const preset = (/** @type {string} */ label, /** @type {string[]} */ values) =>
      make("li", {}, link(ExploreQuery.withValues(state, "time", values), {}, label));
    const hour = 3600000;
    const range = (/** @type {number} */ from, /** @type {number} */ until) => [ExploreWords.iso(from) + ".." + ExploreWords.iso(until)];
    const hardest = worstHour(store);
    return make("fieldset", { class: "facet", "data-key": "time" }, make("legend", {}, "Time, " + zone.name),
      typedBox("from", from === -Infinity ? "" : ExploreWords.typed(zone, from), hint(since), (text, box) => read(text, -Infinity, box, (time) => set(time, to))),
      typedBox("until", to === Infinity ? "" : ExploreWords.typed(zone, to), hint(until), (text, box) => read(text, Infinity, box, (time) => set(from, time))),
      make("ul", { class: "presets" }, preset("Whole range", []), preset("First hour", range(since, since + hour)),
        preset("Last hour", range(until - hour, until)), hardest === null ? null : preset("Hour with most failures", range(hardest, hardest + hour))));
  };

  /** @type {WeakMap<Store, {version: number, hour: number | null}>} */
  const worst = new WeakMap();

  /** Found anew when rows were loaded. */
  const worstHour = (/** @type {Store} */ store) => {
    let known = worst.get(store);
    if (known?.version !== store.version) worst.set(store, known = { version: store.version, hour: findWorstHour(store) });
    return known.hour;
  };

  /**
   * The full hour with most failures among the loaded rows; null without any.
   * @param {Store} store
   */
  const findWorstHour = (store) => {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const [start, end] of store.segments) {
      for (let row = start; row < end; row++) {
        if (store.failureOf[row] < 0) continue;
        const hour = Math.floor(store.time[row] / 3600000) * 3600000;
        counts.set(hour, (counts.get(hour) ?? 0) + 1);
      }
    }
    let worst = null;
    for (const [hour, count] of counts) {
      if (worst === null || count > (counts.get(worst) ?? 0) || count === counts.get(worst) && hour < worst) worst = hour;
    }
    return worst;
  };

  /** @param {Explorer} explorer */
  const otherBoxes = (explorer) => {
    const { state, go } = explorer;
    const [latency] = ExploreQuery.values(state, "latency");
    const [least, most] = latency ? latency.split("..") : ["", ""];
    const set = (/** @type {string} */ from, /** @type {string} */ until) =>
      go(ExploreQuery.withValues(state, "latency", from === "" && until === "" ? [] : [from + ".." + until]));
    const number = (/** @type {string} */ text, /** @type {HTMLInputElement} */ box, /** @type {(text: string) => void} */ use) => {
      const digits = text.replace(/[\s,]/g, "");
      const isNumber = /^\d{0,9}$/.test(digits);
      box.setAttribute("aria-invalid", String(!isNumber));
      if (isNumber) use(digits);
    };
    const single = (/** @type {string} */ key) => (/** @type {string} */ text) => go(ExploreQuery.withValues(state, key, text === "" ? [] : [text]));
    return [
      make("fieldset", { class: "facet", "data-key": "latency" }, make("legend", {}, "Latency, ms"),
        typedBox("at least", least, "0", (text, box) => number(text, box, (value) => set(value, most))),
        typedBox("at most", most, "no limit", (text, box) => number(text, box, (value) => set(least, value)))),
      make("fieldset", { class: "facet", "data-key": "text" }, make("legend", {}, "Error message"),
        typedBox("holds", ExploreQuery.values(state, "text")[0] ?? "", "any text", single("text"))),
      make("fieldset", { class: "facet", "data-key": "id" }, make("legend", {}, "Id"),
        typedBox("is", ExploreQuery.values(state, "id")[0] ?? "", "request, run or trace", single("id"))),
    ];
  };

  /**
   * Fills the rail; what had the focus has it afterwards.
   * @param {HTMLElement} into
   * @param {Explorer} explorer
   */
  const show = (into, explorer) => {
    const redraw = () => show(into, explorer);
    const focus = focusIn(into);
    const kinds = [...explorer.dimensions.values()].map((dimension) =>
      facet(explorer, dimension.key, dimension.title, kindOptions(explorer, dimension), redraw));
    into.replaceChildren(...[
      timeBoxes(explorer), ...kinds,
      facet(explorer, "agent", "Caller", rowOptions(explorer, "agent"), redraw),
      facet(explorer, "source", "Source of failures", rowOptions(explorer, "source"), redraw),
      ...otherBoxes(explorer),
    ].flatMap((part) => part ?? []));
    focus();
  };

  const focusIn = (/** @type {HTMLElement} */ into) => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !into.contains(active)) return () => {};
    const key = active.closest("fieldset")?.dataset.key;
    const place = [...(active.closest("fieldset")?.querySelectorAll("input, button, a") ?? [])].indexOf(active);
    const { value, name } = active.dataset;
    return () => {
      const facet = into.querySelector(`fieldset[data-key="${key}"]`);
      const controls = /** @type {HTMLElement[]} */ ([...(facet?.querySelectorAll("input, button, a") ?? [])]);
      (controls.find((one) => one.dataset.value === value && one.dataset.name === name && (value ?? name) !== undefined) ?? controls[place])?.focus();
    };
  };

  return { show };
})();
