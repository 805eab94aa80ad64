// Loads the explorer's scripts that need no page, as a browser would, one after the other, and hands out what they define.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const folder = path.join(__dirname, "../../Themes/standard");
const names = {
  "explore-query.js": "ExploreQuery", "explore-words.js": "ExploreWords", "explore-store.js": "ExploreStore",
  "explore-dimensions.js": "ExploreDimensions", "explore-ids.js": "ExploreIDs", "explore-filter.js": "ExploreFilter", "explore-series.js": "ExploreSeries",
  "explore-save.js": "ExploreSave", "explore-sort.js": "ExploreSort",
};

const source = Object.keys(names).map((file) => fs.readFileSync(path.join(folder, file), "utf8")).join("\n");
module.exports = vm.runInThisContext(`${source}\n({ ${Object.values(names).join(", ")} })`);
