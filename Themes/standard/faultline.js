// What script adds to a page that is complete without it: copy buttons, unfolding, the viewer's time zone, finding an id.
"use strict";
(() => {
  const button = (label, className, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = label;
    made.addEventListener("click", () => act(made));
    return made;
  };

  const copy = (text, made) => {
    const label = made.textContent;
    navigator.clipboard.writeText(text).then(
      () => { made.textContent = "Copied"; },
      () => { made.textContent = "Not copied"; }
    ).finally(() => setTimeout(() => { made.textContent = label; }, 1500));
  };

  // A page's answer, for a ticket or a chat: title, sentence and proof.
  const answerOf = (head) => {
    const plain = (node) => node ? node.textContent.replace(/\s+/g, " ").trim() : "";
    const title = plain(head && head.querySelector("h1")) || document.title;
    const sentence = plain(head && head.querySelector(".sentence"));
    const quotes = head ? [...head.querySelectorAll(".proof .quote")].map(plain) : [];
    const text = [title, sentence, quotes.join("\n")].filter(Boolean).join("\n\n");
    const escaped = (words) => words.replace(/[\\`*_\[\]<>#|~]/g, "\\$&");
    const fenced = (words) => {
      const ticks = "`".repeat(Math.max(0, ...(words.match(/`+/g) || []).map((run) => run.length)) + 1);
      return "- " + ticks + " " + words + " " + ticks;
    };
    const markdown = (address) =>
      ["**[" + escaped(title) + "](<" + address + ">)**", escaped(sentence), quotes.map(fenced).join("\n")].filter(Boolean).join("\n\n") + "\n";
    return { text, markdown };
  };

  const unfold = (open) => {
    for (const fold of document.querySelectorAll("main details")) fold.open = open;
  };

  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  // A link to a line or frame inside a fold opens the fold.
  const reveal = () => {
    const node = document.getElementById(fragment());
    if (!node) return;
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    node.scrollIntoView();
  };

  const two = (number) => String(number).padStart(2, "0");

  // Minutes ahead of UTC of the zone a page was written in: the offset of its first full time.
  const writtenOffset = (value) => {
    const match = /([+-])(\d\d):(\d\d)$/.exec(value);
    return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
  };

  const localTime = (value, written) => {
    const time = new Date(value);
    const ahead = -time.getTimezoneOffset();
    const sign = ahead < 0 ? "\u2212" : "+";
    const offset = sign + two(Math.floor(Math.abs(ahead) / 60)) + ":" + two(Math.abs(ahead) % 60);
    const date = time.getFullYear() + "-" + two(time.getMonth() + 1) + "-" + two(time.getDate());
    let clock = two(time.getHours()) + ":" + two(time.getMinutes());
    if (/\d\d:\d\d:\d\d/.test(written)) clock += ":" + two(time.getSeconds());
    if (/\.\d{3}/.test(written)) clock += "." + String(time.getMilliseconds()).padStart(3, "0");
    return date + " " + clock + " " + offset;
  };

  const shiftedClock = (written, minutes) => {
    const match = /^(\d\d):(\d\d)(.*)$/.exec(written);
    if (!match) return written;
    const total = (((Number(match[1]) * 60 + Number(match[2]) + minutes) % 1440) + 1440) % 1440;
    return two(Math.floor(total / 60)) + ":" + two(total % 60) + match[3];
  };

  const zoneSwitch = () => {
    const times = [...document.querySelectorAll("time[datetime]")];
    if (times.length === 0) return null;
    const first = times[0].dateTime;
    const minutes = -new Date(first).getTimezoneOffset() - writtenOffset(first);
    const clocks = [...document.querySelectorAll(".log td.t")];
    const written = new Map([...times, ...clocks].map((node) => [node, node.textContent]));
    let local = false;
    return button("Your time zone", "zone", (made) => {
      local = !local;
      for (const time of times) {
        time.textContent = local ? localTime(time.dateTime, written.get(time)) : written.get(time);
      }
      for (const clock of clocks) {
        clock.textContent = local ? shiftedClock(written.get(clock), minutes) : written.get(clock);
      }
      made.textContent = local ? "Time zone of the report" : "Your time zone";
    });
  };

  for (const block of document.querySelectorAll("main pre")) {
    const frame = document.createElement("div");
    frame.className = "withcopy";
    block.replaceWith(frame);
    frame.append(block, button("Copy", "copy", (made) => copy(block.textContent, made)));
  }

  const tools = document.querySelector(".twins");
  if (tools) {
    const answer = answerOf(document.querySelector("main > .head"));
    tools.append(button("Copy text", "copy", (made) => copy(answer.text + "\n\n" + location.href, made)));
    tools.append(button("Copy Markdown", "copy", (made) => copy(answer.markdown(location.href), made)));
    tools.append(button("Copy link", "copy", (made) => copy(location.href, made)));
    if (document.querySelector("main details")) {
      let open = false;
      tools.append(button("Unfold all", "copy", (made) => {
        open = !open;
        unfold(open);
        made.textContent = open ? "Fold all" : "Unfold all";
      }));
    }
    const zone = zoneSwitch();
    if (zone) tools.append(zone);
  }

  // Ids stand in small scripts beside the pages, by their first four characters: from a disk a page may load nothing else.
  const root = new URL("../", document.currentScript.src);
  const shards = new Map();

  window.faultlineIds = (name, whole, entries) => shards.set(name, { whole, entries });

  // As the site's writer: without what all traces of a second share, in the shard of the first four bytes.
  const keyOf = (id) => id.replace(/^Root=/, "").replace(/^1-[0-9a-f]{8}-(?=.)/i, "");

  const shardOf = (key) => {
    const bytes = new TextEncoder().encode(key.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).slice(0, 4);
    if (bytes.length < 4) return null;
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return ((hash ^ (hash >>> 8)) & 0xff).toString(16).padStart(2, "0");
  };

  const load = (name) => new Promise((done) => {
    if (shards.has(name)) return done(shards.get(name));
    const script = document.createElement("script");
    script.src = new URL("data/ids-" + name + ".js", root);
    script.addEventListener("load", () => done(shards.get(name)));
    script.addEventListener("error", () => { shards.set(name, { whole: true, entries: [] }); done(shards.get(name)); });
    document.head.append(script);
  });

  // All pages of failures whose ids begin with the text; null for one that is too short to look up.
  const lookUp = async (text) => {
    const key = keyOf(text);
    const name = shardOf(key);
    if (!name) return null;
    const { whole, entries } = await load(name);
    const wanted = key.toLowerCase();
    return { whole, matches: entries.filter(([id]) => keyOf(id).toLowerCase().startsWith(wanted)) };
  };

  // The explorer finds by the same index.
  window.faultlineLookUp = async (text) => (await lookUp(text))?.matches ?? [];

  const findBox = () => {
    const frame = document.createElement("div");
    frame.className = "find";
    frame.setAttribute("role", "search");
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Find an id";
    input.spellcheck = false;
    input.autocomplete = "off";
    input.setAttribute("aria-label", "Find a failure by the id of its request, run or trace");
    const found = document.createElement("div");
    found.className = "found";
    found.setAttribute("role", "status");
    found.hidden = true;
    frame.append(input, found);

    const say = (words, entries) => {
      const list = document.createElement("ul");
      for (const [id, page] of entries) {
        const link = document.createElement("a");
        link.href = new URL(page, root);
        link.textContent = id;
        const item = document.createElement("li");
        item.append(link);
        list.append(item);
      }
      found.replaceChildren(...(words ? [words] : []), ...(entries.length ? [list] : []));
      found.hidden = !words && entries.length === 0;
    };

    let asked = "";
    const look = async () => {
      const text = input.value.trim();
      asked = text;
      const found = await lookUp(text);
      if (asked !== text) return [];
      if (!found) {
        say(text ? "Type at least four characters." : "", []);
        return [];
      }
      const { whole, matches } = found;
      const rest = matches.length > 8 ? "The first 8 of " + matches.length + "." : "";
      const none = whole ? "No failure of this report has such an id." : "Not among the ids that fit into the index; see failures.ndjson.";
      say(matches.length ? rest : none, matches.length ? matches.slice(0, 8) : [["Look among all requests", "explore.html#id=" + encodeURIComponent(text)]]);
      return matches;
    };

    input.addEventListener("input", look);
    frame.addEventListener("keydown", async (event) => {
      if (event.key === "Escape") {
        input.value = "";
        say("", []);
        input.focus();
      } else if (event.key === "Enter" && event.target === input) {
        const matches = await look();
        if (new Set(matches.map(([, page]) => page)).size === 1) location.href = new URL(matches[0][1], root);
      }
    });
    return frame;
  };

  const range = document.querySelector(".top .range");
  if (range) range.before(findBox());

  addEventListener("hashchange", reveal);
  reveal();
})();
