// A made-up night as the data scripts would hand it over: rows in plain objects, encoded into shards.
"use strict";
const { ExploreStore, ExploreDimensions } = require("./scripts.js");

const since = Date.parse("2026-03-12T10:00:00Z");
const causes = [["handled-error", "Handled error", "function"], ["throttled", "Throttled", "gateway"], ["background-failure", "Background failure", "function"]];

const varints = (values) => {
  const bytes = [];
  for (let value of values) {
    while (value >= 128) {
      bytes.push(value % 128 + 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  }
  return Buffer.from(bytes).toString("base64");
};

/** Rows: `{at, endpoint, status, cause, function, version, start, latency, agent, id, message, source, count, run}`. */
const encode = (rows, shardSize = 3, summarised = false) => {
  const names = [""], agents = [""], groups = [["g1", "Group one"]], kinds = [], kindText = [];
  const place = (list, text) => {
    if (!text) return 0;
    if (!list.includes(text)) list.push(text);
    return list.indexOf(text);
  };
  const kindOf = (row) => {
    const cause = row.cause ? causes.findIndex(([name]) => name === row.cause) : -1;
    const kind = [
      place(names, row.endpoint), place(names, row.api ?? "api"), place(names, "prod"), place(names, (row.endpoint ?? "").split(" ")[0]),
      place(names, row.function), place(names, row.version), row.status ?? -1, cause, cause < 0 ? -1 : 0,
      row.start === "cold" ? 2 : row.start === "warm" ? 1 : 0, cause < 0 ? 0 : 1, row.run ? 0 : 1, /^[0-9a-f]{32}$/.test(row.id ?? "") ? 1 : 0,
      Number(row.status >= 400),
    ];
    const text = JSON.stringify(kind);
    if (!kindText.includes(text)) { kindText.push(text); kinds.push(kind); }
    return kindText.indexOf(text);
  };
  const sorted = [...rows].sort((one, other) => one.at - other.at);
  const kindNumbers = sorted.map(kindOf);
  const shards = [], plans = [];
  for (let start = 0; start < sorted.length; start += shardSize) {
    const part = sorted.slice(start, start + shardSize);
    const failed = part.filter((row) => row.cause);
    const short = (id) => (!id ? 0 : /^[0-9a-f]{32}$/.test(id) ? parseInt(id.slice(0, 6), 16) : ExploreStore.idHash(id));
    const messages = [...new Set(failed.map((row) => row.message ?? ""))], sources = [...new Set(failed.map((row) => row.source ?? ""))];
    let last = 0;
    shards.push({
      kind: "rows", shard: shards.length,
      times: varints(part.map((row, number) => (number === 0 ? 0 : row.at - part[number - 1].at))),
      kinds: varints(kindNumbers.slice(start, start + shardSize)), agents: varints(part.map((row) => place(agents, row.agent))),
      latencies: varints(part.map((row) => (row.latency ?? -1) + 1)),
      ids: Buffer.from(part.flatMap((row) => [0, 8, 16].map((shift) => short(row.id) >> shift & 255))).toString("base64"),
      counts: summarised ? varints(part.map((row) => row.count ?? 1)) : "",
      failures: {
        rows: varints(failed.map((row) => { const gap = part.indexOf(row) - last; last = part.indexOf(row); return gap; })),
        ids: Buffer.from(failed.map((row) => (row.id ?? "").padEnd(32, "0").slice(0, 32)).join(""), "hex").toString("base64"), rests: {},
        messages, messageOf: varints(failed.map((row) => messages.indexOf(row.message ?? ""))),
        sources, sourceOf: varints(failed.map((row) => sources.indexOf(row.source ?? ""))),
      },
    });
    plans.push({ file: `explore-${plans.length + 1}.js`, rows: part.length, failures: failed.length, from: since + part[0].at, until: since + part[part.length - 1].at });
  }
  const head = {
    kind: "head", rows: sorted.length, requests: sorted.filter((row) => !row.run).length, failures: sorted.filter((row) => row.cause).length,
    summarised, since, until: since + 7200000, zone: { name: "UTC", offsets: [] }, shards: plans, causes, lists: [],
  };
  return { head, lists: { names, agents, groups, markers: [], kinds }, shards };
};

/** A store with all shards of the rows, or with those that `only` names. */
const night = (rows, { shardSize = 3, summarised = false, only } = {}) => {
  const { head, lists, shards } = encode(rows, shardSize, summarised);
  const store = ExploreStore.create(head, lists);
  for (const shard of shards) if (!only || only.includes(shard.shard)) ExploreStore.take(store, shard);
  return { store, dimensions: ExploreDimensions.create(store) };
};

module.exports = { night, since };
