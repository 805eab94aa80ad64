// Which rows a filter leaves, and how many of each value: conditions on kinds of rows are looked up, the others tested row by row.
"use strict";

/**
 * `rows` are the places of the rows that pass, in order of time; `byKind` counts requests that pass all conditions but those on
 * kinds, which is what the counts beside the values are made from.
 * @typedef {{rows: Uint32Array, length: number, requests: number, byKind: Uint32Array, kindPasses: Uint8Array}} Selected
 */
/**
 * Conditions on single rows. Absent ones hold for every row.
 * @typedef {{latencies: [number, number][] | null, agents: Uint8Array | null,
 *   failures: Uint8Array | null, healthy: boolean, ids: Uint8Array | null}} RowTest
 */

const ExploreFilter = (() => {
  /** Half-open intervals in order that hold what `wanted` holds (all, when empty) and `unwanted` does not. */
  const intervals = (/** @type {[number, number][]} */ wanted, /** @type {[number, number][]} */ unwanted) => {
    /** @type {[number, number][]} */
    let result = [];
    const sorted = (wanted.length > 0 ? [...wanted] : [/** @type {[number, number]} */ ([-Infinity, Infinity])]).sort((one, other) => one[0] - other[0]);
    for (const [from, until] of sorted) {
      const last = result[result.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], until);
      else result.push([from, until]);
    }
    for (const [from, until] of unwanted) {
      result = result.flatMap(([start, end]) => /** @type {[number, number][]} */ ([[start, Math.min(end, from)], [Math.max(start, until), end]]));
    }
    return result.filter(([from, until]) => from < until);
  };

  /** @returns {[number, number]} */
  const times = (/** @type {string} */ value) => {
    const [from, until] = value.split("..");
    return [from === "" ? -Infinity : Date.parse(from), until === "" ? Infinity : Date.parse(until)];
  };

  /**
   * Both ends belong to a range of latencies.
   * @returns {[number, number]}
   */
  const latencies = (/** @type {string} */ value) => {
    const [from, until] = value.split("..");
    return [from === "" ? 0 : Number(from), until === "" ? Infinity : Number(until) + 1];
  };

  const has = (/** @type {ExplorerState} */ state, /** @type {string} */ key) => state.terms.some((term) => term.key === key);

  /**
   * 1 for each value that the terms of its key let pass; null when there is none.
   * @param {(value: string) => (candidate: string) => boolean} match
   */
  const mask = (/** @type {ExplorerState} */ state, /** @type {string} */ key, /** @type {string[]} */ candidates, match) => {
    if (!has(state, key)) return null;
    const wanted = ExploreQuery.values(state, key).map(match);
    const unwanted = ExploreQuery.values(state, key, true).map(match);
    return Uint8Array.from(candidates, (candidate) =>
      Number((wanted.length === 0 || wanted.some((test) => test(candidate))) && !unwanted.some((test) => test(candidate))));
  };

  const equal = (/** @type {string} */ value) => (/** @type {string} */ candidate) => value === candidate;

  const contains = (/** @type {string} */ value) => {
    const low = value.toLowerCase();
    return (/** @type {string} */ candidate) => candidate.toLowerCase().includes(low);
  };

  /** Names that are empty in the columns are called `(none)` in a filter. */
  const orNone = (/** @type {string[]} */ names) => names.map((name) => name || ExploreDimensions.none);

  /**
   * @param {Store} store
   * @param {ExplorerState} state
   * @param {IDMatches} idMatches
   * @returns {RowTest}
   */
  const rowTest = (store, state, idMatches) => {
    const sources = mask(state, "source", orNone(store.sources), equal);
    const texts = mask(state, "text", store.messages, contains);
    /** @type {Uint8Array | null} */
    let failures = null;
    if (sources || texts) {
      failures = new Uint8Array(store.head.failures);
      for (let place = 0; place < failures.length; place++) {
        failures[place] = Number((!sources || sources[store.sourceOf[place]] === 1) && (!texts || texts[store.messageOf[place]] === 1));
      }
    }
    const ids = ExploreQuery.values(state, "id");
    const notIDs = ExploreQuery.values(state, "id", true);
    return {
      latencies: has(state, "latency")
        ? intervals(ExploreQuery.values(state, "latency").map(latencies), ExploreQuery.values(state, "latency", true).map(latencies)) : null,
      agents: mask(state, "agent", orNone(store.lists.agents), equal),
      failures,
      // What has no page has neither a message nor a source.
      healthy: ExploreQuery.values(state, "text").length === 0
        && (!has(state, "source") || sourceless(state)),
      ids: ids.length + notIDs.length > 0 ? ExploreIDs.mask(store, ids, notIDs, idMatches) : null,
    };
  };

  const sourceless = (/** @type {ExplorerState} */ state) => {
    const wanted = ExploreQuery.values(state, "source");
    return (wanted.length === 0 || wanted.includes(ExploreDimensions.none))
      && !ExploreQuery.values(state, "source", true).includes(ExploreDimensions.none);
  };

  /**
   * 1 for each kind that the terms on one dimension let pass.
   * @param {Dimension} dimension
   * @param {ExplorerState} state
   */
  const kindMask = (dimension, state) => {
    const values = mask(state, dimension.key, dimension.values, equal);
    return values ? Uint8Array.from(dimension.of, (place) => values[place]) : null;
  };

  /**
   * Places of the first and after the last row of each stretch that is loaded and lies in the times.
   * @param {Store} store
   */
  const stretches = (store, /** @type {[number, number][]} */ allowed) => {
    /** @type {[number, number][]} */
    const found = [];
    const lowest = (/** @type {number} */ time, /** @type {number} */ from, /** @type {number} */ until) => {
      while (from < until) {
        const middle = (from + until) >> 1;
        if (store.time[middle] < time) from = middle + 1; else until = middle;
      }
      return from;
    };
    for (const [first, end] of store.segments) {
      for (const [from, until] of allowed) {
        const start = lowest(from, first, end);
        const stop = lowest(until, start, end);
        if (start < stop) found.push([start, stop]);
      }
    }
    return found;
  };

  /**
   * 1 for each loaded row that passes the terms on single rows; null when there are none. The last few are kept, since most changes
   * of a filter leave them as they are.
   * @param {Store} store
   * @param {ExplorerState} state
   * @param {IDMatches} matches
   * @param {string} [without]
   * @returns {Uint8Array | null}
   */
  const rowMask = (store, state, matches, without) => {
    const terms = state.terms.filter((term) => rowKeys.includes(term.key) && term.key !== without);
    if (terms.length === 0) return null;
    const found = terms.flatMap((term) => (term.key === "id" ? term.values.map((id) => matches.get(id)?.size ?? -1) : []));
    const key = JSON.stringify([store.version, terms, found]);
    const kept = masks.get(store) ?? new Map();
    const passes = kept.get(key) ?? testRows(store, rowTest(store, { ...state, terms }, matches));
    kept.delete(key);
    kept.set(key, passes);
    if (kept.size > 3) kept.delete(kept.keys().next().value);
    masks.set(store, kept);
    return passes;
  };

  const rowKeys = ["latency", "agent", "source", "text", "id"];

  /** @type {WeakMap<Store, Map<string, Uint8Array>>} */
  const masks = new WeakMap();

  /**
   * @param {Store} store
   * @param {RowTest} test
   */
  const testRows = (store, test) => {
    const { latencies: allowed, agents, failures, healthy, ids } = test;
    const passes = new Uint8Array(store.head.rows);
    for (const [start, stop] of store.segments) {
      for (let row = start; row < stop; row++) {
        if (allowed && !allowed.some(([from, until]) => store.latency[row] >= from && store.latency[row] < until)) continue;
        if (agents && agents[store.agent[row]] === 0) continue;
        if (failures || !healthy) {
          const failure = store.failureOf[row];
          if (failure < 0 ? !healthy : failures !== null && failures[failure] === 0) continue;
        }
        if (ids && ids[row] === 0) continue;
        passes[row] = 1;
      }
    }
    return passes;
  };

  /** The times that the terms leave. */
  const timesOf = (/** @type {ExplorerState} */ state) =>
    intervals(ExploreQuery.values(state, "time").map(times), ExploreQuery.values(state, "time", true).map(times));

  /**
   * @param {Store} store
   * @param {Map<string, Dimension>} dimensions
   * @param {ExplorerState} state
   * @param {IDMatches} matches
   * @returns {Selected}
   */
  const select = (store, dimensions, state, matches) => {
    const kinds = store.lists.kinds.length;
    const kindPasses = new Uint8Array(kinds).fill(1);
    for (const dimension of dimensions.values()) {
      const passes = kindMask(dimension, state);
      if (passes) for (let kind = 0; kind < kinds; kind++) kindPasses[kind] &= passes[kind];
    }
    const rows = new Uint32Array(store.head.rows + 1);
    const byKind = new Uint32Array(kinds);
    const mask = rowMask(store, state, matches);
    let length = 0;
    for (const [start, stop] of stretches(store, timesOf(state))) {
      length = mask || store.count ? takeSome(store, start, stop, mask, kindPasses, byKind, rows, length)
        : takeAll(store.kind, start, stop, kindPasses, byKind, rows, length);
    }
    let requests = 0;
    for (let kind = 0; kind < kinds; kind++) requests += byKind[kind] * kindPasses[kind];
    return { rows, length, requests, byKind, kindPasses };
  };

  // The loops over all rows are functions of their own with nothing else in them: that is what keeps them fast.

  const takeAll = (/** @type {Store["kind"]} */ kind, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Uint8Array} */ kindPasses, /** @type {Uint32Array} */ byKind, /** @type {Uint32Array} */ rows, /** @type {number} */ length) => {
    for (let row = start; row < stop; row++) {
      const of = kind[row];
      byKind[of] += 1;
      rows[length] = row;
      length += kindPasses[of];
    }
    return length;
  };

  const takeSome = (/** @type {Store} */ store, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Uint8Array | null} */ mask, /** @type {Uint8Array} */ kindPasses, /** @type {Uint32Array} */ byKind, /** @type {Uint32Array} */ rows, /** @type {number} */ length) => {
    const { kind, count } = store;
    for (let row = start; row < stop; row++) {
      if (mask && mask[row] === 0) continue;
      const of = kind[row];
      byKind[of] += count ? count[row] : 1;
      rows[length] = row;
      length += kindPasses[of];
    }
    return length;
  };

  /**
   * How many requests each value of a dimension has under all terms but its own.
   * @param {Map<string, Dimension>} dimensions
   * @param {Selected} selection
   */
  const facet = (dimensions, /** @type {ExplorerState} */ state, selection, /** @type {Dimension} */ dimension) => {
    const counts = new Float64Array(dimension.values.length);
    const masks = [...dimensions.values()].filter((other) => other !== dimension).flatMap((other) => kindMask(other, state) ?? []);
    for (let kind = 0; kind < selection.byKind.length; kind++) {
      if (masks.every((passes) => passes[kind] === 1)) counts[dimension.of[kind]] += selection.byKind[kind];
    }
    return counts;
  };

  /**
   * The same for user agents and for sources, which are no matter of kinds.
   * @param {Store} store
   * @param {Selected} selection
   * @param {"agent" | "source"} key
   */
  const rowFacet = (store, /** @type {ExplorerState} */ state, selection, key, /** @type {IDMatches} */ matches) => {
    const counts = new Uint32Array(key === "agent" ? store.lists.agents.length : store.sources.length);
    const { kind, agent, count, failureOf, sourceOf } = store;
    if (key === "agent" && !has(state, key)) {
      countAgents(agent, count, selection, counts);
      return counts;
    }
    const mask = rowMask(store, state, matches, key);
    for (const [start, stop] of stretches(store, timesOf(state))) {
      for (let row = start; row < stop; row++) {
        if (selection.kindPasses[kind[row]] === 0 || mask && mask[row] === 0) continue;
        if (key === "agent") counts[agent[row]] += count ? count[row] : 1;
        else if (failureOf[row] >= 0) counts[sourceOf[failureOf[row]]] += 1;
      }
    }
    return counts;
  };

  /**
   * Requests of `slots` equal stretches from `since`, under all terms but those on time; the first and the last one hold what lies
   * beyond them.
   * @param {Store} store
   * @param {Selected} selection
   */
  const context = (store, /** @type {ExplorerState} */ state, selection, /** @type {number} */ since, /** @type {number} */ width, /** @type {number} */ slots, /** @type {IDMatches} */ matches) => {
    const counts = new Float64Array(slots);
    const { kind, count } = store;
    const mask = rowMask(store, state, matches);
    for (let slot = 0; slot < slots; slot++) {
      const from = slot === 0 ? -Infinity : since + slot * width;
      const until = slot === slots - 1 ? Infinity : since + (slot + 1) * width;
      for (const [start, stop] of stretches(store, [[from, until]])) {
        counts[slot] += mask || count ? countSome(kind, start, stop, selection.kindPasses, mask, count) : countAll(kind, start, stop, selection.kindPasses);
      }
    }
    return counts;
  };

  const countAgents = (/** @type {Uint16Array} */ agent, /** @type {Uint32Array | null} */ count, /** @type {Selected} */ selection, /** @type {Uint32Array} */ counts) => {
    const { rows, length } = selection;
    for (let place = 0; place < length; place++) counts[agent[rows[place]]] += count ? count[rows[place]] : 1;
  };

  const countAll = (/** @type {Store["kind"]} */ kind, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Uint8Array} */ kindPasses) => {
    let total = 0;
    for (let row = start; row < stop; row++) total += kindPasses[kind[row]];
    return total;
  };

  const countSome = (/** @type {Store["kind"]} */ kind, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Uint8Array} */ kindPasses, /** @type {Uint8Array | null} */ mask, /** @type {Uint32Array | null} */ count) => {
    let total = 0;
    for (let row = start; row < stop; row++) {
      if (!mask || mask[row] === 1) total += kindPasses[kind[row]] * (count ? count[row] : 1);
    }
    return total;
  };

  return { select, facet, rowFacet, context, intervals, times, orNone };
})();
