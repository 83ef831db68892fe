/**
 * The comparison of the people chosen, and what is made of it: cards of an address book, a table, a
 * message. All of it is read from the directory's own files at that moment, so that who has left it is
 * no longer there. Its words are in the page (theme/templates/components/comparaison.html).
 */
import { start as messageOf } from "./annuaire-message.js";
import { certificate } from "./certificat.js";
import { dayInWords, filled, typeset } from "./mots.js";
import { company, dateOf, isOver, price, requests } from "./selection-acheteur.js";
import { linesOf } from "./selection-fichiers.js";

/** The people that one sheet of paper shows side by side. */
const ON_A_SHEET = 4;

async function fetched(address) {
  // Asked for anew: a copy kept by the browser would still name who has left.
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(address);
  return answer;
}

function written(name, text, attributes = {}) {
  return Object.assign(document.createElement(name), { textContent: typeset(text) }, attributes);
}

function listOf(names) {
  const list = document.createElement("ul");
  list.className = "termes";
  list.append(...names.map((name) => written("li", name)));
  return list;
}

function save(parts, type, name) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Shows the comparison in `root`. `choice` has what was chosen (`chosen`), what chooses (`choose`), what
 * says a sentence (`say`) and the path of the directory. Returns what shows it anew.
 */
export async function start(root, { chosen, choose, say, directory }) {
  const words = root.dataset;
  const tables = root.querySelector(".comparaison-tableaux");
  const tableModel = root.querySelector(".comparaison-modele").content.firstElementChild;
  const personModel = root.querySelector(".comparaison-personne-modele").content;
  const headingModel = personModel.querySelector("th");
  const removerModel = personModel.querySelector("button");
  const message = messageOf(root.querySelector(".message"));
  const copy = root.querySelector(".copier");
  const { people } = await (await fetched(words.personnes)).json();
  const known = new Map(people.map((person) => [person.slug, person]));
  const found = () => chosen().map((slug) => known.get(slug));

  function held({ title, granted, expires }) {
    const state = granted ? (expires && isOver(expires) ? "expired" : "in-force") : "none";
    return certificate({ title, state, ends: expires && dateOf(expires) }, words);
  }

  function contacts({ contact, email, telephone, website }) {
    const ways = [
      ["email", email && written("a", email, { href: `mailto:${email}`, className: "sans-typographie" })],
      ["telephone", telephone && written("a", telephone, { href: `tel:${telephone.replace(/[^+\d]/g, "")}` })],
      ["site", website && written("a", website.replace(/^https?:\/\/|\/$/g, ""), { href: website })],
      ["secretariat", contact === "secretariat" && written("span", words.secretariat)],
    ];
    const shown = ways.filter(([, way]) => way);
    shown.sort(([one], [other]) => (other === contact) - (one === contact));
    return shown.map(([, way]) => {
      const line = document.createElement("p");
      line.append(way);
      return line;
    });
  }

  function remover({ slug, name }) {
    const button = removerModel.cloneNode(true);
    button.setAttribute("aria-label", filled(words.oter, { nom: name }));
    button.addEventListener("click", () => {
      choose(chosen().filter((other) => other !== slug));
      say(filled(words.otee, { nom: name }));
      root.querySelector(".comparaison-corps:not([hidden]) h2, .comparaison-vide:not([hidden]) a")?.focus();
    });
    return [button];
  }

  const paragraphs = (lines) => lines.map((line) => written("p", line));

  /** What a line of the comparison says of a person; lists of words are named by the line itself. */
  const CELLS = {
    certificats: ({ certificates }) => certificates.map(held),
    lieu: ({ city, region }) => [typeset([city, region.name].filter(Boolean).join(", "))],
    distance: ({ remote }) => [remote ? words.oui : words.non],
    demandes: (person) => paragraphs(requests(person, words)),
    tarif: (person) => paragraphs(price(person, words)),
    entreprise: (person) => paragraphs(company(person, words)),
    contact: contacts,
    oter: remover,
  };

  function cell({ dataset: { ligne, termes } }, person) {
    const element = document.createElement("td");
    const names = termes ? person[termes].map(({ name }) => name) : [];
    if (termes) element.append(...(names.length ? [listOf(names)] : []));
    else element.append(...CELLS[ligne](person));
    if (!element.hasChildNodes()) element.append(words.rien);
    return element;
  }

  function heading(person) {
    const element = headingModel.cloneNode(true);
    const link = element.querySelector("a");
    link.href = `${directory}${person.slug}/`;
    link.textContent = typeset(person.name);
    element.querySelector(".exemple").hidden = !person.example;
    return element;
  }

  function table(of) {
    const element = tableModel.cloneNode(true);
    element.setAttribute("aria-label", of.map(({ name }) => typeset(name)).join(", "));
    element.querySelector("thead tr").append(...of.map(heading));
    for (const line of element.querySelectorAll("tbody tr")) {
      line.append(...of.map((person) => cell(line, person)));
    }
    return element;
  }

  function show() {
    const slugs = chosen();
    const here = slugs.filter((slug) => known.has(slug));
    const gone = slugs.length - here.length;
    // The address forgets them too: a name that left must not be passed on.
    if (gone) choose(here);
    const sheets = Math.ceil(here.length / ON_A_SHEET);
    const rows = Array.from({ length: sheets }, (_, at) => found().slice(at * ON_A_SHEET, (at + 1) * ON_A_SHEET));
    tables.replaceChildren(...rows.map(table));
    root.querySelector(".comparaison-corps").hidden = !here.length;
    root.querySelector(".comparaison-vide").hidden = here.length > 0;
    root.querySelector(".comparaison-feuilles").hidden = sheets < 2;
    root.querySelector(".comparaison-jour").textContent = filled(words.jour, { jour: dayInWords(new Date()) });
    copy.dataset.texte = location.href;
    const names = found().map(({ name }) => name).join(", ");
    message.tell([["personnes", names], ["adresse", location.href]]);
    if (gone) say(gone === 1 ? words.absente : filled(words.absentes, { n: gone }));
  }

  /** The cards of an address book, as each person's page has it, one after the other. */
  async function saveCards() {
    const cards = chosen().map((slug) => fetched(`${directory}${slug}/${slug}.vcf`).then((card) => card.blob()));
    save(await Promise.all(cards), "text/vcard;charset=utf-8", "votre-selection.vcf");
  }

  /** The lines of the directory's table that are about the people chosen. */
  async function saveTable() {
    const text = await (await fetched(words.tableur)).text();
    const addresses = found().map(({ url }) => url);
    save([linesOf(text, "fiche", addresses)], "text/csv;charset=utf-8", "votre-selection.csv");
  }

  const acts = { vcard: saveCards, csv: saveTable, imprimer: async () => print() };
  for (const button of root.querySelectorAll("[data-acte]")) {
    button.addEventListener("click", () => acts[button.dataset.acte]().catch(() => say(words.erreur)));
  }
  show();
  return show;
}
