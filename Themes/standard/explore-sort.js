// Puts the selected rows in the order of a column: each row's value as a whole number, then a radix sort, so that equal rows keep the order of time.
"use strict";

const ExploreSort = (() => {
  /** Ranks of names in alphabetical order; empty ones last. */
  const ranks = (/** @type {string[]} */ names) => {
    const order = [...names.keys()].sort((one, other) =>
      Number(names[one] === "") - Number(names[other] === "") || (names[one] < names[other] ? -1 : names[one] > names[other] ? 1 : 0));
    const rank = new Uint32Array(names.length);
    order.forEach((place, number) => { rank[place] = number; });
    return rank;
  };

  /**
   * The number that a row is sorted by.
   * @param {Store} store
   * @param {Map<string, Dimension>} dimensions
   * @returns {(row: number) => number}
   */
  const keyOf = (store, dimensions, /** @type {string} */ column) => {
    const dimension = dimensions.get(column);
    if (dimension) {
      const rank = ranks(dimension.labels);
      return (row) => rank[dimension.of[store.kind[row]]];
    }
    if (column === "latency") return (row) => store.latency[row] + 1;
    if (column === "agent") {
      const rank = ranks(store.lists.agents);
      return (row) => rank[store.agent[row]];
    }
    const rank = ranks(store.messages);
    return (row) => (store.failureOf[row] < 0 ? store.messages.length : rank[store.messageOf[store.failureOf[row]]]);
  };

  /** Least digit first, 16 bits a pass. */
  const radix = (/** @type {Uint32Array} */ rows, /** @type {Uint32Array} */ keys) => {
    let [from, keysFrom] = [rows, keys];
    let [to, keysTo] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65537);
      for (let place = 0; place < keysFrom.length; place++) starts[(keysFrom[place] >>> shift & 0xffff) + 1] += 1;
      for (let digit = 0; digit < 65536; digit++) starts[digit + 1] += starts[digit];
      for (let place = 0; place < from.length; place++) {
        const target = starts[keysFrom[place] >>> shift & 0xffff]++;
        to[target] = from[place];
        keysTo[target] = keysFrom[place];
      }
      [from, to, keysFrom, keysTo] = [to, from, keysTo, keysFrom];
    }
    return from;
  };

  /**
   * The rows of a selection in the order that `sort` names; a minus turns it round.
   * @param {Store} store
   * @param {Map<string, Dimension>} dimensions
   * @param {Selected} selection
   */
  const sorted = (store, dimensions, selection, /** @type {string} */ sort) => {
    const rows = selection.rows.slice(0, selection.length);
    const isDown = sort.startsWith("-");
    const column = sort.replace(/^-/, "");
    if (column === "time") return isDown ? rows.reverse() : rows;
    const key = keyOf(store, dimensions, column);
    const keys = new Uint32Array(rows.length);
    for (let place = 0; place < rows.length; place++) keys[place] = isDown ? 0xffffffff - key(rows[place]) : key(rows[place]);
    return radix(rows, keys);
  };

  return { sorted };
})();
