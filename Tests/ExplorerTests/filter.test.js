// Which rows a filter leaves, and what is counted beside the values.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { ExploreQuery, ExploreFilter, ExploreIDs, ExploreSort, ExploreStore } = require("./scripts.js");
const { night, since } = require("./night.js");

const rows = [
  { at: 0, endpoint: "GET /a", status: 200, function: "f", version: "1", start: "cold", latency: 40, agent: "curl", id: "aaaaaa00000000000000000000000001" },
  { at: 60000, endpoint: "GET /a", status: 500, cause: "handled-error", function: "f", version: "2", start: "warm", latency: 900, agent: "curl", id: "bbbbbb00000000000000000000000002", message: "TypeError: no total", source: "‹ip:1›" },
  { at: 120000, endpoint: "GET /b", status: 200, function: "g", version: "1", latency: 10, agent: "okhttp", id: "JKJaXmPLvHcESHA=" },
  { at: 180000, endpoint: "GET /b", status: 429, cause: "throttled", latency: 2, id: "cccccc00000000000000000000000003", message: "Too Many Requests", source: "‹ip:2›" },
  { at: 240000, run: true, cause: "background-failure", function: "worker", latency: 3000, id: "dddddd00000000000000000000000004", message: "boom" },
];

const places = (text, given = rows, options = {}, matches = new Map()) => {
  const { store, dimensions } = night(given, options);
  const selection = ExploreFilter.select(store, dimensions, ExploreQuery.parse(text).state, matches);
  return [...selection.rows.subarray(0, selection.length)];
};

test("no filter leaves every row", () => assert.deepEqual(places(""), [0, 1, 2, 3, 4]));

test("values of one key add up, keys narrow", () => {
  assert.deepEqual(places("endpoint=GET+/a,GET+/b&class=2xx"), [0, 2]);
  assert.deepEqual(places("endpoint=GET+/a&class=5xx"), [1]);
  assert.deepEqual(places("status=500,429"), [1, 3]);
});

test("a minus leaves out", () => {
  assert.deepEqual(places("-class=2xx"), [1, 3, 4]);
  assert.deepEqual(places("endpoint=GET+/a,GET+/b&-status=429"), [0, 1, 2]);
});

test("what is not known has a name of its own", () => {
  assert.deepEqual(places("version=%28none%29"), [3, 4]);
  assert.deepEqual(places("status=%28background%29"), [4]);
  assert.deepEqual(places("cause=%28none%29"), [0, 2]);
  assert.deepEqual(places("client=failed"), [1, 3]);
  assert.deepEqual(places("-client=none"), [0, 1, 2, 3]);
});

test("a window of time holds its start and not its end", () => {
  assert.deepEqual(places("time=2026-03-12T10:01Z..2026-03-12T10:03Z"), [1, 2]);
  assert.deepEqual(places("time=2026-03-12T10:03Z.."), [3, 4]);
  assert.deepEqual(places("-time=2026-03-12T10:01Z..2026-03-12T10:03Z"), [0, 3, 4]);
});

test("a range of latency holds both its ends", () => {
  assert.deepEqual(places("latency=10..40"), [0, 2]);
  assert.deepEqual(places("latency=900.."), [1, 4]);
  assert.deepEqual(places("-latency=..40"), [1, 4]);
});

test("callers, sources and messages are conditions on single rows", () => {
  assert.deepEqual(places("agent=curl"), [0, 1]);
  assert.deepEqual(places("-agent=curl"), [2, 3, 4]);
  assert.deepEqual(places("source=%E2%80%B9ip:2%E2%80%BA"), [3]);
  assert.deepEqual(places("text=TOTAL"), [1]);
  assert.deepEqual(places("-text=total"), [0, 2, 3, 4]);
});

test("an id is found by its first six digits, as a whole, and through the index of failures", () => {
  assert.deepEqual(places("id=aaaaaa"), [0]);
  assert.deepEqual(places("id=aaaaaa00-0000-0000-0000-000000000001"), [0]);
  assert.deepEqual(places("id=JKJaXmPLvHcESHA%3D"), [2]);
  assert.deepEqual(places("id=trace-of-one", rows, {}, new Map([["trace-of-one", new Set(["failures/bb/bbbbbb00000000000000000000000002.html"])]])), [1]);
  assert.deepEqual(places("id=nothing"), []);
});

const twins = [
  { at: 0, endpoint: "GET /a", status: 200, id: "abcdef00000000000000000000000001" },
  { at: 1, endpoint: "GET /a", status: 200, id: "abcdef00000000000000000000000002" },
  { at: 2, endpoint: "GET /a", status: 500, cause: "handled-error", id: "abcdef00000000000000000000000003" },
  { at: 3, endpoint: "GET /b", status: 200, id: "JKJaXmPLvHcESHA=" },
];
const pageOfThird = new Set(["failures/ab/abcdef00000000000000000000000003.html"]);

