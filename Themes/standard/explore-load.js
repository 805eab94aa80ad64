// Fetches the data by script elements, since a page from a disk may load nothing else: the head, its lists, then the shards.
"use strict";

const ExploreLoad = (() => {
  /** @typedef {Head | Shard | {kind: "lists", lists: Partial<Lists>}} Delivery */

  /**
   * What the script that is running hands over; the data scripts call the global function.
   * @type {Delivery[]}
   */
  const arrived = [];
  /** @type {any} */ (globalThis).faultlineExplore = (/** @type {Delivery} */ delivery) => { arrived.push(delivery); };

  /**
   * Resolves to what the file handed over; null when it cannot be read.
   * @returns {Promise<Delivery | null>}
   */
  const script = (/** @type {string} */ file) => new Promise((done) => {
    const element = document.createElement("script");
    element.src = "data/" + file;
    element.addEventListener("load", () => {
      element.remove();
      done(arrived.shift() ?? null);
    });
    element.addEventListener("error", () => {
      element.remove();
      done(null);
    });
    document.head.append(element);
  });

  /** @returns {Promise<Store | null>} null when the dictionaries cannot be read. */
  const open = async () => {
    const head = await script("explore.js");
    if (head?.kind !== "head") return null;
    /** @type {Lists} */
    const lists = { names: [], agents: [], groups: [], markers: [], kinds: [] };
    for (const file of head.lists) {
      const part = await script(file);
      if (part?.kind !== "lists") return null;
      lists.names.push(...part.lists.names ?? []);
      lists.agents.push(...part.lists.agents ?? []);
      lists.groups.push(...part.lists.groups ?? []);
      lists.markers.push(...part.lists.markers ?? []);
      lists.kinds.push(...part.lists.kinds ?? []);
    }
    return ExploreStore.create(head, lists);
  };

  /**
   * Reads all shards one after another, those of the time first. `progress` is told after each; the answer counts those that could
   * not be read.
   * @param {Store} store
   * @param {() => void} progress
   */
  const rows = async (store, /** @type {number} */ from, /** @type {number} */ until, progress) => {
    let lost = 0;
    for (const number of ExploreStore.order(store.head, from, until)) {
      const shard = await script(store.head.shards[number].file);
      if (shard?.kind === "rows") ExploreStore.take(store, shard);
      else lost += 1;
      progress();
    }
    return lost;
  };

  /**
   * The pages of failures that have an id, from the index that the id box of every page uses; empty when it has none.
   * @returns {Promise<Set<string>>}
   */
  const pagesOfID = async (/** @type {string} */ id) => {
    const lookUp = /** @type {any} */ (globalThis).faultlineLookUp;
    if (typeof lookUp !== "function") return new Set();
    const entries = /** @type {[string, string][]} */ (await lookUp(id));
    return new Set(entries.map(([, page]) => page));
  };

  return { open, rows, pagesOfID };
})();
