// The explorer's rows in memory: typed arrays that fill while the data scripts arrive, each handing itself over by a call.
"use strict";

/**
 * @typedef {{file: string, rows: number, failures: number, from: number, until: number}} ShardPlan
 * @typedef {{kind: "head", rows: number, requests: number, failures: number, summarised: boolean, since: number, until: number,
 *   zone: Zone, shards: ShardPlan[], causes: [string, string, string][], lists: string[]}} Head
 * @typedef {{names: string[], agents: string[], groups: [string, string][], markers: [number, string][], kinds: number[][]}} Lists
 * @typedef {{rows: string, ids: string, rests: Record<string, string>, messages: string[], messageOf: string, sources: string[],
 *   sourceOf: string}} FailureColumns
 * @typedef {{kind: "rows", shard: number, times: string, kinds: string, agents: string, latencies: string, ids: string,
 *   counts: string, failures: FailureColumns}} Shard
 */
/**
 * Column by column. Rows of one segment are in order of time; `failureOf` is -1 for what has no page.
 * @typedef {{head: Head, lists: Lists, time: Float64Array, kind: Uint16Array | Uint32Array, agent: Uint16Array, latency: Int32Array,
 *   id: Uint32Array, count: Uint32Array | null, failureOf: Int32Array, pages: string[], messages: string[], sources: string[],
 *   messageOf: Uint32Array, sourceOf: Uint32Array, segments: [number, number][], loadedRows: number, version: number}} Store
 */

const ExploreStore = (() => {
  const bytes = (/** @type {string} */ text) => {
    const binary = atob(text);
    const made = new Uint8Array(binary.length);
    for (let index = 0; index < made.length; index++) made[index] = binary.charCodeAt(index);
    return made;
  };

  /** Reads numbers of seven bits a byte, the low ones first, and gives each to `take` with its place. */
  const numbers = (/** @type {string} */ text, /** @type {(value: number, place: number) => void} */ take) => {
    const read = bytes(text);
    let place = 0;
    for (let index = 0; index < read.length;) {
      let value = read[index] & 0x7f;
      let scale = 128;
      while (read[index++] & 0x80) {
        value += (read[index] & 0x7f) * scale;
        scale *= 128;
      }
      take(value, place++);
    }
  };

  /**
   * @param {Head} head
   * @param {Lists} lists
   * @returns {Store}
   */
  const create = (head, lists) => ({
    head, lists,
    time: new Float64Array(head.rows), kind: lists.kinds.length > 65536 ? new Uint32Array(head.rows) : new Uint16Array(head.rows), agent: new Uint16Array(head.rows),
    latency: new Int32Array(head.rows), id: new Uint32Array(head.rows),
    count: head.summarised ? new Uint32Array(head.rows) : null,
    failureOf: new Int32Array(head.rows).fill(-1),
    pages: [], messages: [], sources: [], messageOf: new Uint32Array(head.failures), sourceOf: new Uint32Array(head.failures),
    segments: [], loadedRows: 0, version: 0,
  });

  /** 32 digits from 16 bytes. */
  const digits = (/** @type {Uint8Array} */ all, /** @type {number} */ from) => {
    let text = "";
    for (let index = from; index < from + 16; index++) text += (all[index] < 16 ? "0" : "") + all[index].toString(16);
    return text;
  };

  /** Texts that several shards have are kept once. */
  const merge = (/** @type {string[]} */ into, /** @type {string[]} */ texts, /** @type {Map<string, number>} */ known) =>
    texts.map((text) => {
      let place = known.get(text);
      if (place === undefined) {
        place = into.length;
        into.push(text);
        known.set(text, place);
      }
      return place;
    });

  /** @type {WeakMap<Store, [Map<string, number>, Map<string, number>]>} */
  const knownTexts = new WeakMap();

  /**
   * Puts a shard's rows in their place.
   * @param {Store} store
   * @param {Shard} shard
   */
  const take = (store, shard) => {
    const plans = store.head.shards;
    let start = 0;
    let firstFailure = 0;
    for (let number = 0; number < shard.shard; number++) {
      start += plans[number].rows;
      firstFailure += plans[number].failures;
    }
    const plan = plans[shard.shard];
    let time = plan.from;
    numbers(shard.times, (value, place) => { time += value; store.time[start + place] = time; });
    numbers(shard.kinds, (value, place) => { store.kind[start + place] = value; });
    numbers(shard.agents, (value, place) => { store.agent[start + place] = value; });
    numbers(shard.latencies, (value, place) => { store.latency[start + place] = value - 1; });
    const counts = store.count;
    if (counts) numbers(shard.counts, (value, place) => { counts[start + place] = value; });
    const ids = bytes(shard.ids);
    for (let place = 0; place < plan.rows; place++) {
      store.id[start + place] = ids[3 * place] | ids[3 * place + 1] << 8 | ids[3 * place + 2] << 16;
    }
    takeFailures(store, shard.failures, start, firstFailure);
    const segment = /** @type {[number, number]} */ ([start, start + plan.rows]);
    store.segments.push(segment);
    store.segments.sort((one, other) => one[0] - other[0]);
    store.loadedRows += plan.rows;
    store.version += 1;
  };

  /**
   * @param {Store} store
   * @param {FailureColumns} failures
   * @param {number} start
   * @param {number} first
   */
  const takeFailures = (store, failures, start, first) => {
    const known = knownTexts.get(store) ?? [new Map(), new Map()];
    knownTexts.set(store, known);
    const messages = merge(store.messages, failures.messages, known[0]);
    const sources = merge(store.sources, failures.sources, known[1]);
    const ids = bytes(failures.ids);
    let row = start;
    numbers(failures.rows, (value, place) => {
      row += value;
      store.failureOf[row] = first + place;
      const rest = failures.rests[place] ?? "";
      const head = digits(ids, 16 * place);
      const id = rest !== "" && /^0{32}$/.test(head) ? rest : head + rest;
      store.pages[first + place] = "failures/" + id.slice(0, 2) + "/" + id + ".html";
    });
    numbers(failures.messageOf, (value, place) => { store.messageOf[first + place] = messages[value]; });
    numbers(failures.sourceOf, (value, place) => { store.sourceOf[first + place] = sources[value]; });
  };

  /**
   * Shards in the order to load them: those of the filtered time first, and the newest first.
   * @param {Head} head
   */
  const order = (head, /** @type {number} */ from, /** @type {number} */ until) => {
    const isWanted = (/** @type {ShardPlan} */ plan) => plan.until >= from && plan.from < until;
    const all = head.shards.map((_, number) => number).reverse();
    return [...all.filter((number) => isWanted(head.shards[number])), ...all.filter((number) => !isWanted(head.shards[number]))];
  };

  /** FNV-1a folded to 24 bits, as the writer of the data computes it for ids that are no UUID. */
  const idHash = (/** @type {string} */ text) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return ((hash ^ hash >>> 24) & 0xffffff) || 1;
  };

  return { create, take, order, idHash, numbers };
})();
