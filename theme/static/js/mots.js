/** Words of the page for scripts: filled in, with the spaces and apostrophes of French. */

/** Puts French spaces and apostrophes, as the pages have them. */
export function typeset(text) {
  return text
    .replace(/'/g, "’")
    .replace(/« /g, "«\u00a0")
    .replace(/ ([»:])/g, "\u00a0$1")
    .replace(/ ([;!?])/g, "\u202f$1");
}

/** Returns a sentence with `{name}` replaced by the value of that name. */
export function filled(sentence, values) {
  return typeset(sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]));
}

const day = new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "Europe/Paris" });

/** A day as French writes it: « 1er mars 2027 ». */
export function dayInWords(date) {
  return day.format(date).replace(/^1 /, "1er ");
}

/** Kilometres as they are told: by fives from twenty on. */
export function roundKilometres(km) {
  return km < 20 ? Math.round(km) : 5 * Math.round(km / 5);
}

/** Runs `work` once, when `delay` milliseconds have passed without another call. */
export function afterPause(work, delay) {
  let waiting;
  return (...values) => {
    clearTimeout(waiting);
    waiting = setTimeout(work, delay, ...values);
  };
}
