// The numbers of a chart: rows of a selection counted into columns and series, with percentiles from fine histograms.
"use strict";

/**
 * One value of what the chart is split by; `place` is -1 for the rest and for a chart that is not split.
 * @typedef {{label: string, value: string | null, place: number, total: number, failures: number}} Series
 */
/**
 * `values[series][column]`; NaN where there is nothing to measure. A column covers `from` to `until` in time or latency. `whole` is the
 * measure of each series over all columns, where the values do not add up to it.
 * @typedef {{columns: {from: number, until: number}[], series: Series[], values: Float64Array[], isStack: boolean, whole: Float64Array | null}} ChartNumbers
 */

const ExploreSeries = (() => {
  const sizes = [
    1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604800,
  ].map((seconds) => seconds * 1000);

  const mostSeries = 7;

  /**
   * Columns of a round length that begin at its multiples, in the zone.
   * @param {Zone} zone
   */
  const timeColumns = (zone, /** @type {number} */ from, /** @type {number} */ until, /** @type {number} */ most) => {
    const length = Math.max(1, until - from);
    let width = sizes.find((size) => length <= size * (most - 1)) ?? sizes[sizes.length - 1];
    while (length > width * (most - 1)) width *= 2;
    const shift = ExploreWords.offset(zone, from) * 1000;
    const since = Math.floor((from + shift) / width) * width - shift;
    return { since, width, count: Math.max(1, Math.ceil((until - since) / width)) };
  };

  // Latencies up to 255 ms have a bin each; above that an octave has 128, so that a bin is less than 0.8 % wide.
  const bins = 256 + 128 * 14;

  const bin = (/** @type {number} */ ms) => {
    if (ms < 256) return ms;
    const octave = 31 - Math.clz32(ms) - 7;
    return Math.min(bins - 1, 128 + 128 * octave + (ms >> octave) - 128);
  };

  const binFloor = (/** @type {number} */ place) => {
    if (place < 256) return place;
    const octave = Math.floor(place / 128) - 1;
    return (place - 128 * octave) * 2 ** octave;
  };

  const shares = /** @type {Record<string, number>} */ ({ p50: 0.5, p95: 0.95, p99: 0.99 });

  /** NaN when there are too few values for the share to mean anything. */
  const percentile = (/** @type {Uint32Array} */ counts, /** @type {number} */ from, /** @type {string} */ measure) => {
    let total = 0;
    for (let place = 0; place < bins; place++) total += counts[from + place];
    const least = measure === "p99" ? 100 : measure === "p95" ? 20 : 1;
    if (total < least) return NaN;
    const rank = Math.ceil(total * shares[measure]);
    let seen = 0;
    for (let place = 0; place < bins; place++) {
      seen += counts[from + place];
      if (seen >= rank) return binFloor(place);
    }
    return NaN;
  };

  /**
   * The largest values of the split, by what is measured; the others are one.
   * @param {Store} store
   * @param {Selected} selection
   * @param {Dimension | null} dimension
   */
  const chooseSeries = (store, selection, dimension, /** @type {boolean} */ byFailures, /** @type {number} */ most) => {
    const kinds = store.lists.kinds;
    const total = new Float64Array(dimension ? dimension.values.length : 1);
    const failures = new Float64Array(total.length);
    for (let kind = 0; kind < kinds.length; kind++) {
      if (selection.kindPasses[kind] === 0) continue;
      const place = dimension ? dimension.of[kind] : 0;
      total[place] += selection.byKind[kind];
      if (kinds[kind][ExploreDimensions.at.cause] >= 0) failures[place] += selection.byKind[kind];
    }
    const weight = byFailures ? failures : total;
    const present = [...total.keys()].filter((place) => weight[place] > 0)
      .sort((one, other) => weight[other] - weight[one] || (dimension && dimension.values[one] < dimension.values[other] ? -1 : 1));
    // Statuses have one order on every page: errors stand at the base line.
    const isStatus = dimension?.key === "class" || dimension?.key === "status";
    const shown = present.slice(0, present.length > most ? most - 1 : most);
    if (dimension && isStatus) shown.sort((one, other) => (dimension.values[one] > dimension.values[other] ? -1 : 1));
    /** @type {Series[]} */
    const series = shown.map((place) => ({
      label: dimension ? dimension.labels[place] : "all", value: dimension ? dimension.values[place] : null,
      place: dimension ? place : -1, total: total[place], failures: failures[place],
    }));
    const rest = present.slice(shown.length);
    if (rest.length > 0) {
      series.push({
        label: rest.length + " others", value: null, place: -1, total: rest.reduce((sum, place) => sum + total[place], 0),
        failures: rest.reduce((sum, place) => sum + failures[place], 0),
      });
    }
    const seriesOfKind = new Int32Array(kinds.length);
    const ofPlace = new Map(shown.map((place, number) => [place, number]));
    for (let kind = 0; kind < kinds.length; kind++) {
      seriesOfKind[kind] = dimension ? ofPlace.get(dimension.of[kind]) ?? series.length - 1 : 0;
    }
    return { series, seriesOfKind };
  };

  /**
   * Counts the selection into columns: by `steps`, the column of each latency; or, where rows are in the order of their columns, by
   * `ends`, the places after the last row of each. `measure` as in the state.
   * @param {Store} store
   * @param {Selected} selection
   * @param {Int32Array} seriesOfKind
   * @param {number} seriesCount
   * @param {number} columns
   * @param {string} measure
   * @param {{steps?: Uint8Array, ends?: number[]}} order
   */
  const tally = (store, selection, seriesOfKind, seriesCount, columns, measure, { steps, ends }) => {
    const isFailure = Uint8Array.from(store.lists.kinds, (one) => Number(one[ExploreDimensions.at.cause] >= 0));
    const cells = seriesCount * columns;
    const all = new Uint32Array(cells);
    const failed = new Uint32Array(cells);
    const isPercentile = measure in shares;
    const histogram = new Uint32Array(isPercentile ? cells * bins : 0);
    const { rows } = selection;
    // Cells of one column lie together: a row's cell is its column's first and its series.
    const take = (/** @type {number} */ start, /** @type {number} */ stop, /** @type {number} */ column) =>
      (isPercentile ? takeLatencies(store, rows, start, stop, seriesOfKind, column * seriesCount, histogram)
        : takeCounts(store, rows, start, stop, seriesOfKind, column * seriesCount, isFailure, all, failed));
    if (ends) ends.forEach((end, column) => take(column === 0 ? 0 : ends[column - 1], end, column));
    else if (steps) takeSteps(store, selection, seriesOfKind, seriesCount, steps, isFailure, all, failed);
    const value = (/** @type {number} */ cell) => {
      if (isPercentile) return percentile(histogram, cell * bins, measure);
      if (measure === "failures") return failed[cell];
      if (measure === "rate") return all[cell] > 0 ? failed[cell] / all[cell] * 100 : NaN;
      return all[cell];
    };
    return Array.from({ length: seriesCount }, (_, series) =>
      Float64Array.from({ length: columns }, (_, column) => value(column * seriesCount + series)));
  };

  const takeCounts = (/** @type {Store} */ store, /** @type {Uint32Array} */ rows, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Int32Array} */ seriesOfKind, /** @type {number} */ first, /** @type {Uint8Array} */ isFailure, /** @type {Uint32Array} */ all, /** @type {Uint32Array} */ failed) => {
    const { kind, count } = store;
    for (let place = start; place < stop; place++) {
      const row = rows[place];
      const cell = first + seriesOfKind[kind[row]];
      const weight = count ? count[row] : 1;
      all[cell] += weight;
      failed[cell] += isFailure[kind[row]] * weight;
    }
  };

  const takeSteps = (/** @type {Store} */ store, /** @type {Selected} */ selection, /** @type {Int32Array} */ seriesOfKind, /** @type {number} */ seriesCount, /** @type {Uint8Array} */ steps, /** @type {Uint8Array} */ isFailure, /** @type {Uint32Array} */ all, /** @type {Uint32Array} */ failed) => {
    const { kind, count, latency } = store;
    const { rows, length } = selection;
    const last = steps.length - 1;
    for (let place = 0; place < length; place++) {
      const row = rows[place];
      const ms = latency[row];
      if (ms < 0) continue;
      const cell = steps[ms < last ? ms : last] * seriesCount + seriesOfKind[kind[row]];
      const weight = count ? count[row] : 1;
      all[cell] += weight;
      failed[cell] += isFailure[kind[row]] * weight;
    }
  };

  const takeLatencies = (/** @type {Store} */ store, /** @type {Uint32Array} */ rows, /** @type {number} */ start, /** @type {number} */ stop, /** @type {Int32Array} */ seriesOfKind, /** @type {number} */ first, /** @type {Uint32Array} */ histogram) => {
    const { kind, count, latency } = store;
    for (let place = start; place < stop; place++) {
      const row = rows[place];
      if (latency[row] >= 0) histogram[(first + seriesOfKind[kind[row]]) * bins + bin(latency[row])] += count ? count[row] : 1;
    }
  };

  /** Places in the selection after the last row before each time; rows are in order of time. */
  const endsBefore = (/** @type {Store} */ store, /** @type {Selected} */ selection, /** @type {number[]} */ times) =>
    times.map((time) => {
      let [from, until] = [0, selection.length];
      while (from < until) {
        const middle = (from + until) >> 1;
        if (store.time[selection.rows[middle]] < time) from = middle + 1; else until = middle;
      }
      return from;
    });

  const isStack = (/** @type {string} */ measure) => measure === "requests" || measure === "failures";

  /**
   * @param {Store} store
   * @param {Selected} selection
   * @param {Dimension | null} dimension
   * @returns {ChartNumbers}
   */
  const overTime = (store, selection, dimension, /** @type {string} */ measure, /** @type {[number, number]} */ range, /** @type {number} */ most) => {
    const { series, seriesOfKind } = chooseSeries(store, selection, dimension, measure === "failures", isStack(measure) ? mostSeries : 5);
    const axis = timeColumns(store.head.zone, range[0], range[1], most);
    const columns = Array.from({ length: axis.count }, (_, number) => ({
      from: axis.since + number * axis.width, until: axis.since + (number + 1) * axis.width,
    }));
    // A run that a request of the range called may start after it: the last column holds it.
    const ends = endsBefore(store, selection, columns.map(({ until }, number) => (number === axis.count - 1 ? Infinity : until)));
    const values = tally(store, selection, seriesOfKind, Math.max(1, series.length), axis.count, measure, { ends });
    const whole = isStack(measure) ? null : measured(store, selection, seriesOfKind, series.length, measure);
    return { columns, series, values, isStack: isStack(measure), whole };
  };

  /**
   * The same in at most `most` columns, and in so few that at least half of them have enough values for a percentile; a handful in any case.
   * @param {Store} store
   * @param {Selected} selection
   * @param {Dimension | null} dimension
   * @param {[number, number]} range
   */
  const overTimeFilled = (store, selection, dimension, /** @type {string} */ measure, range, /** @type {number} */ most) => {
    const tries = measure in shares ? [most, 48, 24, 12, 6].filter((columns) => columns <= most) : [most];
    let numbers = overTime(store, selection, dimension, measure, range, tries[0]);
    for (const columns of tries.slice(1)) {
      const measured = numbers.columns.filter((_, column) => numbers.values.some((one) => !Number.isNaN(one[column])));
      if (measured.length * 2 >= numbers.columns.length) break;
      numbers = overTime(store, selection, dimension, measure, range, columns);
    }
    return numbers;
  };

  /** One value for each series. */
  const measured = (/** @type {Store} */ store, /** @type {Selected} */ selection, /** @type {Int32Array} */ seriesOfKind, /** @type {number} */ seriesCount, /** @type {string} */ measure) =>
    Float64Array.from(tally(store, selection, seriesOfKind, Math.max(1, seriesCount), 1, measure, { ends: [selection.length] }), (one) => one[0]);

  const stepsPerDecade = 9;
  const decades = 5;

  /**
   * Requests by latency, in ninths of a decade from 1 ms as on the static pages.
   * @param {Store} store
   * @param {Selected} selection
   * @param {Dimension | null} dimension
   * @returns {ChartNumbers}
   */
  const byLatency = (store, selection, dimension, /** @type {string} */ measure) => {
    const { series, seriesOfKind } = chooseSeries(store, selection, dimension, measure === "failures", mostSeries);
    // The first steps are less than a millisecond apart: those that hold no whole number are none.
    const floors = [...new Set(Array.from({ length: stepsPerDecade * decades }, (_, step) => Math.ceil(10 ** (step / stepsPerDecade) - 1e-9)))];
    const stepOf = new Uint8Array(1 << 17);
    for (let ms = 0, step = 0; ms < stepOf.length; ms++) {
      while (step + 1 < floors.length && floors[step + 1] <= ms) step += 1;
      stepOf[ms] = step;
    }
    const counted = measure === "failures" ? "failures" : "requests";
    const values = tally(store, selection, seriesOfKind, Math.max(1, series.length), floors.length, counted, { steps: stepOf });
    const filled = floors.map((_, step) => values.some((one) => one[step] > 0));
    const first = Math.max(0, filled.indexOf(true));
    const last = Math.max(first, filled.lastIndexOf(true));
    const columns = floors.map((floor, step) => ({ from: step === 0 ? 0 : floor, until: floors[step + 1] ?? Infinity })).slice(first, last + 1);
    return { columns, series, values: values.map((one) => one.slice(first, last + 1)), isStack: true, whole: null };
  };

  /**
   * One bar for each value of the dimension, the largest first.
   * @param {Store} store
   * @param {Selected} selection
   * @param {Dimension | null} dimension
   * @returns {ChartNumbers}
   */
  const ranked = (store, selection, dimension, /** @type {string} */ measure) => {
    const { series, seriesOfKind } = chooseSeries(store, selection, dimension, measure === "failures", 25);
    const values = measured(store, selection, seriesOfKind, series.length, measure);
    const order = [...series.keys()].sort((one, other) => {
      const isRest = Number(series[one].place < 0 && dimension !== null) - Number(series[other].place < 0 && dimension !== null);
      return isRest || (values[other] || 0) - (values[one] || 0);
    });
    return {
      columns: [{ from: 0, until: 0 }], series: order.map((number) => series[number]), values: order.map((number) => values.slice(number, number + 1)),
      isStack: false, whole: null,
    };
  };

  return { overTime, overTimeFilled, byLatency, ranked, timeColumns, bin, binFloor };
})();
