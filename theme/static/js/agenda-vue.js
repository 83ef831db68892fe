/**
 * Makes the form of the agenda's filter (agenda.js shows it) choose among the dates that the page has;
 * what is past is not counted (page/a-jour.js hides it). All words are in the page
 * (theme/templates/components/filtre.html); what is chosen is kept in the fragment of the address,
 * which browsers never send.
 */
import { answer, periods } from "./agenda-filtre.js";
import { afterPause, filled, roundKilometres, typeset } from "./mots.js";

const AFTER_TYPING = 250;
const CHOICES = ["region", "categorie", "periode", "forme"];

const root = document.querySelector(".filtre");
const words = root.dataset;
const status = root.querySelector("[role=status]");
const nearby = root.querySelector(".filtre-proche");
const hints = root.querySelector(".filtre-elargir");
const feeds = root.querySelector(".filtre-abonnement");
const months = [...document.querySelectorAll(".mois > .mois-groupe")];

const isoDay = (instant, timeZone) => new Date(instant).toLocaleDateString("sv", { timeZone });
const inWords = (day) =>
  new Date(day).toLocaleDateString("fr", { month: "long", year: "numeric", timeZone: "UTC" });
const selected = (select) => select.selectedOptions[0];
const howMany = (count) => (count === 1 ? words.une : filled(words.plusieurs, { n: count }));

const dates = [...document.querySelectorAll(".rdv[data-forme]")].map((element) => {
  const { regions, categorie, forme, lieux, fin } = element.dataset;
  const [start] = element.querySelector("time").dateTime.split("T");
  const last = isoDay(Date.parse(fin) - 60000, "Europe/Paris");
  return {
    element,
    regions: regions.split(" "),
    categorie,
    forme,
    lieux: lieux.split(";").filter(Boolean),
    positions: [],
    first: start.padEnd(10, "-01"),
    last: last < start ? start : last,
    km: Infinity,
  };
});

function button(label, isCurrent, act) {
  const item = document.createElement("li");
  const element = Object.assign(document.createElement("button"), {
    type: "button",
    className: "pastille",
    textContent: label,
  });
  if (isCurrent) element.ariaCurrent = "true";
  element.addEventListener("click", act);
  item.append(element);
  return item;
}

function link(element, label, href) {
  return Object.assign(element, { textContent: label, href });
}

