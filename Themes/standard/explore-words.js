// How the explorer writes and reads numbers and times: in the report's time zone, without the browser's locale.
"use strict";

/** @typedef {{name: string, offsets: [number, number][]}} Zone Offsets: from a time in milliseconds, seconds ahead of UTC. */

const ExploreWords = (() => {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

  const grouped = (/** @type {number} */ number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");

  /** `1.35 %`, two decimals under 10. */
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => {
    if (whole === 0) return "–";
    const percent = part / whole * 100;
    return percent.toFixed(percent !== 0 && percent < 10 ? 2 : percent === 0 ? 0 : 1) + "\u00a0%";
  };

  const counted = (/** @type {number} */ number, /** @type {string} */ noun) =>
    grouped(number) + " " + noun + (number === 1 ? "" : "s");

  /** Seconds that the zone is ahead of UTC at a time. */
  const offset = (/** @type {Zone} */ zone, /** @type {number} */ time) => {
    let found = zone.offsets.length > 0 ? zone.offsets[0][1] : 0;
    for (const [from, seconds] of zone.offsets) if (from <= time) found = seconds;
    return found;
  };

  const local = (/** @type {Zone} */ zone, /** @type {number} */ time) => new Date(time + offset(zone, time) * 1000);

  const date = (/** @type {Zone} */ zone, /** @type {number} */ time) => local(zone, time).toISOString().slice(0, 10);

  const minute = (/** @type {Zone} */ zone, /** @type {number} */ time) => local(zone, time).toISOString().slice(11, 16);

  /** `02:17:43.512`. */
  const clock = (/** @type {Zone} */ zone, /** @type {number} */ time) => local(zone, time).toISOString().slice(11, 23);

  /** `2026-03-12 02:10`, with seconds and milliseconds where the time has any. */
  const typed = (/** @type {Zone} */ zone, /** @type {number} */ time) => {
    const text = local(zone, time).toISOString().slice(0, 23).replace("T", " ");
    return text.replace(/\.000$/, "").replace(/^(.{16}):00$/, "$1");
  };

  /** The shortest text that the fragment's grammar takes for a time. */
  const iso = (/** @type {number} */ time) => new Date(time).toISOString().replace(".000Z", "Z").replace(/^(.{16}):00Z$/, "$1Z");

  /**
   * Reads `2026-03-12 02:10`, or `02:10` on the first day of the range that has that time; null for anything else.
   * @param {Zone} zone
   * @param {string} text
   * @param {number} since
   * @param {number} until
   * @returns {number | null}
   */
  const readTime = (zone, text, since, until) => {
    const match = /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/.exec(text.trim());
    if (!match || Number(match[2]) > 24 || Number(match[3]) > 59) return null;
    const inDay = ((Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0)) * 1000
      + Number((match[5] ?? "0").padEnd(3, "0"));
    const onDay = (/** @type {string} */ day) => {
      const wall = Date.parse(day + "T00:00:00Z") + inDay;
      return wall - offset(zone, wall - offset(zone, wall) * 1000) * 1000;
    };
    if (match[1]) return Number.isNaN(Date.parse(match[1])) ? null : onDay(match[1]);
    const first = onDay(date(zone, since));
    const next = onDay(date(zone, since + 86400000));
    return first < since && next <= until ? next : first;
  };

  /** `02:10–03:00`, with dates where the range spans days. */
  const span = (/** @type {Zone} */ zone, /** @type {number} */ from, /** @type {number} */ until, /** @type {boolean} */ dated) =>
    (dated ? typed(zone, from) : typed(zone, from).slice(11)) + "–"
    + (dated && date(zone, from) !== date(zone, until) ? typed(zone, until) : typed(zone, until).slice(11));

  /** `per minute`, `per 5 min`, `per hour`. */
  const per = (/** @type {number} */ milliseconds) => {
    const units = /** @type {[number, string][]} */ ([[86400000, "d"], [3600000, "h"], [60000, "min"], [1000, "s"]]);
    const [unit, name] = units.find(([size]) => milliseconds % size === 0) ?? [1, "ms"];
    const count = milliseconds / unit;
    if (count === 1) return "per " + ({ d: "day", h: "hour", min: "minute", s: "second" }[name] ?? name);
    return "per " + count + " " + name;
  };

  return { two, grouped, share, counted, offset, date, minute, clock, typed, iso, readTime, span, per };
})();
