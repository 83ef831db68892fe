/**
 * What buyers compare of a person of the directory's data (docs/annuaire-json.md): each function returns
 * lines of text, none where nothing is known. `words` are those of
 * theme/templates/components/comparaison.html. No page.
 */
import { dayInWords, filled, typeset } from "./mots.js";

const SIGNS = { EUR: "€", CHF: "CHF", CAD: "$ CA", GBP: "£" };
const isoDay = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Paris" });

/** Whether a last day, « 2027-06-30 », is over in Paris. */
export function isOver(day, now = new Date()) {
  return day < isoDay.format(now);
}

/** A day of the data as a date, at an hour at which it is that day in Paris. */
export function dateOf(day) {
  return new Date(`${day}T12:00Z`);
}

function inWords(day) {
  return dayInWords(dateOf(day));
}

/** An amount as pages write it: « 1 200 € », « 45,50 CHF »; content/money.py does it for them. */
function amount(price) {
  const digits = Number.isInteger(Number(price.from)) ? 0 : 2;
  const number = new Intl.NumberFormat("fr", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number.format(price.from)}\u00a0${SIGNS[price.currency]}`;
}

/** A number in groups of these lengths, its last group the rest. */
function grouped(number, ...lengths) {
  const groups = [];
  let at = 0;
  for (const length of lengths) {
    groups.push(number.slice(at, at + length));
    at += length;
  }
  return [...groups, number.slice(at)].join("\u00a0");
}

/** Whether new requests are taken on, to the end of the day to which that is known. */
export function requests({ new_requests: told }, words, now) {
  if (!told || isOver(told.until, now)) return [];
  return [filled(told.accepts ? words.demandes : words.sansDemandes, { jour: inWords(told.until) })];
}

/** From what somebody's work costs, and what the price holds. */
export function price({ price: told }, words) {
  if (!told) return [];
  const from = Number(told.from) ? filled(words.prix, { prix: amount(told), unite: told.unit }) : words.gratuit;
  const line = filled(words.indique, { prix: from, jour: inWords(told.told) });
  return [line, ...(told.conditions ? [typeset(told.conditions)] : [])];
}

/** The company that invoices; a certification and an insurance to the end of their last day. */
export function company({ company: told }, words, now) {
  if (!told) return [];
  const until = (day) => (day ? filled(words.jusque, { jour: inWords(day) }) : "");
  const holds = (claim) => claim && !(claim.expires && isOver(claim.expires, now));
  const { siret, foreign_number: foreign, training_body: body, qualiopi, insurance } = told;
  const lines = [
    typeset(told.legal_form),
    siret && filled(words.siret, { numero: grouped(siret, 3, 3, 3) }),
    foreign && filled(words.numero, { numero: foreign }),
    body && filled(words.declaration, { numero: grouped(body, 2, 2, 5) }),
    holds(qualiopi) && filled(words.qualiopi, { pour: qualiopi.actions.join(", ") + until(qualiopi.expires) }),
    holds(insurance) && filled(words.assurance, { assureur: insurance.insurer + until(insurance.expires) }),
  ];
  return lines.filter(Boolean);
}