/** Lets the form work; what was chosen in it before is kept. */
export async function start(form) {
  const { lieu, rayon } = form.elements;
  const reset = form.querySelector("[type=reset]");
  const candidates = form.querySelector(".filtre-lieux");
  const usualRadius = [...rayon.options].find((option) => option.defaultSelected).value;
  const labels = new Map([...form.querySelectorAll("option")].map((option) => [option, option.textContent]));
  let place = null;
  let trouble = "";
  let find = null;

  // What was chosen -------------------------------------------------------------------------------

  /** What is asked of a date by a value of a criterion; `known` are the periods. */
  function askedBy(name, value, known) {
    return name === "periode" ? known[value] : value;
  }

  function wantedOf(known) {
    const wanted = {};
    for (const name of CHOICES) {
      const { value } = form.elements[name];
      if (value) wanted[name] = askedBy(name, value, known);
    }
    if (place) wanted.lieu = Number(rayon.value);
    return wanted;
  }

  function offeredOf(known) {
    return Object.fromEntries(
      CHOICES.map((name) => {
        const values = [...form.elements[name].options].map(({ value }) => value).filter(Boolean);
        return [name, Object.fromEntries(values.map((value) => [value, askedBy(name, value, known)]))];
      }),
    );
  }

  function fragment() {
    const chosen = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...chosen]) if (!value.trim()) chosen.delete(name);
    if (!chosen.has("lieu") || rayon.value === usualRadius) chosen.delete("rayon");
    return chosen.size ? `#${chosen}` : "";
  }

  function remember(isStep) {
    const address = `${location.pathname}${location.search}${fragment()}`;
    if (isStep && fragment() !== location.hash) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  async function recall() {
    // An anchor of the page is no choice.
    if (location.hash && !location.hash.includes("=")) return;
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of [...CHOICES, "lieu", "rayon"]) {
      const control = form.elements[name];
      control.value = kept.get(name) ?? (name === "rayon" ? usualRadius : "");
      if (control.selectedIndex === -1) control.selectedIndex = 0;
    }
    await locate(true);
    show();
  }

  // What answers ----------------------------------------------------------------------------------

  function show() {
    const known = periods(isoDay(Date.now(), "Europe/Paris"));
    const wanted = wantedOf(known);
    const coming = dates.filter(({ element }) => !element.hidden);
    const { found, counts, without, nearest } = answer(coming, wanted, offeredOf(known));
    const isNarrowed = Object.keys(wanted).length > 0;
    const shown = new Set(found);
    for (const date of dates) {
      date.element.classList.toggle("filtre-ecarte", !shown.has(date));
      tellDistance(date);
    }
    for (const month of months) {
      month.classList.toggle("filtre-ecarte", !month.querySelector(".rdv:not([hidden], .filtre-ecarte)"));
    }
    reset.hidden = !fragment();
    name(known, counts);
    const within = place ? filled(words.pres, { rayon: rayon.value, lieu: place.label }) : "";
    const until = words.mois ? filled(words.jusque, { mois: words.mois }) : "";
    const isSeveral = Object.keys(wanted).length > 1;
    const nothing = isSeveral ? typeset(words.aucune) : [words.rien, within].filter(Boolean).join(" ");
    const counted = found.length ? [howMany(found.length), within, until].filter(Boolean).join(" ") : nothing;
    say(isNarrowed || trouble ? [trouble, isNarrowed && counted].filter(Boolean).join(" ") : "");
    showNearest(found.length ? null : nearest);
    suggest(found.length, without, coming);
    offerFeeds(isNarrowed, found.length);
  }

  function say(sentence) {
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  /** Names each value that can be chosen, with its months and with how many dates there would be. */
  function name(known, counts) {
    for (const [option, label] of labels) {
      const criterion = option.parentElement.name;
      if (!option.value || criterion === "rayon") continue;
      const [first, last] = known[option.value] ?? [];
      const mois = first && inWords(option.value === "saison" ? last : first);
      option.textContent = `${filled(label, { mois })} – ${counts[criterion][option.value] ?? 0}`;
    }
  }

  function tellDistance({ element, km }) {
    element.querySelector(".rdv-ecart")?.remove();
    if (!place || km === Infinity) return;
    const line = document.createElement("p");
    line.className = "rdv-ecart";
    line.textContent = km < 3 ? words.surPlace : filled(words.kilometres, { n: roundKilometres(km) });
    element.querySelector(".rdv-genre").after(line);
  }

  function showNearest(date) {
    nearby.hidden = !date;
    if (!date) return;
    const part = (selector) => date.element.querySelector(selector)?.textContent ?? "";
    const title = date.element.querySelector(".rdv-titre a");
    const told = { titre: title.textContent, ou: part(".rdv-lieu"), quand: part("time"), n: Math.round(date.km) };
    link(nearby.firstElementChild, filled(words.plusProche, told), title.href);
  }

  function suggest(count, without, coming) {
    const ways = [];
    if (!count) {
      for (const [criterion, more] of Object.entries(without).sort((one, other) => other[1] - one[1])) {
        const control = form.elements[criterion];
        const called = labels.get(control.selectedOptions?.[0])?.replace(/ \(.*/, "");
        const sentence = criterion === "lieu" ? words.sansLieu : words.sans;
        ways.push(
          button(filled(sentence, { critere: called, n: howMany(more) }), false, change(() => {
            control.value = "";
            if (criterion === "lieu") forget();
          })),
        );
      }
    }
    if (place) {
      const wanted = wantedOf(periods(isoDay(Date.now(), "Europe/Paris")));
      delete wanted.lieu;
      delete wanted.region;
      wanted.forme = "en-ligne";
      const online = answer(coming, wanted, {}).found.length;
      if (online) {
        ways.push(
          button(filled(words.enLigne, { n: howMany(online) }), false, change(() => {
            forget();
            form.elements.region.value = "";
            form.elements.forme.value = "en-ligne";
          })),
        );
      }
    }
    hints.hidden = !ways.length;
    hints.replaceChildren(...ways);
  }

  /** Offers the calendars of what was chosen; the whole one where there is none. */
  function offerFeeds(isNarrowed, count) {
    const found = ["region", "categorie"]
      .map((criterion) => selected(form.elements[criterion]))
      .filter((option) => option.value)
      .map((option) => [filled(words.abonnement, { nom: labels.get(option) }), option.dataset.calendrier]);
    if (!found.length) found.push([typeset(words.tout), words.toutAdresse]);
    feeds.hidden = !isNarrowed;
    const links = found.map(([label, address]) => link(document.createElement("a"), label, address));
    const parts = links.flatMap((element, at) => (at ? [", ", element] : [element]));
    feeds.replaceChildren(...(count ? [] : [`${typeset(words.prevenu)} `]), ...parts);
  }

  function act(isStep = true) {
    remember(isStep);
    show();
  }

  /** Does what a button says that goes away with it: who pressed it is left at what is found. */
  function change(work) {
    return () => {
      work();
      act();
      status.tabIndex = -1;
      status.focus();
    };
  }

  // The place: the directory's names come when somebody needs them --------------------------------

  function forget() {
    lieu.value = "";
    place = null;
    trouble = "";
    candidates.hidden = true;
  }

  /** The module of places; the dates get theirs, once. */
  function knownPlaces() {
    find ??= import("./lieux.js").then(async (known) => {
      // A place is its position, or the name of its town.
      const position = async (written) =>
        /^-?\d+ -?\d+$/.test(written) ? written.split(" ").map(Number) : (await known.findPlaces(written)).places[0]?.at;
      await Promise.all(
        dates.map(async (date) => {
          date.positions = (await Promise.all(date.lieux.map(position))).filter(Boolean);
        }),
      );
      return known;
    });
    return find;
  }

  function settle(found, kilometresTo) {
    place = found;
    for (const date of dates) {
      const all = place ? date.positions.map((at) => kilometresTo(place, at)) : [];
      date.km = Math.min(Infinity, ...all);
    }
  }

  /** Finds the place typed; `isDone` takes the likeliest when the name is not whole. */
  async function locate(isDone) {
    const typed = lieu.value.trim();
    if (!typed) return forget();
    try {
      const { findPlaces, kilometresTo, told } = await knownPlaces();
      const answer = await findPlaces(typed);
      const { places, certainty } = answer;
      if (lieu.value.trim() !== typed) return;
      settle(isDone || certainty !== "guess" ? (places[0] ?? null) : null, kilometresTo);
      candidates.hidden = places.length < 2 && Boolean(place || !places.length);
      const choose = (one) => () => {
        settle(one, kilometresTo);
        lieu.value = one.label;
        trouble = "";
        for (const other of candidates.querySelectorAll("button")) {
          other.ariaCurrent = other.textContent === one.label ? "true" : null;
        }
        act();
      };
      candidates.replaceChildren(...places.map((one) => button(one.label, one.label === place?.label, choose(one))));
      trouble = place || !places.length ? told(answer, typed, words) : "";
    } catch {
      find = null;
      settle(null);
      trouble = typeset(words.erreur);
    }
  }

  const typedPlace = afterPause(async () => {
    await locate(false);
    act(false);
  }, AFTER_TYPING);

  lieu.addEventListener("focus", () => knownPlaces().catch(() => {}), { once: true });
  lieu.addEventListener("input", typedPlace);
  form.addEventListener("change", async ({ target }) => {
    if (target === lieu) await locate(true);
    act();
  });
  form.addEventListener("submit", async () => {
    await locate(true);
    act();
  });
  form.addEventListener("reset", () => {
    forget();
    setTimeout(() => {
      act();
      form.elements.region.focus();
    });
  });
  addEventListener("popstate", recall);
  new MutationObserver(show).observe(document.querySelector(".mois"), { attributeFilter: ["hidden"], subtree: true });
  if (fragment()) {
    await locate(true);
    act();
  } else if (location.hash.includes("=")) await recall();
  else show();
}
