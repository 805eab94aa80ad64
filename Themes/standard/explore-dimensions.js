// What rows can be told apart by: each dimension gives every kind of row a value, so that filtering and counting look at kinds.
"use strict";

/**
 * `of` holds, for each kind of row, the place of its value among `values`; `labels` are those values in words.
 * @typedef {{key: string, title: string, values: string[], labels: string[], of: Uint32Array}} Dimension
 */

const ExploreDimensions = (() => {
  const none = "(none)";
  const background = "(background)";

  // Places in the array of a kind, as `ExplorerData.swift` writes it.
  const at = {
    endpoint: 0, api: 1, stage: 2, method: 3, function: 4, version: 5, status: 6, cause: 7, group: 8, start: 9, outcome: 10,
    isRequest: 11, hasUUID: 12, clientFailed: 13,
  };

  /** @type {Record<string, string>} */
  const layers = {
    edge: "WAF", gateway: "Gateway", authorizer: "Authorizer", function: "Function", response: "Response", unknown: "Unknown",
  };

  /** @type {[string, string][]} */
  const clients = [["answered", "got an answer"], ["failed", "got an error"], ["none", "no client"]];

  /** @type {[string, string][]} */
  const outcomes = [
    ["succeeded", "succeeded"], ["failed", "failed"], ["never-ran", "never ran"], ["unknown", "no log of it"],
  ];

  /**
   * Key, title in the filters, and the value and label of a kind.
   * @type {[string, string, (kind: number[], store: Store) => [string, string]][]}
   */
  const rules = [
    ["class", "Client got", (kind) => statusClass(kind)],
    ["client", "Client", (kind) => clients[kind[at.isRequest] ? kind[at.clientFailed] : 2]],
    ["failed", "Failure", (kind) => (kind[at.cause] < 0 ? ["no", "no"] : ["yes", "yes"])],
    ["status", "Status", (kind) => status(kind)],
    ["endpoint", "Endpoint", (kind, store) => ofRequest(kind, store.lists.names[kind[at.endpoint]], "no route")],
    ["cause", "Cause", (kind, store) => {
      const cause = store.head.causes[kind[at.cause]];
      return cause ? [cause[0], cause[1]] : [none, "no failure"];
    }],
    ["layer", "Broke at", (kind, store) => {
      const cause = store.head.causes[kind[at.cause]];
      return cause ? [cause[2], layers[cause[2]] ?? cause[2]] : [none, "no failure"];
    }],
    ["group", "Group", (kind, store) => store.lists.groups[kind[at.group]] ?? [none, "no failure"]],
    ["function", "Function", (kind, store) => named(store.lists.names[kind[at.function]], "no function")],
    ["outcome", "Function said", (kind) => outcomes[kind[at.outcome]] ?? outcomes[3]],
    ["version", "Version", (kind, store) => named(store.lists.names[kind[at.version]], "not known")],
    ["start", "Start", (kind) => /** @type {[string, string][]} */ ([[none, "no run known"], ["warm", "warm"], ["cold", "cold"]])[kind[at.start]]],
    ["method", "Method", (kind, store) => ofRequest(kind, store.lists.names[kind[at.method]], "not logged")],
    ["api", "API", (kind, store) => ofRequest(kind, store.lists.names[kind[at.api]], "not logged")],
    ["stage", "Stage", (kind, store) => ofRequest(kind, store.lists.names[kind[at.stage]], "not logged")],
  ];

  /** @returns {[string, string]} */
  const named = (/** @type {string} */ name, /** @type {string} */ otherwise) => (name === "" ? [none, otherwise] : [name, name]);

  /** @returns {[string, string]} */
  const ofRequest = (/** @type {number[]} */ kind, /** @type {string} */ name, /** @type {string} */ otherwise) =>
    kind[at.isRequest] ? named(name, otherwise) : [background, "no client"];

  /** @returns {[string, string]} */
  const status = (/** @type {number[]} */ kind) => {
    if (!kind[at.isRequest]) return [background, "no client"];
    return kind[at.status] < 0 ? [none, "not logged"] : [String(kind[at.status]), String(kind[at.status])];
  };

  /** @returns {[string, string]} */
  const statusClass = (/** @type {number[]} */ kind) => {
    const [value, label] = status(kind);
    return /^\d/.test(value) ? [value[0] + "xx", value[0] + "xx"] : [value, label];
  };

  /**
   * @param {Store} store
   * @returns {Map<string, Dimension>}
   */
  const create = (store) => {
    const kinds = store.lists.kinds;
    /** @type {Map<string, Dimension>} */
    const made = new Map();
    for (const [key, title, rule] of rules) {
      /** @type {Dimension} */
      const dimension = { key, title, values: [], labels: [], of: new Uint32Array(kinds.length) };
      /** @type {Map<string, number>} */
      const places = new Map();
      kinds.forEach((kind, number) => {
        const [value, label] = rule(kind, store);
        let place = places.get(value);
        if (place === undefined) {
          place = dimension.values.length;
          places.set(value, place);
          dimension.values.push(value);
          dimension.labels.push(label);
        }
        dimension.of[number] = place;
      });
      made.set(key, dimension);
    }
    return made;
  };

  return { create, at, none, background };
})();
