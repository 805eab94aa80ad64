// Files for other tools, made in the browser: CSV that no spreadsheet runs, NDJSON, and SVG with its colours written out.
"use strict";

const ExploreSave = (() => {
  /** A cell that a spreadsheet would take for a formula is led by an apostrophe. */
  const csvCell = (/** @type {string | number | null} */ value) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };

  const csvLine = (/** @type {(string | number | null)[]} */ cells) => cells.map(csvCell).join(",") + "\r\n";

  /**
   * One row as the data files name its parts; what is not known is null.
   * @param {Store} store
   */
  const record = (store, /** @type {number} */ row) => {
    const kind = store.lists.kinds[store.kind[row]];
    const { at } = ExploreDimensions;
    const name = (/** @type {number} */ place) => store.lists.names[kind[place]] || null;
    const failure = store.failureOf[row];
    const cause = kind[at.cause] >= 0 ? store.head.causes[kind[at.cause]] : null;
    return {
      time: new Date(store.time[row]).toISOString(),
      requests: kind[at.isRequest] === 1 ? (store.count ? store.count[row] : 1) : 0,
      endpoint: name(at.endpoint), api: name(at.api), stage: name(at.stage), method: name(at.method),
      status: kind[at.status] >= 0 ? kind[at.status] : null,
      latencyMs: store.latency[row] >= 0 ? store.latency[row] : null,
      function: name(at.function), version: name(at.version),
      coldStart: kind[at.start] === 0 ? null : kind[at.start] === 2,
      layer: cause ? cause[2] : null, cause: cause ? cause[0] : null,
      group: kind[at.group] >= 0 ? store.lists.groups[kind[at.group]][0] : null,
      agent: store.lists.agents[store.agent[row]] || null,
      idStart: kind[at.hasUUID] === 1 && store.id[row] !== 0 ? store.id[row].toString(16).padStart(6, "0") : null,
      message: failure >= 0 ? store.messages[store.messageOf[failure]] : null,
      page: failure >= 0 ? store.pages[failure] : null,
    };
  };

  const columns = [
    "time", "requests", "endpoint", "api", "stage", "method", "status", "latencyMs", "function", "version", "coldStart", "layer",
    "cause", "group", "agent", "idStart", "message", "page",
  ];

  /**
   * Pieces of some thousand rows, so that no text grows beyond what a browser holds.
   * @param {Store} store
   * @param {Uint32Array} rows
   */
  const pieces = (store, rows, /** @type {(one: Record<string, string | number | boolean | null>) => string} */ line) => {
    const made = [];
    for (let start = 0; start < rows.length; start += 5000) {
      made.push(Array.from(rows.subarray(start, start + 5000), (row) => line(record(store, row))).join(""));
    }
    return made;
  };

  /**
   * @param {Store} store
   * @param {Uint32Array} rows
   */
  const csv = (store, rows) => [
    csvLine(columns),
    ...pieces(store, rows, (one) => csvLine(columns.map((column) => (typeof one[column] === "boolean" ? String(one[column]) : /** @type {string | number | null} */ (one[column]))))),
  ];

  /**
   * @param {Store} store
   * @param {Uint32Array} rows
   */
  const ndjson = (store, rows) => pieces(store, rows, (one) => JSON.stringify(one) + "\n");

  const painted = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight"];

  /**
   * A drawing that stands alone: computed colours as attributes, patterns inside, links gone.
   * @param {SVGSVGElement} drawing
   */
  const svg = (drawing) => {
    const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
    const defs = ExploreDOM.draw("defs");
    for (const pattern of document.querySelectorAll(".patterns pattern")) {
      const one = /** @type {Element} */ (pattern.cloneNode(true));
      paint(pattern, one);
      defs.append(one);
    }
    paint(drawing, copy);
    const { width, height } = { width: Number(drawing.getAttribute("width")), height: Number(drawing.getAttribute("height")) };
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("viewBox", "-16 -12 " + (width + 32) + " " + (height + 24));
    copy.setAttribute("font-family", "sans-serif");
    copy.setAttribute("font-size", "12");
    copy.removeAttribute("aria-hidden");
    const ground = ExploreDOM.draw("rect", { x: -16, y: -12, width: width + 32, height: height + 24, fill: getComputedStyle(document.body).backgroundColor });
    copy.prepend(defs, ground);
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return new XMLSerializer().serializeToString(copy);
  };

  const paint = (/** @type {Element} */ from, /** @type {Element} */ to) => {
    const style = getComputedStyle(from);
    for (const name of painted) {
      // A pattern is named by the address of the page: in the file it stands beside.
      const value = style.getPropertyValue(name).replace(/url\("?[^#")]*#([^")]+)"?\)/, "url(#$1)");
      if (value !== "" && value !== "normal") to.setAttribute(name, value);
    }
    to.removeAttribute("class");
    [...from.children].forEach((child, place) => paint(child, to.children[place]));
  };

  /** Offers a file to the reader. */
  const download = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string[]} */ parts) => {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = ExploreDOM.make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };

  return { csvCell, csvLine, csv, ndjson, record, svg, download };
})();
