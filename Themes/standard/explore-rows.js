// The requests behind the filter: a grid with rows that open, which holds only the rows in sight; for mouse and keyboard.
"use strict";

const ExploreRows = (() => {
  const { make, button, link } = ExploreDOM;

  /** @typedef {{key: string, sort: string | null, title: string, isNumber?: boolean, cell: (explorer: Explorer, row: number) => Child}} Column */
  /** @typedef {Node | string | null} Child */

  const label = (/** @type {Explorer} */ explorer, /** @type {string} */ key, /** @type {number} */ row) => {
    const dimension = explorer.dimensions.get(key);
    return dimension ? dimension.labels[dimension.of[explorer.store.kind[row]]] : "";
  };

  const value = (/** @type {Explorer} */ explorer, /** @type {string} */ key, /** @type {number} */ row) => {
    const dimension = explorer.dimensions.get(key);
    return dimension ? dimension.values[dimension.of[explorer.store.kind[row]]] : "";
  };

  const quiet = (/** @type {string} */ text) => make("span", { class: "nil" }, text);

  const known = (/** @type {Explorer} */ explorer, /** @type {string} */ key, /** @type {number} */ row) =>
    (/^\(/.test(value(explorer, key, row)) ? quiet("–") : label(explorer, key, row));

  /** @param {Explorer} explorer */
  const status = (explorer, /** @type {number} */ row) => {
    const text = value(explorer, "status", row);
    return /^\d/.test(text) ? make("span", { class: "status s" + text[0] }, text) : quiet(label(explorer, "status", row));
  };

  /** @param {Explorer} explorer */
  const time = (explorer, /** @type {number} */ row) => {
    const { store } = explorer;
    const failure = store.failureOf[row];
    const clock = ExploreWords.clock(store.head.zone, store.time[row]);
    return failure < 0 ? clock : make("a", { href: store.pages[failure], tabindex: -1 }, clock);
  };

  /** @type {Column[]} */
  const columns = [
    { key: "time", sort: "time", title: "Time", cell: time },
    { key: "status", sort: "status", title: "Client", cell: status },
    { key: "endpoint", sort: "endpoint", title: "Endpoint", cell: (explorer, row) => label(explorer, "endpoint", row) },
    { key: "layer", sort: "layer", title: "Broke at", cell: (explorer, row) => known(explorer, "layer", row) },
    { key: "cause", sort: "cause", title: "Cause", cell: (explorer, row) => known(explorer, "cause", row) },
    { key: "outcome", sort: "outcome", title: "Function said", cell: (explorer, row) => label(explorer, "outcome", row) },
    {
      key: "latency", sort: "latency", title: "ms", isNumber: true,
      cell: ({ store }, row) => (store.latency[row] < 0 ? quiet("–") : ExploreWords.grouped(store.latency[row])),
    },
    { key: "start", sort: "start", title: "Start", cell: (explorer, row) => known(explorer, "start", row) },
    { key: "version", sort: "version", title: "Version", cell: (explorer, row) => known(explorer, "version", row) },
    { key: "agent", sort: "agent", title: "Caller", cell: ({ store }, row) => store.lists.agents[store.agent[row]] || quiet("–") },
    {
      key: "message", sort: "message", title: "Message",
      cell: ({ store }, row) => (store.failureOf[row] < 0 ? null : make("code", {}, store.messages[store.messageOf[store.failureOf[row]]])),
    },
    {
      key: "id", sort: null, title: "Request",
      cell: ({ store }, row) => {
        const { idStart } = ExploreSave.record(store, row);
        if (store.count && store.count[row] > 1) return ExploreWords.counted(store.count[row], "request");
        return idStart ? make("code", {}, idStart + "…") : quiet("–");
      },
    },
  ];

  const rowHeight = 31;
  /** Browsers stop at some ten million pixels; a longer list moves faster than the scroll bar. */
  const mostPixels = 8000000;

  /** What is shown of a list of rows: where it is scrolled to, which row is active, which is open. */
  const create = () => {
    const body = make("tbody");
    const heads = make("tr", { "aria-rowindex": 1 });
    const table = make("table", { role: "treegrid", tabindex: 0, "aria-label": "Requests", class: "grid" }, make("thead", {}, heads), body);
    const frame = make("div", { class: "rows-frame" }, table);
    const tools = make("div", { class: "rows-tools" });
    /** @type {Explorer | null} */
    let explorer = null;
    let rows = new Uint32Array(0);
    let active = 0;
    let open = -1;
    let scheduled = false;

    const total = () => Math.min(mostPixels, rows.length * rowHeight);
    const visible = () => Math.ceil(frame.clientHeight / rowHeight) + 2;
    const isScaled = () => rows.length * rowHeight > mostPixels;

    const firstInSight = () => {
      if (!isScaled()) return Math.max(0, Math.floor(frame.scrollTop / rowHeight) - 1);
      const part = frame.scrollTop / Math.max(1, total() - frame.clientHeight);
      return Math.max(0, Math.min(rows.length - visible() + 1, Math.round(part * (rows.length - visible() + 1))));
    };

    const detail = (/** @type {number} */ row) => {
      const { coldStart, page, ...record } = ExploreSave.record(/** @type {Explorer} */ (explorer).store, row);
      const facts = Object.entries({ ...record, coldStart }).filter(([, fact]) => fact !== null && fact !== 1);
      return make("tr", { class: "opened" }, make("td", { colspan: columns.length },
        make("dl", { class: "facts" }, ...facts.map(([name, fact]) => make("div", {}, make("dt", {}, name), make("dd", {}, String(fact)))))));
    };

    const spacer = (/** @type {number} */ height) => {
      const cell = make("td", { colspan: columns.length });
      cell.style.height = height + "px";
      return make("tr", { class: "spacer", "aria-hidden": "true" }, cell);
    };

    const rowElement = (/** @type {number} */ place) => {
      const row = rows[place];
      const { store } = /** @type {Explorer} */ (explorer);
      const element = make("tr", {
        id: "row-" + place, "aria-rowindex": place + 2, "data-place": place, class: place === active ? "active" : "row",
        "aria-expanded": store.failureOf[row] < 0 ? String(place === open) : null, "aria-selected": String(place === active),
      });
      for (const column of columns) {
        element.append(make("td", { class: column.isNumber ? "num" : "in-" + column.key }, column.cell(/** @type {Explorer} */ (explorer), row)));
      }
      return element;
    };

    const draw = () => {
      scheduled = false;
      if (!explorer) return;
      const first = firstInSight();
      const last = Math.min(rows.length, first + visible() + 2);
      const above = isScaled() ? Math.max(0, Math.min(frame.scrollTop, total() - (last - first) * rowHeight)) : first * rowHeight;
      const parts = [spacer(above)];
      for (let place = first; place < last; place++) {
        parts.push(rowElement(place));
        if (place === open) parts.push(detail(rows[place]));
      }
      parts.push(spacer(Math.max(0, total() - above - (last - first) * rowHeight)));
      body.replaceChildren(...parts);
      if (document.getElementById("row-" + active)) table.setAttribute("aria-activedescendant", "row-" + active);
      else table.removeAttribute("aria-activedescendant");
    };

    const schedule = () => {
      if (!scheduled) requestAnimationFrame(draw);
      scheduled = true;
    };

    const moveTo = (/** @type {number} */ place) => {
      active = Math.max(0, Math.min(rows.length - 1, place));
      if (isScaled()) {
        const first = firstInSight();
        if (active < first || active >= first + visible() - 3) frame.scrollTop = active / Math.max(1, rows.length - visible() + 1) * (total() - frame.clientHeight);
      } else {
        const top = active * rowHeight;
        const room = frame.clientHeight - rowHeight * 2;
        if (top < frame.scrollTop) frame.scrollTop = top;
        else if (top > frame.scrollTop + room) frame.scrollTop = top - room;
      }
      draw();
    };

    /** A failure has its page; any other row opens in place. */
    const choose = (/** @type {number} */ place) => {
      if (!explorer || place >= rows.length) return;
      active = place;
      const failure = explorer.store.failureOf[rows[place]];
      if (failure >= 0) location.href = explorer.store.pages[failure];
      else {
        open = open === place ? -1 : place;
        draw();
      }
    };

    table.addEventListener("keydown", (event) => {
      if (event.target !== table) return;
      const page = Math.max(1, visible() - 4);
      const moves = /** @type {Record<string, number>} */ ({
        ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length - 1,
      });
      if (event.key in moves) moveTo(moves[event.key]);
      else if (event.key === "Enter") choose(active);
      else return;
      event.preventDefault();
    });
    body.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      const row = /** @type {HTMLElement | null} */ (target.closest("tr[data-place]"));
      if (row && !target.closest("a")) choose(Number(row.dataset.place));
    });
    frame.addEventListener("scroll", schedule, { passive: true });

    const head = (/** @type {Explorer} */ shown, /** @type {Column} */ column) => {
      const { state } = shown;
      const direction = state.sort === column.sort ? "ascending" : state.sort === "-" + column.sort ? "descending" : null;
      const title = column.key === "time" ? "Time, " + shown.store.head.zone.name : column.title;
      const sort = column.sort === null ? null : direction === "ascending" ? "-" + column.sort : column.sort;
      const mark = direction === null ? "" : direction === "ascending" ? " ▲" : " ▼";
      return make("th", { scope: "col", class: column.isNumber ? "num" : null, "aria-sort": direction },
        sort === null ? title : link({ ...state, sort }, {}, title + mark));
    };

    /**
     * @param {Explorer} shown
     * @param {Uint32Array} list
     */
    const show = (shown, list) => {
      const isOther = list.length !== rows.length || list.some((row, place) => row !== rows[place]);
      explorer = shown;
      rows = list;
      if (isOther) {
        active = 0;
        open = -1;
        frame.scrollTop = 0;
      }
      heads.replaceChildren(...columns.map((column) => head(shown, column)));
      table.setAttribute("aria-rowcount", String(rows.length + 1));
      table.setAttribute("aria-colcount", String(columns.length));
      frame.hidden = rows.length === 0;
      const { store } = shown;
      tools.replaceChildren(
        button("Save as CSV", () => ExploreSave.download("requests.csv", "text/csv", ExploreSave.csv(store, rows))),
        button("Save as NDJSON", () => ExploreSave.download("requests.ndjson", "application/x-ndjson", ExploreSave.ndjson(store, rows))),
        make("span", { class: "hint" }, "Arrow keys move, Enter opens."));
      tools.hidden = rows.length === 0;
      draw();
    };

    return { frame, tools, show };
  };

  return { create };
})();
