// Rows by an id: failures have all their ids in the index of pages, of other rows the first six digits or a hash are kept.
"use strict";

/**
 * For an id that was typed, the pages of the failures that have it.
 * @typedef {Map<string, Set<string>>} IDMatches
 */

const ExploreIDs = (() => {
  /**
   * @param {Store} store
   * @param {string[]} wanted
   * @param {string[]} unwanted
   * @param {IDMatches} matches
   */
  const mask = (store, wanted, unwanted, matches) => {
    const passes = new Uint8Array(store.head.rows);
    const tests = wanted.map((id) => testOf(store, id, matches));
    const not = unwanted.map((id) => testOf(store, id, matches));
    for (let row = 0; row < passes.length; row++) {
      passes[row] = Number((tests.length === 0 || tests.some((test) => test(row))) && !not.some((test) => test(row)));
    }
    return passes;
  };

  /**
   * @param {Store} store
   * @param {string} id
   * @param {IDMatches} matches
   */
  const testOf = (store, id, matches) => {
    const pages = matches.get(id);
    const bare = bareID(id);
    const short = shortTest(store, id);
    const isFound = bare.length === 32 && pages !== undefined && pages.size > 0;
    return (/** @type {number} */ row) => {
      const failure = store.failureOf[row];
      if (failure >= 0 && pages && pages.has(store.pages[failure])) return true;
      // A failure has its whole ids in the index of pages, and a whole id is that of one request; else the six digits of other rows must do.
      if (isFound || failure >= 0 && bare.length > 6 && pages) return false;
      return short(row);
    };
  };

  const bareID = (/** @type {string} */ id) => id.toLowerCase().replace(/-/g, "");

  /**
   * Whether a row's short id is that of the id.
   * @param {Store} store
   */
  const shortTest = (store, /** @type {string} */ id) => {
    const bare = bareID(id);
    const head = /^[0-9a-f]{6,32}$/.test(bare) ? parseInt(bare.slice(0, 6), 16) : -1;
    const hash = ExploreStore.idHash(id);
    const kinds = store.lists.kinds;
    return (/** @type {number} */ row) =>
      (kinds[store.kind[row]][ExploreDimensions.at.hasUUID] === 1 ? store.id[row] === head : store.id[row] !== 0 && store.id[row] === hash);
  };

  /**
   * For each id of the filter that is longer than what is kept of healthy requests: how many of the selected rows it was found by that.
   * @param {Store} store
   * @param {Selected} selection
   * @returns {{id: string, head: string | null, count: number}[]} `head` is null where a hash is kept.
   */
  const shortened = (store, /** @type {ExplorerState} */ state, selection) =>
    ExploreQuery.values(state, "id").map((id) => {
      const bare = bareID(id);
      const isDigits = /^[0-9a-f]+$/.test(bare);
      const test = shortTest(store, id);
      let count = 0;
      if (!isDigits || bare.length > 6) {
        for (let place = 0; place < selection.length; place++) {
          const row = selection.rows[place];
          if (store.failureOf[row] < 0 && test(row)) count += 1;
        }
      }
      return { id, head: isDigits ? bare.slice(0, 6) : null, count };
    }).filter(({ count }) => count > 0);

  return { mask, shortened };
})();
