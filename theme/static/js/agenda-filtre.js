/** The agenda's filter: which dates answer to what was chosen. No page, no network. */

/** Each criterion: whether a date answers to the value chosen. Days are in ISO form. */
const TESTS = {
  region: (date, slug) => date.regions.includes(slug),
  categorie: (date, slug) => date.categorie === slug,
  forme: (date, form) => date.forme === form || date.forme === "mixte",
  periode: (date, [first, last]) => date.first <= last && date.last >= first,
  lieu: (date, most) => date.km <= most,
};

function month(year, number) {
  const first = new Date(Date.UTC(year, number, 1));
  const last = new Date(Date.UTC(year, number + 1, 0));
  return [first, last].map((day) => day.toISOString().slice(0, 10));
}

/**
 * The periods that can be chosen on a day (« 2026-11-25 »): their first and last days. A season goes
 * from September to August.
 */
export function periods(today) {
  const [year, number, day] = today.split("-").map(Number);
  const [from, to] = month(year, number - 1);
  const longest = new Date(Date.UTC(year, number + 3, 0)).getUTCDate();
  const inThreeMonths = new Date(Date.UTC(year, number + 2, Math.min(day, longest)));
  const summer = number < 9 ? year : year + 1;
  return {
    mois: [from, to],
    "mois-prochain": month(year, number),
    "trois-mois": [today, inThreeMonths.toISOString().slice(0, 10)],
    saison: [from, `${summer}-08-31`],
    "saison-prochaine": [`${summer}-09-01`, `${summer + 1}-08-31`],
  };
}

/**
 * Which of `dates` answer to `wanted`: the value of each criterion chosen, by its name. `offered` are
 * the values that each criterion could have, by its name: { region: { bretagne: "bretagne" } }.
 *
 * Returns those `found`; how many there would be with each value offered (`counts`, by the criterion
 * and the value) and without each criterion chosen (`without`); and the `nearest` that only the place
 * leaves out.
 */
export function answer(dates, wanted, offered) {
  const chosen = Object.keys(wanted);
  const found = [];
  const without = {};
  const counts = Object.fromEntries(Object.keys(offered).map((name) => [name, {}]));
  let nearest = null;
  for (const date of dates) {
    const failed = chosen.filter((name) => !TESTS[name](date, wanted[name]));
    const [only] = failed;
    if (!only) found.push(date);
    else if (failed.length === 1) {
      without[only] = (without[only] ?? 0) + 1;
      if (only === "lieu" && date.km < (nearest?.km ?? Infinity)) nearest = date;
    }
    for (const [name, values] of Object.entries(offered)) {
      if (failed.length && (failed.length > 1 || only !== name)) continue;
      for (const [key, value] of Object.entries(values)) {
        counts[name][key] = (counts[name][key] ?? 0) + TESTS[name](date, value);
      }
    }
  }
  for (const name of chosen) if (without[name]) without[name] += found.length;
  return { found, counts, without, nearest };
}
