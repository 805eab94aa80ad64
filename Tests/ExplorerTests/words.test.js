// How numbers, times and cells are written and read.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { ExploreWords, ExploreSave, ExploreStore } = require("./scripts.js");
const { night } = require("./night.js");

const utc = { name: "UTC", offsets: [] };
const berlin = { name: "Europe/Berlin", offsets: [[0, 3600], [Date.parse("2026-03-29T01:00:00Z"), 7200]] };
const at = (text) => Date.parse(text);

test("numbers have separators and shares two decimals under ten", () => {
  assert.equal(ExploreWords.grouped(1234567), "1,234,567");
  assert.equal(ExploreWords.share(1, 74), "1.35\u00a0%");
  assert.equal(ExploreWords.share(1, 2), "50.0\u00a0%");
  assert.equal(ExploreWords.share(0, 0), "–");
});

test("times are those of the report's zone, also across a change of the clock", () => {
  assert.equal(ExploreWords.typed(berlin, at("2026-03-29T00:30:00Z")), "2026-03-29 01:30");
  assert.equal(ExploreWords.typed(berlin, at("2026-03-29T01:30:00Z")), "2026-03-29 03:30");
  assert.equal(ExploreWords.clock(utc, at("2026-03-12T02:17:43.512Z")), "02:17:43.512");
});

test("a typed time is read on the day of the range that has it", () => {
  const read = (text, zone = utc) => ExploreWords.readTime(zone, text, at("2026-03-11T22:00:00Z"), at("2026-03-12T06:00:00Z"));
  assert.equal(read("23:15"), at("2026-03-11T23:15:00Z"));
  assert.equal(read("2:10"), at("2026-03-12T02:10:00Z"));
  assert.equal(read("2026-03-12 02:10:05.5"), at("2026-03-12T02:10:05.500Z"));
  assert.equal(read("02:10", berlin), at("2026-03-12T01:10:00Z"));
  for (const text of ["noon", "25:00", "12:60", "2026-13-40 10:00", "12"]) assert.equal(read(text), null, text);
});

test("a time in a link is as short as it can be", () => {
  assert.equal(ExploreWords.iso(at("2026-03-12T12:00:00Z")), "2026-03-12T12:00Z");
  assert.equal(ExploreWords.iso(at("2026-03-12T12:00:05Z")), "2026-03-12T12:00:05Z");
  assert.equal(ExploreWords.iso(at("2026-03-12T12:00:05.120Z")), "2026-03-12T12:00:05.120Z");
});

test("no cell of a CSV is a formula", () => {
  assert.equal(ExploreSave.csvLine(["=1+1", "+1", "-1", "@x", "\tx", "a,b", 'say "x"', 7, null]), "'=1+1,'+1,'-1,'@x,'\tx,\"a,b\",\"say \"\"x\"\"\",7,\r\n");
});

test("a row is saved with null for what is not known", () => {
  const { store } = night([{ at: 0, endpoint: "GET /a", status: 500, cause: "handled-error", latency: 12, id: "abcdef00000000000000000000000001", message: "=cmd|' /C calc'!A0" }]);
  const [line] = ExploreSave.ndjson(store, Uint32Array.of(0));
  assert.deepEqual(JSON.parse(line), {
    time: "2026-03-12T10:00:00.000Z", requests: 1, endpoint: "GET /a", api: "api", stage: "prod", method: "GET", status: 500, latencyMs: 12,
    function: null, version: null, coldStart: null, layer: "function", cause: "handled-error", group: "g1", agent: null, idStart: "abcdef",
    message: "=cmd|' /C calc'!A0", page: "failures/ab/abcdef00000000000000000000000001.html",
  });
  assert.ok(ExploreSave.csv(store, Uint32Array.of(0)).join("").includes(",'=cmd|' /C calc'!A0,"));
});

test("the shards of the filtered time are read first, and the newest before the older ones", () => {
  const shard = (from, until) => ({ from, until });
  const head = { shards: [shard(0, 9), shard(10, 19), shard(20, 29), shard(30, 39)] };
  assert.deepEqual([...ExploreStore.order(head, -Infinity, Infinity)], [3, 2, 1, 0]);
  assert.deepEqual([...ExploreStore.order(head, 12, 22)], [2, 1, 3, 0]);
});

test("numbers of any size come back from seven bits a byte", () => {
  const seen = [];
  ExploreStore.numbers(Buffer.from([0, 127, 0x80, 1, 0xff, 0xff, 0xff, 0xff, 0x7f]).toString("base64"), (value) => seen.push(value));
  assert.deepEqual(seen, [0, 127, 128, 34359738367]);
});
