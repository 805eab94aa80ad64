// The numbers of the charts.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { ExploreQuery, ExploreFilter, ExploreSeries } = require("./scripts.js");
const { night, since } = require("./night.js");

const chart = (rows, make, options) => {
  const { store, dimensions } = night(rows, options);
  const selection = ExploreFilter.select(store, dimensions, ExploreQuery.parse("").state, new Map());
  return make(store, selection, dimensions);
};

const rows = [
  { at: 0, endpoint: "GET /a", status: 200, latency: 10 }, { at: 1000, endpoint: "GET /a", status: 500, cause: "handled-error", latency: 30 },
  { at: 60000, endpoint: "GET /b", status: 200, latency: 20 }, { at: 61000, endpoint: "GET /b", status: 200, latency: 40 },
];

const overTime = (measure, key, given = rows) => chart(given, (store, selection, dimensions) => {
  const numbers = ExploreSeries.overTime(store, selection, key ? dimensions.get(key) : null, measure, [since, since + 120000], 3);
  return Object.fromEntries(numbers.series.map((one, place) => [one.label, [...numbers.values[place]]]));
});

test("requests over time, by status", () => {
  assert.deepEqual(overTime("requests", "status"), { 200: [1, 2], 500: [1, 0] });
});

test("failures and their rate", () => {
  assert.deepEqual(overTime("failures", "status"), { 500: [1, 0] });
  assert.deepEqual(overTime("rate", null), { all: [50, 0] });
});

test("a percentile of latency is exact to 255 ms", () => {
  assert.deepEqual(overTime("p50", "endpoint"), { "GET /a": [10, NaN], "GET /b": [NaN, 20] });
});

test("a percentile is within 0.8 % above that", () => {
  for (const ms of [256, 1000, 6381, 29000, 899999]) {
    const floor = ExploreSeries.binFloor(ExploreSeries.bin(ms));
    assert.ok(floor <= ms && floor > ms * 0.992, `${ms}: ${floor}`);
  }
  for (let bin = 0; bin < 2048; bin++) assert.equal(ExploreSeries.bin(ExploreSeries.binFloor(bin)), bin);
});

test("a p99 of fewer than 100 requests and a p95 of fewer than 20 are not shown", () => {
  const many = (count) => Array.from({ length: count }, (_, number) => ({ at: number, endpoint: "GET /a", status: 200, latency: number + 1 }));
  assert.deepEqual(overTime("p99", null, many(99)).all, [NaN, NaN]);
  assert.deepEqual(overTime("p99", null, many(100)).all, [99, NaN]);
  assert.deepEqual(overTime("p95", null, many(19)).all, [NaN, NaN]);
  assert.deepEqual(overTime("p95", null, many(20)).all, [19, NaN]);
});

test("beside the values of the columns stands that of all of them together, which they do not add up to", () => {
  const whole = (measure) => chart(rows, (store, selection) =>
    ExploreSeries.overTime(store, selection, null, measure, [since, since + 120000], 3).whole);
  assert.deepEqual([...whole("p50")], [20]);
  assert.deepEqual([...whole("rate")], [25]);
  assert.equal(whole("requests"), null);
});

test("a percentile over time stands in columns so wide that half of them have enough values", () => {
  // Two hours with a request a minute: a p95 wants twenty.
  const sparse = Array.from({ length: 120 }, (_, number) => ({ at: number * 60000, endpoint: "GET /a", status: 200, latency: number + 1 }));
  const columns = (measure, given = sparse) => chart(given, (store, selection) =>
    ExploreSeries.overTimeFilled(store, selection, null, measure, [since, since + 7200000], 120).columns.length);
  assert.equal(columns("requests"), 60);
  assert.equal(columns("p50"), 60);
  assert.equal(columns("p95"), 4);
  assert.equal(columns("p95", sparse.slice(0, 5)), 4);
});

test("more values than can be told apart are one series", () => {
  const given = Array.from({ length: 55 }, (_, number) => ({ at: number, endpoint: `GET /${Math.floor(Math.sqrt(number * 2))}`, status: 200, latency: 1 }));
  const made = overTime("requests", "endpoint", given);
  assert.equal(Object.keys(made).length, 7);
  assert.equal(Object.values(made).flat().reduce((sum, value) => sum + value), 55);
  assert.ok(Object.keys(made)[6].endsWith(" others"));
});

test("columns begin at round times of the report's zone", () => {
  const zone = { name: "Asia/Kolkata", offsets: [[0, 19800]] };
  const axis = ExploreSeries.timeColumns(zone, Date.parse("2026-03-12T10:10:00Z"), Date.parse("2026-03-12T18:10:00Z"), 10);
  assert.equal(axis.width, 3600000);
  assert.equal(new Date(axis.since).toISOString(), "2026-03-12T09:30:00.000Z");
});

test("requests by latency stand in steps of a ninth of a decade", () => {
  const made = chart(rows, (store, selection) => ExploreSeries.byLatency(store, selection, null, "requests"));
  assert.deepEqual(made.columns.map(({ from, until }) => [from, until]), [[10, 13], [13, 17], [17, 22], [22, 28], [28, 36], [36, 47]]);
  assert.deepEqual([...made.values[0]], [1, 0, 1, 0, 1, 1]);
});

test("bars are ranked by what is measured", () => {
  const made = chart(rows, (store, selection, dimensions) => ExploreSeries.ranked(store, selection, dimensions.get("endpoint"), "p50"));
  assert.deepEqual(made.series.map((one, place) => [one.label, made.values[place][0]]), [["GET /b", 20], ["GET /a", 10]]);
});
