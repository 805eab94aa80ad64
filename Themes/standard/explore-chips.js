// The filter as a sentence of chips, and as the line of text that a link shares.
"use strict";

const ExploreChips = (() => {
  const { make, button, link } = ExploreDOM;

  /** @type {Record<string, [string, string]>} How a clause begins, demanding and excluding. */
  const verbs = {
    time: ["time", "time outside"], class: ["client got", "client did not get"], status: ["status", "status not"],
    client: ["client", "client not"], failed: ["failure", "failure not"], layer: ["broke at", "did not break at"], latency: ["latency", "latency outside"],
    text: ["message holds", "message without"], id: ["id", "id not"], start: ["start", "start not"], agent: ["caller", "caller not"],
    source: ["from", "not from"], outcome: ["function said", "function did not say"],
  };

  const latencyWords = (/** @type {string} */ value) => {
    const [from, until] = value.split("..");
    if (from === "") return "up to " + ExploreWords.grouped(Number(until)) + "\u00a0ms";
    if (until === "") return "from " + ExploreWords.grouped(Number(from)) + "\u00a0ms";
    return ExploreWords.grouped(Number(from)) + "–" + ExploreWords.grouped(Number(until)) + "\u00a0ms";
  };

  /** @param {Explorer} explorer */
  const timeWords = (explorer, /** @type {string} */ value) => {
    const { zone, since, until } = explorer.store.head;
    const [from, to] = ExploreFilter.times(value);
    const dated = ExploreWords.date(zone, since) !== ExploreWords.date(zone, until);
    if (from === -Infinity) return "before " + ExploreWords.typed(zone, to);
    if (to === Infinity) return "from " + ExploreWords.typed(zone, from);
    return ExploreWords.span(zone, from, to, dated);
  };

  /**
   * A value in words.
   * @param {Explorer} explorer
   */
  const words = (explorer, /** @type {string} */ key, /** @type {string} */ value) => {
    if (key === "time") return timeWords(explorer, value);
    if (key === "latency") return latencyWords(value);
    const dimension = explorer.dimensions.get(key);
    return dimension?.labels[dimension.values.indexOf(value)] ?? value;
  };

  /**
   * @param {Explorer} explorer
   * @param {Term} term
   */
  const chip = (explorer, term) => {
    const { state, go } = explorer;
    const verb = verbs[term.key] ?? [term.key, term.key + " not"];
    const said = term.values.map((value) => words(explorer, term.key, value)).join(" or ");
    const title = verb[Number(term.not)] + " " + said;
    const turned = () => go(ExploreQuery.withValues(ExploreQuery.withValues(state, term.key, [], term.not), term.key, term.values, !term.not));
    const removed = () => go(ExploreQuery.withValues(state, term.key, [], term.not));
    return make("li", { class: term.not ? "chip against" : "chip" },
      button(verb[Number(term.not)], turned, { class: "verb", title: "Turn this filter round", "aria-label": title + ": turn round" }),
      make("b", {}, said),
      button("×", removed, { class: "drop", "aria-label": "Remove filter " + title }));
  };

  /** What the row was found by, and how many others were. */
  const shortWords = (/** @type {{head: string | null, count: number}} */ { head, count }) =>
    (head === null ? "a short hash of the id is kept, which " + ExploreWords.counted(count, "request") + (count === 1 ? " has" : " have")
      : "the first six digits of the id are kept, and " + ExploreWords.counted(count, "request") + (count === 1 ? " begins" : " begin") + " with " + head);

  /**
   * @param {HTMLElement} into
   * @param {Explorer} explorer
   * @param {string[]} unknown
   */
  const show = (into, explorer, unknown) => {
    const { state } = explorer;
    const chips = state.terms.map((term) => chip(explorer, term));
    const clear = chips.length > 0 ? make("li", { class: "clear" }, link({ ...state, terms: [] }, {}, "Clear all")) : null;
    const line = make("div", { class: "query" }, make("code", {}, ExploreQuery.readable(state) || "every request"));
    const short = ExploreIDs.shortened(explorer.store, state, explorer.selection);
    into.replaceChildren(...[
      chips.length > 0 ? make("ul", { class: "chips", "aria-label": "Filter" }, ...chips, clear) : null, line,
      unknown.length > 0 ? make("p", { class: "callout warn", role: "status" },
        make("strong", {}, "Not understood: "), unknown.join(" and ").slice(0, 300), ". The rest of the link holds.") : null,
      short.length > 0 ? make("p", { class: "callout", role: "status" }, make("strong", {}, "Found by the start of the id. "),
        "Of requests that did not fail " + short.map(shortWords).join("; ") + ".") : null,
    ].flatMap((part) => part ?? []));
  };

  return { show, words };
})();
