// What script adds to a page that is complete without it: copy buttons, unfolding, the viewer's time zone.
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

  const unfold = (open) => {
    for (const fold of document.querySelectorAll("main details")) fold.open = open;
  };

  // A link to a line or frame inside a fold opens the fold.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    let node = id && document.getElementById(id);
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

  addEventListener("hashchange", reveal);
  reveal();
})();
