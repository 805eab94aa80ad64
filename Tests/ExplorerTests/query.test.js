// The text behind the # of the explorer's address.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { ExploreQuery } = require("./scripts.js");

const round = (text) => ExploreQuery.print(ExploreQuery.parse(text).state);
const plain = (value) => JSON.parse(JSON.stringify(value));

test("a filter is read from its text", () => {
  const { state, unknown } = ExploreQuery.parse("#endpoint=GET+/users/%7Bid%7D&-status=200,404&view=requests");
  assert.deepEqual(plain(state.terms), [
    { key: "endpoint", not: false, values: ["GET /users/{id}"] }, { key: "status", not: true, values: ["200", "404"] },
  ]);
  assert.equal(state.view, "requests");
  assert.deepEqual(plain(unknown), []);
});

test("what is printed reads back as the same, whatever a value holds", () => {
  for (const value of ["a,b", "a&b=c", "100 %", "+1", "#x", "ünïcödé \u{1F600}", "'\"<>()!*", "-status", "a..b", "%zz"]) {
    const state = ExploreQuery.withValues(ExploreQuery.empty(), "agent", [value, "other"]);
    assert.deepEqual(plain(ExploreQuery.parse("#" + ExploreQuery.print(state)).state), plain(state), value);
  }
});

test("equal filters print equally, in one order", () => {
  assert.equal(round("status=502&endpoint=GET+/a&endpoint=GET+/b"), "endpoint=GET+/a,GET+/b&status=502");
  assert.equal(round("-class=2xx&class=5xx&by=cause"), "class=5xx&-class=2xx&by=cause");
});

test("what is not known is named, and the rest holds", () => {
  const { state, unknown } = ExploreQuery.parse("#colour=red&status=502&view=sideways&time=yesterday&agent=%E0%A4%A&-view=chart");
  assert.deepEqual(plain(state.terms), [{ key: "status", not: false, values: ["502"] }]);
  assert.deepEqual(plain(unknown), ["colour=red", "view=sideways", "time=yesterday", "agent=%E0%A4%A", "-view=chart"]);
});

test("times and latencies are ranges, open on one side at most", () => {
  const isKnown = (text) => ExploreQuery.parse(text).unknown.length === 0;
  for (const text of ["time=2026-03-12T12:00Z..2026-03-12T13:00Z", "time=2026-03-12T12:00:05.123Z..", "latency=..500", "latency=100..500"]) assert.ok(isKnown(text), text);
  for (const text of ["time=..", "time=2026-03-12..", "time=2026-13-45T12:00Z..", "latency=a..b", "latency=5", "latency=-5..9"]) assert.ok(!isKnown(text), text);
});

test("settings that are the usual ones are not printed", () => {
  assert.equal(round("view=chart&measure=requests&by=class&show=time&sort=time"), "");
  assert.equal(round("measure=p95&sort=-latency"), "measure=p95&sort=-latency");
});

test("a value is demanded or left out, never both", () => {
  let state = ExploreQuery.toggled(ExploreQuery.empty(), "class", "5xx");
  assert.equal(ExploreQuery.print(state), "class=5xx");
  state = ExploreQuery.toggled(state, "class", "5xx", true);
  assert.equal(ExploreQuery.print(state), "-class=5xx");
  assert.equal(ExploreQuery.print(ExploreQuery.toggled(state, "class", "5xx", true)), "");
});

test("a person reads the same filter as a line", () => {
  const { state } = ExploreQuery.parse("endpoint=POST+/orders&-class=2xx&by=cause");
  assert.equal(ExploreQuery.readable(state), 'endpoint:"POST /orders" -class:2xx by:cause');
});