test("of a whole id of a request that did not fail, all that share its six digits are shown, and no failure that has another id", () => {
  const id = "abcdef00-0000-0000-0000-000000000002";
  assert.deepEqual(places(`id=${id}`, twins, {}, new Map([[id, new Set()]])), [0, 1]);
  assert.deepEqual(places("id=abcdef", twins, {}, new Map([["abcdef", pageOfThird]])), [0, 1, 2]);
});

test("the whole id of a failure finds it alone", () => {
  const id = "abcdef00-0000-0000-0000-000000000003";
  assert.deepEqual(places(`id=${id}`, twins, {}, new Map([[id, pageOfThird]])), [2]);
});

test("how many were found by less than the id that was asked for is known", () => {
  const shortened = (text, matches = new Map()) => {
    const { store, dimensions } = night(twins);
    const { state } = ExploreQuery.parse(text);
    return ExploreIDs.shortened(store, state, ExploreFilter.select(store, dimensions, state, matches)).map(({ head, count }) => [head, count]);
  };
  const id = "abcdef00-0000-0000-0000-000000000002";
  assert.deepEqual(shortened(`id=${id}`, new Map([[id, new Set()]])), [["abcdef", 2]]);
  assert.deepEqual(shortened(`id=${id}&endpoint=GET+/b`), []);
  assert.deepEqual(shortened("id=abcdef"), []);
  assert.deepEqual(shortened("id=JKJaXmPLvHcESHA%3D"), [[null, 1]]);
  const third = "abcdef00-0000-0000-0000-000000000003";
  assert.deepEqual(shortened(`id=${third}`, new Map([[third, pageOfThird]])), []);
});

test("the hash of an id is the one that the writer of the data computes", () => {
  assert.equal(ExploreStore.idHash("JKJaXmPLvHcESHA="), 0x5374fb);
});

test("rows that are not loaded yet do not count", () => {
  assert.deepEqual(places("", rows, { only: [1] }), [3, 4]);
});

test("each value has its count under the other filters", () => {
  const { store, dimensions } = night(rows);
  const state = ExploreQuery.parse("endpoint=GET+/a&class=5xx").state;
  const selection = ExploreFilter.select(store, dimensions, state, new Map());
  const counts = (key) => {
    const dimension = dimensions.get(key);
    const facet = ExploreFilter.facet(dimensions, state, selection, dimension);
    return Object.fromEntries(dimension.values.map((value, place) => [value, facet[place]]));
  };
  assert.deepEqual(counts("endpoint"), { "GET /a": 1, "GET /b": 0, "(background)": 0 });
  assert.deepEqual(counts("class"), { "2xx": 1, "5xx": 1, "4xx": 0, "(background)": 0 });
  assert.deepEqual(counts("cause"), { "(none)": 0, "handled-error": 1, throttled: 0, "background-failure": 0 });
});

test("callers have their counts too", () => {
  const { store, dimensions } = night(rows);
  const state = ExploreQuery.parse("endpoint=GET+/a&agent=okhttp").state;
  const selection = ExploreFilter.select(store, dimensions, state, new Map());
  const counts = ExploreFilter.rowFacet(store, state, selection, "agent", new Map());
  assert.deepEqual(store.lists.agents.map((name, place) => [name, counts[place]]), [["", 0], ["curl", 2], ["okhttp", 0]]);
});

test("a row that stands for many requests weighs that many", () => {
  const { store, dimensions } = night([{ at: 0, endpoint: "GET /a", status: 200, count: 70 }, { at: 1, endpoint: "GET /a", status: 500, cause: "handled-error" }], { summarised: true });
  const selection = ExploreFilter.select(store, dimensions, ExploreQuery.parse("").state, new Map());
  assert.equal(selection.requests, 71);
  assert.equal(selection.length, 2);
});

test("the strip of the whole range keeps all filters but the time", () => {
  const { store, dimensions } = night(rows);
  const state = ExploreQuery.parse("time=2026-03-12T10:01Z..2026-03-12T10:02Z&-class=2xx").state;
  const selection = ExploreFilter.select(store, dimensions, state, new Map());
  assert.deepEqual([...ExploreFilter.context(store, state, selection, since, 60000, 5, new Map())], [0, 1, 0, 1, 1]);
});

test("rows are sorted by any column, and by time where that is equal", () => {
  const order = (sort) => {
    const { store, dimensions } = night(rows);
    const selection = ExploreFilter.select(store, dimensions, ExploreQuery.parse("").state, new Map());
    return [...ExploreSort.sorted(store, dimensions, selection, sort)];
  };
  assert.deepEqual(order("-time"), [4, 3, 2, 1, 0]);
  assert.deepEqual(order("latency"), [3, 2, 0, 1, 4]);
  assert.deepEqual(order("-latency"), [4, 1, 0, 2, 3]);
  assert.deepEqual(order("endpoint"), [0, 1, 2, 3, 4]);
  assert.deepEqual(order("message"), [3, 1, 4, 0, 2]);
  assert.deepEqual(order("agent"), [0, 1, 2, 3, 4]);
});
