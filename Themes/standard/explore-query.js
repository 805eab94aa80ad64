// The explorer's state as the text behind the # of its address, and back: pure, nothing of the page.
"use strict";

/**
 * One clause of the filter: a row must have one of the values, or with `not` none of them.
 * @typedef {{key: string, not: boolean, values: string[]}} Term
 */
/**
 * Everything that a link to the explorer says.
 * @typedef {{terms: Term[], view: string, show: string, measure: string, by: string, sort: string}} ExplorerState
 */

const ExploreQuery = (() => {
  /** What can be filtered by; the order is that of chips and of the printed text. */
  const keys = [
    "time", "endpoint", "method", "api", "stage", "status", "class", "client", "failed", "layer", "cause", "group", "function", "version",
    "outcome", "start", "agent", "source", "latency", "text", "id",
  ];

  /** Settings of the views: the first value is the one that is not printed. */
  const settings = {
    view: ["chart", "requests"],
    show: ["time", "latency", "ranked"],
    measure: ["requests", "failures", "rate", "p50", "p95", "p99"],
    by: ["class", "none", "status", "layer", "cause", "endpoint", "function", "version", "start", "outcome", "group", "api", "method"],
    sort: [
      "time", "-time", "endpoint", "-endpoint", "status", "-status", "cause", "-cause", "function", "-function", "latency",
      "-latency", "start", "-start", "version", "-version", "agent", "-agent", "message", "-message", "layer", "-layer",
      "outcome", "-outcome",
    ],
  };

  const settingNames = /** @type {("view" | "show" | "measure" | "by" | "sort")[]} */ (Object.keys(settings));

  /** @returns {ExplorerState} */
  const empty = () => ({ terms: [], view: "chart", show: "time", measure: "requests", by: "class", sort: "time" });

  /** Letters, digits and `-._~/:` stand for themselves, a space is `+`; the site's writer encodes the same way. */
  const encode = (/** @type {string} */ value) =>
    encodeURIComponent(value).replace(/%20/g, "+").replace(/%2F/g, "/").replace(/%3A/g, ":")
      .replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase());

  /** @returns {string | null} null for what no encoder writes. */
  const decode = (/** @type {string} */ text) => {
    try {
      return decodeURIComponent(text.replace(/\+/g, " "));
    } catch {
      return null;
    }
  };

  const isTime = (/** @type {string} */ text) =>
    text === "" || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

  /** `a..b`, either side may be missing. */
  const isRange = (/** @type {string} */ value, /** @type {(text: string) => boolean} */ isEnd) => {
    const ends = value.split("..");
    return ends.length === 2 && value !== ".." && ends.every(isEnd);
  };

  /** Whether a value can mean anything under its key. */
  const isValue = (/** @type {string} */ key, /** @type {string} */ value) => {
    if (key === "time") return isRange(value, isTime);
    if (key === "latency") return isRange(value, (text) => /^\d{0,9}$/.test(text));
    return value.length > 0 && value.length <= 2000;
  };

  /**
   * Reads the text behind the `#`. What it does not know comes back in `unknown`, as it stood.
   * @param {string} text
   * @returns {{state: ExplorerState, unknown: string[]}}
   */
  const parse = (text) => {
    const state = empty();
    /** @type {string[]} */
    const unknown = [];
    for (const part of text.replace(/^#/, "").split("&")) {
      if (part === "") continue;
      const cut = part.indexOf("=");
      const not = part.startsWith("-");
      const key = part.slice(not ? 1 : 0, cut < 0 ? part.length : cut);
      const values = cut < 0 ? [null] : part.slice(cut + 1).split(",").map(decode);
      const setting = settingNames.find((name) => name === key);
      if (setting && !not && values.length === 1 && values[0] !== null && settings[setting].includes(values[0])) {
        state[setting] = values[0];
        continue;
      }
      const known = values.filter((value) => value !== null && keys.includes(key) && isValue(key, value));
      if (known.length < values.length) unknown.push(part);
      if (known.length > 0) addTerm(state.terms, { key, not, values: /** @type {string[]} */ (known) });
    }
    return { state, unknown };
  };

  /** A key stands once as a demand and once as an exclusion. */
  const addTerm = (/** @type {Term[]} */ terms, /** @type {Term} */ term) => {
    const same = terms.find((one) => one.key === term.key && one.not === term.not);
    if (!same) terms.push({ key: term.key, not: term.not, values: [...new Set(term.values)] });
    else for (const value of term.values) if (!same.values.includes(value)) same.values.push(value);
  };

  const order = (/** @type {Term[]} */ terms) =>
    [...terms].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key) || Number(one.not) - Number(other.not));

  /**
   * The text behind the `#` for a state; equal states give equal texts.
   * @param {ExplorerState} state
   */
  const print = (state) => {
    const parts = order(state.terms).map((term) => (term.not ? "-" : "") + term.key + "=" + term.values.map(encode).join(","));
    for (const name of settingNames) if (state[name] !== empty()[name]) parts.push(name + "=" + encode(state[name]));
    return parts.join("&");
  };

  /** The same as a person reads it. */
  const readable = (/** @type {ExplorerState} */ state) => {
    const quoted = (/** @type {string} */ value) => (/[\s"]/.test(value) ? JSON.stringify(value) : value);
    const parts = order(state.terms).map((term) => (term.not ? "-" : "") + term.key + ":" + term.values.map(quoted).join(","));
    for (const name of settingNames) if (state[name] !== empty()[name]) parts.push(name + ":" + state[name]);
    return parts.join(" ");
  };

  /**
   * @param {ExplorerState} state
   * @param {string} key
   * @param {boolean} [not]
   */
  const values = (state, key, not = false) => state.terms.find((term) => term.key === key && term.not === not)?.values ?? [];

  /**
   * The state with the values of one key replaced; no values remove the term.
   * @param {ExplorerState} state
   */
  const withValues = (state, /** @type {string} */ key, /** @type {string[]} */ list, not = false) => {
    const terms = state.terms.filter((term) => term.key !== key || term.not !== not);
    if (list.length > 0) terms.push({ key, not, values: list });
    return { ...state, terms: order(terms) };
  };

  /**
   * Adds the value or takes it away.
   * @param {ExplorerState} state
   */
  const toggled = (state, /** @type {string} */ key, /** @type {string} */ value, not = false) => {
    const list = values(state, key, not);
    const changed = withValues(state, key, list.includes(value) ? list.filter((one) => one !== value) : [...list, value], not);
    // A value cannot be demanded and excluded.
    return withValues(changed, key, values(changed, key, !not).filter((one) => one !== value), !not);
  };

  return { keys, settings, empty, parse, print, readable, values, withValues, toggled };
})();
